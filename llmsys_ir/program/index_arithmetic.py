"""Arithmetic on index values, in the form of ops; what is known is computed here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from xdsl.dialects import arith, cf, tensor
from xdsl.dialects.builtin import DYNAMIC_INDEX, AffineMapAttr, IndexType, IntegerAttr
from xdsl.ir import Operation, OpT, SSAValue
from xdsl.ir.affine import AffineBinaryOpExpr, AffineBinaryOpKind, AffineExpr, AffineMap

from llmsys_ir.dialects.affine import ApplyOp
from llmsys_ir.dialects.tensors import tensor_type

Index: TypeAlias = SSAValue | int
"""An index value, or the number that it is known to be."""


@dataclass
class IndexArithmetic:
    """Ops in their order, not inserted yet, and the constants that they use."""

    body: list[Operation] = field(default_factory=list[Operation])
    constants: dict[int, arith.ConstantOp] = field(default_factory=dict[int, arith.ConstantOp])

    @property
    def ops(self) -> list[Operation]:
        """Every op, constants first."""
        return [*self.constants.values(), *self.body]

    def add(self, op: OpT) -> OpT:
        """Append an op."""
        self.body.append(op)
        return op

    def value(self, index: Index) -> SSAValue:
        """The index as a value."""
        if isinstance(index, SSAValue):
            return index
        if index not in self.constants:
            self.constants[index] = arith.ConstantOp(IntegerAttr(index, IndexType()))
        return self.constants[index].result

    def size_of(self, value: SSAValue, dim: int) -> Index:
        """The size of a tensor's dim."""
        size = tensor_type(value).get_shape()[dim]
        return size if size != DYNAMIC_INDEX else self.add(tensor.DimOp(value, self.value(dim))).result

    def product(self, one: Index, other: Index) -> Index:
        """One times the other."""
        if isinstance(one, int) and isinstance(other, int):
            return one * other
        for factor, rest in ((one, other), (other, one)):
            if factor in (0, 1):
                return rest if factor else 0
        return self.add(arith.MuliOp(self.value(one), self.value(other))).result

    def part(self, size: Index, count: Index, message: str) -> Index:
        """The size of one of `count` equal parts; asserts with `message` that there are such, unless it is known."""
        if count == 1:
            return size
        if isinstance(size, int) and isinstance(count, int):
            assert size % count == 0, "the verifier of an all_slice sees to this"
            return size // count
        return self.checked_part(self.value(size), self.value(count), message)

    def checked_part(self, size: SSAValue, count: SSAValue, message: str) -> SSAValue:
        """The size of one of `count` equal parts; asserts with `message` that there are such."""
        remainder = self.add(arith.RemUIOp(size, count)).result
        divides = self.add(arith.CmpiOp(remainder, self.value(0), "eq")).result
        self.add(cf.AssertOp(divides, message))
        return self.add(arith.DivUIOp(size, count)).result

    def linear(self, digits: Sequence[SSAValue], sizes: Sequence[Index]) -> SSAValue:
        """The row-major number of the coordinates `digits` in a grid of `sizes`, the first outermost."""
        if len(digits) == 1:
            return digits[0]
        number = _LinearMap()
        for digit, size in zip(digits, sizes, strict=True):
            number.append(digit, size)
        return self.add(ApplyOp(number.symbols, AffineMapAttr(number.map()))).result


@dataclass
class _LinearMap:
    """A number in the making: a sum of symbols times constants, until it is scaled by an unknown size."""

    symbols: list[SSAValue] = field(default_factory=list[SSAValue])
    terms: list[tuple[AffineExpr, int]] = field(default_factory=list[tuple[AffineExpr, int]])

    def append(self, digit: SSAValue, size: Index) -> None:
        """Make room for a digit in 0 … size - 1 at the end."""
        if isinstance(size, int):
            self.terms = [(term, factor * size) for term, factor in self.terms]
        elif self.terms:
            product = AffineBinaryOpExpr(AffineBinaryOpKind.Mul, self.total(), self.symbol(size))
            self.terms = [(product, 1)]
        self.terms.append((self.symbol(digit), 1))

    def symbol(self, value: SSAValue) -> AffineExpr:
        """The next symbol, which stands for a value."""
        self.symbols.append(value)
        return AffineExpr.symbol(len(self.symbols) - 1)

    def total(self) -> AffineExpr:
        """The sum."""
        (total, *rest) = [term * factor for term, factor in self.terms]
        return sum(rest, total)

    def map(self) -> AffineMap:
        """The sum as a map of the symbols."""
        return AffineMap(0, len(self.symbols), (self.total(),))
