"""Random StableHLO ops: elementwise ones, and those that move and make elements."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import prod
from random import Random
from typing import TypeAlias

from random_ops.stablehlo_case import Case, Shape, Values, array, between, op, permuted, shape, some
from random_ops.tensors import Tensor

Cases: TypeAlias = dict[str, Callable[[Random], Case]]

_ELEMENTWISE = {
    "f32 -> f32": "cbrt ceil cosine exponential exponential_minus_one floor log log_plus_one logistic negate abs sign "
    "round_nearest_afz round_nearest_even rsqrt sine sqrt tan tanh",
    "f32 -> i1": "is_finite",
    "i32 -> i32": "not popcnt count_leading_zeros negate abs sign",
    "i1 -> i1": "not",
    "f32 f32 -> f32": "add atan2 divide maximum minimum multiply power remainder subtract",
    "i32 i32 -> i32": "add and divide maximum minimum multiply or remainder shift_left shift_right_arithmetic "
    "shift_right_logical subtract xor",
    "i1 i1 -> i1": "add and maximum minimum multiply or xor",
    "ui8 ui8 -> ui8": "add multiply subtract",
    "complex<f32> complex<f32> -> complex<f32>": "add divide multiply subtract",
    "complex<f32> -> f32": "real imag abs",
    "complex<f32> -> complex<f32>": "negate exponential",
    "f32 f32 -> complex<f32>": "complex",
}

_CHLO = {
    "f32 -> f32": "acos acosh asin asinh atan atanh bessel_i1e cosh digamma erf erf_inv erfc lgamma sinh square tan",
    "f32 -> i1": "is_inf is_neg_inf is_pos_inf",
    "f32 f32 -> f32": "next_after polygamma zeta",
    "complex<f32> -> complex<f32>": "conj",
}

_CONVERSIONS = (
    "f32 -> bf16, bf16 -> f32, f32 -> i32, i32 -> f32, i32 -> i8, i8 -> i32, i1 -> f32, f32 -> i1, i1 -> i32, "
    "f32 -> complex<f32>, complex<f32> -> f32, ui8 -> f32"
).split(", ")

_BITCASTS = ("f32 -> i32", "f32 -> i16", "i32 -> i8", "i16 -> f32", "i8 -> i32")

_NOT_ZERO = between(1, 5)


def _elementwise(dialect: str, name: str, types: str) -> Callable[[Random], Case]:
    given, result = types.split(" -> ")
    values: dict[int, Values] = {1: _NOT_ZERO} if name in ("divide", "remainder") else {}
    if name.startswith("shift"):
        values = {1: between(0, 32)}

    def case(random: Random) -> Case:
        sizes = shape(random, 0)
        operands = [Tensor(sizes, dtype) for dtype in given.split()]
        return op(f"{dialect}.{name}", operands, [Tensor(sizes, result)], values=values)

    return case


def _compare(random: Random) -> Case:
    sizes, dtype = shape(random, 0), random.choice(("f32", "i32", "i1", "ui8"))
    direction = random.choice(("EQ", "NE", "LT", "GE"))
    operand = Tensor(sizes, dtype)
    properties = f"comparison_direction = #stablehlo<comparison_direction {direction}>"
    return op("stablehlo.compare", [operand] * 2, [Tensor(sizes, "i1")], properties)


def _reduce_precision(random: Random) -> Case:
    tensor = Tensor(shape(random, 0))
    return op("stablehlo.reduce_precision", [tensor], [tensor], "exponent_bits = 5 : i32, mantissa_bits = 2 : i32")


def _select(random: Random) -> Case:
    tensor = Tensor(shape(random, 0), random.choice(("f32", "i32", "i1")))
    predicate = Tensor(random.choice((tensor.shape, ())), "i1")
    return op("stablehlo.select", [predicate, tensor, tensor], [tensor])


def _clamp(random: Random) -> Case:
    tensor = Tensor(shape(random, 0))
    low, high = (Tensor(random.choice((tensor.shape, ()))) for _ in range(2))
    return op("stablehlo.clamp", [low, tensor, high], [tensor])


def _map(random: Random) -> Case:
    tensor = Tensor(shape(random, 1))
    body = (
        '^bb0(%x: tensor<f32>, %y: tensor<f32>):\n%z = "stablehlo.multiply"(%x, %y) : '
        '(tensor<f32>, tensor<f32>) -> tensor<f32>\n%w = "stablehlo.add"(%z, %y) : '
        '(tensor<f32>, tensor<f32>) -> tensor<f32>\n"stablehlo.return"(%w) : (tensor<f32>) -> ()'
    )
    dimensions = f"dimensions = {array(range(len(tensor.shape)))}"
    return op("stablehlo.map", [tensor, tensor], [tensor], dimensions, body)


def _convert(random: Random) -> Case:
    source, target = random.choice(_CONVERSIONS).split(" -> ")
    sizes = shape(random, 0)
    return op("stablehlo.convert", [Tensor(sizes, source)], [Tensor(sizes, target)])


def _bitcast(random: Random) -> Case:
    source, target = random.choice(_BITCASTS).split(" -> ")
    widths = [int(dtype[1:]) for dtype in (source, target)]
    sizes = shape(random, 0, 2)
    more = (max(widths) // min(widths),) if widths[0] != widths[1] else ()
    shapes = (sizes, (*sizes, *more)) if widths[0] > widths[1] else ((*sizes, *more), sizes)
    return op("stablehlo.bitcast_convert", [Tensor(shapes[0], source)], [Tensor(shapes[1], target)])


def _broadcast_in_dim(random: Random) -> Case:
    result = shape(random, 0, 4)
    dims = random.sample(range(len(result)), random.randint(0, len(result)))
    operand = tuple(result[dim] if random.random() < 0.7 else 1 for dim in dims)
    properties = f"broadcast_dimensions = {array(dims)}"
    return op("stablehlo.broadcast_in_dim", [Tensor(operand)], [Tensor(result)], properties)


def _transpose(random: Random) -> Case:
    sizes = shape(random, 0, 4)
    order = permuted(random, len(sizes))
    result = Tensor(tuple(sizes[dim] for dim in order))
    return op("stablehlo.transpose", [Tensor(sizes)], [result], f"permutation = {array(order)}")


def _reverse(random: Random) -> Case:
    tensor = Tensor(shape(random))
    return op("stablehlo.reverse", [tensor], [tensor], f"dimensions = {array(some(random, len(tensor.shape)))}")


def _iota(random: Random) -> Case:
    sizes = shape(random, 1, 3, (2, 4, 8, 348, 520))
    dtype = random.choice(("f32", "i32", "bf16", "ui8", "i8", "complex<f32>"))
    result = Tensor(sizes if prod(sizes) < 10_000 else sizes[:1], dtype)
    dim = random.randrange(len(result.shape))
    return op("stablehlo.iota", [], [result], f"iota_dimension = {dim} : i64")


def _constant(random: Random) -> Case:
    tensor = Tensor(shape(random, 0, 2, (1, 2, 4)), "i32")
    values = random.choice(("0", "3", _nested(range(prod(tensor.shape)), tensor.shape)))
    return op("stablehlo.constant", [], [tensor], f"value = dense<{values}> : {tensor}")


def _nested(values: Sequence[int], sizes: Shape) -> str:
    if not sizes:
        return str(values[0])
    step = len(values) // sizes[0]
    parts = [_nested(values[at * step : (at + 1) * step], sizes[1:]) for at in range(sizes[0])]
    return f"[{', '.join(parts)}]"


def _concatenate(random: Random) -> Case:
    sizes = shape(random)
    dim = random.randrange(len(sizes))
    parts = [random.choice((0, 1, 2, 4)) for _ in range(random.randint(1, 3))]
    operands = [Tensor((*sizes[:dim], part, *sizes[dim + 1 :])) for part in parts]
    result = Tensor((*sizes[:dim], sum(parts), *sizes[dim + 1 :]))
    return op("stablehlo.concatenate", operands, [result], f"dimension = {dim} : i64")


def _slice_of(random: Random, size: int) -> tuple[int, int, int]:
    """A start, a limit and a stride: of the whole dim, at a fraction of its places, or any."""
    match random.choice(("whole", "regular", "any")):
        case "whole":
            return 0, size, 1
        case "regular":
            stride = random.choice([step for step in range(1, size + 1) if size % step == 0])
            start = random.randrange(stride)
            return start, random.randint(size - stride + start + 1, size), stride
        case _:
            start = random.randint(0, size - 1)
            return start, random.randint(start + 1, size), random.randint(1, 3)


def _slice(random: Random) -> Case:
    sizes = shape(random)
    ranges = [_slice_of(random, size) for size in sizes]
    result = tuple(-(-(limit - start) // stride) for start, limit, stride in ranges)
    lists = zip(("start_indices", "limit_indices", "strides"), zip(*ranges, strict=True), strict=True)
    properties = ", ".join(f"{name} = {array(values)}" for name, values in lists)
    return op("stablehlo.slice", [Tensor(sizes)], [Tensor(result)], properties)


def _padding_of(random: Random, size: int) -> tuple[int, int, int]:
    """Low, high and interior padding: none, one that multiplies the size, or any."""
    match random.choice(("none", "regular", "any")):
        case "none":
            return 0, 0, 0
        case "regular":
            interior = random.randint(0, 2)
            low = random.randint(0, interior)
            return low, interior - low, interior
        case _:
            low, interior = random.randint(-1, 2), random.randint(0, 1)
            least = -(size + max(size - 1, 0) * interior + low)
            return low, random.randint(max(-1, least), 2), interior


def _pad(random: Random) -> Case:
    sizes = shape(random)
    amounts = [_padding_of(random, size) for size in sizes]
    pairs = zip(sizes, amounts, strict=True)
    result = tuple(size + max(size - 1, 0) * interior + low + high for size, (low, high, interior) in pairs)
    names = ("edge_padding_low", "edge_padding_high", "interior_padding")
    lists = zip(names, zip(*amounts, strict=True), strict=True)
    properties = ", ".join(f"{name} = {array(values)}" for name, values in lists)
    constants = {1: "0.0"} if random.random() < 0.5 else {}
    return op("stablehlo.pad", [Tensor(sizes), Tensor(())], [Tensor(result)], properties, constants=constants)


def _reshape(random: Random) -> Case:
    factors = [random.choice((2, 2, 3, 4)) for _ in range(random.randint(0, 4))]
    source = _grouped(random, factors)
    target = _grouped(random, factors if random.random() < 0.6 else random.sample(factors, len(factors)))
    return op("stablehlo.reshape", [Tensor(source)], [Tensor(target)])


def _grouped(random: Random, factors: Sequence[int]) -> Shape:
    sizes: list[int] = []
    for factor in factors:
        if sizes and random.random() < 0.5:
            sizes[-1] *= factor
        else:
            sizes.append(factor)
    for _ in range(random.randint(0, 2)):
        sizes.insert(random.randint(0, len(sizes)), 1)
    return tuple(sizes)


ELEMENTWISE: Cases = {
    **{
        f"{dialect}.{name} {types}".removeprefix("stablehlo."): _elementwise(dialect, name, types)
        for dialect, table in (("stablehlo", _ELEMENTWISE), ("chlo", _CHLO))
        for types, names in table.items()
        for name in names.split()
    },
    "compare": _compare,
    "reduce_precision": _reduce_precision,
    "select": _select,
    "clamp": _clamp,
    "map": _map,
    "convert": _convert,
}

SHAPES: Cases = {
    "bitcast_convert": _bitcast,
    "broadcast_in_dim": _broadcast_in_dim,
    "transpose": _transpose,
    "reverse": _reverse,
    "iota": _iota,
    "constant": _constant,
    "concatenate": _concatenate,
    "slice": _slice,
    "pad": _pad,
    "reshape": _reshape,
}
