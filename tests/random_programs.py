"""Random programs of several ops: values used often, twice by one op, or never; arguments returned; results twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from math import prod

from hypothesis import strategies as st
from programs import Tensor

Value = tuple[str, Tensor]


@dataclass
class Builder:
    """A function under construction: its arguments, its lines and the values there are so far."""

    draw: st.DrawFn
    arguments: list[Value] = field(default_factory=list[Value])
    values: list[Value] = field(default_factory=list[Value])
    lines: list[str] = field(default_factory=list[str])
    constants: int = 0

    def argument(self, shape: tuple[int, ...]) -> Value:
        """A new argument."""
        value = (f"%a{len(self.arguments)}", Tensor(shape))
        self.arguments.append(value)
        self.values.append(value)
        return value

    def pick(self) -> Value:
        """Any value, late ones more often."""
        recent = self.values[-3:]
        return self.draw(st.sampled_from([*self.values, *recent, *recent]))

    def like(self, shape: tuple[int, ...]) -> Value:
        """A value of this shape, perhaps one that there is."""
        known = [value for value in self.values if value[1].shape == shape]
        return self.draw(st.sampled_from(known)) if known and self.draw(st.integers(0, 3)) else self.argument(shape)

    def emit(self, shape: tuple[int, ...], text: str) -> Value:
        """A line `%vN = text` that gives a tensor of `shape`."""
        value = (f"%v{len(self.lines)}", Tensor(shape))
        self.lines.append(f"{value[0]} = {text}")
        self.values.append(value)
        return value

    def helper(self, text: str) -> str:
        """A line `%cN = text` whose value other lines need."""
        self.constants += 1
        self.lines.append(f"%c{self.constants} = {text}")
        return f"%c{self.constants}"

    def empty(self, tensor: Tensor) -> str:
        """An empty tensor to write to."""
        return self.helper(f"tensor.empty() : {tensor}")


def _binary(builder: Builder) -> None:
    name, tensor = builder.pick()
    shape = tuple(size if builder.draw(st.integers(0, 4)) else 1 for size in tensor.shape)
    other, second = builder.like(shape)
    op = builder.draw(st.sampled_from(["add", "sub", "maximum"]))
    builder.emit(tensor.shape, f"tosa.{op} {name}, {other} : ({tensor}, {second}) -> {tensor}")


def _multiply(builder: Builder) -> None:
    name, tensor = builder.pick()
    other, _ = builder.like(tensor.shape)
    builder.emit(tensor.shape, f"arith.mulf {name}, {other} : {tensor}")


def _unary(builder: Builder) -> None:
    name, tensor = builder.pick()
    op = builder.draw(st.sampled_from(["tanh", "abs", "negate", "identity"]))
    builder.emit(tensor.shape, f"tosa.{op} {name} : ({tensor}) -> {tensor}")


def _matmul(builder: Builder) -> None:
    name, tensor = builder.pick()
    rows = tensor.shape[-2] if len(tensor.shape) > 1 else 1
    columns = tensor.shape[-1] if tensor.shape else 1
    batch = prod(tensor.shape) // (rows * columns)
    shape = (batch, rows, columns)
    left, given = _reshaped(builder, (name, tensor), shape)
    size = builder.draw(st.sampled_from((2, 4, 6)))
    right, weight = builder.like((batch, columns, size))
    result = Tensor((batch, rows, size))
    builder.emit(result.shape, f"tosa.matmul {left}, {right} : ({given}, {weight}) -> {result}")


def _linalg_matmul(builder: Builder) -> None:
    value = builder.pick()
    columns = value[1].shape[-1] if value[1].shape else 1
    left, given = _reshaped(builder, value, (prod(value[1].shape) // columns, columns))
    right, weight = builder.like((columns, builder.draw(st.sampled_from((2, 4, 6)))))
    result = Tensor((given.shape[0], weight.shape[1]))
    zero = builder.helper("arith.constant 0.0 : f32")
    filled = builder.helper(f"linalg.fill ins({zero} : f32) outs({builder.empty(result)} : {result}) -> {result}")
    builder.emit(
        result.shape,
        f"linalg.matmul ins({left}, {right} : {given}, {weight}) outs({filled} : {result}) -> {result}",
    )


def _reshaped(builder: Builder, value: Value, shape: tuple[int, ...]) -> Value:
    name, tensor = value
    if tensor.shape == shape:
        return value
    numbers = f": {', '.join(map(str, shape))}" if shape else ""
    return builder.emit(
        shape, f"tosa.reshape {name} {{new_shape = array<i64{numbers}>}} : ({tensor}) -> {Tensor(shape)}"
    )


def _reshape(builder: Builder) -> None:
    value = builder.pick()
    shape = value[1].shape
    at = builder.draw(st.integers(0, len(shape)))
    merged = (prod(shape[:at]), prod(shape[at:]))
    _reshaped(builder, value, builder.draw(st.sampled_from([merged, (prod(shape),), (1, *shape)[:4]]))) if len(
        shape
    ) < 4 else _reshaped(builder, value, merged)


def _transpose(builder: Builder) -> None:
    name, tensor = builder.pick()
    order = builder.draw(st.permutations(range(len(tensor.shape))))
    if not order:
        return
    perms = Tensor((len(order),), "i32")
    constant = builder.helper(f'"tosa.const"() <{{value = dense<{list(order)}> : {perms}}}> : () -> {perms}')
    result = Tensor(tuple(tensor.shape[dim] for dim in order))
    builder.emit(result.shape, f"tosa.transpose {name}, {constant} : ({tensor}, {perms}) -> {result}")


def _reduce(builder: Builder) -> None:
    name, tensor = builder.pick()
    if not tensor.shape:
        return
    axis = builder.draw(st.integers(0, len(tensor.shape) - 1))
    op = builder.draw(st.sampled_from(["reduce_sum", "reduce_sum", "reduce_max"]))
    result = Tensor((*tensor.shape[:axis], 1, *tensor.shape[axis + 1 :]))
    builder.emit(result.shape, f"tosa.{op} {name} {{axis = {axis} : i32}} : ({tensor}) -> {result}")


def _concat(builder: Builder) -> None:
    name, tensor = builder.pick()
    if not tensor.shape or tensor.shape[0] > 24:
        return
    other, _ = builder.like(tensor.shape)
    result = Tensor((2 * tensor.shape[0], *tensor.shape[1:]))
    builder.emit(result.shape, f"tosa.concat {name}, {other} {{axis = 0 : i32}} : ({tensor}, {tensor}) -> {result}")


def _slice(builder: Builder) -> None:
    name, tensor = builder.pick()
    sizes = tuple(size if builder.draw(st.booleans()) else builder.draw(st.integers(1, size)) for size in tensor.shape)
    if not sizes:
        return
    start = ", ".join("0" for _ in sizes)
    attributes = f"{{size = array<i64: {', '.join(map(str, sizes))}>, start = array<i64: {start}>}}"
    builder.emit(sizes, f"tosa.slice {name} {attributes} : ({tensor}) -> {Tensor(sizes)}")


def _constant(builder: Builder) -> None:
    name, tensor = builder.pick()
    value = builder.draw(st.sampled_from(["0.0", "1.5"]))
    constant = builder.helper(f'"tosa.const"() <{{value = dense<{value}> : {tensor}}}> : () -> {tensor}')
    builder.emit(tensor.shape, f"tosa.add {name}, {constant} : ({tensor}, {tensor}) -> {tensor}")


def _generic(builder: Builder) -> None:
    """A sum over the last dim, started at zero."""
    name, tensor = builder.pick()
    rank = len(tensor.shape)
    if not rank:
        return
    result = Tensor(tensor.shape[:-1])
    loops = ", ".join(f"d{dim}" for dim in range(rank))
    kept = ", ".join(f"d{dim}" for dim in range(rank - 1))
    iterators = ", ".join(['"parallel"'] * (rank - 1) + ['"reduction"'])
    zero = builder.helper("arith.constant 0.0 : f32")
    filled = builder.helper(f"linalg.fill ins({zero} : f32) outs({builder.empty(result)} : {result}) -> {result}")
    builder.emit(
        result.shape,
        f"linalg.generic {{indexing_maps = [affine_map<({loops}) -> ({loops})>, affine_map<({loops}) -> ({kept})>], "
        f"iterator_types = [{iterators}]}} ins({name} : {tensor}) outs({filled} : {result}) {{\n"
        f"^bb0(%in: f32, %out: f32):\n%sum = arith.addf %in, %out : f32\nlinalg.yield %sum : f32\n}} -> {result}",
    )


_OPS: list[Callable[[Builder], None]] = [
    _binary,
    _binary,
    _multiply,
    _unary,
    _matmul,
    _matmul,
    _linalg_matmul,
    _reshape,
    _transpose,
    _reduce,
    _concat,
    _slice,
    _constant,
    _generic,
]


@dataclass(frozen=True)
class RandomProgram:
    """A function of some arguments, lines and results."""

    arguments: tuple[Value, ...]
    lines: tuple[str, ...]
    results: tuple[Value, ...]

    def function(self, name: str = "main") -> str:
        """The function as MLIR."""
        arguments = ", ".join(f"{value}: {tensor}" for value, tensor in self.arguments)
        types = ", ".join(str(tensor) for _, tensor in self.results)
        names = ", ".join(value for value, _ in self.results)
        body = "".join(f"  {line}\n" for line in (*self.lines, f"return {names} : {types}"))
        return f"func.func @{name}({arguments}) -> ({types}) {{\n{body}}}\n"


@st.composite
def random_programs(draw: st.DrawFn, low: int = 3, high: int = 10) -> RandomProgram:
    """Programs of `low` to `high` ops (and the constants and reshapes that they need)."""
    builder = Builder(draw)
    builder.argument(tuple(draw(st.lists(st.sampled_from((2, 4, 6, 12)), min_size=1, max_size=3))))
    for _ in range(draw(st.integers(low, high))):
        draw(st.sampled_from(_OPS))(builder)
    if draw(st.integers(0, 4)) == 4:
        builder.argument((4,))
    results = [builder.values[-1] if builder.lines else builder.values[0]]
    results += [draw(st.sampled_from(builder.values)) for _ in range(draw(st.integers(0, 2)))]
    return RandomProgram(tuple(builder.arguments), tuple(builder.lines), tuple(results))
