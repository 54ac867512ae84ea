"""Making a failing case smaller, as long as it fails in the same way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from fuzzing.checking import Kind, check
from fuzzing.generating import FuzzCase, Mode
from fuzzing.program import Annotation, AnyStatement, Statement, Value, renamed
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.sharding import Axes, Sharding

Candidates: TypeAlias = Callable[[FuzzCase], Iterator[FuzzCase]]
"""What a case may be replaced by."""


def shrunk(case: FuzzCase, kind: Kind, seconds: float, rounds: int = 8) -> FuzzCase:
    """The smallest case found that ends in the same way."""
    for _ in range(rounds):
        before = case
        for candidates in _SMALLER:
            case = _taken(case, candidates, kind, seconds)
        if case == before:
            break
    return case


def _taken(case: FuzzCase, candidates: Candidates, kind: Kind, seconds: float) -> FuzzCase:
    """The case after all smaller ones in turn that still fail."""
    found = True
    while found:
        found = False
        for smaller in candidates(case):
            if check(smaller, seconds).kind is kind:
                case, found = smaller, True
                break
    return case


def _with_less_mode(case: FuzzCase) -> Iterator[FuzzCase]:
    modes = {Mode.PLAN_UNEVEN: (Mode.NOTHING, Mode.PLAN), Mode.NOTHING: ()}
    yield from (replace(case, mode=mode) for mode in modes.get(case.mode, (Mode.NOTHING,)))


def _with_less_results(case: FuzzCase) -> Iterator[FuzzCase]:
    results = case.program.results
    if len(results) > 1:
        yield from (_without_unused_arguments(_of(case, results=(result,))) for result in results)


def _without_statements(case: FuzzCase) -> Iterator[FuzzCase]:
    """Runs of statements are left out, long ones first, last ones first; then statements in bodies."""
    count = len(case.program.statements)
    length = count
    while length:
        for start in reversed(range(0, count, length)):
            yield _without(case, case.program.statements[start : start + length])
        length //= 2
    for number, statement in enumerate(case.program.statements):
        if isinstance(statement, Statement):
            before, after = case.program.statements[:number], case.program.statements[number + 1 :]
            yield from (_of(case, statements=(*before, smaller, *after)) for smaller in _smaller_bodies(statement))


def _without(case: FuzzCase, gone: Sequence[AnyStatement]) -> FuzzCase:
    """The case without some statements: annotated values go on as they are, what ops gave becomes arguments."""
    for statement in reversed(gone):
        rest = tuple(other for other in case.program.statements if other is not statement)
        if isinstance(statement, Annotation):
            case = _renamed(_of(case, statements=rest), {statement.result.name: statement.source.name})
        else:
            case = _with_arguments(case, statement.results, rest)
    return _without_unused_arguments(case)


def _smaller_bodies(statement: Statement) -> Iterator[Statement]:
    """The statement with one statement less in a body, in whose place is what it works on, or a constant."""
    for at, body in enumerate(statement.bodies):
        for number in reversed(range(len(body.statements))):
            inner = body.statements[number]
            before, after = body.statements[:number], body.statements[number + 1 :]
            middle, names = _stand_in(inner)
            smaller = replace(
                body,
                statements=(*before, *middle, *(later.renamed(names) for later in after)),
                results=renamed(body.results, names),
            )
            if middle != (inner,):
                yield replace(statement, bodies=(*statement.bodies[:at], smaller, *statement.bodies[at + 1 :]))


def _stand_in(statement: AnyStatement) -> tuple[tuple[AnyStatement, ...], Mapping[str, str]]:
    if isinstance(statement, Annotation):
        return (), {statement.result.name: statement.source.name}
    constants: list[AnyStatement] = []
    names: dict[str, str] = {}
    for value in statement.results:
        if "complex" in str(value.type):
            return (statement,), {}
        name = f"{value.name.replace('#', '_')}_zero"
        zero = "false" if value.tensor.dtype == "i1" else "0" if value.tensor.dtype[0] in "ui" else "0.0"
        made = Value(name, value.type)
        constants.append(Statement(f"{name} = stablehlo.constant dense<{zero}> : {value.type}", (), (made,)))
        names[value.name] = name
    if statement.head.endswith("> : ".join(["", str(statement.results[0].type)])) and "constant" in statement.head:
        return (statement,), {}
    return tuple(constants), names


def _with_arguments(case: FuzzCase, values: Sequence[Value], rest: Sequence[AnyStatement]) -> FuzzCase:
    """The case with values as arguments under new names."""
    names = {value.name: f"{value.name.replace('#', '_')}_given" for value in values}
    arguments = (*case.program.arguments, *renamed(values, names))
    arrays = {**case.program.arrays, **{names[name]: case.program.arrays[name] for name in names}}
    return _renamed(_of(case, statements=tuple(rest), arguments=arguments, arrays=arrays), names)


def _renamed(case: FuzzCase, names: Mapping[str, str]) -> FuzzCase:
    program = case.program
    statements = tuple(statement.renamed(names) for statement in program.statements)
    return _of(case, statements=statements, results=renamed(program.results, names))


def _without_unused_arguments(case: FuzzCase) -> FuzzCase:
    program = case.program
    values = (*program.results, *(value for statement in program.statements for value in statement.uses()))
    needed = {value.name for value in values}
    return _of(case, arguments=tuple(value for value in program.arguments if value.name in needed))


def _with_smaller_mesh(case: FuzzCase) -> Iterator[FuzzCase]:
    """One axis less, or a smaller one."""
    mesh = case.program.mesh
    for axis in mesh.axes:
        if mesh.rank > 1:
            smaller = Mesh((*mesh.shape[:axis], *mesh.shape[axis + 1 :]))
            yield _on_mesh(case, smaller, lambda axes, axis=axis: tuple(n - (n > axis) for n in axes if n != axis))
        for size in range(1, mesh.shape[axis]):
            smaller = Mesh((*mesh.shape[:axis], size, *mesh.shape[axis + 1 :]))
            yield _on_mesh(case, smaller, lambda axes: axes)


def _on_mesh(case: FuzzCase, mesh: Mesh, change: Callable[[Axes], Axes]) -> FuzzCase:
    def changed(statement: AnyStatement) -> AnyStatement:
        if not isinstance(statement, Annotation):
            return statement
        dims = tuple(map(change, statement.sharding.dims))
        partial = change(statement.sharding.partial)
        kind = statement.sharding.kind if partial else None
        return replace(statement, sharding=Sharding(dims, partial, kind))

    return replace(case, program=replace(case.program.mapped(changed), mesh=mesh))


def _with_less_annotated(case: FuzzCase) -> Iterator[FuzzCase]:
    """An annotation with one axis less."""
    for annotation in case.program.annotations():
        for axis in case.program.mesh.axes:
            dims = tuple(tuple(n for n in axes if n != axis) for axes in annotation.sharding.dims)
            partial = tuple(n for n in annotation.sharding.partial if n != axis)
            kind = annotation.sharding.kind if partial else None
            smaller = replace(annotation, sharding=Sharding(dims, partial, kind))
            if smaller != annotation:
                yield replace(case, program=case.program.mapped(_replacing(annotation, smaller)))


def _replacing(one: AnyStatement, other: AnyStatement) -> Callable[[AnyStatement], AnyStatement]:
    return lambda statement: other if statement is one else statement


def _of(case: FuzzCase, **changes: object) -> FuzzCase:
    return replace(case, program=replace(case.program, **changes))


_SMALLER: tuple[Candidates, ...] = (
    _with_less_mode,
    _with_less_results,
    _without_statements,
    _with_smaller_mesh,
    _with_less_annotated,
)
