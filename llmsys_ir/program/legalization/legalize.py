"""Programs in StableHLO, in place of other dialects."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from xdsl.builder import Builder
from xdsl.dialects import func
from xdsl.dialects.builtin import TensorType
from xdsl.ir import Operation, SSAValue
from xdsl.rewriter import InsertPoint, Rewriter

from llmsys_ir.diagnostics import name_of
from llmsys_ir.dialects.tensors import tensor_type
from llmsys_ir.program.checks import check_static, is_tensor
from llmsys_ir.program.legalization.arith_math import ARITH_MATH
from llmsys_ir.program.legalization.linalg import is_structured, structured
from llmsys_ir.program.legalization.lookups import LOOKUPS
from llmsys_ir.program.legalization.site import Site, element_of
from llmsys_ir.program.legalization.tensor import TENSOR
from llmsys_ir.program.legalization.tosa_elementwise import ELEMENTWISE, Form
from llmsys_ir.program.legalization.tosa_resizing import RESIZING
from llmsys_ir.program.legalization.tosa_structure import STRUCTURE
from llmsys_ir.program.legalization.tosa_windows import WINDOWS

FORMS: Mapping[str, Form] = {**ARITH_MATH, **ELEMENTWISE, **LOOKUPS, **STRUCTURE, **RESIZING, **TENSOR, **WINDOWS}
"""What stands for ops of other dialects, by their names; structured ops go by their bodies."""

Emit: TypeAlias = Callable[[Site], Sequence[SSAValue]]
"""Emits what stands for an op; gives its results."""

_SCALARS = ("arith.", "math.", "tensor.extract", "tosa.const_shape")
"""Ops that are needed no longer once what reads them is StableHLO."""


def legalize(function: func.FuncOp) -> None:
    """Replace the ops of a function on tensors that have a counterpart in StableHLO; the others stay.

    Raises:
        OperationError: an op has one only in part, or unknown sizes.
    """
    for op in _outermost(function):
        emit = emitter_of(op)
        if emit is not None:
            check_static(op, op.results)
            Rewriter.replace_op(op, [], emit(Site(op, Builder(InsertPoint.before(op)))))
        elif name_of(op).startswith("mesh."):
            _retype(op)
    for op in reversed([op for op in function.walk() if op.name.startswith(_SCALARS)]):
        if not any(result.uses for result in op.results):
            Rewriter.erase_op(op)


def emitter_of(op: Operation) -> Emit | None:
    """What emits the counterpart of an op; None if it has none."""
    form = FORMS.get(name_of(op))
    if form is None:
        return structured if is_structured(op) else None
    if not is_tensor(op.results[0]) or (name_of(op) not in TENSOR and not all(map(_is_array, op.operands))):
        return None
    return lambda site: [form(site)]


def _retype(op: Operation) -> None:
    """Let a collective give the type of elements that it takes in StableHLO."""
    for result in op.results:
        if is_tensor(result):
            type_ = tensor_type(result)
            element = element_of(type_.element_type)
            if element != type_.element_type:
                Rewriter.replace_value_with_new_type(result, TensorType(element, type_.get_shape(), type_.encoding))


def _outermost(function: func.FuncOp) -> list[Operation]:
    """The ops of a function but those in bodies of structured ops."""
    return [op for op in function.walk() if not _is_in_body(op)]


def _is_in_body(op: Operation) -> bool:
    outer = op.parent_op()
    return outer is not None and name_of(outer).startswith(("linalg.", "tensor.", "tm_tensor."))


def _is_array(value: SSAValue) -> bool:
    """Whether a value is a tensor, or the shape of one; what a device computes of its place is neither."""
    return is_tensor(value) or str(value.type).startswith("!tosa.shape")
