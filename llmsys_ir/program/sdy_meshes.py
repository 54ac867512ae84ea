"""Meshes of the sdy dialect, whose axes have names, and of the mesh dialect, whose axes have numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

from xdsl.dialects.builtin import ArrayAttr, DenseArrayBase, ModuleOp, StringAttr, i64
from xdsl.ir import Operation
from xdsl.rewriter import InsertPoint, Rewriter

from llmsys_ir.diagnostics import OperationError
from llmsys_ir.dialects.mesh import AnyMeshOp, MeshOp
from llmsys_ir.dialects.sdy.annotations import MeshOp as SdyMeshOp
from llmsys_ir.dialects.sdy.attributes import MeshAttr
from llmsys_ir.dialects.sdy.shardings import Mesh as SdyMesh
from llmsys_ir.program.meshes import meshes_of, static_mesh
from llmsys_ir.program.signature import plain
from llmsys_ir.sharding.mesh import Mesh

AXIS_NAMES_ATTRIBUTE = "llmsys.axis_names"
"""On a mesh: what sdy calls its axes."""

DEVICE_IDS_ATTRIBUTE = "llmsys.device_ids"
"""On a mesh: the number of the device at each place, row by row, where that is not the place's own number."""

_DERIVED = (AXIS_NAMES_ATTRIBUTE, DEVICE_IDS_ATTRIBUTE)
_REPEATED = "stablehlo.mesh"
"""JAX repeats a mesh in an attribute of it."""


def sdy_meshes_of(module: ModuleOp) -> list[SdyMeshOp]:
    """The module's meshes of the sdy dialect."""
    return [op for op in module.body.block.ops if isinstance(op, SdyMeshOp)]


@dataclass
class MeshImport:
    """The sdy meshes of a module, and the mesh ops that stand for them.

    Meshes of one shape and one order of devices are the same mesh, whatever their axes are called.
    """

    module: ModuleOp
    known: dict[tuple[tuple[int, ...], tuple[int, ...]], str] = field(init=False)
    """The name of the mesh op of each shape and order of devices."""
    given: list[AnyMeshOp] = field(init=False)

    def __post_init__(self) -> None:
        self.known = {}
        self.given = meshes_of(self.module)
        for op in sdy_meshes_of(self.module):
            if op.mesh.data.axes:
                self.add(op, op.mesh.data, op.sym_name.data)

    def add(self, origin: Operation, mesh: SdyMesh, name: str | None = None) -> str:
        """The name of the mesh op that stands for a mesh with axes; `origin` is where errors are.

        Raises:
            OperationError: the module has meshes of the mesh dialect, none of this shape; or it is too large.
        """
        shape = tuple(size for _, size in mesh.axes)
        if (shape, mesh.device_ids) not in self.known:
            op = self._fitting(origin, shape) if self.given else self._new(origin, mesh, name or self._free_name())
            _note(op, mesh)
            self.known[shape, mesh.device_ids] = op.sym_name.data
        return self.known[shape, mesh.device_ids]

    def first(self) -> str | None:
        """The name of the first mesh with axes."""
        return next(iter(self.known.values()), None)

    def finish(self) -> None:
        """Remove the sdy meshes."""
        for op in sdy_meshes_of(self.module):
            Rewriter.erase_op(op)

    def _fitting(self, origin: Operation, shape: tuple[int, ...]) -> AnyMeshOp:
        taken = self.known.values()
        for op in self.given:
            if tuple(op.shape.get_values()) == shape and op.sym_name.data not in taken:
                return op
        names = ", ".join(f"@{op.sym_name.data} ({_text(op.shape.get_values())})" for op in self.given)
        raise OperationError(
            origin,
            f"expected the shape of a mesh that other annotations are on, {names}, got {_text(shape)}; "
            "put all annotations on one mesh",
        )

    def _new(self, origin: Operation, mesh: SdyMesh, name: str) -> MeshOp:
        try:
            op = MeshOp(Mesh(tuple(size for _, size in mesh.axes), name))
        except ValueError as error:
            raise OperationError(origin, str(error)) from None
        op.location = origin.location
        if isinstance(origin, SdyMeshOp):
            op.attributes.update({key: value for key, value in origin.attributes.items() if key != _REPEATED})
            Rewriter.insert_op(op, InsertPoint.after(origin))  # so that its name still finds the sdy mesh
        else:
            Rewriter.insert_op(op, InsertPoint.at_start(self.module.body.block))
        return op

    def _free_name(self) -> str:
        taken = {op.properties.get("sym_name") for op in self.module.body.block.ops}
        return next(name for name in _numbered("mesh") if StringAttr(name) not in taken)


def _note(op: AnyMeshOp, mesh: SdyMesh) -> None:
    """Note on a mesh op what it cannot say by itself."""
    op.attributes[AXIS_NAMES_ATTRIBUTE] = ArrayAttr(StringAttr(name) for name, _ in mesh.axes)
    if mesh.device_ids:
        op.attributes[DEVICE_IDS_ATTRIBUTE] = DenseArrayBase.from_list(i64, mesh.device_ids)


def sdy_mesh(op: AnyMeshOp) -> SdyMesh:
    """The sdy mesh that a mesh op stands for; axes that nobody named are called `axis_0`, `axis_1`, ...

    Raises:
        OperationError: some size is unknown.
    """
    shape = static_mesh(op).shape
    names = _axis_names(op, len(shape))
    ids = op.attributes.get(DEVICE_IDS_ATTRIBUTE)
    devices = tuple(ids.get_values()) if isinstance(ids, DenseArrayBase) else ()
    fits = sorted(devices) == list(range(static_mesh(op).num_devices))
    return SdyMesh(tuple(zip(names, shape, strict=True)), tuple(map(int, devices)) if fits else ())


def sdy_mesh_op(op: AnyMeshOp) -> SdyMeshOp:
    """The op that defines the sdy mesh of a mesh op.

    Raises:
        OperationError: some size is unknown.
    """
    made = SdyMeshOp.create(
        properties={"sym_name": op.sym_name, "mesh": MeshAttr(sdy_mesh(op))},
        attributes={name: value for name, value in op.attributes.items() if name not in _DERIVED},
    )
    made.location = op.location
    return made


def _axis_names(op: AnyMeshOp, rank: int) -> list[str]:
    given = op.attributes.get(AXIS_NAMES_ATTRIBUTE)
    entries = () if given is None else plain(given)
    names = [entry for entry in entries if isinstance(entry, str)][:rank] if isinstance(entries, tuple) else []
    if len(set(names)) < len(names):
        raise OperationError(op, f"expected distinct names of its axes in '{AXIS_NAMES_ATTRIBUTE}', got {given}")
    for number in range(len(names), rank):
        names.append(next(name for name in _numbered("axis", number) if name not in names))
    return names


def _numbered(word: str, first: int | None = None) -> Iterator[str]:
    """`word`, `word_0`, `word_1`, ...; without `word` itself if `first` says where to begin."""
    if first is None:
        yield word
    yield from (f"{word}_{number}" for number in count(first or 0))


def _text(shape: Sequence[int]) -> str:
    return "x".join(str(size) if size > 0 else "?" for size in shape)
