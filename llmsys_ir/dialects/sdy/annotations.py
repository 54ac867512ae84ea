"""Meshes, and what is said about the sharding of values."""

from __future__ import annotations

from abc import ABC
from dataclasses import dataclass
from typing import ClassVar, Self

from xdsl.dialects.builtin import I32, I64, IntegerAttr, SymbolNameConstraint, i32, i64
from xdsl.ir import Attribute, Operation
from xdsl.irdl import IRDLOperation, irdl_op_definition, operand_def, opt_prop_def, prop_def, result_def, traits_def
from xdsl.parser import Parser
from xdsl.printer import Printer
from xdsl.traits import Pure, SymbolOpInterface
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.dialects.pretty import (
    Clause,
    Notation,
    PrettyOp,
    Properties,
    SameNotation,
    parse_attributes,
    print_attributes,
)
from llmsys_ir.dialects.records import parse_integer
from llmsys_ir.dialects.scanning import resolve, scan_operands
from llmsys_ir.dialects.sdy.attributes import MeshAttr, ShardingAttr
from llmsys_ir.dialects.sdy.checks import check_sharding
from llmsys_ir.dialects.sdy.shardings import parse_mesh, parse_sharding, print_sharding
from llmsys_ir.dialects.stablehlo.creation import AnyConstantOp


@irdl_op_definition
class MeshOp(IRDLOperation):
    """A named mesh, `sdy.mesh @mesh = <["data"=2, "model"=4]>`."""

    name = "sdy.mesh"
    sym_name = prop_def(SymbolNameConstraint())
    mesh = prop_def(MeshAttr)
    traits = traits_def(SymbolOpInterface())

    @classmethod
    def parse(cls, parser: Parser) -> Self:
        """Parse name, mesh and attributes."""
        properties: Properties = {"sym_name": parser.parse_symbol_name()}
        parser.parse_punctuation("=")
        position = parser.pos
        mesh = parser.parse_optional_attribute()
        if mesh is None:
            mesh = MeshAttr(parse_mesh(parser))
        if not isinstance(mesh, MeshAttr):
            parser.raise_error(f"expected a mesh, got '{mesh}'", position)
        properties["mesh"] = mesh
        return cls.create(properties=properties, attributes=parse_attributes(parser, cls, properties))

    def print(self, printer: Printer) -> None:
        """Print name, mesh and attributes."""
        printer.print_string(" ")
        printer.print_symbol_name(self.sym_name.data)
        printer.print_string(" = ")
        self.mesh.print_parameter(printer)
        print_attributes(printer, self, ("sym_name", "mesh"))


@dataclass(frozen=True)
class ShardingClause(Clause):
    """` keyword=<@mesh, [...]>` or, without keyword, ` <@mesh, [...]>`."""

    name: str
    keyword: str = ""
    optional: bool = False

    def names(self) -> tuple[str, ...]:
        """The properties that the clause stands for."""
        return (self.name,)

    def parse(self, parser: Parser, properties: Properties) -> None:
        """Parse the clause."""
        if self.keyword:
            if self.optional and parser.parse_optional_keyword(self.keyword) is None:
                return
            if not self.optional:
                parser.parse_keyword(self.keyword)
            parser.parse_punctuation("=")
        properties[self.name] = ShardingAttr(parse_sharding(parser))

    def print(self, printer: Printer, op: Operation) -> None:
        """Print the clause."""
        sharding = op.properties.get(self.name)
        if isinstance(sharding, ShardingAttr):
            printer.print_string(f" {self.keyword}=" if self.keyword else " ")
            print_sharding(printer, sharding.data)


class AnnotationOp(PrettyOp, ABC):
    """An op whose result is its operand."""

    input = operand_def()
    result = result_def()

    NOTATION: ClassVar[Notation] = SameNotation()

    def verify_(self) -> None:
        """Check the type of the result, and the sharding if there is one."""
        before, after = self.input.type, self.result.type
        if before != after:
            raise VerifyException(f"operand and result must have the same type, got '{before}' != '{after}'")
        sharding = self.properties.get("sharding")
        if isinstance(sharding, ShardingAttr):
            check_sharding(self, sharding.data, before)


@irdl_op_definition
class ShardingConstraintOp(AnnotationOp):
    """A value that must have a sharding: `sdy.sharding_constraint %a <@mesh, [...]> : T`."""

    name = "sdy.sharding_constraint"
    sharding = prop_def(ShardingAttr)

    CLAUSES: ClassVar[tuple[Clause, ...]] = (ShardingClause("sharding"),)


@irdl_op_definition
class ReshardOp(AnnotationOp):
    """A value in another sharding."""

    name = "sdy.reshard"
    sharding = prop_def(ShardingAttr)
    traits = traits_def(Pure())

    CLAUSES: ClassVar[tuple[Clause, ...]] = (ShardingClause("sharding"),)


@irdl_op_definition
class DataFlowEdgeOp(AnnotationOp):
    """A value that several sources and targets of a control-flow op share."""

    name = "sdy.data_flow_edge"
    sharding = opt_prop_def(ShardingAttr)

    CLAUSES: ClassVar[tuple[Clause, ...]] = (ShardingClause("sharding", "sharding", optional=True),)


@irdl_op_definition
class FuncDataFlowEdgeOp(AnnotationOp):
    """An argument of a function, or the result of a call."""

    name = "sdy.func_data_flow_edge"


_DIRECTIONS = ("NONE", "FORWARD", "BACKWARD", "BOTH")


@dataclass(frozen=True)
class _DirectionClause(Clause):
    """` allowed_direction=FORWARD`."""

    def names(self) -> tuple[str, ...]:
        """The properties that the clause stands for."""
        return ("allowed_direction",)

    def parse(self, parser: Parser, properties: Properties) -> None:
        """Parse the clause."""
        parser.parse_keyword("allowed_direction")
        parser.parse_punctuation("=")
        case = parser.parse_keyword_in(_DIRECTIONS)
        properties["allowed_direction"] = IntegerAttr(_DIRECTIONS.index(case), i32)

    def print(self, printer: Printer, op: Operation) -> None:
        """Print the clause."""
        assert isinstance(op, PropagationBarrierOp)
        printer.print_string(f" allowed_direction={_DIRECTIONS[op.allowed_direction.value.data]}")


@irdl_op_definition
class PropagationBarrierOp(AnnotationOp):
    """A value through which shardings are propagated in one direction at most."""

    name = "sdy.propagation_barrier"
    allowed_direction = prop_def(IntegerAttr[I32])
    traits = traits_def(Pure())

    CLAUSES: ClassVar[tuple[Clause, ...]] = (_DirectionClause(),)

    def verify_(self) -> None:
        """Check the direction, and the type of the result."""
        super().verify_()
        direction = self.allowed_direction.value.data
        if not 0 <= direction < len(_DIRECTIONS) - 1:
            raise VerifyException(f"allowed_direction must be one of {', '.join(_DIRECTIONS[:-1])}, got {direction}")


@irdl_op_definition
class ShardingGroupOp(IRDLOperation):
    """Values of one group have one sharding: `sdy.sharding_group %a group_id=3 : T`."""

    name = "sdy.sharding_group"
    input = operand_def()
    group_id = prop_def(IntegerAttr[I64])

    @classmethod
    def parse(cls, parser: Parser) -> Self:
        """Parse operand, group, attributes and type."""
        operands = scan_operands(parser)
        parser.parse_keyword("group_id")
        parser.parse_punctuation("=")
        properties: Properties = {"group_id": IntegerAttr(parse_integer(parser), i64)}
        attributes = parse_attributes(parser, cls, properties)
        parser.parse_punctuation(":")
        types: list[Attribute] = [parser.parse_type()]
        return cls.create(operands=resolve(parser, operands, types), properties=properties, attributes=attributes)

    def print(self, printer: Printer) -> None:
        """Print operand, group, attributes and type."""
        printer.print_string(" ")
        printer.print_ssa_value(self.input)
        printer.print_string(f" group_id={self.group_id.value.data}")
        print_attributes(printer, self, ("group_id",))
        printer.print_string(" : ")
        printer.print_attribute(self.input.type)


@irdl_op_definition
class ConstantOp(AnyConstantOp):
    """A constant that is not shared between users."""

    name = "sdy.constant"


OPS = (
    ConstantOp,
    DataFlowEdgeOp,
    FuncDataFlowEdgeOp,
    MeshOp,
    PropagationBarrierOp,
    ReshardOp,
    ShardingConstraintOp,
    ShardingGroupOp,
)
"""The ops of this module."""
