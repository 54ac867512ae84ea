"""Meshes and shardings as plain values, and how they are written.

<["data"=2, "model"=4], device_ids=[...]>
<@mesh, [{"data", "model":(1)2}, {?}p1], replicated={"x"}, unreduced={"y"}>
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import prod
from typing import TypeVar

from xdsl.parser import AttrParser
from xdsl.printer import Printer


@dataclass(frozen=True)
class Mesh:
    """Named axes and their sizes; the order of the devices, if it is not that of the axes.

    A mesh without axes and with one device id stands for that device.
    """

    axes: tuple[tuple[str, int], ...]
    device_ids: tuple[int, ...] = ()

    def size_of(self, name: str) -> int | None:
        """The size of an axis; none if there is none of this name."""
        return dict(self.axes).get(name)


@dataclass(frozen=True)
class Axis:
    """An axis of a mesh, or the part of it that `size` devices make up, with `before` parts in front of it."""

    name: str
    before: int | None = None
    size: int | None = None


@dataclass(frozen=True)
class DimSharding:
    """The axes that split a dim, outermost first; propagation may add some to an open dim."""

    axes: tuple[Axis, ...]
    is_open: bool = False
    priority: int | None = None


@dataclass(frozen=True)
class Sharding:
    """The sharding of a tensor on a mesh that is given, or named."""

    mesh: str | Mesh
    dims: tuple[DimSharding, ...]
    replicated: tuple[Axis, ...] = ()
    unreduced: tuple[Axis, ...] = ()


_ItemT = TypeVar("_ItemT")


def parse_braced(parser: AttrParser, parse_one: Callable[[AttrParser], _ItemT]) -> tuple[_ItemT, ...]:
    """Parse `{item, ...}`."""
    return tuple(parser.parse_comma_separated_list(parser.Delimiter.BRACES, lambda: parse_one(parser)))


def parse_listed(parser: AttrParser, parse_one: Callable[[AttrParser], _ItemT]) -> tuple[_ItemT, ...]:
    """Parse `[item, ...]`."""
    return tuple(parser.parse_comma_separated_list(parser.Delimiter.SQUARE, lambda: parse_one(parser)))


def _parse_size(parser: AttrParser) -> int:
    return parser.parse_integer(allow_boolean=False, allow_negative=False)


def parse_axis(parser: AttrParser) -> Axis:
    """Parse `"x"` or `"x":(1)2`."""
    name = parser.parse_str_literal()
    if parser.parse_optional_punctuation(":") is None:
        return Axis(name)
    with parser.in_parens():
        before = _parse_size(parser)
    return Axis(name, before, _parse_size(parser))


def _quoted(name: str) -> str:
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def axis_text(axis: Axis) -> str:
    """`"x"` or `"x":(1)2`."""
    part = "" if axis.size is None else f":({axis.before}){axis.size}"
    return _quoted(axis.name) + part


def axes_text(axes: Sequence[Axis]) -> str:
    """`{"x", "y"}`."""
    return f"{{{', '.join(map(axis_text, axes))}}}"


def parse_dim(parser: AttrParser) -> DimSharding:
    """Parse `{"x", ?}p1`."""
    axes: list[Axis] = []
    parser.parse_punctuation("{")
    is_open = False
    while parser.parse_optional_punctuation("}") is None:
        if axes:
            parser.parse_punctuation(",")
        is_open = parser.parse_optional_punctuation("?") is not None
        if is_open:
            parser.parse_punctuation("}")
            break
        axes.append(parse_axis(parser))
    return DimSharding(tuple(axes), is_open, _parse_priority(parser))


def _parse_priority(parser: AttrParser) -> int | None:
    position = parser.pos
    text = parser.parse_optional_identifier()
    if text is None:
        return None
    match = re.fullmatch(r"p([0-9]{1,9})", text)
    if match is None:
        parser.raise_error(f"expected a priority such as p1, got '{text}'", position)
    return int(match[1])


def dim_text(dim: DimSharding) -> str:
    """`{"x", ?}p1`."""
    items = [*map(axis_text, dim.axes), *(["?"] if dim.is_open else [])]
    priority = "" if dim.priority is None else f"p{dim.priority}"
    return f"{{{', '.join(items)}}}{priority}"


def parse_mesh(parser: AttrParser) -> Mesh:
    """Parse `<["x"=2], device_ids=[1, 0]>`; device ids in order are dropped."""
    position = parser.pos
    with parser.in_angle_brackets():
        axes = parse_listed(parser, _parse_mesh_axis)
        ids: tuple[int, ...] = ()
        if parser.parse_optional_punctuation(","):
            parser.parse_keyword("device_ids")
            parser.parse_punctuation("=")
            ids = parse_listed(parser, _parse_size)
            _check_device_ids(parser, axes, ids)
    names = [name for name, _ in axes]
    if len(set(names)) < len(names) or any(size < 1 for _, size in axes):
        parser.raise_error(f"axes of a mesh must have distinct names and sizes from 1 on, got {dict(axes)}", position)
    return Mesh(axes, () if axes and ids == tuple(range(len(ids))) else ids)


def _parse_mesh_axis(parser: AttrParser) -> tuple[str, int]:
    name = parser.parse_str_literal()
    parser.parse_punctuation("=")
    return name, parser.parse_integer(allow_boolean=False)


def _check_device_ids(parser: AttrParser, axes: Sequence[tuple[str, int]], ids: Sequence[int]) -> None:
    count = prod(size for _, size in axes)
    if len(ids) != count:
        parser.raise_error(
            f"total product of axis sizes must match the number of device ids, got {count} != {len(ids)}"
        )
    if axes and sorted(ids) != list(range(count)):
        parser.raise_error(f"device ids must be those below {count} in some order, got {list(ids)}")


def mesh_text(mesh: Mesh) -> str:
    """`<["x"=2], device_ids=[1, 0]>`."""
    axes = ", ".join(f"{_quoted(name)}={size}" for name, size in mesh.axes)
    ids = f", device_ids={list(mesh.device_ids)}" if mesh.device_ids else ""
    return f"<[{axes}]{ids}>"


def parse_sharding(parser: AttrParser) -> Sharding:
    """Parse `<@mesh, [{"x"}, {?}], replicated={"y"}, unreduced={"z"}>`."""
    with parser.in_angle_brackets():
        mesh = parse_mesh(parser) if parser.parse_optional_keyword("mesh") else parser.parse_symbol_name().data
        parser.parse_punctuation(",")
        dims = parse_listed(parser, parse_dim)
        rest: dict[str, tuple[Axis, ...]] = {}
        while parser.parse_optional_punctuation(","):
            position = parser.pos
            keyword = parser.parse_keyword_in(("replicated", "unreduced"))
            if keyword in rest:
                parser.raise_error(f"'{keyword}' is given twice", position)
            parser.parse_punctuation("=")
            rest[keyword] = parse_braced(parser, parse_axis)
    return Sharding(mesh, dims, **rest)


def print_sharding(printer: Printer, sharding: Sharding) -> None:
    """Print `<@mesh, [{"x"}, {?}], replicated={"y"}, unreduced={"z"}>`."""
    printer.print_string("<")
    if isinstance(sharding.mesh, Mesh):
        printer.print_string(f"mesh{mesh_text(sharding.mesh)}")
    else:
        printer.print_symbol_name(sharding.mesh)
    printer.print_string(f", [{', '.join(map(dim_text, sharding.dims))}]")
    for keyword, axes in (("replicated", sharding.replicated), ("unreduced", sharding.unreduced)):
        if axes:
            printer.print_string(f", {keyword}={axes_text(axes)}")
    printer.print_string(">")


def parse_shardings(parser: AttrParser) -> tuple[Sharding, ...]:
    """Parse `[<@mesh, [...]>, ...]`."""
    return parse_listed(parser, parse_sharding)


def print_shardings(printer: Printer, shardings: Sequence[Sharding]) -> None:
    """Print `[<@mesh, [...]>, ...]`."""
    with printer.in_square_brackets():
        printer.print_list(shardings, lambda sharding: print_sharding(printer, sharding))
