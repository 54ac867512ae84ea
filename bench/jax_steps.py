# JAX leaves most types open.
# pyright: basic
"""What a training step of the JAX examples takes on eight host devices: planned, and sharded by hand.

    python bench/jax_steps.py [--rounds 15] [gpt] [moe]

prints a table in Markdown: the median of the milliseconds of a step and the least, for a plan run by either
partitioner, for plain `jax.jit` on one device, and for data parallelism, fully sharded data parallelism (FSDP) and
Megatron's tensor parallelism, with experts spread over devices, written by hand and run by `jax.jit`. The variants take
turns, one step each a round, so that whatever else the machine does meets all of them. The last column is the median
over the least median by hand. Exit code 1 if a loss of the first steps differs from that of one device.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent / "examples"))

import jax
import jax_gpt
import jax_moe
import numpy as np
from jax.sharding import AxisType, NamedSharding, PartitionSpec

from llmsys_ir.frontends.jax import auto_shard

EXAMPLES: dict[str, ModuleType] = {"gpt": jax_gpt, "moe": jax_moe}

DEVICES = 8

_COMPARED = 10
"""How many losses are compared: rounding grows until a token goes to another expert."""

Spec = Callable[[str, Any], PartitionSpec]
"""How a parameter, or a moment of it, is sharded by hand: by its name and its array."""


def data_parallel(name: str, leaf: Any) -> PartitionSpec:  # noqa: ARG001
    """Everything everywhere."""
    return PartitionSpec()


def fsdp(name: str, leaf: Any) -> PartitionSpec:  # noqa: ARG001
    """The largest dim over all devices, the last one of several."""
    sizes = [size if size % DEVICES == 0 else 0 for size in np.shape(leaf)]
    if not any(sizes):
        return PartitionSpec()
    dim = len(sizes) - 1 - int(np.argmax(sizes[::-1]))
    return PartitionSpec(*[None] * dim, ("data", "model"))


def megatron(name: str, leaf: Any) -> PartitionSpec:
    """Heads, hidden features, experts and the vocabulary over the mesh axis `model`."""
    if np.ndim(leaf) == 3 and name in ("up", "down"):
        return PartitionSpec("model")
    return {
        "qkv": PartitionSpec(None, None, "model"),
        "out": PartitionSpec("model"),
        "up": PartitionSpec(None, "model"),
        "down": PartitionSpec("model"),
        "embedding": PartitionSpec("model"),
    }.get(name, PartitionSpec())


@dataclass
class Variant:
    """A way to run the step, the state that it is at, and the seconds of its steps."""

    name: str
    step: Callable[..., Any]
    state: Any
    losses: list[float] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    def run(self, tokens: Any) -> None:
        """Do a step."""
        started = time.perf_counter()
        self.state, loss = jax.block_until_ready(self.step(self.state, tokens))
        self.seconds.append(time.perf_counter() - started)
        self.losses.append(float(loss))


def by_hand(example: ModuleType, shape: tuple[int, int], spec: Spec, state: Any) -> Callable[..., Any]:
    """The step with the state sharded as `spec` says, on a mesh `shape`, and the batch over the data axes."""
    mesh = jax.make_mesh(shape, ("data", "model"), (AxisType.Auto,) * 2)

    def sharding(path: Any, leaf: Any) -> NamedSharding:
        names = [str(key.key) for key in path if hasattr(key, "key")]
        return NamedSharding(mesh, spec(names[-1] if names else "", leaf))

    states = jax.tree_util.tree_map_with_path(sharding, state)
    batch = NamedSharding(mesh, PartitionSpec("data" if spec is megatron else ("data", "model")))
    whole = NamedSharding(mesh, PartitionSpec())
    jitted = jax.jit(example.step, in_shardings=(states, batch), out_shardings=(states, whole), donate_argnums=0)
    return lambda state, tokens: jitted(jax.device_put(state, states), jax.device_put(tokens, batch))


def variants(example: ModuleType, tokens: Any) -> list[Variant]:
    """All ways to run an example, each with a state of its own."""
    params = example.init(np.random.default_rng(0), jax_gpt.Sizes())
    state = jax.tree.map(np.asarray, (params, jax_gpt.optimizer.init(params)))
    found = [Variant("one device", jax.jit(example.step, donate_argnums=0), state)]
    for name, shape, spec in (
        ("data parallel, 8", (8, 1), data_parallel),
        ("FSDP, 8", (8, 1), fsdp),
        ("Megatron, 2x4", (2, 4), megatron),
        ("Megatron, 1x8", (1, 8), megatron),
    ):
        found.append(Variant(name, by_hand(example, shape, spec, state), state))
    for mesh in ("8", "2x4"):
        plan = auto_shard(example.step, mesh=mesh, donate_argnums=0)(state, tokens)
        found.append(Variant(f"plan.jit(), {mesh}", plan.jit(), state))
        found.append(Variant(f'plan.jit("llmsys"), {mesh}', plan.jit("llmsys"), state))
    return found


def measure(name: str, rounds: int) -> bool:
    """Run an example and print its rows; whether the first losses are those of one device."""
    example = EXAMPLES[name]
    batch = jax_gpt.batches(np.random.default_rng(1), jax_gpt.Sizes())
    tried = variants(example, batch())
    for _ in range(rounds + 1):
        tokens = batch()
        for variant in tried:
            variant.run(tokens)
    medians = {variant.name: 1000 * float(np.median(variant.seconds[1:])) for variant in tried}
    best = min(median for of, median in medians.items() if "plan" not in of and of != "one device")
    right = True
    for variant in tried:
        same = np.allclose(variant.losses[:_COMPARED], tried[0].losses[:_COMPARED], rtol=1e-3)
        right = right and same
        least, median = 1000 * min(variant.seconds[1:]), medians[variant.name]
        wrong = "" if same else " WRONG"
        print(f"| {name} | {variant.name}{wrong} | {median:.0f} | {least:.0f} | {median / best:.2f} |", flush=True)
    return right


def main() -> int:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description="Measure training steps on eight host devices.")
    parser.add_argument("examples", metavar="EXAMPLE", nargs="*", default=list(EXAMPLES), help="gpt, moe")
    parser.add_argument("--rounds", type=int, default=15)
    given = parser.parse_args()
    print("| example | how | median ms | least ms | of the best by hand |\n|---|---|---|---|---|")
    right = [measure(name, given.rounds) for name in given.examples]
    return 0 if all(right) else 1


if __name__ == "__main__":
    sys.exit(main())
