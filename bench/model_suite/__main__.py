"""`python -m model_suite [NAME]... [--sizes small]` prints what each model's program consists of."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence

from model_suite import MODELS, NAMED_SIZES, Sizes

HEADER = ("model", "ops", "arguments", "results", "parameters", "summary")


def row_of(name: str, sizes: Sizes) -> tuple[tuple[str, ...], Counter[str]]:
    """A row of the table, and how many ops of each kind there are."""
    from model_suite.census import op_kinds, parameter_count, signature

    program = MODELS[name].build(sizes)
    lowered = program.lower()
    kinds = op_kinds(lowered)
    numbers = (kinds.total(), *map(len, signature(lowered)), parameter_count(program))
    return (name, *(f"{number:,}" for number in numbers), MODELS[name].summary), kinds


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows as text; numbers are aligned right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines: list[str] = []
    for row in rows:
        cells = [
            cell.ljust(width) if place in (0, len(row) - 1) else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def main() -> int:
    """Print the table of the models that the command line names, or of all."""
    parser = argparse.ArgumentParser(prog="model_suite", description="What each model's program consists of.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"by default all: {', '.join(MODELS)}")
    parser.add_argument("--sizes", choices=NAMED_SIZES, default="small")
    arguments = parser.parse_args()
    names: list[str] = arguments.names or list(MODELS)
    for name in names:
        if name not in MODELS:
            parser.error(f"unknown model '{name}'; there are {', '.join(MODELS)}")
    rows, kinds = zip(*(row_of(name, NAMED_SIZES[arguments.sizes]) for name in names), strict=True)
    total = sum(kinds, Counter[str]())
    print(table([HEADER, *rows]))
    print(f"\n{len(total)} kinds of op: {', '.join(f'{kind} {count:,}' for kind, count in total.most_common())}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
