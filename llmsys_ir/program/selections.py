"""Regions of reductions that pick one of two by comparing them, as those of an argmax do: what may be said of them.

Such a region gives back elements that it got, and what it gives depends only on how elements of one value compare with
each other. So a few elements that compare in every way stand for all there are, and running the region on every three
of them proves what holds for any three.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from math import prod
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
from xdsl.dialects.builtin import AnyFloat, IntegerType
from xdsl.ir import Attribute, Block, Operation, SSAValue

from llmsys_ir.diagnostics import name_of
from llmsys_ir.dialects.stablehlo.enums import ComparisonTypeAttr
from llmsys_ir.dialects.stablehlo.selection import CompareOp
from llmsys_ir.dialects.tensors import as_tensor

Array: TypeAlias = npt.NDArray[Any]
Element: TypeAlias = tuple[Array, ...]
"""Many elements at once: an array per value."""

_FLOATS = (np.nan, -np.inf, -2.0, -1.0, -0.0, 0.0, 1.0, 2.0, np.inf)
_INTEGERS = (0, 1, 2)
_MOST = 100
"""The most elements of which every three are tried."""

_COMPARISONS: Mapping[str, Callable[..., Array]] = {
    "EQ": np.equal,
    "GE": np.greater_equal,
    "GT": np.greater,
    "LE": np.less_equal,
    "LT": np.less,
    "NE": np.not_equal,
}
_CONNECTIVES: Mapping[str, Callable[..., Array]] = {
    "stablehlo.and": np.logical_and,
    "stablehlo.not": np.logical_not,
    "stablehlo.or": np.logical_or,
    "stablehlo.xor": np.logical_xor,
}
_EXTREMES: Mapping[str, Callable[..., Array]] = {"stablehlo.maximum": np.maximum, "stablehlo.minimum": np.minimum}
_TRUTH = -1
"""In place of the number of a value: true or false, found by comparing."""


class Order(StrEnum):
    """How a reduction may go about its elements: first in parts, each with the initial value, and then the parts."""

    KEPT = "kept"
    """In parts that follow each other, in their order."""
    ANY = "any"
    """In any parts and order."""


@dataclass(frozen=True)
class _Step:
    """`function` of what has these numbers, which are the region's arguments and then what steps give."""

    function: Callable[..., Array]
    operands: tuple[int, ...]


@dataclass(frozen=True)
class _Selection:
    """A region that picks: whether each value is a float, the steps, and the numbers of what is given back."""

    is_float: tuple[bool, ...]
    steps: tuple[_Step, ...]
    results: tuple[int, ...]

    def __call__(self, first: Element, second: Element) -> Element:
        known = [*first, *second]
        for step in self.steps:
            known.append(step.function(*(known[number] for number in step.operands)))
        return tuple(known[number] for number in self.results)


def selection_order(block: Block, inits: Sequence[float | None]) -> Order | None:
    """In which order a reduction by a region may take elements; None for any other region than one that picks.

    Args:
        block: the region.
        inits: the initial values, None where one is not known. A zero that comes again and again may be picked in place
            of one with another sign.
    """
    selection = _read(block)
    return None if selection is None else _order(selection, tuple(map(_known_sample, inits, selection.is_float)))


def _known_sample(init: float | None, is_float: bool) -> float | None:
    """The initial value if it is one of those that stand for all."""
    return init if is_float and (init in _FLOATS or init != init) else None


def _read(block: Block) -> _Selection | None:
    """The region, if all it does is compare and pick."""
    count, end = len(block.args) // 2, block.last_op
    kinds = [_is_float(argument.type) for argument in block.args[:count]]
    is_float = tuple(kind for kind in kinds if kind is not None)
    if end is None or count == 0 or len(is_float) < count:
        return None
    numbers: dict[SSAValue, int] = {argument: number for number, argument in enumerate(block.args)}
    values = [number % count for number in numbers.values()]
    steps: list[_Step] = []
    for op in block.ops:
        if op is end:
            break
        operands = [numbers.get(operand) for operand in op.operands]
        known = tuple(number for number in operands if number is not None)
        read = _step(op, [values[number] for number in known], is_float) if len(known) == len(operands) else None
        if read is None:
            return None
        steps.append(_Step(read[0], known))
        numbers[op.results[0]] = len(values)
        values.append(read[1])
    results = tuple(numbers.get(operand, 0) for operand in end.operands)
    is_whole = all(operand in numbers for operand in end.operands)
    gives_each = [values[number] for number in results] == list(range(count))
    return _Selection(is_float, tuple(steps), results) if is_whole and gives_each else None


def _is_float(type_: Attribute) -> bool | None:
    """Whether elements of this type are floats or integers, None for any others."""
    tensor = as_tensor(type_)
    element = None if tensor is None else tensor.element_type
    return isinstance(element, AnyFloat) if isinstance(element, AnyFloat | IntegerType) else None


def _step(op: Operation, values: Sequence[int], is_float: Sequence[bool]) -> tuple[Callable[..., Array], int] | None:
    """What an op does with operands of these values, and of which value its result is; None for any other op."""
    name = name_of(op)
    if name in _CONNECTIVES and all(value == _TRUTH for value in values):
        return _CONNECTIVES[name], _TRUTH
    if name == "stablehlo.select" and values[0] == _TRUTH and values[1] == values[2]:
        return np.where, values[1]
    if len(values) != 2 or values[0] != values[1] or values[0] == _TRUTH:
        return None
    if isinstance(op, CompareOp) and not _is_total(op):
        return _COMPARISONS[op.comparison_direction.data], _TRUTH
    return (_EXTREMES[name], values[0]) if name in _EXTREMES and not is_float[values[0]] else None


def _is_total(op: CompareOp) -> bool:
    """Whether floats are compared in total order, which tells 0 from -0."""
    return isinstance(op.compare_type, ComparisonTypeAttr) and op.compare_type.data == "TOTALORDER"


@lru_cache(maxsize=1 << 10)
def _order(selection: _Selection, inits: tuple[float | None, ...]) -> Order | None:
    """By running the region on every three of the elements that stand for all."""
    samples = [_FLOATS if is_float else _INTEGERS for is_float in selection.is_float]
    if prod(map(len, samples)) > _MOST:
        return None
    elements = _every(samples)
    x, y, z = (tuple(values[place] for values in elements) for place in _places(elements, elements, elements))
    if not (_same(selection(selection(x, y), z), selection(x, selection(y, z))) and _same(selection(x, x), x)):
        return None
    if _same(selection(x, y), selection(y, x)):
        return Order.ANY
    starts = _every([known if init is None else (init,) for known, init in zip(samples, inits, strict=True)])
    first, second, third = _places(starts, elements, elements)
    init = tuple(values[first] for values in starts)
    before = selection(init, tuple(values[second] for values in elements))
    after = tuple(values[third] for values in elements)
    is_absorbed = _same(selection(selection(before, init), after), selection(before, after))
    return Order.KEPT if is_absorbed else None


def _every(samples: Sequence[Sequence[float]]) -> Element:
    """All elements with one of these samples per value."""
    return tuple(grid.ravel() for grid in np.meshgrid(*map(np.array, samples)))


def _places(*elements: Element) -> npt.NDArray[np.intp]:
    """The numbers of all combinations of one element of each, in rows."""
    return np.indices([len(values[0]) for values in elements]).reshape(len(elements), -1)


def _same(one: Element, other: Element) -> bool:
    """Bit by bit."""
    return all(left.tobytes() == right.tobytes() for left, right in zip(one, other, strict=True))
