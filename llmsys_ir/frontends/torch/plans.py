# PyTorch leaves most types open, and need not be there.
# pyright: basic, reportMissingImports=false
"""PyTorch modules and functions, planned: where their parameters and inputs go, in the words of DTensor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from llmsys_ir.diagnostics import UserError
from llmsys_ir.frontends.libraries import library
from llmsys_ir.frontends.planning import FrameworkPlan, plan_main
from llmsys_ir.frontends.torch.lowering import to_module
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.sharding import ReductionKind, Sharding

_REDUCTIONS = {
    ReductionKind.SUM: "sum",
    ReductionKind.MAX: "max",
    ReductionKind.MIN: "min",
    ReductionKind.PRODUCT: "product",
    ReductionKind.AVERAGE: "avg",
}


def auto_shard(
    function: Callable[..., Any],
    *,
    mesh: str,
    memory: str | None = None,
    cluster: str | None = None,
    time_limit: float = 60.0,
) -> Callable[..., TorchPlan]:
    """Plan how to shard a module or a function: `auto_shard(model, mesh="2x4")(x)` on tensors like these.

    Args:
        function: a `torch.nn.Module`, or a function of pytrees of tensors.
        mesh: the sizes of the device mesh, such as `2x4`.
        memory: the limit per device, such as `16GiB`; by default that of the cluster.
        cluster: a preset's name or a TOML file; by default `a100`.
        time_limit: seconds for the solver.

    Raises:
        MissingPackageError: of what is returned: PyTorch or torch-mlir is not installed.
        LoweringError: there is no program.
        PassFailedException: an option is wrong, an op cannot be sharded, or nothing fits in memory.
    """

    def plan(*args: Any) -> TorchPlan:
        module = to_module(function, *args)
        found = plan_main(module, mesh=mesh, memory=memory, cluster=cluster, time_limit=time_limit)
        return TorchPlan(found, Mesh.parse(mesh), tuple(_state_of(function)), args)

    return plan


def _state_of(function: Callable[..., Any]) -> list[str]:
    """The names of a module's parameters and buffers."""
    if not isinstance(function, library("torch").nn.Module):
        return []
    module: Any = function
    return list(dict([*module.named_parameters(), *module.named_buffers()]))


@dataclass(frozen=True, repr=False)
class TorchPlan(FrameworkPlan):
    """How a module or function is sharded.

    Attributes:
        mesh: the sizes of the device mesh.
        state: the names of parameters and buffers, which are the program's first arguments.
        args: what it was planned for.
    """

    mesh: Mesh
    state: tuple[str, ...]
    args: tuple[Any, ...]

    @cached_property
    def placements(self) -> dict[str, tuple[Any, ...]]:
        """By the names of parameters and buffers, a placement of DTensor for each mesh axis."""
        shardings = self.plan.choices.arguments[: len(self.state)]
        return {name: placements(given, name, self.mesh) for name, given in zip(self.state, shardings, strict=True)}

    @cached_property
    def inputs(self) -> tuple[Any, ...]:
        """Pytrees like the arguments, with placements in place of tensors and None in place of other values."""
        torch = library("torch")
        leaves, structure = torch.utils._pytree.tree_flatten(self.args)
        given = iter(enumerate(self.plan.choices.arguments[len(self.state) :]))

        def placed() -> tuple[Any, ...]:
            number, sharding = next(given)
            return placements(sharding, f"input {number}", self.mesh)

        placed_leaves = [placed() if isinstance(leaf, torch.Tensor) else None for leaf in leaves]
        return torch.utils._pytree.tree_unflatten(placed_leaves, structure)

    def _placements(self) -> list[str]:
        named = enumerate(self.placements.items())
        return [f"argument {number}, {name}: {', '.join(map(str, given))}" for number, (name, given) in named]


def placements(sharding: Sharding, name: str, mesh: Mesh) -> tuple[Any, ...]:
    """A sharding as DTensor says it: what each mesh axis does. DTensor splits a dim by axes in the mesh's order.

    Raises:
        UserError: a dim is split by axes in another order, or a reduction is none of DTensor's.
    """
    tensor = library("torch.distributed.tensor")
    given = [tensor.Replicate() for _ in mesh.axes]
    for dim, axes in enumerate(sharding.dims):
        if list(axes) != sorted(axes):
            raise UserError(f"'{name}' is split by mesh axes in the order {list(axes)}; DTensor knows only the mesh's")
        for axis in axes:
            given[axis] = tensor.Shard(dim)
    for axis in sharding.partial:
        reduction = None if sharding.kind is None else _REDUCTIONS.get(sharding.kind)
        if reduction is None:
            raise UserError(f"'{name}' is partial with '{sharding.kind}', which DTensor does not reduce by")
        given[axis] = tensor.Partial(reduction)
    return tuple(given)
