"""`--mlir-timing`: how long each step of a tool takes."""

from __future__ import annotations

import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field

_RULE = "===" + "-" * 73 + "===\n"


@dataclass
class Timer:
    """Adds up the wall time of named steps."""

    seconds: dict[str, float] = field(default_factory=dict[str, float])
    start: float = field(default_factory=time.perf_counter)

    @contextmanager
    def step(self, name: str) -> Generator[None]:
        """Count the time of the block as `name`'s."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - start

    def table(self) -> str:
        """A report in the form of mlir-opt's."""
        total = time.perf_counter() - self.start
        rows = {**self.seconds, "Rest": total - sum(self.seconds.values()), "Total": total}
        title = "... Execution time report ...".center(79).rstrip()
        head = f"{_RULE}{title}\n{_RULE}  Total Execution Time: {total:.4f} seconds\n\n"
        lines = [f"  {time:8.4f} ({time / total:6.1%})  {name}\n" for name, time in rows.items()]
        return head + "  ----Wall Time----  ----Name----\n" + "".join(lines)
