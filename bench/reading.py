"""How fast programs are read: our text path against xDSL's own parser, and directly from JAX's IR.

    python bench/reading.py                                     # GPT 2.65B, 32 layers: 25,000 ops
    python bench/reading.py --model resnet-sgd --sizes small

xDSL has no StableHLO that reads training steps, so it reads the generic form with those ops unregistered, which is less
work. Each figure is the median of several runs in this process, in CPU seconds; what takes long is run once. JAX's own
tracing and lowering is not part of any.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from statistics import median

from xdsl.context import Context
from xdsl.dialects import get_all_dialects
from xdsl.parser import Parser

from llmsys_ir.dialects import context
from llmsys_ir.frontends.jax import from_lowered
from llmsys_ir.tools.driver import parse_module
from llmsys_ir.tools.printing import module_text
from model_suite import MODELS, NAMED_SIZES

RUNS = 7
ENOUGH = 5.0
"""Seconds after which a reader is not run again."""


def seconds(read: Callable[[], object]) -> float:
    """The median CPU time of a call."""
    times: list[float] = []
    for _ in range(RUNS):
        start = time.process_time()
        read()
        times.append(time.process_time() - start)
        if sum(times) > ENOUGH:
            break
    return median(times)


def xdsl_context() -> Context:
    """What `xdsl-opt --allow-unregistered-dialect` knows, without its StableHLO."""
    known = Context(allow_unregistered=True)
    for name, factory in get_all_dialects().items():
        if name != "stablehlo":
            known.register_dialect(name, factory)
    return known


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Measure how fast programs are read.")
    parser.add_argument("--model", choices=MODELS, default="gpt-f32-adam")
    parser.add_argument("--sizes", choices=NAMED_SIZES, default="gpt-2.6b")
    parser.add_argument("--layers", type=int)
    given = parser.parse_args()
    sizes, name = NAMED_SIZES[given.sizes], given.model
    sizes = sizes if given.layers is None else replace(sizes, layers=given.layers)
    lowered = MODELS[name].build(sizes).lower()
    pretty = lowered.as_text()
    module = parse_module(context(), pretty, name)
    generic = module_text(module, generic=True)
    count = sum(1 for _ in module.walk())
    rows = {
        "xDSL, generic text": lambda: Parser(xdsl_context(), generic).parse_module(),
        "generic text": lambda: parse_module(context(), generic, name),
        "text as JAX prints it": lambda: parse_module(context(), pretty, name),
        "JAX's IR": lambda: from_lowered(lowered),
    }
    taken = {what: seconds(read) for what, read in rows.items()}
    baseline = taken["xDSL, generic text"]
    print(f"{name}: {count} ops")
    for what, time_taken in taken.items():
        print(f"{what:22} {1000 * time_taken:8.1f} ms {count / time_taken:8.0f} ops/s {baseline / time_taken:5.1f} x")
    return 0


if __name__ == "__main__":
    sys.exit(main())
