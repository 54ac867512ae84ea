"""Attributes of the mesh dialect: shardings and reduction kinds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from xdsl.dialects.builtin import (
    I16,
    ArrayAttr,
    DenseArrayBase,
    NoneAttr,
    SymbolRefAttr,
    i16,
)
from xdsl.ir import (
    Attribute,
    Data,
    ParametrizedAttribute,
)
from xdsl.irdl import (
    irdl_attr_definition,
)
from xdsl.parser import AttrParser
from xdsl.printer import Printer
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.sharding.sharding import Axes, ReductionKind, Sharding

MeshAxes = DenseArrayBase[I16]
NO_AXES: MeshAxes = DenseArrayBase.from_list(i16, [])


@irdl_attr_definition
class ReductionKindAttr(Data[ReductionKind]):
    """How the values of a group of devices are combined: `#mesh.partial<max>`."""

    name = "mesh.partial"

    def print_parameter(self, printer: Printer) -> None:
        """Print `<max>`."""
        with printer.in_angle_brackets():
            printer.print_string(self.data)

    @classmethod
    def parse_parameter(cls, parser: AttrParser) -> ReductionKind:
        """Parse `<max>`."""
        with parser.in_angle_brackets():
            return _parse_kind(parser)


def _parse_kind(parser: AttrParser) -> ReductionKind:
    position = parser.pos
    word = parser.parse_identifier()
    if word not in list(ReductionKind):
        parser.raise_error(f"expected reduction kind to be one of: {', '.join(ReductionKind)}; got '{word}'", position)
    return ReductionKind(word)


def parse_axes(parser: AttrParser) -> MeshAxes:
    """Parse mesh axes such as `[0, 2]`."""
    axes = parser.parse_comma_separated_list(parser.Delimiter.SQUARE, lambda: _parse_axis(parser))
    return DenseArrayBase.from_list(i16, axes)


def _parse_axis(parser: AttrParser) -> int:
    position = parser.pos
    axis = parser.parse_integer()
    if not -(1 << 15) <= axis < 1 << 15:
        parser.raise_error(f"integer value too large: expected a mesh axis of 16 bits, got {axis}", position)
    return axis


def print_axes(printer: Printer, axes: Iterable[int]) -> None:
    """Print mesh axes such as `[0, 2]`."""
    printer.print_string("[" + ", ".join(map(str, axes)) + "]")


@irdl_attr_definition
class ShardAttr(ParametrizedAttribute):
    """How a tensor is sharded: `#mesh.shard<@mesh, [[0], [], [1]], partial = sum[2]>`.

    `split_axes` lists the mesh axes of each tensor dim, outermost first; missing trailing dims are not split.
    """

    name = "mesh.shard"

    mesh: SymbolRefAttr
    split_axes: ArrayAttr[MeshAxes]
    partial_axes: MeshAxes
    partial_kind: ReductionKindAttr | NoneAttr

    @classmethod
    def from_sharding(cls, sharding: Sharding, mesh: str, partial: Axes | None = None) -> ShardAttr:
        """The attribute for `sharding` on the mesh `@mesh`; `partial` lists the partial axes in another order."""
        return cls(
            SymbolRefAttr(mesh),
            ArrayAttr(DenseArrayBase.from_list(i16, axes) for axes in sharding.trimmed),
            DenseArrayBase.from_list(i16, partial or sharding.partial),
            NoneAttr() if sharding.kind is None else ReductionKindAttr(sharding.kind),
        )

    def to_sharding(self, rank: int) -> Sharding:
        """The sharding of a tensor of `rank` dims.

        Raises:
            ShardingError: there are more lists of axes than dims.
        """
        kind = None if isinstance(self.partial_kind, NoneAttr) else self.partial_kind.data
        return Sharding.of((axes.get_values() for axes in self.split_axes), rank, self.partial_axes.get_values(), kind)

    @property
    def axes(self) -> tuple[int, ...]:
        """Every mesh axis it names, split axes first."""
        split = (axis for axes in self.split_axes for axis in axes.get_values())
        return (*split, *self.partial_axes.get_values())

    def verify(self) -> None:
        """Check that axes are non-negative and named once."""
        if (message := _misnamed(self.axes)) is not None:
            raise VerifyException(message)

    @classmethod
    def parse_parameters(cls, parser: AttrParser) -> Sequence[Attribute]:
        """Parse `<@mesh, [[0], []], partial = sum[1]>`."""
        start = parser.pos
        with parser.in_angle_brackets():
            mesh = _parse_mesh(parser)
            parser.parse_punctuation(",")
            parser.parse_punctuation("[")
            split = [parse_axes(parser)]
            while parser.parse_optional_punctuation(","):
                split.append(parse_axes(parser))
            parser.parse_punctuation("]")
            kind: ReductionKindAttr | NoneAttr = NoneAttr()
            partial = NO_AXES
            if parser.parse_optional_punctuation(","):
                parser.parse_keyword("partial")
                parser.parse_punctuation("=")
                kind = ReductionKindAttr(_parse_kind(parser))
                position = parser.pos
                partial = parse_axes(parser)
                if not partial.get_values():
                    parser.raise_error("expected at least one partial axis", position)
        if (message := _misnamed([axis for axes in (*split, partial) for axis in axes.get_values()])) is not None:
            parser.raise_error(message, start)
        return (mesh, ArrayAttr(split), partial, kind)

    def print_parameters(self, printer: Printer) -> None:
        """Print `<@mesh, [[0], []], partial = sum[1]>`."""
        with printer.in_angle_brackets():
            printer.print_attribute(self.mesh)
            printer.print_string(", [")
            printer.print_list(self.split_axes.data, lambda axes: print_axes(printer, axes.get_values()))
            printer.print_string("]")
            if isinstance(self.partial_kind, ReductionKindAttr) and self.partial_axes.get_values():
                printer.print_string(f", partial = {self.partial_kind.data}")
                print_axes(printer, self.partial_axes.get_values())


def _parse_mesh(parser: AttrParser) -> SymbolRefAttr:
    position = parser.pos
    mesh = parser.parse_attribute()
    if not isinstance(mesh, SymbolRefAttr) or mesh.nested_references.data:
        parser.raise_error("invalid kind of attribute specified: expected a mesh, such as @mesh", position)
    return mesh


def _misnamed(axes: Sequence[int]) -> str | None:
    """What is wrong with the axes of a sharding, if anything is."""
    if any(axis < 0 for axis in axes):
        return "mesh axis is expected to be non-negative"
    if len(set(axes)) != len(axes):
        return "mesh axis duplicated"
    return None
