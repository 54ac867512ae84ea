"""Structured ops whose results are reduced by no known op: a loop over the points of the reduced loops."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from math import prod

from xdsl.builder import Builder
from xdsl.dialects.builtin import TensorType, i64
from xdsl.ir import Block, Region, SSAValue
from xdsl.rewriter import InsertPoint

from llmsys_ir.dialects.stablehlo import arithmetic
from llmsys_ir.dialects.stablehlo.control import ReturnOp, WhileOp
from llmsys_ir.dialects.stablehlo.slicing import DynamicSliceOp
from llmsys_ir.dialects.tensors import tensor_type
from llmsys_ir.program.legalization.bodies import Body
from llmsys_ir.program.legalization.loops import Loops
from llmsys_ir.program.legalization.site import Site, integers


def folded(loops: Loops) -> list[SSAValue]:
    """The results of a structured op.

    Raises:
        OperationError: they are reduced over different loops, or its body has no counterpart.
    """
    return _Fold(loops).emit()


@dataclass(frozen=True)
class _Fold:
    """A loop whose state is the number of the point, the inputs, and what the results are so far."""

    loops: Loops

    @property
    def site(self) -> Site:
        return self.loops.site

    @cached_property
    def rest(self) -> list[int]:
        """The loops that index all results."""
        return sorted(self.loops.of_result(0))

    @cached_property
    def reduced(self) -> list[int]:
        """The loops that index none."""
        return self.loops.reduced(0)

    @property
    def count(self) -> int:
        """How many points there are."""
        return prod(self.loops.shape(self.reduced))

    def emit(self) -> list[SSAValue]:
        loops, site = self.loops, self.site
        results = range(len(site.op.results))
        if any(loops.reduced(number) != self.reduced for number in results):
            raise site.fail("for results that are reduced over different loops")
        state = [site.constant(TensorType(i64, []), 0), *map(self._points, range(loops.input_count))]
        state += [loops.spread(loops.input_count + number, self.rest) for number in results]
        types = [value.type for value in state]
        condition, step = Block(arg_types=types), Block(arg_types=types)
        self._write_condition(condition)
        self._write_step(step)
        made = WhileOp.create(operands=state, result_types=types, regions=[Region(condition), Region(step)])
        outputs = site.builder.insert(made).results[1 + loops.input_count :]
        return [loops.stored(number, value, self.rest) for number, value in enumerate(outputs)]

    def _points(self, operand: int) -> SSAValue:
        """An input, whose last dim is the number of the point."""
        spread = self.loops.spread(operand, [*self.rest, *self.reduced])
        return self.site.reshaped(spread, [*self.loops.shape(self.rest), self.count])

    def _inside(self, block: Block) -> Site:
        return replace(self.site, builder=Builder(InsertPoint.at_end(block)))

    def _write_condition(self, block: Block) -> None:
        inside = self._inside(block)
        goes_on = inside.compare("LT", block.args[0], inside.like(block.args[0], self.count))
        inside.builder.insert(ReturnOp.create(operands=[goes_on]))

    def _write_step(self, block: Block) -> None:
        inside = self._inside(block)
        number, *values = block.args
        inputs, outputs = values[: self.loops.input_count], values[self.loops.input_count :]
        body = Body(inside, self.loops.shape(self.rest), indices=self._indices(inside, number))
        taken = [self._taken(inside, value, number) for value in inputs]
        body.values.update(zip(self.site.op.regions[0].block.args, (*taken, *outputs), strict=True))
        given = body.run(self.site.op.regions[0].block)
        following = inside.emit(arithmetic.AddOp, [number, inside.like(number, 1)], tensor_type(number))
        inside.builder.insert(ReturnOp.create(operands=[following, *inputs, *given]))

    def _taken(self, inside: Site, value: SSAValue, number: SSAValue) -> SSAValue:
        """What an input is at a point."""
        shape, element = self.loops.shape(self.rest), tensor_type(value).element_type
        starts = [inside.constant(TensorType(i64, []), 0)] * len(shape)
        type_ = TensorType(element, [*shape, 1])
        part = inside.emit(DynamicSliceOp, [value, *starts, number], type_, slice_sizes=integers(type_.get_shape()))
        return inside.reshaped(part, shape)

    def _indices(self, inside: Site, number: SSAValue) -> dict[int, SSAValue]:
        """The indices of all loops at a point."""
        shape = self.loops.shape(self.rest)
        found = {loop: inside.positions(shape, dim) for dim, loop in enumerate(self.rest)}
        for place, loop in enumerate(self.reduced):
            later = prod(self.loops.shape(self.reduced[place + 1 :]))
            digit = number
            for op, size in ((arithmetic.DivideOp, later), (arithmetic.RemainderOp, self.loops.sizes[loop])):
                digit = inside.emit(op, [digit, inside.like(digit, size)], tensor_type(digit))
            found[loop] = inside.broadcast(digit, shape)
        return found
