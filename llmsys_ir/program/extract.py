"""From a function with `mesh.shard` annotations to the graph that plans are made for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from xdsl.dialects import func
from xdsl.ir import Block, BlockArgument, Operation, SSAValue

from llmsys_ir.diagnostics import OperationError, name_of
from llmsys_ir.dialects import mesh as mesh_dialect
from llmsys_ir.planning.graph import SHARING, Graph, Step, Use, Value
from llmsys_ir.program.checks import (
    annotation_of,
    argument_pin,
    check_shardable,
    check_static,
    demand_of,
    is_tensor,
)
from llmsys_ir.program.control_flow import PassThrough, Site, pass_through
from llmsys_ir.program.donation import donations
from llmsys_ir.program.overhead import Overheads
from llmsys_ir.program.signature import signature_of, spec_of
from llmsys_ir.sharding.demand import Demand
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.registry import RuleRegistry
from llmsys_ir.sharding.rule import RuleError
from llmsys_ir.sharding.sharding import Sharding


@dataclass(frozen=True)
class Origin:
    """Where a step comes from.

    `sites[u]` is the operand that use `u` of the step is, `targets[r]` the value that its result `r` stands for. A step
    without an op reshards for all later users: before the op `anchor`, or right after the value is defined.
    """

    op: Operation | None = None
    sites: tuple[Site, ...] = ()
    targets: tuple[SSAValue, ...] = ()
    anchor: Operation | None = None


@dataclass(frozen=True)
class Extraction:
    """A function's graph and where its steps come from."""

    graph: Graph
    origins: tuple[Origin, ...]


def extract(
    function: func.FuncOp, mesh: Mesh, registry: RuleRegistry, overheads: Overheads | None = None
) -> Extraction:
    """The graph of a function with one block. Functions that are planned for one cluster may share their overheads.

    Raises:
        OperationError: an op has no rule, an annotation does not fit, or a shape is dynamic.
    """
    return _Extractor(mesh, registry, overheads or Overheads(registry)).run(function)


@dataclass(frozen=True)
class _Reference:
    """What an SSA value stands for: a value of the graph, seen through annotations of its uses."""

    value: int
    pinned: tuple[Sharding, ...] = ()


@dataclass(frozen=True)
class Place:
    """Where a value is there to be used: after a step, in a block that runs `weight` times."""

    after: int
    weight: float


@dataclass
class _Extractor:
    mesh: Mesh
    registry: RuleRegistry
    overheads: Overheads
    values: list[Value] = field(default_factory=list[Value])
    places: list[Place] = field(default_factory=list[Place])
    steps: list[Step] = field(default_factory=list[Step])
    origins: list[Origin] = field(default_factory=list[Origin])
    holds: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    carried: set[int] = field(default_factory=set[int])
    """The values that are carried values inside of a loop."""
    references: dict[SSAValue, _Reference] = field(default_factory=dict[SSAValue, _Reference])
    definitions: dict[int, Demand] = field(default_factory=dict[int, Demand])
    """The user's annotations of values where they are defined."""
    weight: float = 1.0
    """How often the block that is read runs."""

    def run(self, function: func.FuncOp) -> Extraction:
        block = function.body.block
        arguments = [argument for argument in block.args if is_tensor(argument)]
        pins = [argument_pin(argument, self.mesh) for argument in arguments]
        check_static(function, arguments)
        for argument in arguments:
            self._define(argument, f"argument {argument.index}")
        self._read(block)
        end = block.last_op
        assert isinstance(end, func.ReturnOp)
        tensors = ((number, operand) for number, operand in enumerate(end.operands) if is_tensor(operand))
        returns = tuple(self._use(operand, number) for number, operand in tensors)
        return_pins = tuple(self.definitions.get(use.value) for use in returns)
        numbers = tuple(range(len(arguments)))
        holds = tuple(self.holds)
        donated = _donated(function, arguments)
        graph = Graph(tuple(self.values), numbers, tuple(pins), tuple(self.steps), returns, return_pins, holds, donated)
        return share_reshardings(Extraction(graph, tuple(self.origins)), self.places, self.carried)

    def _read(self, block: Block) -> None:
        """Add the steps of a block's ops, up to its terminator."""
        for op in block.ops:
            if op is block.last_op:
                return
            if isinstance(op, mesh_dialect.ShardOp):
                self._annotate(op)
            elif (passing := pass_through(op)) is not None:
                self._add_passing(op, passing)
            elif any(map(is_tensor, (*op.operands, *op.results))):
                self._add_op(op)

    def _define(self, value: SSAValue, name: str) -> int:
        number = len(self.values)
        self.values.append(Value(spec_of(value.type), name))
        self.places.append(Place(len(self.steps) - 1, self.weight))
        self.references[value] = _Reference(number)
        return number

    def _use(self, value: SSAValue, operand: int) -> Use:
        reference = self.references[value]
        return Use(reference.value, operand, reference.pinned, self.weight)

    def _annotate(self, op: mesh_dialect.ShardOp) -> None:
        reference = self.references[op.src]
        if op.annotate_for_users is not None:
            sharding = annotation_of(op, self.mesh)
            self.references[op.result] = replace(reference, pinned=(*reference.pinned, sharding))
            return
        demand = demand_of(op, self.mesh)
        if _is_argument(op.src, op) and reference.value not in self.definitions:
            self.definitions[reference.value] = demand
            self.references[op.result] = reference
        else:
            step = Step(op.name, (self._use(op.src, 0),), (), pinned=demand)
            number = self._add(step, Origin(anchor=op))
            self._give(number, [op.result], self.values[reference.value].name)
            self.definitions[self.references[op.result].value] = demand

    def _add_op(self, op: Operation) -> None:
        check_shardable(op)
        signature = signature_of(op)
        try:
            rule = self.registry.rule(signature)
        except RuleError as error:
            raise OperationError(op, str(error)) from None
        sites = tuple(Site(op, number) for number, operand in enumerate(op.operands) if is_tensor(operand))
        uses = tuple(self._use(site.value, site.operand) for site in sites)
        overheads = self.overheads.of(op, signature, rule)
        results = tuple(range(len(self.values), len(self.values) + len(op.results)))
        step = Step(name_of(op), uses, results, signature, rule, weight=self.weight, overheads=overheads)
        self._add(step, Origin(op, sites, tuple(op.results)))
        for target in op.results:
            self._define(target, _name(op, target))

    def _add(self, step: Step, origin: Origin) -> int:
        self.steps.append(step)
        self.origins.append(origin)
        return len(self.steps) - 1

    def _give(self, number: int, targets: Iterable[SSAValue], name: str | None = None) -> None:
        """Let a step define values."""
        step, origin = self.steps[number], self.origins[number]
        targets = tuple(targets)
        values = tuple(self._define(target, name or _name(origin.op, target)) for target in targets)
        self.steps[number] = replace(step, results=step.results + values)
        self.origins[number] = replace(origin, targets=origin.targets + targets)

    def _take(self, number: int, sites: Iterable[Site]) -> None:
        """Let values pass on through a step: now, which in a loop is after the step itself."""
        step, origin = self.steps[number], self.origins[number]
        sites, now = tuple(sites), len(self.steps) - 1
        uses = (self._use(site.value, 0) for site in sites)
        timed = tuple(use if number == now else replace(use, time=now) for use in uses)
        self.steps[number] = replace(step, uses=step.uses + timed)
        self.origins[number] = replace(origin, sites=origin.sites + sites)

    def _add_passing(self, op: Operation, passing: PassThrough) -> None:
        strange = next((value for value in (*op.operands, *op.results) if not is_tensor(value)), None)
        if strange is not None:
            raise OperationError(op, f"expected tensors to pass through it, got {strange.type}; take it out before")
        check_static(op, (*op.operands, *op.results))
        if passing.is_loop:
            self._add_loop(op, passing)
        else:
            self._add_branches(op, passing)

    def _add_branches(self, op: Operation, branches: PassThrough) -> None:
        """Add the steps of all branches.

        What they read from outside is held until the op ends; what chooses one is whole from before it until then.
        """
        outer = dict(self.references)
        captured = [self.references[value].value for value in _captured(op, outer)]
        for site in branches.wholes:
            number = self._add(Step(SHARING, (self._use(site.value, 0),), (), pinned=_whole(site)), Origin(anchor=op))
            self._give(number, [site.value], self.values[outer[site.value].value].name)
        with self._in_blocks(branches):
            for block in branches.blocks:
                self._read(block)
        for passage in branches.passages:
            number = self._add(Step(name_of(op), (), ()), Origin(op))
            if passage.entry is not None:
                self._take(number, [passage.entry])
            with self._in_blocks(branches):
                self._take(number, passage.back)
            self._give(number, [passage.result])
        self._demand(op, branches.wholes)
        self.holds += [(value, len(self.steps) - 1) for value in captured]
        self.references.update({site.value: outer[site.value] for site in branches.wholes})

    def _add_loop(self, op: Operation, loop: PassThrough) -> None:
        """Add the steps of a loop. What it reads from outside is resharded before it, and held until its end."""
        outer = dict(self.references)
        captured = _captured(op, outer)
        for value in captured:
            number = self._add(Step(SHARING, (self._use(value, 0),), ()), Origin(anchor=op))
            self._give(number, [value], self.values[outer[value].value].name)
        entries = [passage.entry for passage in loop.passages if passage.entry is not None]
        numbers = [self._add(Step(name_of(op), (), ()), Origin(op)) for _ in entries]
        for number, entry in zip(numbers, entries, strict=True):
            self._take(number, [entry])
        with self._in_blocks(loop):
            for number, passage in zip(numbers, loop.passages, strict=True):
                self._give(number, passage.inside)
            self.carried.update(self.references[value].value for value in _inside(loop))
            held = [self.references[value].value for value in (*captured, *_inside(loop))]
            for block in loop.blocks:
                self._read(block)
            self._demand(op, loop.wholes)
            for number, passage in zip(numbers, loop.passages, strict=True):
                self._take(number, passage.back)
        self.holds += [(value, len(self.steps) - 1) for value in held]
        self.references.update({value: outer[value] for value in captured})
        for number, passage in zip(numbers, loop.passages, strict=True):
            self._give(number, [passage.result])

    def _demand(self, op: Operation, sites: Iterable[Site]) -> None:
        """Every device needs these values whole."""
        for site in sites:
            self._add(Step(name_of(op), (self._use(site.value, 0),), (), pinned=_whole(site)), Origin(op, (site,)))

    @contextmanager
    def _in_blocks(self, passing: PassThrough) -> Generator[None]:
        """What is read now runs as often as the blocks of an op do."""
        outer = self.weight
        self.weight *= passing.weight
        yield
        self.weight = outer


def _whole(site: Site) -> Demand:
    return Demand(Sharding.replicated(spec_of(site.value.type).rank))


def _donated(function: func.FuncOp, arguments: Sequence[BlockArgument]) -> Mapping[int, int | None]:
    """The donated ones of these arguments, with the results that take their memory; both counted without scalars."""
    end = function.body.block.last_op
    assert end is not None
    results = [number for number, operand in enumerate(end.operands) if is_tensor(operand)]
    places: Mapping[int | None, int] = {number: place for place, number in enumerate(results)}
    known = donations(function)
    numbers = ((place, argument.index) for place, argument in enumerate(arguments))
    return {place: places.get(known[number]) for place, number in numbers if number in known}


def _is_argument(value: SSAValue, user: Operation) -> bool:
    """Whether a value is an argument of the function whose block the user is in."""
    return isinstance(value, BlockArgument) and value.owner is user.parent and isinstance(user.parent_op(), func.FuncOp)


def _inside(loop: PassThrough) -> list[SSAValue]:
    return [value for passage in loop.passages for value in passage.inside]


def _captured(op: Operation, known: Mapping[SSAValue, _Reference]) -> list[SSAValue]:
    """The values from outside that an op's blocks use."""
    inner = (operand for inner in op.walk() if inner is not op for operand in inner.operands)
    return list(dict.fromkeys(operand for operand in inner if operand in known))


def _name(op: Operation | None, value: SSAValue) -> str:
    if op is None or value not in op.results:
        return "a value inside of " + (name_of(op) if op is not None else "a loop")
    position = op.results.index(value) if len(op.results) > 1 else None
    return f"result of {name_of(op)}" if position is None else f"result {position} of {name_of(op)}"


def share_reshardings(extraction: Extraction, places: Sequence[Place], carried: Collection[int]) -> Extraction:
    """The same graph with a sharing step after each value that is used more than once.

    So a resharding that all users want is paid once; a user that wants another sharding pays for its own. `places` say
    of each value where that step goes. What is held is the shared value, but of `carried` ones, which a loop keeps, the
    value itself.
    """
    graph = extraction.graph
    counts = Counter(use.value for use in (*(use for step in graph.steps for use in step.uses), *graph.returns))
    values = list(graph.values)
    steps: list[Step] = []
    origins: list[Origin] = []
    shared: dict[int, int] = {}
    numbers: list[int] = []
    pairs = zip(graph.steps, extraction.origins, strict=True)
    anchors = {value: origin.anchor for step, origin in pairs if origin.op is None for value in step.results}
    waiting = defaultdict[int, list[int]](list)
    for value, place in enumerate(places):
        if counts[value] > 1:
            waiting[place.after].append(value)

    def share(after: int) -> None:
        for value in waiting[after]:
            shared[value] = len(values)
            values.append(values[value])
            use = Use(value, 0, weight=places[value].weight)
            steps.append(Step(SHARING, (use,), (shared[value],)))
            origins.append(Origin(anchor=anchors.get(value)))

    def redirect(use: Use) -> Use:
        value = shared.get(use.value, use.value)
        if value == use.value and use.time is None:
            return use
        return Use(value, use.operand, use.pinned, use.weight, None if use.time is None else numbers[use.time])

    share(-1)
    for number, (step, origin) in enumerate(zip(graph.steps, extraction.origins, strict=True)):
        numbers.append(len(steps))
        steps.append(step)
        origins.append(origin)
        share(number)
    for number in numbers:
        steps[number] = replace(steps[number], uses=tuple(map(redirect, steps[number].uses)))
    returns = tuple(map(redirect, graph.returns))
    held = {value: shared_value for value, shared_value in shared.items() if value not in carried}
    holds = tuple((held.get(value, value), numbers[time]) for value, time in graph.holds)
    shared_graph = replace(graph, values=tuple(values), steps=tuple(steps), returns=returns, holds=holds)
    return Extraction(shared_graph, tuple(origins))
