"""Groups of devices: listed in a dense attribute, or as axes of a mesh."""

from __future__ import annotations

from collections.abc import Sequence

from xdsl.dialects.builtin import ArrayAttr, DenseIntOrFPElementsAttr, IntAttr, NoneAttr, StringAttr, SymbolRefAttr, i64
from xdsl.ir import Attribute, ParametrizedAttribute
from xdsl.irdl import irdl_attr_definition
from xdsl.parser import AttrParser
from xdsl.printer import Printer
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.dialects.stablehlo.checks import check, expanded
from llmsys_ir.dialects.tensors import as_dense


def _parse_field(parser: AttrParser, name: str) -> None:
    parser.parse_keyword(name)
    parser.parse_punctuation("=")


@irdl_attr_definition
class MeshAxisAttr(ParametrizedAttribute):
    """An axis of a mesh, `#stablehlo.mesh_axis<name = "x", size = 2>`."""

    name = "stablehlo.mesh_axis"
    axis: StringAttr
    size: IntAttr

    @classmethod
    def parse_parameters(cls, parser: AttrParser) -> Sequence[Attribute]:
        """Parse name and size."""
        with parser.in_angle_brackets():
            _parse_field(parser, "name")
            axis = StringAttr(parser.parse_str_literal())
            parser.parse_punctuation(",")
            _parse_field(parser, "size")
            return [axis, IntAttr(parser.parse_integer(allow_boolean=False, allow_negative=False))]

    def print_parameters(self, printer: Printer) -> None:
        """Print name and size."""
        with printer.in_angle_brackets():
            printer.print_string("name = ")
            printer.print_string_literal(self.axis.data)
            printer.print_string(f", size = {self.size.data}")


@irdl_attr_definition
class MeshAttr(ParametrizedAttribute):
    """The axes of a mesh and the order of its devices, `#stablehlo.mesh<axes=[<name = "x", size = 2>]>`."""

    name = "stablehlo.mesh"
    axes: ArrayAttr[MeshAxisAttr]
    device_ids: DenseIntOrFPElementsAttr | NoneAttr

    @classmethod
    def parse_parameters(cls, parser: AttrParser) -> Sequence[Attribute]:
        """Parse axes, in full or from the `<` on, and device ids if there are any."""

        def parse_axis() -> Attribute:
            axis = parser.parse_optional_attribute()
            return MeshAxisAttr.new(MeshAxisAttr.parse_parameters(parser)) if axis is None else axis

        with parser.in_angle_brackets():
            _parse_field(parser, "axes")
            axes = ArrayAttr(parser.parse_comma_separated_list(parser.Delimiter.SQUARE, parse_axis))
            if parser.parse_optional_punctuation(",") is None:
                return [axes, NoneAttr()]
            _parse_field(parser, "device_ids")
            return [axes, parser.parse_attribute()]

    def print_parameters(self, printer: Printer) -> None:
        """Print axes and device ids."""
        with printer.in_angle_brackets():
            printer.print_string("axes=")
            with printer.in_square_brackets():
                printer.print_list(self.axes.data, lambda axis: axis.print_parameters(printer))
            if not isinstance(self.device_ids, NoneAttr):
                printer.print_string(", device_ids=")
                printer.print_attribute(self.device_ids)


@irdl_attr_definition
class AxisRefAttr(ParametrizedAttribute):
    """An axis or a part of it, `#stablehlo.axis_ref<name = "x", sub_axis_info = (1)2>`."""

    name = "stablehlo.axis_ref"
    axis: StringAttr
    part: ArrayAttr[IntAttr] | NoneAttr

    @classmethod
    def parse_parameters(cls, parser: AttrParser) -> Sequence[Attribute]:
        """Parse name, and the sizes in front of the part and of it."""
        with parser.in_angle_brackets():
            _parse_field(parser, "name")
            axis = StringAttr(parser.parse_str_literal())
            if parser.parse_optional_punctuation(",") is None:
                return [axis, NoneAttr()]
            _parse_field(parser, "sub_axis_info")
            with parser.in_parens():
                before = parser.parse_integer(allow_boolean=False, allow_negative=False)
            size = parser.parse_integer(allow_boolean=False, allow_negative=False)
            return [axis, ArrayAttr([IntAttr(before), IntAttr(size)])]

    def print_parameters(self, printer: Printer) -> None:
        """Print name, and the sizes in front of the part and of it."""
        with printer.in_angle_brackets():
            printer.print_string("name = ")
            printer.print_string_literal(self.axis.data)
            if isinstance(self.part, ArrayAttr):
                before, size = self.part.data
                printer.print_string(f", sub_axis_info = ({before.data}){size.data}")


@irdl_attr_definition
class ReplicaGroupMeshAxesAttr(ParametrizedAttribute):
    """The groups along some axes of a mesh."""

    name = "stablehlo.replica_group_mesh_axes"
    mesh: MeshAttr | SymbolRefAttr
    axes: ArrayAttr[AxisRefAttr]

    @classmethod
    def parse_parameters(cls, parser: AttrParser) -> Sequence[Attribute]:
        """Parse mesh and axes."""
        with parser.in_angle_brackets():
            _parse_field(parser, "mesh")
            mesh = parser.parse_attribute()
            parser.parse_punctuation(",")
            _parse_field(parser, "axes")
            return [mesh, parser.parse_attribute()]

    def print_parameters(self, printer: Printer) -> None:
        """Print mesh and axes."""
        with printer.in_angle_brackets():
            printer.print_string("mesh = ")
            printer.print_attribute(self.mesh)
            printer.print_string(", axes = ")
            printer.print_attribute(self.axes)


GROUPS = DenseIntOrFPElementsAttr | ReplicaGroupMeshAxesAttr
"""The groups of a collective."""


def group_size(groups: Attribute) -> int | None:
    """How many devices a listed group has; none if the groups are axes of a mesh."""
    return groups.get_shape()[1] if isinstance(groups, DenseIntOrFPElementsAttr) else None


def check_groups(groups: Attribute, *, cover: bool = True, same_size: bool = False) -> None:
    """Raise unless listed groups name each device once.

    Args:
        groups: one group per row, the shorter ones filled with -1; or axes of a mesh, of which nothing is checked.
        cover: whether every device up to the highest must be there.
        same_size: whether no group may be shorter than the others.
    """
    dense = as_dense(groups)
    if dense is None:
        return
    check(dense.get_element_type() == i64, f"replica_groups must be of type i64, got '{dense.get_element_type()}'")
    check(len(dense.get_shape()) == 2, f"replica_groups must have rank 2, got '{dense.type}'")
    ids = [value for value in expanded(dense) if isinstance(value, int) and value != -1]
    if same_size and len(ids) < dense.type.element_count():
        raise VerifyException("replica_groups must all have the same size, got a group filled with -1")
    if len(set(ids)) < len(ids) or any(number < 0 for number in ids):
        raise VerifyException(f"replica_groups must name each device once, got {ids}")
    if cover and sorted(ids) != list(range(len(ids))):
        raise VerifyException(f"replica_groups must name all devices in [0, {len(ids)}), got {sorted(ids)}")


ATTRIBUTES = (AxisRefAttr, MeshAttr, MeshAxisAttr, ReplicaGroupMeshAxesAttr)
"""The attributes of this module."""
