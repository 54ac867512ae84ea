"""One StableHLO op on random shapes: its text, its operands' values, and a program of it under every strategy."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

import numpy as np

from llmsys_ir.runtime.kernels import numpy_dtype
from llmsys_ir.runtime.kernels.call import Array
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.strategy import Strategy
from random_ops.tensors import Tensor, shard_text

Shape = tuple[int, ...]
Values = Callable[[np.random.Generator, Tensor], Array]
"""Makes an operand's elements."""

SIZES = (1, 2, 3, 4, 4, 6, 8)
"""Sizes of dims: most can be split over 2 or 4 devices."""


def small(random: np.random.Generator, tensor: Tensor) -> Array:
    """Small integers, as floats and complex numbers too, so that sums are exact in any order."""
    dtype = numpy_dtype(tensor.dtype)
    low, high = {"b": (0, 2), "u": (0, 5)}.get(dtype.kind, (-4, 5))
    values = random.integers(low, high, tensor.shape).astype(dtype)
    imaginary = random.integers(low, high, tensor.shape) if dtype.kind == "c" else 0
    return (values + 1j * imaginary).astype(dtype) if dtype.kind == "c" else values


def between(low: int, high: int) -> Values:
    """Integers from `low` up to, without, `high`."""
    return lambda random, tensor: random.integers(low, high, tensor.shape).astype(numpy_dtype(tensor.dtype))


def special(random: np.random.Generator, tensor: Tensor) -> Array:
    """Floats of which many are equal, not a number, infinite, or zeros with a sign."""
    return random.choice([-1.0, -0.0, 0.0, 1.0, np.nan, np.inf, -np.inf], tensor.shape).astype(
        numpy_dtype(tensor.dtype)
    )


def definite(random: np.random.Generator, tensor: Tensor) -> Array:
    """Symmetric matrices with large diagonals."""
    matrices = small(random, tensor)
    matrices = matrices + np.conj(np.swapaxes(matrices, -1, -2))
    return np.asarray(matrices + 20 * np.eye(tensor.shape[-1]), numpy_dtype(tensor.dtype))


@dataclass(frozen=True)
class Case:
    """An op on tensors.

    Attributes:
        name: the op's.
        operands: the types of the arguments, `{0}`, `{1}`, ... in `text`.
        results: the types of the results: `%r`, or `%r#0`, `%r#1`, ... if there are several.
        text: the lines of the op and of the constants it needs, which are called `%c0`, `%c1`, ...
        places: which operands of the op the arguments are; the others are constants.
        values: how to make the elements of some arguments; small integers for the others.
    """

    name: str
    operands: tuple[Tensor, ...]
    results: tuple[Tensor, ...]
    text: str
    places: tuple[int, ...]
    values: Mapping[int, Values] = field(default_factory=dict[int, Values])

    def inputs(self, seed: int) -> list[Array]:
        """Elements of all operands."""
        return [
            np.asarray(self.values.get(number, small)(np.random.default_rng([seed, number]), tensor))
            for number, tensor in enumerate(self.operands)
        ]

    def lines(self, operands: Sequence[str], number: int) -> list[str]:
        """The op on these operands, with names of its own; its results are `results_of(number)`."""
        text = re.sub(r"%(r|c\d+)\b", rf"%\g<1>_{number}", self.text)
        return re.sub(r"\{(\d+)\}", lambda match: operands[int(match[1])], text).splitlines()

    def results_of(self, number: int) -> list[str]:
        """The names of the results of the op's copy with this number."""
        if len(self.results) == 1:
            return [f"%r_{number}"]
        return [f"%r_{number}#{result}" for result in range(len(self.results))]

    def function(self, name: str = "main") -> str:
        """A function of the op alone."""
        arguments = [f"%a{number}: {tensor}" for number, tensor in enumerate(self.operands)]
        lines = self.lines([f"%a{number}" for number in range(len(self.operands))], 0)
        return _function(name, arguments, lines, self.results_of(0), self.results)

    def under(self, mesh: Mesh, strategies: Sequence[Strategy]) -> str:
        """A module with the op once per strategy, each with arguments of its own, annotated as the strategy says."""
        arguments: list[str] = []
        lines: list[str] = []
        results: list[str] = []
        for number, strategy in enumerate(strategies):
            operands: list[str] = []
            for operand, (tensor, place) in enumerate(zip(self.operands, self.places, strict=True)):
                name, sharding = f"%a{number}_{operand}", strategy.operands[place]
                arguments.append(f"{name}: {tensor}")
                operands.append(f"%u{number}_{operand}")
                lines.append(
                    f"{operands[-1]} = mesh.shard {name} to {shard_text(sharding)} annotate_for_users : {tensor}"
                )
            lines += self.lines(operands, number)
            for value, tensor, sharding in zip(self.results_of(number), self.results, strategy.results, strict=True):
                results.append(f"%v{len(results)}")
                lines.append(f"{results[-1]} = mesh.shard {value} to {shard_text(sharding)} : {tensor}")
        types = [tensor for _ in strategies for tensor in self.results]
        return f"mesh.mesh @mesh(shape = {mesh})\n{_function('main', arguments, lines, results, types)}"


def _function(
    name: str, arguments: Sequence[str], lines: Sequence[str], results: Sequence[str], types: Sequence[Tensor]
) -> str:
    body = "".join(f"  {line}\n" for line in [*lines, f"return {', '.join(results)} : {', '.join(map(str, types))}"])
    return f"func.func @{name}({', '.join(arguments)}) -> ({', '.join(map(str, types))}) {{\n{body}}}\n"


def op(
    name: str,
    operands: Sequence[Tensor],
    results: Sequence[Tensor],
    properties: str = "",
    *regions: str,
    values: Mapping[int, Values] | None = None,
    constants: Mapping[int, str] | None = None,
) -> Case:
    """A case in MLIR's generic form.

    Args:
        name: the op's.
        operands: all its operands' types.
        results: its results' types.
        properties: `name = value, ...`.
        regions: the text of each region.
        values: how to make the elements of some operands.
        constants: operands that are constants in the program, and their elements.
    """
    known = constants or {}
    free = [number for number in range(len(operands)) if number not in known]
    places = {number: f"{{{place}}}" for place, number in enumerate(free)}
    lines = [f"%c{number} = stablehlo.constant dense<{value}> : {operands[number]}" for number, value in known.items()]
    names = ", ".join(places.get(number, f"%c{number}") for number in range(len(operands)))
    count = f":{len(results)}" if len(results) > 1 else ""
    bodies = f" ({', '.join(f'{{{region}}}' for region in regions)})" if regions else ""
    given = f" <{{{properties}}}>" if properties else ""
    types = f"({', '.join(map(str, operands))}) -> ({', '.join(map(str, results))})"
    lines.append(f'%r{count} = "{name}"({names}){given}{bodies} : {types}')
    made = {place: (values or {})[number] for place, number in enumerate(free) if number in (values or {})}
    given_operands = tuple(operands[number] for number in free)
    return Case(name, given_operands, tuple(results), "\n".join(lines), tuple(free), made)


def array(values: Sequence[int | bool]) -> str:
    """`array<i64: 1, 2>`, or of booleans `array<i1: true>`."""
    kind = "i1" if values and isinstance(values[0], bool) else "i64"
    return f"array<{kind}: {', '.join(map(str, values)).lower()}>" if values else f"array<{kind}>"


def combining(op_name: str, dtype: str, count: int = 1, names: Sequence[str] = ()) -> str:
    """A region that combines `count` pairs of scalars, each by `op_name`, or by the op of its own in `names`."""
    scalar = f"tensor<{dtype}>"
    arguments = ", ".join(f"%{side}{number}: {scalar}" for side in "xy" for number in range(count))
    ops = names or [op_name] * count
    lines = [f"^bb0({arguments}):"]
    lines += [
        f'%z{number} = "stablehlo.{name}"(%x{number}, %y{number}) : ({scalar}, {scalar}) -> {scalar}'
        for number, name in enumerate(ops)
    ]
    yielded = ", ".join(f"%z{number}" for number in range(count))
    lines.append(f'"stablehlo.return"({yielded}) : ({", ".join([scalar] * count)}) -> ()')
    return "\n".join(lines)


def replacing(dtype: str, count: int = 1) -> str:
    """A region that takes the second of each of `count` pairs of scalars."""
    scalar = f"tensor<{dtype}>"
    arguments = ", ".join(f"%{side}{number}: {scalar}" for side in "xy" for number in range(count))
    yielded = ", ".join(f"%y{number}" for number in range(count))
    return f'^bb0({arguments}):\n"stablehlo.return"({yielded}) : ({", ".join([scalar] * count)}) -> ()'


def comparing(direction: str, dtypes: Sequence[str]) -> str:
    """A region of two scalars per dtype that compares the first two."""
    arguments = ", ".join(f"%{side}{number}: tensor<{dtype}>" for number, dtype in enumerate(dtypes) for side in "xy")
    first = f"tensor<{dtypes[0]}>"
    return (
        f"^bb0({arguments}):\n"
        f'%z = "stablehlo.compare"(%x0, %y0) <{{comparison_direction = #stablehlo<comparison_direction {direction}>}}>'
        f" : ({first}, {first}) -> tensor<i1>\n"
        '"stablehlo.return"(%z) : (tensor<i1>) -> ()'
    )


def shape(random: Random, low: int = 1, high: int = 3, sizes: Sequence[int] = SIZES) -> Shape:
    """A shape of `low` to `high` dims."""
    return tuple(random.choice(sizes) for _ in range(random.randint(low, high)))


def permuted(random: Random, count: int) -> list[int]:
    """The numbers below `count` in some order."""
    return random.sample(range(count), count)


def some(random: Random, count: int, least: int = 0, most: int | None = None) -> list[int]:
    """Some of the numbers below `count`, ascending: at least `least` of them, at most `most`."""
    upper = count if most is None else min(most, count)
    return sorted(random.sample(range(count), random.randint(min(least, upper), upper)))
