"""Random programs: ops, control flow, annotations, and what is returned."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from math import prod
from random import Random

from fuzzing.building import Block, Function, RejectedError, small_integers
from fuzzing.control_flow import add_branches, add_loop
from fuzzing.ops import Choice, add_core, add_stablehlo
from fuzzing.program import Annotation, AnyStatement, Body, FuzzProgram, Statement, Value, renamed
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.sharding import Axes, Sharding
from random_ops.tensors import Tensor

_MOST_DEVICES = 30


class Mode(Enum):
    """What shards a program before it is partitioned."""

    NOTHING = "partition"
    PROPAGATE = "propagate"
    PLAN = "plan"
    PLAN_UNEVEN = "plan, uneven"


@dataclass(frozen=True)
class FuzzCase:
    """A program and what is done to it."""

    program: FuzzProgram
    mode: Mode


def generate(seed: str) -> FuzzCase:
    """The case of a seed."""
    random = Random(seed)
    mode = random.choice((Mode.NOTHING, Mode.NOTHING, Mode.PROPAGATE, Mode.PLAN, Mode.PLAN_UNEVEN))
    ops = random.choice((3, 4, 5, 6, 8, 8, 12, 12, 20, 40))
    return FuzzCase(_Generator(random, mode).program(ops), mode)


class _Generator:
    def __init__(self, random: Random, mode: Mode):
        self.random = random
        self.has_control_flow = mode is not Mode.PROPAGATE and random.random() < 0.35
        self.core = random.choice((0.0, 0.0, 0.0, 1.0, 1.0, 0.5))
        self.mesh = _mesh(random)
        self.choice = Choice.draw(random)
        self.depth = 0

    def program(self, ops: int) -> FuzzProgram:
        function = Function(self.random)
        block = Block(function)
        for _ in range(self.random.randint(1, 2)):
            shape = tuple(self.random.choice((1, 2, 3, 4, 5, 6, 8, 12)) for _ in range(self.random.randint(1, 3)))
            block.visible.append(function.argument(Tensor(shape), small_integers))
        self._fill(block, ops)
        results = self._results(block)
        if self.random.random() < 0.2:
            function.argument(Tensor((4, 3)), small_integers)
        statements, results = _Annotator(function, self.mesh).annotated(block.statements, function.arguments, results)
        chance = self.random.choice((0.0, 0.0, 0.0, 0.8))
        names = (value.name for value in self._tensor_arguments(block))
        donated = frozenset(name for name in names if self.random.random() < chance)
        return FuzzProgram(self.mesh, tuple(function.arguments), statements, results, function.arrays, donated)

    def _fill(self, block: Block, ops: int) -> None:
        """Add so many ops, or some less if too many of them are rejected."""
        tries = 0
        while len(block.statements) < ops and tries < 3 * ops + 5:
            tries += 1
            length, names = len(block.statements), len(block.visible)
            try:
                self._add(block)
            except RejectedError:
                del block.statements[length:]
                del block.visible[names:]

    def _add(self, block: Block) -> None:
        if self.has_control_flow and self.depth < 2 and self.random.random() < 0.3 / (1 + self.depth):
            self.depth += 1
            try:
                self.random.choice((add_branches, add_loop))(block, self._fill)
            finally:
                self.depth -= 1
        elif self.random.random() < self.core:
            add_core(block, self.choice)
        else:
            add_stablehlo(block, self.choice)

    def _results(self, block: Block) -> tuple[Value, ...]:
        """What nobody uses, some other values, some of them twice; arguments too."""
        used = {value.name for statement in block.statements for value in statement.uses()}
        made = [value for statement in block.statements for value in statement.results]
        results = [value for value in made if value.name not in used][:8]
        choices = [*made, *self._tensor_arguments(block)]
        results += [self.random.choice(choices) for _ in range(self.random.randint(0 if results else 1, 2))]
        if self.random.random() < 0.2:
            results.append(self.random.choice(results))
        self.random.shuffle(results)
        return tuple(results)

    def _tensor_arguments(self, block: Block) -> list[Value]:
        return [value for value in block.function.arguments if isinstance(value.type, Tensor)]


def _mesh(random: Random) -> Mesh:
    while True:
        shape = tuple(random.choice((1, 2, 2, 2, 3, 3, 4, 4, 5)) for _ in range(random.choice((1, 1, 2, 2, 2, 3))))
        if prod(shape) <= _MOST_DEVICES:
            return Mesh(shape)


class _Annotator:
    """Puts annotations where values are defined and where they are used."""

    def __init__(self, function: Function, mesh: Mesh):
        self.function, self.mesh, self.random = function, mesh, function.random
        self.defined = self.random.choice((0.0, 0.3, 0.5, 0.9))
        self.used = self.random.choice((0.0, 0.1, 0.3))
        self.uneven = self.random.choice((0.0, 0.3, 1.0))
        self.partial = self.random.choice((0.0, 0.0, 0.1))

    def annotated(
        self, statements: list[AnyStatement], arguments: list[Value], results: tuple[Value, ...]
    ) -> tuple[tuple[AnyStatement, ...], tuple[Value, ...]]:
        names: dict[str, str] = {}
        head: list[AnyStatement] = []
        self._define(arguments, names, head)
        body = self._body(Body((), tuple(statements), results), names)
        return (*head, *body.statements), body.results

    def _body(self, body: Body, outer: dict[str, str]) -> Body:
        names = dict(outer)
        made: list[AnyStatement] = []
        self._define(body.arguments, names, made)
        for statement in body.statements:
            assert isinstance(statement, Statement)
            bodies = tuple(self._body(inner, names) for inner in statement.bodies)
            changed = replace(replace(statement, bodies=()).renamed(names), bodies=bodies)
            made.append(self._with_uses(changed, made))
            self._define(statement.results, names, made)
        return Body(body.arguments, tuple(made), renamed(body.results, names))

    def _define(self, values: list[Value] | tuple[Value, ...], names: dict[str, str], made: list[AnyStatement]) -> None:
        for value in values:
            if isinstance(value.type, Tensor) and self.random.random() < self.defined:
                names[value.name] = self._shard(value, False, made).name

    def _with_uses(self, statement: Statement, made: list[AnyStatement]) -> Statement:
        names: dict[str, str] = {}
        if statement.bodies:
            return statement
        for value in dict.fromkeys(statement.operands):
            if isinstance(value.type, Tensor) and self.random.random() < self.used:
                names[value.name] = self._shard(value, True, made).name
        return statement.renamed(names)

    def _shard(self, value: Value, for_users: bool, made: list[AnyStatement]) -> Value:
        result = Value(self.function.name("s"), value.type)
        self.function.arrays[result.name] = self.function.arrays[value.name]
        made.append(Annotation(value, result, self._sharding(value.tensor), for_users))
        return result

    def _sharding(self, tensor: Tensor) -> Sharding:
        dims: list[Axes] = [() for _ in tensor.shape]
        partial: list[int] = []
        is_uneven = self.random.random() < self.uneven
        for axis in self.random.sample(self.mesh.axes, self.mesh.rank):
            room = [
                dim
                for dim, size in enumerate(tensor.shape)
                if is_uneven or size % (self.mesh.size(dims[dim]) * self.mesh.shape[axis]) == 0
            ]
            chance = self.random.random()
            if chance < self.partial:
                partial.append(axis)
            elif room and chance < 0.75:
                dim = self.random.choice(room)
                dims[dim] = (*dims[dim], axis)
        kinds = tensor.kinds[:1] if tensor.dtype.startswith("complex") else tensor.kinds
        kind = self.random.choice(kinds) if partial else None
        return Sharding(tuple(dims), tuple(sorted(partial)), kind)
