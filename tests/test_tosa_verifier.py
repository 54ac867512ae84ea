"""What tosa's and linalg's verifiers refuse, and what they let pass."""

from __future__ import annotations

import pytest
from xdsl.parser import Parser
from xdsl.utils.exceptions import ParseError, VerifyException

from llmsys_ir.dialects import context


def verify(line: str, *types: str) -> None:
    """Parse and verify one op on function arguments `%0`, `%1`, … of some types."""
    arguments = ", ".join(f"%{index}: {type_}" for index, type_ in enumerate(types))
    text = f"func.func @f({arguments}) {{\n{line}\nfunc.return\n}}"
    Parser(context(), text).parse_module().verify()


def refuses(message: str, line: str, *types: str) -> None:
    with pytest.raises((VerifyException, ParseError)) as error:
        verify(line, *types)
    assert message in str(error.value)


A, B, C = "tensor<2x3xf32>", "tensor<3x4xf32>", "tensor<2x4xf32>"
CUBE = "tensor<2x3x4xf32>"


@pytest.mark.parametrize(
    ("message", "rhs", "result"),
    [
        ("batch sizes must be equal, got 2 != 5", "5x4x6", "2x3x6"),
        ("contracted sizes must be equal, got 4 != 7", "2x7x6", "2x3x6"),
        ("result shape must be 2x3x6, got 2x3x9", "2x4x6", "2x3x9"),
        ("result must have rank 3, got 3x6", "2x4x6", "3x6"),
    ],
)
def test_matmul(message: str, rhs: str, result: str):
    lhs, rhs, result = (f"tensor<{shape}xf32>" for shape in ("2x3x4", rhs, result))
    refuses(message, f"%2 = tosa.matmul %0, %1 : ({lhs}, {rhs}) -> {result}", lhs, rhs)


@pytest.mark.parametrize(
    ("message", "lhs", "rhs", "result"),
    [
        ("operand shapes must be broadcast-compatible, got 2x3, 2x4", "2x3xf32", "2x4xf32", "2x3xf32"),
        ("result shape must be 2x3, got 2x1", "2x3xf32", "2x1xf32", "2x1xf32"),
        ("result shape must be 1x3, got 4x3", "1x3xf32", "1x3xf32", "4x3xf32"),
        ("element types must be the same, got i32 != f32", "2x3xf32", "2x3xi32", "2x3xf32"),
        ("result shape must be 2x3, got scalar", "2x3xf32", "f32", "f32"),
    ],
)
def test_elementwise(message: str, lhs: str, rhs: str, result: str):
    lhs, rhs, result = (f"tensor<{type_}>" for type_ in (lhs, rhs, result))
    refuses(message, f"%2 = tosa.add %0, %1 : ({lhs}, {rhs}) -> {result}", lhs, rhs)


@pytest.mark.parametrize(
    ("lhs", "rhs", "result"),
    [
        ("?x3", "2x3", "2x3"),
        ("?x3", "1x3", "?x3"),
        ("?x3", "1x3", "5x3"),
        ("2x3", "3", "2x3"),
        ("2x3", "1x1", "2x3"),
        ("*", "2x3", "2x3"),
    ],
)
def test_broadcasts(lhs: str, rhs: str, result: str):
    lhs, rhs, result = (f"tensor<{shape}xf32>" for shape in (lhs, rhs, result))
    verify(f"%2 = tosa.add %0, %1 : ({lhs}, {rhs}) -> {result}", lhs, rhs)


@pytest.mark.parametrize(
    ("message", "line"),
    [
        ("axis must be in [0, 2), got 2", "tosa.reduce_sum %0 {axis = 2 : i32} : (A) -> tensor<2x3xf32>"),
        ("axis must be in [0, 2), got -1", "tosa.reduce_sum %0 {axis = -1 : i32} : (A) -> tensor<2x1xf32>"),
        ("result shape must be 2x1, got 2", "tosa.reduce_sum %0 {axis = 1 : i32} : (A) -> tensor<2xf32>"),
        ("result shape must be 2x1, got 2x3", "tosa.reduce_max %0 {axis = 1 : i32} : (A) -> tensor<2x3xf32>"),
        ("got f32 != i32", "tosa.reduce_sum %0 {axis = 1 : i32} : (A) -> tensor<2x1xi32>"),
        ("result shape must be 3, got 2", "tosa.argmax %0 {axis = 0 : i32} : (A) -> tensor<2xi32>"),
        ("as many elements, got 6 != 8", "tosa.reshape %0 {new_shape = array<i64: 2, 4>} : (A) -> tensor<2x4xf32>"),
        ("got 3x2 != 6", "tosa.reshape %0 {new_shape = array<i64: 6>} : (A) -> tensor<3x2xf32>"),
        ("shape must be given as an attribute or as an operand", "tosa.reshape %0 : (A) -> tensor<6xf32>"),
        (
            "perms must be a permutation of 2 dims, got 0, 0",
            "tosa.transpose %0 {perms = array<i32: 0, 0>} : (A) -> tensor<2x2xf32>",
        ),
        (
            "result shape must be 3x2, got 2x3",
            "tosa.transpose %0 {perms = array<i32: 1, 0>} : (A) -> tensor<2x3xf32>",
        ),
        ("result shape must be 4x3, got 5x3", "tosa.concat %0, %0 {axis = 0 : i32} : (A, A) -> tensor<5x3xf32>"),
        ("axis must be in [0, 2), got 3", "tosa.concat %0, %0 {axis = 3 : i32} : (A, A) -> tensor<4x3xf32>"),
        (
            "slice must end within the operand, got 1 + 3 > 3",
            "tosa.slice %0 {start = array<i64: 0, 1>, size = array<i64: 2, 3>} : (A) -> tensor<2x3xf32>",
        ),
        (
            "result shape must be 2x2, got 2x1",
            "tosa.slice %0 {start = array<i64: 0, 1>, size = array<i64: 2, 2>} : (A) -> tensor<2x1xf32>",
        ),
        (
            "got 1 starts and 2 sizes for 2 dims",
            "tosa.slice %0 {start = array<i64: 0>, size = array<i64: 2, 2>} : (A) -> tensor<2x2xf32>",
        ),
        ("result shape must be 4x3, got 2x3", "tosa.tile %0 {multiples = array<i64: 2, 1>} : (A) -> A"),
        ("clamp needs all its bounds, got max_val", "tosa.clamp %0 {max_val = 1.0 : f32} : (A) -> A"),
        ("mul needs either a shift attribute or a shift operand", "tosa.mul %0, %0 : (A, A) -> A"),
        (
            "value type must be the result type, got tensor<2xf32> != tensor<3xf32>",
            '"tosa.const"() <{value = dense<1.0> : tensor<2xf32>}> : () -> tensor<3xf32>',
        ),
        ("must be one of PROPAGATE, IGNORE, got SOME", "tosa.maximum %0, %0 {nan_mode = SOME} : (A, A) -> A"),
    ],
)
def test_other_tosa_ops(message: str, line: str):
    refuses(message, f"%1 = {line.replace('(A', f'({A}').replace(' A)', f' {A})').replace('-> A', f'-> {A}')}", A)


def test_constant_operands_are_checked():
    perms = '%1 = "tosa.const"() <{value = dense<[1, 0]> : tensor<2xi32>}> : () -> tensor<2xi32>'
    refuses(
        "result shape must be 3x2, got 2x3",
        f"{perms}\n%2 = tosa.transpose %0, %1 : ({A}, tensor<2xi32>) -> tensor<2x3xf32>",
        A,
    )
    verify(f"%2 = tosa.transpose %0, %1 : ({A}, tensor<2xi32>) -> tensor<2x3xf32>", A, "tensor<2xi32>")


IMAGE = "tensor<2x8x6x4xf32>"
"""Of two batches, 8x6, four channels."""


def _convolution(op: str, weight: str, bias: str, result: str, attributes: str) -> tuple[str, tuple[str, ...]]:
    types = IMAGE, f"tensor<{weight}xf32>", f"tensor<{bias}xf32>"
    line = f"%3 = tosa.{op} %0, %1, %2 {{{attributes}}} : ({', '.join(types)}) -> tensor<{result}xf32>"
    return line, types


def _windows(pad: str = "1, 1, 1, 1", stride: str = "1, 1", dilation: str = "1, 1") -> str:
    return f"pad = array<i64: {pad}>, stride = array<i64: {stride}>, dilation = array<i64: {dilation}>"


@pytest.mark.parametrize(
    ("message", "op", "weight", "bias", "result", "attributes"),
    [
        ("input channels must be equal, got 4 != 5", "conv2d", "6x3x3x5", "6", "2x8x6x6", _windows()),
        ("bias must have size 1 or 6, got 4", "conv2d", "6x3x3x4", "4", "2x8x6x6", _windows()),
        ("result shape must be 2x8x6x6, got 2x8x6x4", "conv2d", "6x3x3x4", "6", "2x8x6x4", _windows()),
        ("result shape must be 2x4x6x6, got 2x8x6x6", "conv2d", "6x3x3x4", "6", "2x8x6x6", _windows(stride="2, 1")),
        ("pad must have 4 numbers, got 2", "conv2d", "6x3x3x4", "6", "2x8x6x6", _windows(pad="1, 1")),
        ("pad must be at least 0, got -1, 1, 1, 1", "conv2d", "6x3x3x4", "6", "2x8x6x6", _windows("-1, 1, 1, 1")),
        ("stride must be at least 1, got 0, 1", "conv2d", "6x3x3x4", "6", "2x8x6x6", _windows(stride="0, 1")),
        ("dilation must have 2 numbers, got 1", "conv2d", "6x3x3x4", "6", "2x8x6x6", _windows(dilation="1")),
        ("got 10 elements for a window of 11", "conv2d", "6x11x3x4", "6", "2x8x6x6", _windows()),
        ("weight must have rank 4, got 6x3x4", "conv2d", "6x3x4", "6", "2x8x6x6", _windows()),
        ("input must have rank 5, got 2x8x6x4", "conv3d", "6x3x3x3x4", "6", "2x8x6x6", _windows()),
        ("input channels must be equal, got 4 != 3", "depthwise_conv2d", "3x3x3x2", "8", "2x8x6x8", _windows()),
        ("result shape must be 2x8x6x8, got 2x8x6x4", "depthwise_conv2d", "3x3x4x2", "8", "2x8x6x4", _windows()),
        (
            "out_pad must be greater than the negative of the window's sizes, got -3, 0, 0, 0 and a window of 3x3",
            "transpose_conv2d",
            "6x3x3x4",
            "6",
            "2x7x8x6",
            "out_pad = array<i64: -3, 0, 0, 0>, stride = array<i64: 1, 1>",
        ),
        (
            "result shape must be 2x17x8x6, got 2x16x8x6",
            "transpose_conv2d",
            "6x3x3x4",
            "6",
            "2x16x8x6",
            "out_pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 2, 1>",
        ),
        (
            "result shape must be 2x16x8x6, got 2x17x8x6",
            "transpose_conv2d",
            "6x3x3x4",
            "6",
            "2x17x8x6",
            "out_pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 2, 1>, out_shape = array<i64: 2, 16, 8, 6>",
        ),
    ],
)
def test_convolutions(message: str, op: str, weight: str, bias: str, result: str, attributes: str):
    line, types = _convolution(op, weight, bias, result, attributes)
    refuses(message, line, *types)


@pytest.mark.parametrize(
    ("message", "kernel", "stride", "pad", "result"),
    [
        ("result shape must be 2x4x3x4, got 2x8x6x4", "2, 2", "2, 2", "0, 0, 0, 0", "2x8x6x4"),
        ("kernel must be at least 1, got 0, 2", "0, 2", "2, 2", "0, 0, 0, 0", "2x4x3x4"),
        ("stride must have 2 numbers, got 3", "2, 2", "2, 2, 2", "0, 0, 0, 0", "2x4x3x4"),
        (
            "pad must be less than the kernel, got pad 2, 0, 0, 0 and kernel 2, 2",
            "2, 2",
            "2, 2",
            "2, 0, 0, 0",
            "2x5x3x4",
        ),
        ("result must have rank 4, got 2x4x3", "2, 2", "2, 2", "0, 0, 0, 0", "2x4x3"),
    ],
)
def test_poolings(message: str, kernel: str, stride: str, pad: str, result: str):
    numbers = f"kernel = array<i64: {kernel}>, stride = array<i64: {stride}>, pad = array<i64: {pad}>"
    for op, more in (("max_pool2d", ""), ("avg_pool2d", ", acc_type = f32")):
        refuses(message, f"%1 = tosa.{op} %0 {{{numbers}{more}}} : ({IMAGE}) -> tensor<{result}xf32>", IMAGE)


def test_windows_of_unknown_images():
    line = "%3 = tosa.conv2d %0, %1, %2 {{{}}} : ({}) -> tensor<?x?x6x6xf32>"
    types = "tensor<?x?x6x4xf32>", "tensor<6x3x3x4xf32>", "tensor<1xf32>"
    verify(line.format(_windows(), ", ".join(types)), *types)
    types = "tensor<*xf32>", "tensor<6x3x3x4xf32>", "tensor<6xf32>"
    verify(line.format(_windows(), ", ".join(types)), *types)


@pytest.mark.parametrize(
    ("message", "line"),
    [
        ("to be 3, but found 4", "linalg.matmul ins(%0, %0 : T, T) outs(%0 : T) -> T"),
        ("result types must be the types of the output tensors", "linalg.exp ins(%1 : A) outs(%1 : A) -> B"),
        ("not one the op is defined for, got i32", "linalg.exp ins(%3 : I) outs(%3 : I) -> I"),
        (
            "numbers of inputs and outputs must be (2, 1), got (1, 1)",
            "linalg.add ins(%1 : A) outs(%1 : A) -> A",
        ),
        ("permutation must be distinct", "linalg.transpose ins(%1 : A) outs(%1 : A) permutation = [0, 0]"),
        (
            "operand rank and added dims must be the output's rank, got 2 + 1 != 2",
            "linalg.broadcast ins(%1 : A) outs(%2 : B) dimensions = [0]",
        ),
        (
            "dimensions must be distinct and in [0, 2), got [5]",
            "linalg.reduce { arith.addf } ins(%1 : A) outs(%1 : A) dimensions = [5]",
        ),
        ("dimension must be in [0, 2), got 2", "linalg.softmax dimension(2) ins(%1 : A) outs(%1 : A) -> A"),
        ("operands must have the shape of the output", "linalg.map { arith.negf } ins(%1 : A) outs(%2 : B)"),
        ("body must be a registered op, got arith.nothing", "linalg.map { arith.nothing } ins(%1 : A) outs(%1 : A)"),
    ],
)
def test_linalg(message: str, line: str):
    names = {"T": "tensor<4x3xf32>", "A": A, "B": B, "I": "tensor<2x3xi32>"}
    for name, type_ in names.items():
        line = (
            line.replace(f": {name}", f": {type_}")
            .replace(f", {name})", f", {type_})")
            .replace(f"-> {name}", f"-> {type_}")
        )
    refuses(message, f"%4 = {line}", *names.values())
