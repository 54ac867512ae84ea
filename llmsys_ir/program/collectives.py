"""Emitting a resharding path as collectives of the mesh dialect."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import inf, prod
from typing import cast

from xdsl.builder import Builder
from xdsl.dialects import arith, tensor
from xdsl.dialects.builtin import (
    DYNAMIC_INDEX,
    AnyFloat,
    IndexType,
    IntegerAttr,
    IntegerType,
    Signedness,
    TensorType,
    i1,
)
from xdsl.ir import Attribute, SSAValue

from llmsys_ir.dialects import mesh as mesh_dialect
from llmsys_ir.dialects.grids.collectives import divided, multiplied
from llmsys_ir.dialects.tensors import Dense, Tensor, splat, tensor_type, zeros
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.resharding import Move, MoveKind, Path, exchanged
from llmsys_ir.sharding.sharding import Axes, ReductionKind, Sharding


@lru_cache(maxsize=1 << 16)
def local_type(global_type: Tensor, sharding: Sharding, mesh: Mesh) -> Tensor:
    """The type of one device's part; a size is unknown where the tensor's is, or that of a mesh axis that splits it."""
    sizes = zip(global_type.get_shape(), sharding.dims, strict=True)
    shape = [
        DYNAMIC_INDEX if size == DYNAMIC_INDEX or not mesh.unknown.isdisjoint(axes) else size // mesh.size(axes)
        for size, axes in sizes
    ]
    return TensorType(global_type.element_type, shape, global_type.encoding)


@lru_cache(maxsize=1 << 16)
def _moved_type(before: Tensor, move: Move, mesh: Mesh) -> Tensor:
    """What is known of the type after a move from the type before it: less than the sharding says, if sizes are
    unknown.
    """
    group = mesh.size(move.axes) if mesh.unknown.isdisjoint(move.axes) else DYNAMIC_INDEX
    shape = before.get_shape()
    if move.source_dim >= 0:
        shape = multiplied(shape, move.source_dim, group)
    if move.target_dim >= 0:
        shape = divided(shape, move.target_dim, group)
    return TensorType(before.element_type, shape, before.encoding)


@dataclass(frozen=True)
class ReshardingEmitter:
    """Emits reshardings of tensors on one mesh at a builder's insertion point."""

    builder: Builder
    mesh: Mesh

    def emit(self, value: SSAValue, global_type: Tensor, source: Sharding, path: Path) -> SSAValue:
        """The value after every move of `path`."""
        source = source.without_unit_axes(self.mesh)
        for move in path.moves:
            value = self._move(value, _moved_type(tensor_type(value), move, self.mesh), source, move)
            source = move.result
            wanted = local_type(global_type, source, self.mesh)
            if value.type != wanted:
                value = self.builder.insert(tensor.CastOp(value, wanted)).dest
        return value

    def _move(self, value: SSAValue, result: Tensor, source: Sharding, move: Move) -> SSAValue:
        name = self.mesh.name
        match move.kind:
            case MoveKind.ALL_SLICE:
                op = mesh_dialect.AllSliceOp.along(value, name, move.axes, move.target_dim, result)
            case MoveKind.ALL_GATHER:
                op = mesh_dialect.AllGatherOp.along(value, name, move.axes, move.source_dim, result)
            case MoveKind.ALL_TO_ALL:
                split, concat = move.target_dim, move.source_dim
                op = mesh_dialect.AllToAllOp.between(value, name, move.axes, split, concat, result)
            case MoveKind.ALL_REDUCE:
                assert source.kind is not None
                op = mesh_dialect.AllReduceOp.over(value, name, move.axes, source.kind)
            case MoveKind.REDUCE_SCATTER:
                assert source.kind is not None
                op = mesh_dialect.ReduceScatterOp.along(value, name, move.axes, move.target_dim, source.kind, result)
            case MoveKind.PERMUTE:
                return self._permute(value, source, move)
            case MoveKind.MASK:
                assert move.result.kind is not None
                return self._mask(value, result, move.axes[0], move.result.kind)
        return self.builder.insert(op).result

    def _mask(self, value: SSAValue, type_: Tensor, axis: int, kind: ReductionKind) -> SSAValue:
        """The value on the first device along `axis`, the reduction's neutral element on the others."""
        if kind.is_idempotent:
            return value
        (coordinate,) = self._coordinates((axis,))
        is_first = self.builder.insert(arith.CmpiOp(coordinate, self._constant(0), "eq")).result
        neutral = self._neutral(value, type_, kind)
        return self.builder.insert(arith.SelectOp(is_first, value, neutral)).result

    def _neutral(self, value: SSAValue, type_: Tensor, kind: ReductionKind) -> SSAValue:
        """The reduction's neutral element everywhere, in the shape of `value`."""
        unknown = [dim for dim, size in enumerate(type_.get_shape()) if size == DYNAMIC_INDEX]
        if not unknown:
            return self.builder.insert(arith.ConstantOp(neutral_element(type_, kind))).result
        one = self.builder.insert(arith.ConstantOp(neutral_element(TensorType(type_.element_type, []), kind))).result
        scalar = self.builder.insert(tensor.ExtractOp(one, [], type_.element_type)).result
        sizes = [self.builder.insert(tensor.DimOp(value, self._constant(dim))) for dim in unknown]
        return self.builder.insert(tensor.SplatOp(scalar, sizes, type_)).result

    def _permute(self, value: SSAValue, source: Sharding, move: Move) -> SSAValue:
        """Each device sends its shard to the device that needs it; replicas go to replicas."""
        axes = move.axes
        coordinates = dict(zip(axes, self._coordinates(axes), strict=True))
        destination = self._partner(coordinates, source, move.result, axes)
        origin = self._partner(coordinates, move.result, source, axes)
        sent = self.builder.insert(mesh_dialect.SendOp.to_device(value, self.mesh.name, axes, destination)).result
        return self.builder.insert(mesh_dialect.RecvOp.from_device(sent, self.mesh.name, axes, origin)).result

    def _partner(self, coordinates: dict[int, SSAValue], here: Sharding, there: Sharding, axes: Axes) -> list[SSAValue]:
        """The coordinates of the device whose shard under `there` is this device's shard under `here`."""
        partner: dict[int, SSAValue] = {}
        groups = [exchanged(*dims, self.mesh) for dims in zip(here.dims, there.dims, strict=True)]
        rest = [tuple(axis for axis in axes if axis not in side.split_axes) for side in (here, there)]
        for before, after in (*groups, (rest[0], rest[1])):
            self._assign(partner, [coordinates[axis] for axis in before], before, after)
        return [partner[axis] for axis in axes]

    def _assign(self, partner: dict[int, SSAValue], digits: Sequence[SSAValue], before: Axes, after: Axes) -> None:
        """Rewrite a number with `digits` on the axes `before` as digits on the axes `after`."""
        sizes = [self.mesh.shape[axis] for axis in after]
        if [self.mesh.shape[axis] for axis in before] == sizes:
            partner.update(zip(after, digits, strict=True))
            return
        number = self._constant(0)
        for axis, digit in zip(before, digits, strict=True):
            scaled = self.builder.insert(arith.MuliOp(number, self._constant(self.mesh.shape[axis]))).result
            number = self.builder.insert(arith.AddiOp(scaled, digit)).result
        for position, axis in enumerate(after):
            weight = self._constant(prod(sizes[position + 1 :]))
            shifted = self.builder.insert(arith.DivUIOp(number, weight)).result
            size = self._constant(self.mesh.shape[axis])
            partner[axis] = self.builder.insert(arith.RemUIOp(shifted, size)).result

    def _coordinates(self, axes: Axes) -> Sequence[SSAValue]:
        return self.builder.insert(mesh_dialect.ProcessMultiIndexOp(self.mesh.name, axes)).result

    def _constant(self, value: int) -> SSAValue:
        return self.builder.insert(arith.ConstantOp(IntegerAttr(value, IndexType()))).result


def neutral_element(type_: Tensor, kind: ReductionKind) -> Dense:
    """The splat tensor that changes nothing under a reduction of `kind`.

    Raises:
        ValueError: nothing is known to be neutral.
    """
    element = type_.element_type
    match kind:
        case ReductionKind.SUM | ReductionKind.BITWISE_XOR | ReductionKind.BITWISE_OR:
            return zeros(type_)
        case ReductionKind.PRODUCT:
            return splat(type_, 1)
        case ReductionKind.BITWISE_AND:
            return splat(type_, _extreme(element, 1) if element == i1 else -1)
        case ReductionKind.MAX | ReductionKind.MIN:
            return splat(type_, _extreme(element, -1 if kind is ReductionKind.MAX else 1))
        case _:
            raise ValueError(f"no neutral element is known for a reduction of kind '{kind}'")


def _extreme(element: Attribute, sign: int) -> float:
    """The least element of a type, or with sign 1 the greatest."""
    if element == i1:
        return int(sign > 0)
    if isinstance(element, AnyFloat):
        return sign * inf
    integer = cast(IntegerType, element)
    width, is_unsigned = integer.width.data, integer.signedness.data is Signedness.UNSIGNED
    if is_unsigned:
        return (1 << width) - 1 if sign > 0 else 0
    return (1 << width - 1) - 1 if sign > 0 else -(1 << width - 1)
