"""convert-mesh-to-stablehlo: what each device runs, as the StableHLO that JAX and XLA take.

See `llmsys_ir.program.manual_stablehlo`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from xdsl.context import Context
from xdsl.dialects import func
from xdsl.dialects.builtin import ModuleOp
from xdsl.ir import Attribute
from xdsl.passes import ModulePass
from xdsl.rewriter import Rewriter

from llmsys_ir.diagnostics import OperationError
from llmsys_ir.dialects.mesh import AnyMeshOp, ShardAttr
from llmsys_ir.program.boundary import argument_shardings, is_partitioned, result_shardings
from llmsys_ir.program.forms import attribute_form
from llmsys_ir.program.inlining import inline_calls
from llmsys_ir.program.manual_stablehlo import Boundary, manual_function
from llmsys_ir.program.meshes import functions_of, mesh_of, meshes_of, static_mesh
from llmsys_ir.program.sdy_meshes import sdy_mesh
from llmsys_ir.program.signature import spec_of
from llmsys_ir.sharding.sharding import Sharding


@dataclass(frozen=True)
class ConvertMeshToStablehloPass(ModulePass):
    """Turn partitioned functions of StableHLO into functions of global tensors with one all-manual computation.

    Collectives become those of StableHLO, with groups of devices that are numbered row by row in the mesh.
    """

    name: ClassVar[str] = "convert-mesh-to-stablehlo"

    def apply(self, ctx: Context, op: ModuleOp) -> None:  # noqa: ARG002
        """Convert every function of the module."""
        inline_calls(op)
        with attribute_form(op):
            for function in functions_of(op):
                if not is_partitioned(function):
                    raise OperationError(function, "is not what one device runs; partition it before")
            boundaries = {mesh: _boundary(mesh) for mesh in meshes_of(op)}
            for function in functions_of(op):
                boundary = boundaries[mesh_of(function)]
                Rewriter.replace_op(function, _converted(function, boundary), [])
            for mesh, boundary in boundaries.items():
                Rewriter.replace_op(mesh, boundary.mesh_op(), [])
                op.attributes.update(boundary.counts())


def _boundary(mesh: AnyMeshOp) -> Boundary:
    return Boundary(static_mesh(mesh), [name for name, _ in sdy_mesh(mesh).axes])


def _converted(function: func.FuncOp, boundary: Boundary) -> func.FuncOp:
    type_ = function.function_type
    sides = (argument_shardings(function), type_.inputs.data), (result_shardings(function), type_.outputs.data)
    arguments, results = ([_sharding(*pair) for pair in zip(*side, strict=True)] for side in sides)
    return manual_function(function, boundary, arguments, results)


def _sharding(given: ShardAttr | None, type_: Attribute) -> Sharding:
    rank = spec_of(type_).rank
    return Sharding.replicated(rank) if given is None else given.to_sharding(rank)
