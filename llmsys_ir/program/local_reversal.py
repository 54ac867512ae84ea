"""The local form of reversals."""

from __future__ import annotations

from collections.abc import Sequence

from xdsl.dialects import arith
from xdsl.ir import SSAValue

from llmsys_ir.dialects import mesh as mesh_dialect
from llmsys_ir.program.local_forms import Localizer
from llmsys_ir.program.shard_starts import index_constant
from llmsys_ir.program.signature import signature_of


def reverse(local: Localizer) -> Sequence[SSAValue]:
    """Shards change places, the first with the last, and each is reversed."""
    signature, dims = signature_of(local.op), local.strategy.operands[0].dims
    turned = signature.integers("dimensions") if "dimensions" in signature.attributes else [signature.integer("axis")]
    axes = tuple(axis for dim in turned for axis in dims[dim])
    if not axes:
        return local.local_op()
    builder, name = local.builder, local.mesh.name
    coordinates = builder.insert(mesh_dialect.ProcessMultiIndexOp(name, axes)).result
    partner = [
        builder.insert(arith.SubiOp(index_constant(builder, local.mesh.shape[axis] - 1), coordinate)).result
        for axis, coordinate in zip(axes, coordinates, strict=True)
    ]
    sent = builder.insert(mesh_dialect.SendOp.to_device(local.operands[0], name, axes, partner)).result
    received = builder.insert(mesh_dialect.RecvOp.from_device(sent, name, axes, partner)).result
    return local.local_op(operands=[received])
