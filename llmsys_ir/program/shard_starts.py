"""Where a device's shard starts, as ops that a partitioned program computes it with."""

from __future__ import annotations

from xdsl.builder import Builder
from xdsl.dialects import arith
from xdsl.dialects.builtin import IndexType, IntegerAttr
from xdsl.ir import SSAValue

from llmsys_ir.dialects import mesh as mesh_dialect
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.sharding import Axes


def index_constant(builder: Builder, value: int) -> SSAValue:
    """A constant of type index."""
    return builder.insert(arith.ConstantOp(IntegerAttr(value, IndexType()))).result


def shard_start(builder: Builder, mesh: Mesh, axes: Axes, size: int) -> SSAValue:
    """Where a device's shard of `size` elements starts in a dim that is split over `axes`: an index."""
    coordinates = builder.insert(mesh_dialect.ProcessMultiIndexOp(mesh.name, axes)).result
    number = index_constant(builder, 0)
    for axis, coordinate in zip(axes, coordinates, strict=True):
        scaled = builder.insert(arith.MuliOp(number, index_constant(builder, mesh.shape[axis]))).result
        number = builder.insert(arith.AddiOp(scaled, coordinate)).result
    return builder.insert(arith.MuliOp(number, index_constant(builder, size))).result
