"""The passes and the simulator as functions on xDSL modules."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from llmsys_ir.collecting import rarely_collecting

if TYPE_CHECKING:
    from xdsl.dialects.builtin import ModuleOp

    from llmsys_ir.runtime.kernels.call import Array
    from llmsys_ir.runtime.programs import Outcome


def auto_shard(
    module: ModuleOp,
    *,
    mesh: str | None = None,
    cluster: str | None = None,
    memory: str | None = None,
    time_limit: float = 60.0,
    gap: float = 1e-3,
    strategy: str = "ilp",
    uneven: str = "never",
) -> ModuleOp:
    """A copy of `module` in which every tensor is annotated with the cheapest sharding; annotations given are kept.

    Args:
        module: a global program.
        mesh: the devices, such as `4x8`; by default the module's mesh.
        cluster: a preset's name or the path of a TOML file; by default `a100`.
        memory: the limit per device, such as `16GiB`; by default that of a named cluster.
        time_limit: seconds for the solver.
        gap: how far a large program's plan may be from the lower bound for the search to end, relative to its cost.
        strategy: `ilp`, or one of the experts' (see `llmsys_ir.planning.baselines`).
        uneven: `never`, or `allow` to pad dims that the devices do not divide, where that is cheaper.

    Raises:
        PassFailedException: an option is wrong, an op cannot be sharded, or nothing fits in memory.
    """
    options: dict[str, str | float | None] = {"mesh": mesh, "cluster": cluster, "memory": memory, "gap": gap}
    options |= {"time_limit": time_limit, "strategy": strategy, "uneven": uneven}
    return _applied("auto-shard", module, options)


def partition(module: ModuleOp, *, cluster: str | None = None) -> ModuleOp:
    """A copy of `module` whose annotated functions are what each device runs.

    Args:
        module: an annotated program.
        cluster: prices collectives, as in `auto_shard`; by default the one the program was planned for.

    Raises:
        PassFailedException: an op cannot be partitioned.
    """
    return _applied("spmd-partition", module, {"cluster": cluster})


def simulate(
    module: ModuleOp, inputs: Sequence[Array] | None = None, *, entry: str | None = None, seed: int = 0
) -> Outcome:
    """Run a global or an SPMD program on the NumPy simulator.

    Args:
        module: the program.
        inputs: one global array per argument; random ones made from `seed` if None.
        entry: the function's name; by default the only one, or `main`.
        seed: for random inputs.

    Returns:
        The global results, the traffic by collective, and the peak bytes per device.

    Raises:
        InputError: the inputs do not fit the program.
        PassFailedException: an op cannot be run.
    """
    from llmsys_ir.runtime.programs import check_inputs, find_program, random_inputs, run_program

    program = find_program(module, entry)
    if inputs is None:
        return run_program(program, random_inputs(program.arguments, seed))
    named = {f"arg{number}": array for number, array in enumerate(inputs)}
    return run_program(program, check_inputs(program.arguments, named))


def _applied(name: str, module: ModuleOp, options: dict[str, str | float | None]) -> ModuleOp:
    from llmsys_ir.dialects import context
    from llmsys_ir.universe import PASSES

    with rarely_collecting():
        copy = module.clone()
        PASSES[name].factory()(**options).apply(context(), copy)
        copy.verify()
    return copy
