"""Random StableHLO ops: products, reductions, windows, sorting and transforms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from random_ops.stablehlo_case import (
    Case,
    Shape,
    array,
    combining,
    comparing,
    definite,
    op,
    permuted,
    shape,
    small,
    some,
    special,
)
from random_ops.stablehlo_elementwise_cases import Cases
from random_ops.tensors import Tensor

_FLOAT_COMBINERS = ("add", "multiply", "maximum", "minimum")
_COMBINERS = {
    "f32": _FLOAT_COMBINERS,
    "i32": (*_FLOAT_COMBINERS, "and", "or", "xor"),
    "i1": ("and", "or", "xor", "add", "maximum"),
}
_NEUTRAL = {"add": "0", "multiply": "1", "xor": "0", "or": "0", "and": "-1", "maximum": "0", "minimum": "0"}


def _initial(name: str, dtype: str) -> str:
    """Elements of a constant that a reduction may start with; neutral where that is short to say."""
    value = _NEUTRAL[name]
    if dtype == "i1":
        return "false" if value == "0" else "true"
    return f"{value}.0" if dtype == "f32" else value


def _dot_general(random: Random) -> Case:
    dtypes = random.choice(("f32 f32 f32", "f32 f32 f32", "i32 i32 i32", "bf16 bf16 f32", "i8 i8 i32", "i1 i1 i1"))
    batch, contracted = (shape(random, 0, 2, (1, 2, 4)) for _ in range(2))
    free = [shape(random, 0, 2, (1, 2, 3, 4)) for _ in range(2)]
    orders = [permuted(random, len((*batch, *contracted, *rest))) for rest in free]
    sizes = [
        tuple((*batch, *contracted, *rest)[dim] for dim in order) for rest, order in zip(free, orders, strict=True)
    ]
    at = [[order.index(dim) for dim in range(len(order))] for order in orders]
    count, end = len(batch), len(batch) + len(contracted)
    rest_dims = [sorted(place[end:]) for place in at]
    result = (*batch, *(sizes[side][dim] for side in (0, 1) for dim in rest_dims[side]))
    fields = {
        "lhs_batching_dimensions": at[0][:count],
        "rhs_batching_dimensions": at[1][:count],
        "lhs_contracting_dimensions": at[0][count:end],
        "rhs_contracting_dimensions": at[1][count:end],
    }
    numbers = ", ".join(f"{name} = {dims}" for name, dims in fields.items())
    left, right, out = dtypes.split()
    operands = [Tensor(sizes[0], left), Tensor(sizes[1], right)]
    return op(
        "stablehlo.dot_general", operands, [Tensor(result, out)], f"dot_dimension_numbers = #stablehlo.dot<{numbers}>"
    )


@dataclass(frozen=True)
class Window:
    """A window along one dim of `size` elements, and how many places it has."""

    size: int
    window: int
    stride: int
    low: int
    high: int
    base: int
    dilation: int

    @property
    def count(self) -> int:
        """The places."""
        around = (self.size - 1) * self.base + 1 + self.low + self.high
        extent = (self.window - 1) * self.dilation + 1
        return (around - extent) // self.stride + 1 if around >= extent else 0

    @classmethod
    def draw(cls, random: Random, *, dilated: bool = True) -> Window:
        """A window that has a place: a single element, tiles without padding, or any."""
        size = random.choice((1, 2, 4, 6, 8))
        match random.choice(("point", "tiles", "strided", "spread", "dilated", "any", "stencil")):
            case "point":
                return cls(size, 1, 1, 0, 0, 1, 1)
            case "stencil":
                reach = random.randint(0, 2)
                low = random.randint(0, reach)
                return cls(size, reach + 1, 1, low, reach - low, 1, 1)
            case "tiles":
                tile = random.choice([tile for tile in range(1, size + 1) if size % tile == 0])
                return cls(size, tile, tile, 0, 0, 1, 1)
            case "strided":
                tile = random.choice([tile for tile in range(1, size + 1) if size % tile == 0])
                return cls(size, random.randint(1, tile), tile, 0, random.randint(-1, 1) if tile > 1 else 0, 1, 1)
            case "spread" if dilated:
                base = random.randint(1, 3)
                low = random.randint(0, base - 1)
                window = random.randint(1, low + 1)
                return cls(size, window, 1, low, base + window - 2 - low, base, 1)
            case "dilated" if dilated:
                tile = random.choice([tile for tile in range(1, size + 1) if size % tile == 0])
                return cls(size, size // tile, random.randint(1, 2), 0, random.randint(1 - tile, 0), 1, tile)
            case _:
                return cls._any(random, size, dilated)

    @classmethod
    def _any(cls, random: Random, size: int, dilated: bool) -> Window:
        most = 2 if dilated else 1
        while True:
            low, high = random.randint(-1 if dilated else 0, 2), random.randint(-1 if dilated else 0, 2)
            steps = [random.randint(1, bound) for bound in (4, 3, most, most)]
            window = cls(size, steps[0], steps[1], low, high, steps[2], steps[3])
            if window.count > 0 and size + min(low, 0) + min(high, 0) > 0:
                return window


def _pairs(windows: Sequence[Window]) -> str:
    rows = ", ".join(f"[{window.low}, {window.high}]" for window in windows)
    return f"dense<[{rows}]> : tensor<{len(windows)}x2xi64>" if windows else "dense<> : tensor<0x2xi64>"


def _placed(roles: Sequence[str], random: Random) -> list[str]:
    return random.sample(list(roles), len(roles))


def _convolution(random: Random) -> Case:
    windows = [Window.draw(random) for _ in range(random.randint(0, 2))]
    spatial = [str(number) for number in range(len(windows))]
    groups, batch_groups = random.choice(((1, 1), (1, 1), (2, 1), (4, 1), (1, 2)))
    batch, inputs, outputs = random.choice((1, 2, 4)), random.choice((1, 2, 4)), random.choice((1, 2, 4))
    sizes: list[dict[str, int]] = [
        {"b": batch * batch_groups, "f": inputs * groups},
        {"i": inputs, "o": outputs * groups * batch_groups},
        {"b": batch, "f": outputs * groups * batch_groups},
    ]
    for number, window in enumerate(windows):
        for side, size in zip(sizes, (window.size, window.window, window.count), strict=True):
            side[str(number)] = size
    orders = [_placed([*roles, *spatial], random) for roles in ("bf", "io", "bf")]
    tensors = [Tensor(tuple(side[role] for role in order)) for side, order in zip(sizes, orders, strict=True)]
    left, kernel, result = (f"[{', '.join(order)}]" for order in orders)
    reversal = [random.random() < 0.3 for _ in windows]
    properties = [
        f"dimension_numbers = #stablehlo.conv<{left}x{kernel}->{result}>",
        f"window_strides = {array([window.stride for window in windows])}",
        f"padding = {_pairs(windows)}",
        f"lhs_dilation = {array([window.base for window in windows])}",
        f"rhs_dilation = {array([window.dilation for window in windows])}",
        f"window_reversal = {array(reversal) if reversal else 'array<i1>'}",
        f"feature_group_count = {groups} : i64",
        f"batch_group_count = {batch_groups} : i64",
    ]
    return op("stablehlo.convolution", tensors[:2], tensors[2:], ", ".join(properties))


def _reduce(random: Random) -> Case:
    sizes = shape(random, 1, 3)
    dims = some(random, len(sizes))
    dtype = random.choice(tuple(_COMBINERS))
    names = [random.choice(_COMBINERS[dtype]) for _ in range(random.choice((1, 1, 2)))]
    count = len(names)
    result = Tensor(tuple(size for dim, size in enumerate(sizes) if dim not in dims), dtype)
    constants = {count + number: _initial(name, dtype) for number, name in enumerate(names) if random.random() < 0.5}
    body = combining("", dtype, count, names)
    operands = [Tensor(sizes, dtype)] * count + [Tensor((), dtype)] * count
    return op("stablehlo.reduce", operands, [result] * count, f"dimensions = {array(dims)}", body, constants=constants)


_ARGMAX = """^bb0(%x0: tensor<f32>, %x1: tensor<i32>, %y0: tensor<f32>, %y1: tensor<i32>):
%p = "stablehlo.compare"(%x0, %y0) <{comparison_direction = #stablehlo<comparison_direction GT>}>
  : (tensor<f32>, tensor<f32>) -> tensor<i1>
%v = "stablehlo.select"(%p, %x0, %y0) : (tensor<i1>, tensor<f32>, tensor<f32>) -> tensor<f32>
%i = "stablehlo.select"(%p, %x1, %y1) : (tensor<i1>, tensor<i32>, tensor<i32>) -> tensor<i32>
"stablehlo.return"(%v, %i) : (tensor<f32>, tensor<i32>) -> ()"""


_ARGMAX_OF_JAX = """^bb0(%x0: tensor<f32>, %x1: tensor<i32>, %y0: tensor<f32>, %y1: tensor<i32>):
%a = stablehlo.compare GT, %x0, %y0, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
%b = stablehlo.compare NE, %x0, %x0, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
%c = stablehlo.or %a, %b : tensor<i1>
%d = stablehlo.compare EQ, %x0, %y0, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
%e = stablehlo.compare LT, %x1, %y1, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
%f = stablehlo.and %d, %e : tensor<i1>
%g = stablehlo.or %c, %f : tensor<i1>
%v = stablehlo.select %c, %x0, %y0 : tensor<i1>, tensor<f32>
%i = stablehlo.select %g, %x1, %y1 : tensor<i1>, tensor<i32>
stablehlo.return %v, %i : tensor<f32>, tensor<i32>"""

_ARGMIN_OF_INTEGERS = """^bb0(%x0: tensor<i32>, %x1: tensor<i32>, %y0: tensor<i32>, %y1: tensor<i32>):
%p = stablehlo.compare LT, %x0, %y0, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
%q = stablehlo.compare EQ, %x0, %y0, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
%v = stablehlo.minimum %x0, %y0 : tensor<i32>
%m = stablehlo.minimum %x1, %y1 : tensor<i32>
%n = stablehlo.select %p, %x1, %y1 : tensor<i1>, tensor<i32>
%i = stablehlo.select %q, %m, %n : tensor<i1>, tensor<i32>
stablehlo.return %v, %i : tensor<i32>, tensor<i32>"""


def _argmax(random: Random) -> Case:
    """Bodies that may be taken in one order only, in parts or not, and one that may be taken in any."""
    sizes = shape(random, 1, 3)
    dims = some(random, len(sizes), 1)
    dtype, body = random.choice((("f32", _ARGMAX), ("f32", _ARGMAX_OF_JAX), ("i32", _ARGMIN_OF_INTEGERS)))
    rest = tuple(size for dim, size in enumerate(sizes) if dim not in dims)
    operands, results = ([Tensor(dims_, element) for element in (dtype, "i32")] for dims_ in (sizes, rest))
    operands += [Tensor((), dtype), Tensor((), "i32")]
    if body is not _ARGMAX_OF_JAX:
        return op("stablehlo.reduce", operands, results, f"dimensions = {array(dims)}", body)
    constants = random.choice(({2: "0xFF800000", 3: "0"}, {2: "0.0"}, {}))
    values = {0: special, 2: special}
    return op(
        "stablehlo.reduce", operands, results, f"dimensions = {array(dims)}", body, values=values, constants=constants
    )


def _reduce_window(random: Random) -> Case:
    return _windowed(random, [Window.draw(random) for _ in range(random.randint(1, 3))])


def _scan(random: Random) -> Case:
    """A reduction of all up to each element, or from it on."""
    windows = [Window(random.choice((1, 2, 4)), 1, 1, 0, 0, 1, 1) for _ in range(random.randint(1, 3))]
    size = random.choice((2, 4, 6, 8))
    low = random.choice((0, size - 1))
    windows[random.randrange(len(windows))] = Window(size, size, 1, low, size - 1 - low, 1, 1)
    return _windowed(random, windows)


def _windowed(random: Random, windows: Sequence[Window]) -> Case:
    dtype = random.choice(("f32", "i32"))
    names = [random.choice(_COMBINERS[dtype]) for _ in range(random.choice((1, 1, 2)))]
    count = len(names)
    properties = ", ".join(
        [
            f"window_dimensions = {array([window.window for window in windows])}",
            f"window_strides = {array([window.stride for window in windows])}",
            f"base_dilations = {array([window.base for window in windows])}",
            f"window_dilations = {array([window.dilation for window in windows])}",
            f"padding = {_pairs(windows)}",
        ]
    )
    operands = [Tensor(tuple(window.size for window in windows), dtype)] * count + [Tensor((), dtype)] * count
    results = [Tensor(tuple(window.count for window in windows), dtype)] * count
    constants = {count + number: _initial(name, dtype) for number, name in enumerate(names) if random.random() < 0.5}
    body = combining("", dtype, count, names)
    return op("stablehlo.reduce_window", operands, results, properties, body, constants=constants)


def _select_and_scatter(random: Random) -> Case:
    windows = [Window.draw(random, dilated=False) for _ in range(random.randint(1, 3))]
    operand, source = (Tensor(tuple(sizes)) for sizes in zip(*((w.size, w.count) for w in windows), strict=True))
    properties = ", ".join(
        [
            f"window_dimensions = {array([window.window for window in windows])}",
            f"window_strides = {array([window.stride for window in windows])}",
            f"padding = {_pairs(windows)}",
        ]
    )
    constants = {2: "0.0"} if random.random() < 0.5 else {}
    regions = comparing("GE", ["f32"]), combining("add", "f32")
    operands = [operand, source, Tensor(())]
    return op("stablehlo.select_and_scatter", operands, [operand], properties, *regions, constants=constants)


def _sort(random: Random) -> Case:
    sizes = shape(random)
    dtypes = ["f32", "i32"][: random.randint(1, 2)]
    tensors = [Tensor(sizes, dtype) for dtype in dtypes]
    properties = f"dimension = {random.randrange(-1, len(sizes))} : i64, is_stable = true"
    return op("stablehlo.sort", tensors, tensors, properties, comparing("LT", dtypes))


def _top_k(random: Random) -> Case:
    sizes = shape(random)
    taken = (*sizes[:-1], random.randint(1, sizes[-1]))
    return op(
        "chlo.top_k",
        [Tensor(sizes)],
        [Tensor(taken), Tensor(taken, "i32")],
        f"k = {taken[-1]} : i64",
        values={0: random.choice((small, special))},
    )


def _fft(random: Random) -> Case:
    sizes = shape(random)
    transformed = random.randint(1, len(sizes))
    length = list(sizes[-transformed:])
    kind = random.choice(("FFT", "IFFT", "RFFT", "IRFFT"))
    halved = (*sizes[:-1], sizes[-1] // 2 + 1)
    real, half, whole = Tensor(sizes), Tensor(halved, "complex<f32>"), Tensor(sizes, "complex<f32>")
    operand, result = {"RFFT": (real, half), "IRFFT": (half, real)}.get(kind, (whole, whole))
    properties = f"fft_type = #stablehlo<fft_type {kind}>, fft_length = {array(length)}"
    return op("stablehlo.fft", [operand], [result], properties)


def _matrices(random: Random) -> tuple[Shape, int]:
    return shape(random, 0, 2), random.choice((1, 2, 4))


def _cholesky(random: Random) -> Case:
    batch, size = _matrices(random)
    tensor = Tensor((*batch, size, size))
    return op(
        "stablehlo.cholesky", [tensor], [tensor], f"lower = {random.choice(('true', 'false'))}", values={0: definite}
    )


def _triangular_solve(random: Random) -> Case:
    batch, size = _matrices(random)
    others, left = random.choice((1, 2, 4)), random.random() < 0.5
    right = Tensor((*batch, size, others) if left else (*batch, others, size))
    flags = {name: random.choice(("true", "false")) for name in ("lower", "unit_diagonal")}
    flags["left_side"] = str(left).lower()
    properties = ", ".join(f"{name} = {value}" for name, value in flags.items())
    transpose = random.choice(("NO_TRANSPOSE", "TRANSPOSE", "ADJOINT"))
    properties += f", transpose_a = #stablehlo<transpose {transpose}>"
    operands = [Tensor((*batch, size, size)), right]
    return op("stablehlo.triangular_solve", operands, [right], properties, values={0: definite})


def _rng_bit_generator(random: Random) -> Case:
    result = Tensor(shape(random, 1, 2, (2, 4)), "ui32")
    state = Tensor((2,), "ui64")
    properties = "rng_algorithm = #stablehlo<rng_algorithm THREE_FRY>"
    return op("stablehlo.rng_bit_generator", [state], [state, result], properties)


PRODUCTS: Cases = {
    "dot_general": _dot_general,
    "convolution": _convolution,
    "cholesky": _cholesky,
    "triangular_solve": _triangular_solve,
}

REDUCTIONS: Cases = {
    "reduce": _reduce,
    "reduce argmax": _argmax,
    "reduce_window": _reduce_window,
    "reduce_window scan": _scan,
    "select_and_scatter": _select_and_scatter,
    "sort": _sort,
    "top_k": _top_k,
    "fft": _fft,
    "rng_bit_generator": _rng_bit_generator,
}
