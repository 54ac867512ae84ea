"""SPMD programs of StableHLO with the mesh dialect's collectives, as what XLA takes: all of it in StableHLO.

What one device runs becomes the region of an `sdy.manual_computation` over all axes of the mesh, in a function of
global tensors. Collectives get their groups of devices written out; what a device computes from its place in the mesh
is known for all devices, and each takes its own.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from xdsl.builder import Builder
from xdsl.dialects import func
from xdsl.dialects.builtin import (
    ArrayAttr,
    DictionaryAttr,
    FunctionType,
    IntegerAttr,
    ModuleOp,
    StringAttr,
    TensorType,
    i1,
    i32,
)
from xdsl.ir import Attribute, Block, Operation, Region, SSAValue
from xdsl.rewriter import InsertPoint

from llmsys_ir.diagnostics import OperationError, name_of
from llmsys_ir.dialects import mesh as mesh_dialect
from llmsys_ir.dialects.sdy.annotations import MeshOp
from llmsys_ir.dialects.sdy.attributes import ManualAxesAttr, MeshAttr, ShardingAttr, ShardingPerValueAttr
from llmsys_ir.dialects.sdy.computations import ManualComputationOp, ReturnOp
from llmsys_ir.dialects.sdy.shardings import Mesh as SdyMesh
from llmsys_ir.dialects.sdy.shardings import Sharding as SdySharding
from llmsys_ir.dialects.tensors import Tensor, as_dense, as_tensor, tensor_type
from llmsys_ir.program.boundary import SDY_ATTRIBUTE
from llmsys_ir.program.collectives import neutral_element
from llmsys_ir.program.device_scalars import DeviceScalars, PerDevice
from llmsys_ir.program.exchanges import halos_of
from llmsys_ir.program.sdy_shardings import sdy_of_demand
from llmsys_ir.program.stablehlo_collectives import CollectiveEmitter
from llmsys_ir.sharding.demand import Demand
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.sharding import Sharding

_TAKEN = ("chlo.", "stablehlo.")
"""Dialects that XLA takes."""

_ANNOTATIONS = (mesh_dialect.GetShardingOp, mesh_dialect.ShardingOp)


def manual_program(
    function: func.FuncOp, mesh: Mesh, arguments: Sequence[Sharding], results: Sequence[Sharding]
) -> ModuleOp:
    """A module whose `main` does on global tensors what the devices of a mesh do together.

    Args:
        function: what one device runs, with the calls in it inlined.
        mesh: the devices, numbered row by row.
        arguments: how each global argument is sharded; of a partial one the devices take terms.
        results: how each global result is sharded; a partial one is reduced.

    Raises:
        OperationError: an op has no counterpart in StableHLO.
    """
    boundary = Boundary(mesh, axis_names(mesh))
    main = manual_function(function, boundary, arguments, results)
    main.sym_name = StringAttr("main")
    main.sym_visibility = StringAttr("public")
    return ModuleOp([boundary.mesh_op(), main], boundary.counts())


def axis_names(mesh: Mesh) -> list[str]:
    """What axes are called that nobody named."""
    return [f"axis_{axis}" for axis in mesh.axes]


def manual_function(
    function: func.FuncOp, boundary: Boundary, arguments: Sequence[Sharding], results: Sequence[Sharding]
) -> func.FuncOp:
    """A function that does on global tensors what devices do together; see `manual_program`.

    Raises:
        OperationError: an op has no counterpart in StableHLO.
    """
    region = _region_of(function, boundary.mesh, arguments, results)
    end = region.block.last_op
    assert end is not None
    sides = (function.function_type.inputs.data, arguments), ([value.type for value in end.operands], results)
    types = [list(map(boundary.global_type, *side)) for side in sides]
    block = Block(arg_types=types[0])
    computation = ManualComputationOp.create(
        operands=block.args,
        result_types=types[1],
        properties={
            "in_shardings": boundary.per_value(arguments),
            "out_shardings": boundary.per_value(results),
            "manual_axes": ManualAxesAttr(tuple(boundary.names)),
        },
        regions=[region],
    )
    block.add_ops([computation, func.ReturnOp(*computation.results)])
    made = func.FuncOp(function.sym_name.data, FunctionType.from_lists(*types), Region(block))
    made.arg_attrs, made.res_attrs = (ArrayAttr(map(boundary.attributes, side)) for side in (arguments, results))
    made.sym_visibility = function.sym_visibility
    made.location = function.location
    return made


@dataclass(frozen=True)
class Boundary:
    """How global tensors are sharded over a mesh with named axes."""

    mesh: Mesh
    names: Sequence[str]

    def mesh_op(self) -> MeshOp:
        """The mesh with its axes' names."""
        mesh = SdyMesh(tuple(zip(self.names, self.mesh.shape, strict=True)))
        return MeshOp.create(properties={"sym_name": StringAttr(self.mesh.name), "mesh": MeshAttr(mesh)})

    def counts(self) -> dict[str, Attribute]:
        """What a module says about its devices."""
        return {
            "mhlo.num_partitions": IntegerAttr(self.mesh.num_devices, i32),
            "mhlo.num_replicas": IntegerAttr(1, i32),
        }

    def sharding(self, given: Sharding) -> SdySharding:
        """A sharding in Shardy's words, without partial axes."""
        return sdy_of_demand(Demand(Sharding(given.dims)), self.names, self.mesh.name)

    def per_value(self, given: Sequence[Sharding]) -> ShardingPerValueAttr:
        """One sharding per value."""
        return ShardingPerValueAttr(tuple(map(self.sharding, given)))

    def attributes(self, given: Sharding) -> DictionaryAttr:
        """What is said of an argument or result."""
        return DictionaryAttr({SDY_ATTRIBUTE: ShardingAttr(self.sharding(given))})

    def global_type(self, local: Attribute, sharding: Sharding) -> Tensor:
        """The type of the tensor of which `local` is one device's part."""
        type_ = as_tensor(local)
        assert type_ is not None, "scalars do not come here"
        sizes = zip(type_.get_shape(), sharding.dims, strict=True)
        return TensorType(type_.element_type, [size * self.mesh.size(axes) for size, axes in sizes])


def _region_of(function: func.FuncOp, mesh: Mesh, arguments: Sequence[Sharding], results: Sequence[Sharding]) -> Region:
    """What one device runs."""
    old, block = function.body.block, Block(arg_types=function.function_type.inputs)
    for argument in old.args:
        if as_tensor(argument.type) is None:
            raise OperationError(function, f"takes '{argument.type}', and XLA takes tensors; make it a tensor")
    translator = _Translator(DeviceScalars(mesh), Builder(InsertPoint.at_end(block)))
    for argument, value, sharding in zip(old.args, block.args, arguments, strict=True):
        translator.values[argument] = translator.term_of(value, sharding)
    end = translator.translate(old)
    pairs = zip(end.operands, results, strict=True)
    given = [translator.whole(translator.value_of(end, value), sharding) for value, sharding in pairs]
    block.add_op(ReturnOp.create(operands=given))
    return Region(block)


@dataclass
class _Translator:
    """Emits the counterparts of ops."""

    scalars: DeviceScalars
    builder: Builder
    values: dict[SSAValue, SSAValue] = field(default_factory=dict[SSAValue, SSAValue])
    destinations: dict[SSAValue, PerDevice] = field(default_factory=dict[SSAValue, PerDevice])
    """Per result of a send, the number of the device that each device sends to."""

    @property
    def emitter(self) -> CollectiveEmitter:
        """Emits ops where this translator is."""
        return CollectiveEmitter(self.builder, self.scalars)

    def translate(self, block: Block) -> Operation:
        """Emit what stands for a block's ops, up to its terminator, which is returned."""
        *ops, end = block.ops
        for op in ops:
            if not self.scalars.add(op):
                self.values.update(zip(op.results, self._translated(op), strict=True))
        return end

    def value_of(self, op: Operation, value: SSAValue) -> SSAValue:
        """What stands for an operand of an op.

        Raises:
            OperationError: nothing does.
        """
        if value not in self.values:
            raise OperationError(op, f"uses '{value.type}', and StableHLO computes with tensors only")
        return self.values[value]

    def term_of(self, value: SSAValue, sharding: Sharding) -> SSAValue:
        """A device's term of an argument that it has whole: all of it on the first device along partial axes."""
        if sharding.kind is None or sharding.kind.is_idempotent:
            return value
        neutral = self.emitter.constant(neutral_element(tensor_type(value), sharding.kind))
        is_first = self.scalars.places(sharding.partial) == 0
        return self.emitter.select(self.emitter.of_device(is_first, i1), value, neutral)

    def whole(self, value: SSAValue, sharding: Sharding) -> SSAValue:
        """A value of which devices may have terms."""
        if sharding.kind is None:
            return value
        return self.emitter.all_reduce(value, sharding.partial, sharding.kind, tensor_type(value).element_type)

    def _translated(self, op: Operation) -> Sequence[SSAValue]:
        form = _FORMS.get(op.name)
        if form is not None:
            try:
                return [form(self, op)]
            except ValueError as error:
                raise OperationError(op, str(error)) from None
        if isinstance(op, _ANNOTATIONS):
            return []
        if not name_of(op).startswith(_TAKEN):
            raise OperationError(op, "has no counterpart in StableHLO, which XLA takes; run it with --engine=numpy")
        return self._copy(op).results

    def _copy(self, op: Operation) -> Operation:
        regions = [Region([self._block(block) for block in region.blocks]) for region in op.regions]
        copy = type(op).create(
            operands=[self.value_of(op, operand) for operand in op.operands],
            result_types=op.result_types,
            properties=dict(op.properties),
            attributes=dict(op.attributes),
            regions=regions,
            location=op.location,
        )
        return self.builder.insert(copy)

    def _block(self, old: Block) -> Block:
        block = Block(arg_types=old.arg_types)
        self.values.update(zip(old.args, block.args, strict=True))
        with self._into(block):
            self._copy(self.translate(old))
        return block

    @contextmanager
    def _into(self, block: Block) -> Generator[None]:
        """What is emitted goes to the end of a block."""
        outer, self.builder = self.builder, Builder(InsertPoint.at_end(block))
        yield
        self.builder = outer

    def all_gather(self, op: mesh_dialect.AllGatherOp) -> SSAValue:
        """All parts of a group, one after the other."""
        return self.emitter.all_gather(self._input(op), op.axes, op.gather_axis.value.data, tensor_type(op.result))

    def all_reduce(self, op: mesh_dialect.AllReduceOp) -> SSAValue:
        """A group's values combined."""
        return self.emitter.all_reduce(self._input(op), op.axes, op.kind, tensor_type(op.result).element_type)

    def reduce_scatter(self, op: mesh_dialect.ReduceScatterOp) -> SSAValue:
        """A device's part of a group's values combined."""
        return self.emitter.reduce_scatter(self._input(op), op.axes, op.tensor_axis, op.kind, tensor_type(op.result))

    def all_to_all(self, op: mesh_dialect.AllToAllOp) -> SSAValue:
        """What the devices of a group hold for this one, one after the other."""
        split, concat = op.split_axis.value.data, op.concat_axis.value.data
        return self.emitter.all_to_all(self._input(op), op.axes, split, concat, tensor_type(op.result))

    def all_slice(self, op: mesh_dialect.AllSliceOp) -> SSAValue:
        """A device's part of a value that it has whole."""
        return self.emitter.part(self._input(op), op.axes, op.slice_axis.value.data, tensor_type(op.result))

    def shift(self, op: mesh_dialect.ShiftOp) -> SSAValue:
        """What another device along one axis holds."""
        axis, size = op.shift_axis.value.data, self.scalars.mesh.shape[op.shift_axis.value.data]
        if op.rotate is None:
            raise OperationError(
                op, "sends nothing to the first devices, which StableHLO has no way to say; add 'rotate'"
            )
        source = self.scalars.partners([axis], [(self.scalars.places([axis]) - op.offset.value.data) % size])
        return self.emitter.permute(self._input(op), source)

    def update_halo(self, op: mesh_dialect.UpdateHaloOp) -> SSAValue:
        """A value with its halos filled, the last dim first."""
        value, halos = self.value_of(op, op.destination), halos_of(op)
        shape = tensor_type(op.result).get_shape()
        owned = {dim: range(low, shape[dim] - high) for dim, (low, high) in halos.items()}
        for dim in sorted(halos, reverse=True):
            value = self.emitter.update_halo(value, dim, op.axes_lists()[dim], halos[dim], owned)
            del owned[dim]
        return value

    def send(self, op: mesh_dialect.SendOp) -> SSAValue:
        """The value itself: it is sent where it is received."""
        self.destinations[op.result] = self._device(op)
        return self._input(op)

    def receive(self, op: mesh_dialect.RecvOp) -> SSAValue:
        """What the device that is named holds."""
        source = self._device(op)
        sent = self.destinations.get(op.input)
        if sent is None or sent[source].tolist() != [*range(len(source))]:
            raise OperationError(op, "receives from a device that does not send here")
        return self.emitter.permute(self._input(op), source)

    def constant(self, op: Operation) -> SSAValue:
        """A constant tensor."""
        dense, type_ = as_dense(op.properties.get("value")), op.results[0].type
        if dense is None or as_tensor(type_) is None:
            raise OperationError(op, f"is of type '{type_}', and StableHLO computes with tensors only")
        return self.emitter.constant(dense)

    def select(self, op: Operation) -> SSAValue:
        """One of two tensors, by the place of the device or element by element."""
        condition, *values = op.operands
        known = self.scalars.known.get(condition)
        mask = self.value_of(op, condition) if known is None else self.emitter.of_device(known, i1)
        value, other = (self.value_of(op, value) for value in values)
        return self.emitter.select(mask, value, other)

    def from_elements(self, op: Operation) -> SSAValue:
        """A scalar that is known of each device, as a tensor."""
        type_ = tensor_type(op.results[0])
        known = self.scalars.known.get(op.operands[0]) if type_.get_shape() == () else None
        if known is None:
            raise OperationError(op, "makes a tensor of scalars that are only known when the program runs")
        return self.emitter.of_device(known, type_.element_type)

    def same(self, op: Operation) -> SSAValue:
        """The operand, which an annotation or a cast to the same type passes on."""
        if op.operands[0].type != op.results[0].type:
            raise OperationError(op, "has sizes that are only known when the program runs, which XLA does not take")
        return self.value_of(op, op.operands[0])

    def _input(self, op: mesh_dialect.CollectiveOp) -> SSAValue:
        return self.value_of(op, op.input)

    def _device(self, op: mesh_dialect.SendOp | mesh_dialect.RecvOp) -> PerDevice:
        """The number of the device that each device names."""
        static, dynamic = op.device()
        coordinates = None if static is None else self.scalars.coordinates(static, dynamic)
        if coordinates is None:
            raise OperationError(op, f"names a device that is only known when the program runs ({name_of(op)})")
        return self.scalars.partners(op.axes, coordinates)


_Form: TypeAlias = Callable[[_Translator, Any], SSAValue]

_FORMS: Mapping[str, _Form] = {
    "arith.constant": _Translator.constant,
    "arith.select": _Translator.select,
    mesh_dialect.AllGatherOp.name: _Translator.all_gather,
    mesh_dialect.AllReduceOp.name: _Translator.all_reduce,
    mesh_dialect.AllSliceOp.name: _Translator.all_slice,
    mesh_dialect.AllToAllOp.name: _Translator.all_to_all,
    mesh_dialect.RecvOp.name: _Translator.receive,
    mesh_dialect.ReduceScatterOp.name: _Translator.reduce_scatter,
    mesh_dialect.SendOp.name: _Translator.send,
    mesh_dialect.ShardOp.name: _Translator.same,
    mesh_dialect.ShiftOp.name: _Translator.shift,
    mesh_dialect.UpdateHaloOp.name: _Translator.update_halo,
    "tensor.cast": _Translator.same,
    "tensor.from_elements": _Translator.from_elements,
}
"""By the name of the op that each takes; there are several classes of some."""
