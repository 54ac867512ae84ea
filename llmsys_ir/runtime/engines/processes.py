"""Processes that run one program together through JAX, each with devices of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Self

from llmsys_ir.diagnostics import UserError

_ADDRESS = re.compile(r"(?P<coordinator>[^,]+:[0-9]+),(?P<count>[0-9]+),(?P<number>[0-9]+)")

_PATIENCE = 60
"""Seconds in which all processes must have started."""

_SILENCE = 20
"""Seconds after which a process that says nothing is taken for dead, and the others end."""


class EngineError(UserError):
    """An engine is not there, has too few devices, or does not take a program."""


@dataclass(frozen=True)
class Processes:
    """The address of the first process, how many there are, and the number of this one; if not given, JAX finds out."""

    coordinator: str | None = None
    count: int | None = None
    number: int | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `HOST:PORT,COUNT,NUMBER`, or `auto`.

        Raises:
            ValueError: it is neither, or there is no such number.
        """
        if text == "auto":
            return cls()
        match = _ADDRESS.fullmatch(text)
        if match is None:
            raise ValueError(f"expected HOST:PORT,COUNT,NUMBER or auto, got '{text}'")
        count, number = int(match["count"]), int(match["number"])
        if not 0 <= number < count:
            raise ValueError(f"expected a number of a process from 0 to {count - 1}, got {number}")
        return cls(match["coordinator"], count, number)

    @property
    def is_first(self) -> bool:
        """Whether this is the process that writes results; where JAX finds out, after `join`."""
        if self.number is not None:
            return self.number == 0
        jax: Any = import_module("jax")
        return jax.process_index() == 0

    def join(self, jax: Any) -> None:
        """Start JAX together with the other processes.

        Raises:
            EngineError: they do not come together.
        """
        if jax.distributed.is_initialized():
            return
        try:
            jax.distributed.initialize(
                self.coordinator,
                self.count,
                self.number,
                initialization_timeout=_PATIENCE,
                heartbeat_timeout_seconds=_SILENCE,
            )
        except Exception as error:
            raise EngineError(f"the processes do not come together: {first_line(error)}") from error


def first_line(error: Exception) -> str:
    """The first line of what an error says."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
