"""The scalar bodies of named linalg ops: conversions, functions, and how an op combines them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast as typing_cast

from xdsl.dialects import arith, math
from xdsl.dialects.builtin import (
    I64,
    AnyFloat,
    AnyTensorType,
    FloatAttr,
    IndexType,
    IntegerAttr,
    IntegerType,
    MemRefType,
    TensorType,
    f64,
    i1,
    i32,
    i64,
)
from xdsl.dialects.linalg.ops import YieldOp
from xdsl.ir import Attribute, Block, Operation, Region, SSAValue
from xdsl.irdl import IRDLOperation, irdl_op_definition, prop_def, result_def, traits_def
from xdsl.traits import Pure
from xdsl.utils.exceptions import VerifyException


@irdl_op_definition
class IndexOp(IRDLOperation):
    """The current index of a loop of the structured op around it."""

    name = "linalg.index"
    dim = prop_def(IntegerAttr[I64])
    result = result_def(IndexType)
    traits = traits_def(Pure())
    assembly_format = "$dim attr-dict `:` type($result)"

    def __init__(self, dim: int):
        super().__init__(properties={"dim": IntegerAttr(dim, i64)}, result_types=[IndexType()])


Emit = Callable[[Operation], SSAValue]
"""Adds an op to a body and gives its result."""

Function = Callable[[Emit, Sequence[SSAValue]], SSAValue]
"""Emits a function of some scalars."""

Cast = Callable[[SSAValue], SSAValue]
"""Emits the conversion of a scalar to the element type of the op's output."""

Body = Callable[[Emit, Sequence[SSAValue], Cast], SSAValue]
"""Emits what an op yields; its arguments are the scalars of the inputs and of the output."""


def scalar_type(type_: Attribute) -> Attribute:
    """The element type of a tensor or memref, or the type itself."""
    if not isinstance(type_, TensorType | MemRefType):
        return type_
    return typing_cast(AnyTensorType | MemRefType, type_).element_type


def tensor_types(values: Sequence[SSAValue]) -> list[Attribute]:
    """The types of those values that are tensors: what an op with these outputs gives."""
    return [type_ for value in values if isinstance(type_ := value.type, TensorType)]


def build_body(inputs: Sequence[SSAValue], outputs: Sequence[SSAValue], body: Body, unsigned: bool) -> Region:
    """The region of a named op.

    Args:
        inputs: the op's inputs.
        outputs: the op's outputs, which give the element type that inputs are converted to.
        body: what the op computes.
        unsigned: whether integers are converted as unsigned ones.
    """
    block = Block(arg_types=[scalar_type(value.type) for value in (*inputs, *outputs)])

    def emit(op: Operation) -> SSAValue:
        block.add_op(op)
        return op.results[0]

    def cast(value: SSAValue) -> SSAValue:
        return convert(emit, value, block.args[-1].type, unsigned)

    block.add_op(YieldOp(body(emit, block.args, cast)))
    return Region(block)


def convert(emit: Emit, value: SSAValue, target: Attribute, unsigned: bool = False) -> SSAValue:
    """A number as another type of number, as MLIR converts the operands of named linalg ops."""
    if value.type == target:
        return value
    op: type[IRDLOperation]
    wider = bitwidth(target) > bitwidth(value.type)
    match isinstance(value.type, AnyFloat), isinstance(target, AnyFloat):
        case False, False:
            op = (arith.ExtUIOp if unsigned else arith.ExtSIOp) if wider else arith.TruncIOp
        case False, True:
            op = arith.UIToFPOp if unsigned else arith.SIToFPOp
        case True, False:
            op = arith.FPToUIOp if unsigned else arith.FPToSIOp
        case _:
            op = arith.ExtFOp if wider else arith.TruncFOp
    return emit(op.build(operands=[value], result_types=[target]))


def bitwidth(type_: Attribute) -> int:
    """The bits of an integer or a float type."""
    if not isinstance(type_, IntegerType | AnyFloat):
        raise VerifyException(f"element type must be an integer or a float, got {type_}")
    return type_.bitwidth


def by_type(
    float_op: type[IRDLOperation] | None,
    integer_op: type[IRDLOperation] | None = None,
    boolean_op: type[IRDLOperation] | None = None,
) -> Function:
    """A function that is one op, which depends on the type of its first operand."""

    def function(emit: Emit, args: Sequence[SSAValue]) -> SSAValue:
        type_ = args[0].type
        op = float_op if isinstance(type_, AnyFloat) else integer_op
        if type_ == i1 and boolean_op is not None:
            op = boolean_op
        if op is None:
            raise VerifyException(f"element type is not one the op is defined for, got {type_}")
        return emit(op.build(operands=[*args], result_types=[args[-1].type]))

    return function


ADD = by_type(arith.AddfOp, arith.AddiOp, arith.OrIOp)
SUB = by_type(arith.SubfOp, arith.SubiOp)
MUL = by_type(arith.MulfOp, arith.MuliOp, arith.AndIOp)
DIV = by_type(arith.DivfOp, arith.DivSIOp)


def reciprocal(emit: Emit, args: Sequence[SSAValue]) -> SSAValue:
    """One divided by a float."""
    type_ = args[0].type
    if not isinstance(type_, AnyFloat):
        raise VerifyException(f"element type is not one the op is defined for, got {type_}")
    return DIV(emit, [emit(arith.ConstantOp(FloatAttr(1.0, type_))), args[0]])


def square(emit: Emit, args: Sequence[SSAValue]) -> SSAValue:
    """A float times itself."""
    return by_type(arith.MulfOp)(emit, [args[0], args[0]])


FUNCTIONS: dict[str, Function] = {
    "exp": by_type(math.ExpOp),
    "log": by_type(math.LogOp),
    "abs": by_type(math.AbsFOp),
    "ceil": by_type(math.CeilOp),
    "floor": by_type(math.FloorOp),
    "negf": by_type(arith.NegfOp),
    "reciprocal": reciprocal,
    "round": by_type(math.RoundOp),
    "sqrt": by_type(math.SqrtOp),
    "rsqrt": by_type(math.RsqrtOp),
    "square": square,
    "tanh": by_type(math.TanhOp),
    "erf": by_type(math.ErfOp),
    "add": ADD,
    "sub": SUB,
    "mul": MUL,
    "div": DIV,
    "div_unsigned": by_type(None, arith.DivUIOp),
    "max_signed": by_type(arith.MaximumfOp, arith.MaxSIOp),
    "min_signed": by_type(arith.MinimumfOp, arith.MinSIOp),
    "max_unsigned": by_type(arith.MaximumfOp, arith.MaxUIOp),
    "min_unsigned": by_type(arith.MinimumfOp, arith.MinUIOp),
    "powf": by_type(math.PowFOp),
    "select": by_type(arith.SelectOp, arith.SelectOp),
}
"""The scalar functions by MLIR's names."""


def elementwise(name: str) -> Body:
    """A function of the inputs as they are."""
    return lambda emit, args, _: FUNCTIONS[name](emit, args[:-1])


def converted_elementwise(name: str) -> Body:
    """A function of the inputs converted to the output's element type."""
    return lambda emit, args, cast: FUNCTIONS[name](emit, [cast(arg) for arg in args[:-1]])


def accumulate(name: str) -> Body:
    """A function of the output and the first input; of the window, only the shape counts."""
    return lambda emit, args, cast: FUNCTIONS[name](emit, [args[-1], cast(args[0])])


def converted(_: Emit, args: Sequence[SSAValue], cast: Cast) -> SSAValue:
    """The input, converted."""
    return cast(args[0])


def multiply_add(emit: Emit, args: Sequence[SSAValue], cast: Cast) -> SSAValue:
    """`out + a * b`."""
    return ADD(emit, [args[-1], MUL(emit, [cast(args[0]), cast(args[1])])])


def quantized_multiply_add(emit: Emit, args: Sequence[SSAValue], cast: Cast) -> SSAValue:
    """`out + (a - a_zero) * (b - b_zero)`."""
    factors = [SUB(emit, [cast(args[index]), cast(args[index + 2])]) for index in (0, 1)]
    return ADD(emit, [args[-1], MUL(emit, factors)])


def random_number(emit: Emit, args: Sequence[SSAValue], cast: Cast) -> SSAValue:
    """A number between a minimum and a maximum, from a seed and the position by congruences."""

    def integer(value: int) -> SSAValue:
        return emit(arith.ConstantOp(IntegerAttr(value, i64)))

    def position(dim: int) -> SSAValue:
        return emit(arith.IndexCastOp(emit(IndexOp(dim)), i32))

    def congruence(value: SSAValue) -> SSAValue:
        product = MUL(emit, [value, convert(emit, integer(1103515245), i32)])
        return ADD(emit, [product, convert(emit, integer(12345), i32)])

    minimum, maximum, seed, _ = args
    offset = convert(emit, integer(2147483647), f64)
    column = position(1)
    row = congruence(ADD(emit, [position(0), seed]))
    number = convert(emit, congruence(ADD(emit, [column, row])), f64)
    shifted = ADD(emit, [offset, number])
    width = SUB(emit, [maximum, minimum])
    scale = MUL(emit, [width, emit(arith.ConstantOp(FloatAttr(2.3283063999999999e-10, f64)))])
    return cast(ADD(emit, [MUL(emit, [shifted, scale]), minimum]))
