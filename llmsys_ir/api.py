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
) -> ModuleOp:
    """A copy of `module` in which every tensor is annotated with the cheapest sharding; annotations given are kept.

    Args:
        module: a global program.
        mesh: the devices, such as `4x8`; by default the module's mesh.
        cluster: a preset's name or the path of a TOML file; by default `a100`.
        memory: the limit per device, such as `16GiB`; by default that of a named cluster.
        time_limit: seconds for the solver.

    Raises:
        PassFailedException: an option is wrong, an op cannot be sharded, or nothing fits in memory.
    """
    options = {"mesh": mesh, "cluster": cluster, "memory": memory, "time_limit": time_limit}
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
