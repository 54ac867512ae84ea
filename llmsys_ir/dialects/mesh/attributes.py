"""Attributes of the mesh dialect: shardings and reduction kinds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from xdsl.dialects.builtin import (
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
    TypeAttribute,
)
from xdsl.irdl import (
    irdl_attr_definition,
)
from xdsl.parser import AttrParser
from xdsl.printer import Printer
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.dialects.grids.attributes import (
    NO_AXES,
    AxesLists,
    GridAxes,
    SpelledAttribute,
    axes_text,
    misnamed,
    parse_axes,
    parse_grid_symbol,
    syntax_error,
)
from llmsys_ir.remembering import hashed_once
from llmsys_ir.sharding.sharding import Axes, ReductionKind, Sharding


@dataclass(frozen=True)
class Reduction:
    """A reduction kind, and whether it was written as `<max>`, as up to LLVM 19, or as `max`."""

    kind: ReductionKind
    in_brackets: bool = True


@irdl_attr_definition
class ReductionKindAttr(Data[Reduction], SpelledAttribute):
    """How the values of a group of devices are combined: `#mesh.partial<max>`, or `#mesh<partial max>`."""

    name = "mesh.partial"

    @classmethod
    def of(cls, kind: ReductionKind, *, in_brackets: bool = True) -> ReductionKindAttr:
        """The attribute for a kind."""
        return cls(Reduction(kind, in_brackets))

    @property
    def kind(self) -> ReductionKind:
        """The reduction kind."""
        return self.data.kind

    def print_parameter(self, printer: Printer) -> None:
        """Print `<max>`."""
        with printer.in_angle_brackets():
            printer.print_string(self.kind)

    def print_spelled(self, printer: Printer) -> None:
        """Print it as it was read."""
        text = f"#mesh.partial<{self.kind}>" if self.data.in_brackets else f"#mesh<partial {self.kind}>"
        printer.print_string(text)

    @classmethod
    def parse_parameter(cls, parser: AttrParser) -> Reduction:
        """Parse `<max>` or `max`."""
        if parser.parse_optional_punctuation("<"):
            kind = _parse_kind(parser)
            parser.parse_punctuation(">")
            return Reduction(kind)
        return Reduction(_parse_kind(parser), in_brackets=False)


_NO_MESH = "failed to parse MeshSharding parameter 'mesh' which is to be a `::mlir::FlatSymbolRefAttr`"

SUM = ReductionKindAttr.of(ReductionKind.SUM)


@irdl_attr_definition
class ShardingType(ParametrizedAttribute, TypeAttribute):
    """The type of a sharding as a value: `!mesh.sharding`."""

    name = "mesh.sharding"


def _parse_kind(parser: AttrParser) -> ReductionKind:
    position = parser.pos
    word = parser.parse_identifier()
    if word not in list(ReductionKind):
        message = f"expected reduction kind to be one of: {', '.join(ReductionKind)}; got '{word}'"
        raise syntax_error(parser, message, position)
    return ReductionKind(word)


@hashed_once
@irdl_attr_definition
class ShardAttr(ParametrizedAttribute):
    """How a tensor is sharded: `#mesh.shard<@mesh, [[0], [], [1]], partial = sum[2]>`.

    `split_axes` lists the mesh axes of each tensor dim, outermost first; missing trailing dims are not split.
    """

    name = "mesh.shard"

    mesh: SymbolRefAttr
    split_axes: ArrayAttr[GridAxes]
    partial_axes: GridAxes
    partial_kind: ReductionKindAttr | NoneAttr

    @classmethod
    @lru_cache(maxsize=1 << 12)
    def from_sharding(cls, sharding: Sharding, mesh: str, partial: Axes | None = None) -> ShardAttr:
        """The attribute for `sharding` on the mesh of that name; `partial` lists its partial axes in another order."""
        return cls(
            SymbolRefAttr(mesh),
            ArrayAttr(DenseArrayBase.from_list(i16, axes) for axes in sharding.trimmed),
            DenseArrayBase.from_list(i16, partial or sharding.partial),
            NoneAttr() if sharding.kind is None else ReductionKindAttr.of(sharding.kind),
        )

    def to_sharding(self, rank: int) -> Sharding:
        """The sharding of a tensor of `rank` dims.

        Raises:
            ShardingError: there are more lists of axes than dims.
        """
        kind = None if isinstance(self.partial_kind, NoneAttr) else self.partial_kind.kind
        return Sharding.of(self.axes_lists(), rank, self.partial_axes.get_values(), kind)

    def axes_lists(self) -> AxesLists:
        """Per tensor dim the axes that split it."""
        return [axes.get_values() for axes in self.split_axes]

    @property
    def axes(self) -> tuple[int, ...]:
        """Every mesh axis it names, split axes first."""
        split = (axis for axes in self.axes_lists() for axis in axes)
        return (*split, *self.partial_axes.get_values())

    def verify(self) -> None:
        """Check that axes are non-negative and named once."""
        if (message := misnamed(self.axes, "mesh")) is not None:
            raise VerifyException(message)

    @classmethod
    def parse_parameters(cls, parser: AttrParser) -> Sequence[Attribute]:
        """Parse `<@mesh, [[0], []], partial = sum[1]>`."""
        start = parser.pos
        with parser.in_angle_brackets():
            mesh = parse_grid_symbol(parser, "mesh", _NO_MESH)
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
                kind = ReductionKindAttr.of(_parse_kind(parser))
                position = parser.pos
                partial = parse_axes(parser)
                if not partial.get_values():
                    raise syntax_error(parser, "expected at least one partial axis", position)
        named = [axis for axes in (*split, partial) for axis in axes.get_values()]
        if (message := misnamed(named, "mesh")) is not None:
            raise syntax_error(parser, message, start)
        return (mesh, ArrayAttr(split), partial, kind)

    def print_parameters(self, printer: Printer) -> None:
        """Print `<@mesh, [[0], []], partial = sum[1]>`."""
        with printer.in_angle_brackets():
            printer.print_attribute(self.mesh)
            printer.print_string(_axes_text(self))


@lru_cache(maxsize=1 << 12)
def _axes_text(shard: ShardAttr) -> str:
    """What follows the mesh in a sharding's text."""
    split = ", ".join(map(axes_text, shard.axes_lists()))
    partial = shard.partial_axes.get_values()
    if isinstance(shard.partial_kind, ReductionKindAttr) and partial:
        return f", [{split}], partial = {shard.partial_kind.kind}{axes_text(partial)}"
    return f", [{split}]"
