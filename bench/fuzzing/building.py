"""Programs under construction: what is computed is known at once, so that no value is infinite or huge."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random

import numpy as np
from xdsl.utils.exceptions import ParseError, PassFailedException, VerifyException

from fuzzing.program import Annotation, AnyStatement, Statement, Value, function_text
from fuzzing.running import run_whole
from llmsys_ir.runtime.kernels import numpy_dtype
from llmsys_ir.runtime.kernels.call import Array
from random_ops.tensors import Tensor

Make = Callable[[np.random.Generator, Tensor], Array]

_LARGEST = 1e4
"""Larger numbers are not computed, so that rounding stays small."""


class RejectedError(Exception):
    """What was to be added computes nothing that can be compared."""


@dataclass
class Function:
    """What all blocks of a function share: its arguments and the elements of every value."""

    random: Random
    arguments: list[Value] = field(default_factory=list[Value])
    arrays: dict[str, Array] = field(default_factory=dict[str, Array])
    names: int = 0

    def name(self, letter: str = "v") -> str:
        """A new name."""
        self.names += 1
        return f"%{letter}{self.names}"

    def argument(self, type_: Tensor | str, make: Make) -> Value:
        """A new argument."""
        tensor = type_ if isinstance(type_, Tensor) else Tensor((), type_)
        array = np.asarray(make(np.random.default_rng(self.random.getrandbits(32)), tensor))
        if not _is_tame(array):
            raise RejectedError
        value = Value(self.name("a"), type_)
        self.arguments.append(value)
        self.arrays[value.name] = array
        return value


@dataclass
class Block:
    """A block of a function: what can be used in it, and the statements so far."""

    function: Function
    visible: list[Value] = field(default_factory=list[Value])
    statements: list[AnyStatement] = field(default_factory=list[AnyStatement])

    @property
    def random(self) -> Random:
        """The source of all that is random."""
        return self.function.random

    def inner(self, arguments: Sequence[Value] = ()) -> Block:
        """A block inside of an op, which sees what this one does and its own arguments, these more often."""
        return Block(self.function, [*self.visible, *arguments, *arguments])

    def add(self, statement: Statement) -> tuple[Value, ...]:
        """Append a statement.

        Raises:
            RejectedError: it computes something huge, or cannot be run.
        """
        for value, array in zip(statement.results, self._computed(statement), strict=True):
            self.function.arrays[value.name] = array
        self.statements.append(statement)
        self.visible += [value for value in statement.results if isinstance(value.type, Tensor)]
        return statement.results

    def _computed(self, statement: Statement) -> Sequence[Array]:
        used = list(dict.fromkeys(statement.uses()))
        text = function_text(used, [statement], statement.results)
        try:
            arrays = run_whole(text, [self.function.arrays[value.name] for value in used])
        except (ParseError, PassFailedException, VerifyException) as error:
            raise RejectedError(f"{error}\n{text}") from None
        if not all(map(_is_tame, arrays)):
            raise RejectedError
        return arrays

    def annotate(self, annotation: Annotation) -> Value:
        """Append an annotation."""
        self.function.arrays[annotation.result.name] = self.function.arrays[annotation.source.name]
        self.statements.append(annotation)
        return annotation.result

    def op(self, text: str, operands: Sequence[Value], results: Sequence[Tensor]) -> tuple[Value, ...]:
        """Append an op that calls its results `%r`, or `%r#0`, `%r#1`, ..., and its operands `{0}`, `{1}`, ...

        Raises:
            RejectedError: as `add`.
        """
        self.function.names += 1
        suffix = f"_{self.function.names}"
        head = re.sub(r"%([A-Za-z_]\w*)", rf"%\g<1>{suffix}", text)
        head = re.sub(r"\{(\d+)\}", lambda match: operands[int(match[1])].name, head)
        one = len(results) == 1
        names = [f"%r{suffix}" if one else f"%r{suffix}#{number}" for number in range(len(results))]
        return self.add(Statement(head, tuple(operands), tuple(map(Value, names, results))))

    def find(self, tensor: Tensor) -> Value | None:
        """Any value of this type, late ones more often."""
        known = [value for value in self.visible if value.type == tensor]
        return self.random.choice([*known, *known[-2:], *known[-1:]]) if known else None


def _is_tame(array: Array) -> bool:
    if array.dtype.kind in "biu":
        return True
    wide = array.astype(np.complex128 if array.dtype.kind == "c" else np.float64)
    return bool(np.isfinite(wide).all()) and (not wide.size or float(np.abs(wide).max()) <= _LARGEST)


def small_integers(random: np.random.Generator, tensor: Tensor) -> Array:
    """Small integers, as floats and complex numbers too, so that sums are exact in any order."""
    dtype = numpy_dtype(tensor.dtype)
    low, high = {"b": (0, 2), "u": (0, 5)}.get(dtype.kind, (-3, 4))
    values = random.integers(low, high, tensor.shape)
    return (
        (values + 1j * random.integers(low, high, tensor.shape)).astype(dtype)
        if dtype.kind == "c"
        else values.astype(dtype)
    )
