"""Programs as statements that can be taken away, renamed and printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from llmsys_ir.runtime.kernels.call import Array
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.sharding import Sharding
from random_ops.tensors import Tensor, shard_text

_NAME = re.compile(r"%[A-Za-z_0-9]+(?:#\d+)?")


@dataclass(frozen=True)
class Value:
    """An SSA value: `%v3`, or `%v3#1`; scalars have their type as text."""

    name: str
    type: Tensor | str

    @property
    def tensor(self) -> Tensor:
        """The type, which is a tensor's."""
        assert isinstance(self.type, Tensor)
        return self.type


@dataclass(frozen=True)
class Body:
    """A block inside of an op."""

    arguments: tuple[Value, ...]
    statements: tuple[AnyStatement, ...]
    results: tuple[Value, ...]

    @property
    def text(self) -> str:
        """The block as a region."""
        arguments = ", ".join(f"{value.name}: {value.type}" for value in self.arguments)
        head = f"^bb0({arguments}):\n" if arguments else ""
        names, types = (", ".join(parts) for parts in _names_and_types(self.results))
        lines = "".join(f"{statement.text}\n" for statement in self.statements)
        return f'{{\n{head}{lines}"stablehlo.return"({names}) : ({types}) -> ()\n}}'


@dataclass(frozen=True)
class Statement:
    """An op and the constants it needs.

    Attributes:
        head: its text; `<0>`, `<1>`, ... stand for the bodies.
        operands: the values from before that it names.
        results: the values it defines for others.
        bodies: blocks in which other statements stand.
    """

    head: str
    operands: tuple[Value, ...]
    results: tuple[Value, ...]
    bodies: tuple[Body, ...] = ()

    @property
    def text(self) -> str:
        """The lines of the op."""
        text = self.head
        for number, body in enumerate(self.bodies):
            text = text.replace(f"<{number}>", body.text)
        return text

    def uses(self) -> list[Value]:
        """The values from before, those that its bodies use included."""
        return [*self.operands, *(value for body in self.bodies for value in _free(body))]

    def renamed(self, names: Mapping[str, str]) -> Statement:
        """The statement on other values."""
        bodies = (
            replace(
                body,
                statements=tuple(statement.renamed(names) for statement in body.statements),
                results=renamed(body.results, names),
            )
            for body in self.bodies
        )
        return replace(self, head=_rename(self.head, names), operands=renamed(self.operands, names), bodies=(*bodies,))


@dataclass(frozen=True)
class Annotation:
    """A `mesh.shard` of a value, of which it makes another one."""

    source: Value
    result: Value
    sharding: Sharding
    for_users: bool

    @property
    def text(self) -> str:
        """The line."""
        flag = " annotate_for_users" if self.for_users else ""
        target = shard_text(self.sharding)
        return f"{self.result.name} = mesh.shard {self.source.name} to {target}{flag} : {self.source.type}"

    @property
    def results(self) -> tuple[Value, ...]:
        """The annotated value."""
        return (self.result,)

    def uses(self) -> list[Value]:
        """The value that is annotated."""
        return [self.source]

    def renamed(self, names: Mapping[str, str]) -> Annotation:
        """The annotation of another value."""
        return replace(self, source=renamed([self.source], names)[0])


AnyStatement: TypeAlias = Statement | Annotation
Change: TypeAlias = Callable[[AnyStatement], AnyStatement]


@dataclass(frozen=True)
class FuzzProgram:
    """A function on a mesh, and elements for its arguments and for what might become one.

    `donated` are names of arguments whose memory the function may use.
    """

    mesh: Mesh
    arguments: tuple[Value, ...]
    statements: tuple[AnyStatement, ...]
    results: tuple[Value, ...]
    arrays: Mapping[str, Array]
    donated: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        """The module."""
        function = function_text(self.arguments, self.statements, self.results, self._donations())
        return f"mesh.mesh @mesh(shape = {self.mesh})\n{function}"

    @property
    def inputs(self) -> list[Array]:
        """Elements of the arguments."""
        return [self.arrays[value.name] for value in self.arguments]

    def _donations(self) -> Mapping[str, str]:
        """Attributes of the donated arguments: a result of the same type takes the memory, if one is left."""
        left = dict(enumerate(self.results))
        found: dict[str, str] = {}
        for value in (value for value in self.arguments if value.name in self.donated):
            taken = next((number for number, result in left.items() if result.type == value.type), None)
            if taken is not None:
                del left[taken]
            found[value.name] = "jax.buffer_donor = true" if taken is None else f"tf.aliasing_output = {taken} : i32"
        return found
        return found

    def annotations(self) -> Iterator[Annotation]:
        """All annotations, those in bodies too."""
        return (statement for statement in flattened(self.statements) if isinstance(statement, Annotation))

    def mapped(self, change: Change) -> FuzzProgram:
        """The program with every statement changed, those in bodies too."""
        return replace(self, statements=_mapped(self.statements, change))


def _mapped(statements: Sequence[AnyStatement], change: Change) -> tuple[AnyStatement, ...]:
    changed: list[AnyStatement] = []
    for statement in statements:
        if isinstance(statement, Statement) and statement.bodies:
            bodies = (replace(body, statements=_mapped(body.statements, change)) for body in statement.bodies)
            statement = replace(statement, bodies=tuple(bodies))
        changed.append(change(statement))
    return tuple(changed)


def flattened(statements: Sequence[AnyStatement]) -> Iterator[AnyStatement]:
    """Statements and those in their bodies."""
    for statement in statements:
        yield statement
        if isinstance(statement, Statement):
            for body in statement.bodies:
                yield from flattened(body.statements)


def function_text(
    arguments: Sequence[Value],
    statements: Sequence[AnyStatement],
    results: Sequence[Value],
    attributes: Mapping[str, str] | None = None,
) -> str:
    """A function called main; `attributes` are those of its arguments, by their names."""
    given = {} if attributes is None else {name: f" {{{text}}}" for name, text in attributes.items()}
    head = ", ".join(f"{value.name}: {value.type}{given.get(value.name, '')}" for value in arguments)
    names, types = (", ".join(parts) for parts in _names_and_types(results))
    lines = "".join(f"{statement.text}\n" for statement in statements)
    return f"func.func @main({head}) -> ({types}) {{\n{lines}return {names} : {types}\n}}\n"


def renamed(values: Sequence[Value], names: Mapping[str, str]) -> tuple[Value, ...]:
    """Values with other names."""
    return tuple(replace(value, name=names.get(value.name, value.name)) for value in values)


def _rename(text: str, names: Mapping[str, str]) -> str:
    return _NAME.sub(lambda match: names.get(match[0], match[0]), text)


def _names_and_types(values: Sequence[Value]) -> tuple[list[str], list[str]]:
    return [value.name for value in values], [str(value.type) for value in values]


def _free(body: Body) -> list[Value]:
    """What a block uses from around it."""
    known = {value.name for value in body.arguments}
    free: list[Value] = []
    for statement in body.statements:
        free += [value for value in statement.uses() if value.name not in known]
        known.update(value.name for value in statement.results)
    return free + [value for value in body.results if value.name not in known]
