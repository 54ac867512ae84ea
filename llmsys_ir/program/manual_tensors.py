"""Ops of the tensor dialect that local forms have, as StableHLO."""

from __future__ import annotations

from collections.abc import Sequence

from xdsl.dialects.builtin import DYNAMIC_INDEX, DenseArrayBase, i32, i64
from xdsl.ir import Attribute, Operation, SSAValue

from llmsys_ir.diagnostics import OperationError
from llmsys_ir.dialects.stablehlo import reshaping, slicing
from llmsys_ir.dialects.tensors import static_integers, tensor_type
from llmsys_ir.program.stablehlo_collectives import CollectiveEmitter


def sliced(emitter: CollectiveEmitter, op: Operation, value: SSAValue) -> SSAValue:
    """A `tensor.extract_slice` of elements next to each other, from where is known of each device.

    Raises:
        OperationError: it skips elements, drops dims, or starts where is only known when the program runs.
    """
    offsets, sizes, strides = (
        static_integers(op.properties[f"static_{name}"]) for name in ("offsets", "sizes", "strides")
    )
    type_ = tensor_type(op.results[0])
    if tuple(sizes) != type_.get_shape() or any(stride != 1 for stride in strides):
        raise OperationError(op, "skips elements or drops dims, which is not known here as StableHLO")
    starts = emitter.devices.coordinates(offsets, op.operands[1:])
    if starts is None:
        raise OperationError(op, "starts where is only known when the program runs")
    operands = [value, *(emitter.of_device(start, i32) for start in starts)]
    return emitter.emit(slicing.DynamicSliceOp, operands, type_, {"slice_sizes": _integers(sizes)})


def joined(emitter: CollectiveEmitter, op: Operation, values: Sequence[SSAValue]) -> SSAValue:
    """A `tensor.concat`."""
    properties: dict[str, Attribute] = {"dimension": op.properties["dim"]}
    return emitter.emit(reshaping.ConcatenateOp, values, tensor_type(op.results[0]), properties)


def padded(emitter: CollectiveEmitter, op: Operation, value: SSAValue) -> SSAValue:
    """A `tensor.pad` by a number.

    Raises:
        OperationError: the amounts or the number are only known when the program runs.
    """
    low, high = (static_integers(op.properties[f"static_{end}"]) for end in ("low", "high"))
    end, type_ = op.regions[0].block.last_op, tensor_type(op.results[0])
    number = emitter.devices.known.get(end.operands[0]) if end is not None else None
    if DYNAMIC_INDEX in (*low, *high) or number is None:
        raise OperationError(op, "pads by what is only known when the program runs")
    amounts = {"edge_padding_low": low, "edge_padding_high": high, "interior_padding": [0] * len(low)}
    properties: dict[str, Attribute] = {name: _integers(numbers) for name, numbers in amounts.items()}
    operands = [value, emitter.of_device(number, type_.element_type)]
    return emitter.emit(slicing.PadOp, operands, type_, properties)


def _integers(numbers: Sequence[int]) -> Attribute:
    return DenseArrayBase.from_list(i64, list(numbers))
