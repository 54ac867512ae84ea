"""From a function with `mesh.shard` annotations to the graph that plans are made for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from xdsl.dialects import func
from xdsl.dialects.builtin import TensorType
from xdsl.ir import Block, BlockArgument, Operation, SSAValue

from llmsys_ir.diagnostics import OperationError, name_of
from llmsys_ir.dialects import mesh as mesh_dialect
from llmsys_ir.planning.graph import Graph, Step, Use, Value
from llmsys_ir.program.signature import signature_of, spec_of
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.registry import RuleRegistry
from llmsys_ir.sharding.rule import RuleError
from llmsys_ir.sharding.sharding import ReductionKind, Sharding, ShardingError

_REMEDIES: Mapping[str, str] = {
    "func.call": "calls are not sharded: inline the callee (--inline)",
    **dict.fromkeys(
        ("scf.for", "scf.forall", "scf.if", "scf.index_switch", "scf.parallel", "scf.while"),
        "control flow on tensors is not sharded: unroll it or move the tensors out of it",
    ),
}
"""What to do about ops on tensors that are never sharded."""

_MOST_BYTES = 1 << 54
"""The largest tensor that is planned: sums of many such sizes still fit into 64 bits."""


@dataclass(frozen=True)
class Extraction:
    """A function's graph and where it comes from: `origins[s]` is the op of step `s`, None for a sharing step
    that no annotation asked for.
    """

    graph: Graph
    origins: tuple[Operation | None, ...]


def is_tensor(value: SSAValue) -> bool:
    """Whether a value is a tensor, and so has a sharding."""
    return isinstance(value.type, TensorType)


def has_tensors(function: func.FuncOp) -> bool:
    """Whether there is anything to shard in a function."""
    blocks = function.body.blocks
    return any(is_tensor(value) for block in blocks for value in block.args) or any(
        is_tensor(result) for block in blocks for op in block.ops for result in op.results
    )


def check_static(op: Operation, values: Iterable[SSAValue]) -> None:
    """Check that tensors have static shapes, and sizes that can be added up.

    Raises:
        OperationError: about `op`, where one has not.
    """
    for value in filter(is_tensor, values):
        spec = spec_of(value.type)
        if any(size < 0 for size in spec.shape):
            raise OperationError(op, f"expected tensors of static shape, got {value.type}; give it its sizes first")
        if spec.nbytes > _MOST_BYTES:
            raise OperationError(op, f"expected tensors of at most {_MOST_BYTES >> 50} PiB, got {value.type}")


def check_captures(op: Operation) -> None:
    """Check that an op's regions use no tensors from outside, and annotate none.

    Raises:
        OperationError: one does.
    """
    inside: set[SSAValue] = {value for inner in op.walk() for value in inner.results}
    inside.update(argument for inner in op.walk() for block in _blocks(inner) for argument in block.args)
    for inner in op.walk():
        if isinstance(inner, mesh_dialect.ShardOp):
            raise OperationError(inner, f"annotates a tensor inside of '{op.name}'; annotate those outside of it")
        if inner is not op and any(is_tensor(value) and value not in inside for value in inner.operands):
            raise OperationError(inner, f"uses a tensor from outside of its '{op.name}'; pass it as an operand instead")


def check_shardable(op: Operation) -> None:
    """Check that an op on tensors is no control flow or collective, has static shapes, and captures no tensors.

    Raises:
        OperationError: it does not fit.
    """
    if isinstance(op, mesh_dialect.CollectiveOp):
        raise OperationError(
            op, "collectives belong in partitioned functions, whose arguments and results have a mesh.sharding"
        )
    remedy = _REMEDIES.get(op.name)
    if remedy is not None:
        raise OperationError(op, f"{remedy} before sharding")
    check_static(op, (*op.operands, *op.results))
    check_captures(op)


def _blocks(op: Operation) -> Iterable[Block]:
    return (block for region in op.regions for block in region.blocks)


def annotation_of(op: mesh_dialect.ShardOp, mesh: Mesh, shape: Sequence[int] | None = None) -> Sharding:
    """The sharding that an annotation asks for, checked against its tensor and the mesh.

    Args:
        op: the annotation.
        mesh: the mesh that it must be on.
        shape: what the axes must divide; by default the tensor's shape.

    Raises:
        OperationError: it does not fit, or is on another mesh.
    """
    symbol = op.annotation.mesh.root_reference.data
    if symbol != mesh.name:
        raise OperationError(op, f"expected a sharding on the function's mesh @{mesh.name}, got one on @{symbol}")
    shape = spec_of(op.src.type).shape if shape is None else shape
    try:
        sharding = op.annotation.to_sharding(len(shape))
        sharding.check(shape, mesh)
    except ShardingError as error:
        raise OperationError(op, str(error)) from None
    if sharding.kind is ReductionKind.GENERIC:
        raise OperationError(op, "a partial value of kind 'generic' cannot be reduced: say how, such as partial = sum")
    return sharding


def argument_pin(argument: SSAValue, mesh: Mesh) -> Sharding | None:
    """The sharding in which an argument arrives: its own annotation, or the one that all its uses agree on."""
    users = [use.operation for use in argument.uses]
    shards = [user for user in users if isinstance(user, mesh_dialect.ShardOp)]
    own = [shard for shard in shards if shard.annotate_for_users is None]
    if own:
        return annotation_of(own[0], mesh)
    wanted = {annotation_of(shard, mesh) for shard in shards}
    return wanted.pop() if len(wanted) == 1 and len(shards) == len(users) else None


def extract(function: func.FuncOp, mesh: Mesh, registry: RuleRegistry) -> Extraction:
    """The graph of a function with one block.

    Raises:
        OperationError: an op has no rule, an annotation does not fit, or a shape is dynamic.
    """
    return _Extractor(mesh, registry).run(function)


@dataclass(frozen=True)
class _Reference:
    """What an SSA value stands for: a value of the graph, seen through annotations of its uses."""

    value: int
    pinned: tuple[Sharding, ...] = ()


@dataclass
class _Extractor:
    mesh: Mesh
    registry: RuleRegistry
    values: list[Value] = field(default_factory=list[Value])
    steps: list[Step] = field(default_factory=list[Step])
    origins: list[Operation | None] = field(default_factory=list[Operation | None])
    references: dict[SSAValue, _Reference] = field(default_factory=dict[SSAValue, _Reference])
    definitions: dict[int, Sharding] = field(default_factory=dict[int, Sharding])
    """The user's annotations of values where they are defined."""

    def run(self, function: func.FuncOp) -> Extraction:
        block = function.body.block
        arguments = [argument for argument in block.args if is_tensor(argument)]
        pins = [argument_pin(argument, self.mesh) for argument in arguments]
        check_static(function, arguments)
        for argument in arguments:
            self._define(argument, f"argument {argument.index}")
        returns: tuple[Use, ...] = ()
        for op in block.ops:
            if isinstance(op, func.ReturnOp):
                tensors = ((number, operand) for number, operand in enumerate(op.operands) if is_tensor(operand))
                returns = tuple(self._returned(operand, number) for number, operand in tensors)
            elif isinstance(op, mesh_dialect.ShardOp):
                self._annotate(op)
            elif any(map(is_tensor, (*op.operands, *op.results))):
                self._add_op(op)
        numbers = tuple(range(len(arguments)))
        graph = Graph(tuple(self.values), numbers, tuple(pins), tuple(self.steps), returns)
        return share_reshardings(Extraction(graph, tuple(self.origins)))

    def _define(self, value: SSAValue, name: str) -> int:
        number = len(self.values)
        self.values.append(Value(spec_of(value.type), name))
        self.references[value] = _Reference(number)
        return number

    def _use(self, value: SSAValue, operand: int) -> Use:
        reference = self.references[value]
        return Use(reference.value, operand, reference.pinned)

    def _returned(self, value: SSAValue, result: int) -> Use:
        """A returned value keeps the annotation of its definition."""
        use = self._use(value, result)
        definition = self.definitions.get(use.value)
        return use if use.pinned or definition is None else replace(use, pinned=(definition,))

    def _annotate(self, op: mesh_dialect.ShardOp) -> None:
        sharding = annotation_of(op, self.mesh)
        reference = self.references[op.src]
        if op.annotate_for_users is not None:
            self.references[op.result] = replace(reference, pinned=(*reference.pinned, sharding))
        elif isinstance(op.src, BlockArgument) and reference.value not in self.definitions:
            self.definitions[reference.value] = sharding
            self.references[op.result] = reference
        else:
            use = self._use(op.src, 0)
            result = self._define(op.result, self.values[use.value].name)
            self.definitions[result] = sharding
            self._add_step(Step(op.name, (use,), (result,), pinned=sharding), op)

    def _add_op(self, op: Operation) -> None:
        check_shardable(op)
        signature = signature_of(op)
        try:
            rule = self.registry.rule(signature)
        except RuleError as error:
            raise OperationError(op, str(error)) from None
        uses = tuple(self._use(operand, number) for number, operand in enumerate(op.operands) if is_tensor(operand))
        results = tuple(self._define(result, _name(op, result)) for result in op.results)
        self._add_step(Step(name_of(op), uses, results, signature, rule), op)

    def _add_step(self, step: Step, origin: Operation) -> None:
        self.steps.append(step)
        self.origins.append(origin)


def _name(op: Operation, result: SSAValue) -> str:
    position = op.results.index(result) if len(op.results) > 1 else None
    return f"result of {name_of(op)}" if position is None else f"result {position} of {name_of(op)}"


def share_reshardings(extraction: Extraction) -> Extraction:
    """The same graph with a sharing step after each value that is used more than once.

    So a resharding that all users want is paid once; a user that wants another sharding pays for its own.
    """
    graph = extraction.graph
    counts = [0] * len(graph.values)
    for use in (*(use for step in graph.steps for use in step.uses), *graph.returns):
        counts[use.value] += 1
    values = list(graph.values)
    steps: list[Step] = []
    origins: list[Operation | None] = []
    shared: dict[int, int] = {}

    def share(defined: tuple[int, ...]) -> None:
        for value in defined:
            if counts[value] > 1:
                shared[value] = len(values)
                values.append(values[value])
                steps.append(Step("sharing", (Use(value, 0),), (shared[value],)))
                origins.append(None)

    def redirect(use: Use) -> Use:
        return replace(use, value=shared.get(use.value, use.value))

    share(graph.arguments)
    for step, origin in zip(graph.steps, extraction.origins, strict=True):
        steps.append(replace(step, uses=tuple(map(redirect, step.uses))))
        origins.append(origin)
        share(step.results)
    returns = tuple(map(redirect, graph.returns))
    return Extraction(replace(graph, values=tuple(values), steps=tuple(steps), returns=returns), tuple(origins))
