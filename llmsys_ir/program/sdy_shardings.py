"""Shardings of the sdy dialect, and what they hold on a mesh of numbered axes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from xdsl.dialects.builtin import DenseArrayBase, DictionaryAttr, StringAttr, i64
from xdsl.ir import Attribute, Operation, SSAValue
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.diagnostics import OperationError
from llmsys_ir.dialects.mesh import ShardAttr, ShardOp
from llmsys_ir.dialects.sdy.checks import check_sharding, mesh_of
from llmsys_ir.dialects.sdy.shardings import Axis, DimSharding, axis_text
from llmsys_ir.dialects.sdy.shardings import Mesh as SdyMesh
from llmsys_ir.dialects.sdy.shardings import Sharding as SdySharding
from llmsys_ir.dialects.tensors import as_tensor
from llmsys_ir.program.checks import OPEN_DIMS_ATTRIBUTE, REPLICATED_ATTRIBUTE
from llmsys_ir.program.sdy_meshes import MeshImport
from llmsys_ir.sharding.demand import Demand
from llmsys_ir.sharding.sharding import ReductionKind, Sharding

PARTIAL_ATTRIBUTE = "llmsys.partial"
"""On a constraint: along which mesh axes, and with what kind, the value was partial in the program it came from."""


@dataclass(frozen=True)
class Annotation:
    """What is held of a value, on the mesh of this name."""

    demand: Demand
    mesh: str

    def of(self, value: SSAValue) -> ShardOp:
        """The op that says so where the value is defined."""
        op = ShardOp(value, ShardAttr.from_sharding(self.demand.sharding, self.mesh))
        lists = ((OPEN_DIMS_ATTRIBUTE, self.demand.open_dims), (REPLICATED_ATTRIBUTE, self.demand.replicated))
        op.attributes.update({name: DenseArrayBase.from_list(i64, sorted(given)) for name, given in lists if given})
        return op

    def as_noted(self, op: Operation) -> Annotation:
        """The annotation as it was before it was exported as the constraint `op`.

        Raises:
            OperationError: what is noted is no partial sharding.
        """
        note = op.attributes.get(PARTIAL_ATTRIBUTE)
        if note is None:
            return self
        entries: Mapping[str, Attribute] = note.data if isinstance(note, DictionaryAttr) else {}
        kind, axes = entries.get("kind"), entries.get("axes")
        kinds = list(map(str, ReductionKind))
        if not isinstance(kind, StringAttr) or kind.data not in kinds or not isinstance(axes, DenseArrayBase):
            example = '{axes = array<i64: 0>, kind = "max"}'
            raise OperationError(op, f"expected '{PARTIAL_ATTRIBUTE}' such as {example}, got {note}")
        numbers = tuple(map(int, axes.get_values()))
        partial = Sharding(self.demand.sharding.dims, numbers, ReductionKind(kind.data) if numbers else None)
        return Annotation(replace(self.demand, sharding=partial), self.mesh)

    def anyhow(self) -> Annotation:
        """An annotation that leaves all dims open."""
        rank = self.demand.sharding.rank
        return Annotation(Demand(Sharding.replicated(rank), frozenset(range(rank))), self.mesh)


@dataclass(frozen=True)
class SdyReader:
    """Reads shardings of a module."""

    meshes: MeshImport

    def read(self, op: Operation, given: SdySharding, type_: Attribute, what: str = "") -> Annotation | None:
        """What a sharding of a value holds; None if it says nothing.

        Args:
            op: where the sharding stands.
            given: the sharding.
            type_: the type of the value.
            what: which value of the op it is, for messages.

        Raises:
            OperationError: it does not fit the value or its mesh, or it has no meaning here.
        """
        if as_tensor(type_) is None:
            return None
        try:
            check_sharding(op, given, type_)
        except VerifyException as error:
            raise OperationError(op, f"{what}{error}") from None
        mesh = mesh_of(op, given)
        self._check_whole_axes(op, given, what)
        symbol = self._symbol(op, mesh, what)
        demand = demand_of_sdy(given, mesh)
        return None if symbol is None or demand.says_nothing else Annotation(demand, symbol)

    def is_on_one_device(self, op: Operation, given: SdySharding) -> bool:
        """Whether a sharding says that one device alone has a value, or runs an op.

        Raises:
            OperationError: its mesh is not defined.
        """
        try:
            mesh = mesh_of(op, given)
        except VerifyException as error:
            raise OperationError(op, str(error)) from None
        return bool(mesh.device_ids) and not mesh.axes

    def _symbol(self, op: Operation, mesh: SdyMesh, what: str) -> str | None:
        if mesh.axes:
            return self.meshes.add(op, mesh)
        if mesh.device_ids:
            raise OperationError(
                op,
                f"{what}is on device {mesh.device_ids[0]} alone, which is not planned; "
                "shard it over a mesh with axes, or leave its sharding out",
            )
        return self.meshes.first()

    def _check_whole_axes(self, op: Operation, given: SdySharding, what: str) -> None:
        used = (*(axis for dim in given.dims for axis in dim.axes), *given.replicated, *given.unreduced)
        part = next((axis for axis in used if axis.size is not None), None)
        if part is not None:
            raise OperationError(
                op,
                f"{what}is sharded over a part of an axis, {axis_text(part)}, which is not planned; "
                "give the mesh an axis for each part",
            )


def demand_of_sdy(given: SdySharding, mesh: SdyMesh) -> Demand:
    """What a sharding over whole axes of a mesh holds."""
    names = [name for name, _ in mesh.axes]

    def numbers(axes: Iterable[Axis]) -> tuple[int, ...]:
        return tuple(names.index(axis.name) for axis in axes)

    partial = numbers(given.unreduced)
    dims = tuple(numbers(dim.axes) for dim in given.dims)
    sharding = Sharding(dims, partial, ReductionKind.SUM if partial else None)
    open_dims = frozenset(number for number, dim in enumerate(given.dims) if dim.is_open)
    replicated = frozenset(numbers(given.replicated))
    taken = sharding.used_axes | replicated
    if not open_dims or (names and len(taken) == len(names)):
        return Demand(sharding)
    return Demand(sharding, open_dims, replicated)


def partial_note(sharding: Sharding) -> DictionaryAttr:
    """What is noted of a partial sharding that is exported without its partial axes."""
    return DictionaryAttr(
        {"axes": DenseArrayBase.from_list(i64, sharding.partial), "kind": StringAttr(str(sharding.kind))}
    )


def sdy_of_demand(demand: Demand, names: Sequence[str], mesh: str) -> SdySharding:
    """The sharding that says what is held on the mesh of this name, whose axes have these names."""

    def axes(numbers: Iterable[int]) -> tuple[Axis, ...]:
        return tuple(Axis(names[number]) for number in numbers)

    held = demand.sharding
    dims = tuple(DimSharding(axes(given), number in demand.open_dims) for number, given in enumerate(held.dims))
    return SdySharding(mesh, dims, axes(sorted(demand.replicated)), axes(held.partial))
