"""The document's example, planned, partitioned, priced, and run with small dims on 32 simulated devices.

Run it with `make demo`, or `python examples/demo.py`.
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
from xdsl.dialects.builtin import ModuleOp

from llmsys_ir import auto_shard, partition, simulate
from llmsys_ir.dialects import context
from llmsys_ir.planning.plan import Plan
from llmsys_ir.planning.pricing import Pricing
from llmsys_ir.planning.report import format_bytes
from llmsys_ir.program.meshes import cluster_of, functions_of, meshes_of
from llmsys_ir.program.price import collective_costs
from llmsys_ir.tools.driver import parse_module
from llmsys_ir.tools.printing import module_text
from llmsys_passes.auto_shard import AutoShardPass

EXAMPLE = Path(__file__).with_name("document.mlir")
SMALL = {"32": "8", "1000": "10", "4096": "64", "8192": "16"}
"""The dims of the example, and those it is run with."""


def main() -> None:
    """Show the example as it is annotated, then with its result asked for whole on every device."""
    text = EXAMPLE.read_text(encoding="utf-8")
    show("The document's example: the result stays a partial sum over mesh axis 1", text)
    show("The same with the result reduced", text.replace("[[0]], partial = sum[1]", "[[0]]"))
    show("The same with nothing annotated", without_annotations(text))


def show(title: str, text: str) -> None:
    """Plan, partition, price and run one program."""
    module = parse(text)
    annotated = module.clone()
    (plan,) = AutoShardPass().shard(annotated).values()
    spmd = partition(annotated)
    print(f"== {title} ==\n\n-- annotated program --\n{module_text(annotated)}")
    print(f"-- SPMD program: what each of the 32 devices runs --\n{module_text(spmd)}")
    print_costs(plan, spmd)
    print_run(text)


def print_costs(plan: Plan, spmd: ModuleOp) -> None:
    """The collectives, the cost and its parts, the memory, and what the solver says of the plan."""
    pricing = Pricing(cluster_of(meshes_of(spmd)[0]))
    rows = collective_costs(functions_of(spmd)[0], pricing)
    print("-- collectives --")
    print(f"{'collective':<16}{'mesh axes':<12}{'bytes sent per device':>24}{'ms':>10}")
    for row in rows:
        print(f"{row.name:<16}{list(row.axes)!s:<12}{format_bytes(row.sent):>24}{row.seconds * 1e3:>10.3f}")
    if not rows:
        print("none")
    compute, communication = plan.compute_seconds * 1e3, plan.communication_seconds * 1e3
    print(f"\ncost: {plan.seconds * 1e3:.3f} ms = {compute:.3f} ms compute + {communication:.3f} ms communication")
    print(f"memory: {format_bytes(plan.memory.peak)} per device at most")
    print(f"solver: {plan.status}, lower bound {plan.lower_bound * 1e3:.3f} ms\n")


def print_run(text: str) -> None:
    """Run the program with small dims on simulated devices, against NumPy's own product."""
    small = parse(re.sub(r"tensor<([\dx]+)xf32>", shrink, text))
    generator = np.random.default_rng(0)
    lhs = generator.standard_normal((8, 10, 64), dtype=np.float32)
    rhs = generator.standard_normal((8, 64, 16), dtype=np.float32)
    outcome = simulate(partition(auto_shard(small)), [lhs, rhs])
    expected = np.matmul(lhs, rhs)
    error = float(np.abs(outcome.results[0] - expected).max() / np.abs(expected).max())
    print(f"run with dims 8x10x64 and 8x64x16 on 32 simulated devices: relative error {error:.1e} against NumPy\n")


def shrink(match: re.Match[str]) -> str:
    """A tensor type with small dims."""
    return f"tensor<{'x'.join(SMALL[size] for size in match[1].split('x'))}xf32>"


def without_annotations(text: str) -> str:
    """The program without its `mesh.shard` ops."""
    names = dict(re.findall(r"(%\w+) = mesh\.shard (%\w+) ", text))
    lines = [line for line in text.splitlines() if "mesh.shard" not in line]
    return re.sub(r"%\w+", lambda match: names.get(match[0], match[0]), "\n".join(lines))


def parse(text: str) -> ModuleOp:
    """The module written as `text`."""
    return parse_module(context(), text, EXAMPLE.name)


if __name__ == "__main__":
    main()
