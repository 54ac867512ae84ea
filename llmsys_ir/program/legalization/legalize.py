"""Programs in StableHLO, in place of other dialects."""

from __future__ import annotations

from collections.abc import Mapping

from xdsl.builder import Builder
from xdsl.dialects import func
from xdsl.ir import Operation, SSAValue
from xdsl.rewriter import InsertPoint, Rewriter

from llmsys_ir.diagnostics import name_of
from llmsys_ir.program.checks import check_static, is_tensor
from llmsys_ir.program.legalization.arith_math import ARITH_MATH
from llmsys_ir.program.legalization.site import Site
from llmsys_ir.program.legalization.tosa_elementwise import ELEMENTWISE, Form
from llmsys_ir.program.legalization.tosa_resizing import RESIZING
from llmsys_ir.program.legalization.tosa_structure import STRUCTURE
from llmsys_ir.program.legalization.tosa_windows import WINDOWS

FORMS: Mapping[str, Form] = {**ARITH_MATH, **ELEMENTWISE, **STRUCTURE, **RESIZING, **WINDOWS}
"""What stands for the ops of other dialects, by their names."""

_SHAPES = "tosa.const_shape"


def legalize(function: func.FuncOp) -> None:
    """Replace the ops of a function on tensors that have a counterpart in StableHLO; the others stay.

    Raises:
        OperationError: an op has one only in part, or unknown sizes.
    """
    for op in list(function.walk()):
        form = FORMS.get(name_of(op))
        if form is not None and is_tensor(op.results[0]) and all(map(_is_array, op.operands)):
            check_static(op, op.results)
            value = form(Site(op, Builder(InsertPoint.before(op))))
            Rewriter.replace_op(op, [], [value])
    for op in [op for op in function.walk() if op.name == _SHAPES and not _is_used(op)]:
        Rewriter.erase_op(op)


def _is_array(value: SSAValue) -> bool:
    """Whether a value is a tensor, or the shape of one; what a device computes of its place is neither."""
    return is_tensor(value) or str(value.type).startswith("!tosa.shape")


def _is_used(op: Operation) -> bool:
    return any(result.uses for result in op.results)
