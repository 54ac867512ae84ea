"""The NumPy engine: runs a global program, or an SPMD program on all simulated devices at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import prod

import numpy as np
from xdsl.dialects import func
from xdsl.dialects.builtin import DYNAMIC_INDEX
from xdsl.ir import Block, Operation, SSAValue
from xdsl.traits import IsTerminator

from llmsys_ir.cost.model import sent_bytes
from llmsys_ir.diagnostics import OperationError
from llmsys_ir.dialects import mesh as mesh_dialect
from llmsys_ir.dialects.tensors import Dense, as_dense
from llmsys_ir.program.price import COLLECTIVE_KINDS
from llmsys_ir.program.signature import signature_of, spec_of
from llmsys_ir.runtime import device_arrays
from llmsys_ir.runtime.kernels import KernelCall, Region, kernel_for, numpy_dtype
from llmsys_ir.runtime.kernels.call import Array
from llmsys_ir.sharding.mesh import Mesh


@dataclass
class Traffic:
    """How often a collective ran, and the bytes each device sent in all of them."""

    count: int = 0
    nbytes: int = 0


@dataclass
class Run:
    """What a run gave: device arrays of the results, what was sent, and the most bytes a device held."""

    results: tuple[Array, ...]
    collectives: Mapping[str, Traffic]
    peak_bytes: int


def run(function: func.FuncOp, arguments: Sequence[Array], mesh: Mesh | None) -> Run:
    """Run a function with one block on device arrays; with `mesh` None on whole arrays, as a global program.

    Raises:
        OperationError: an op has no kernel, or its kernel cannot run it.
    """
    with np.errstate(all="ignore"):
        return _Interpreter(mesh).run(function, arguments)


@dataclass
class _Interpreter:
    mesh: Mesh | None
    environment: dict[SSAValue, Array] = field(default_factory=dict[SSAValue, Array])
    sends: dict[SSAValue, tuple[Array, ...]] = field(default_factory=dict[SSAValue, "tuple[Array, ...]"])
    traffic: dict[str, Traffic] = field(default_factory=lambda: defaultdict(Traffic))

    @property
    def batch(self) -> int:
        """The number of mesh dims in front of every array."""
        return 0 if self.mesh is None else self.mesh.rank

    def run(self, function: func.FuncOp, arguments: Sequence[Array]) -> Run:
        block = function.body.block
        self.environment.update(zip(block.args, arguments, strict=True))
        last_use = {operand: op for op in block.ops for inner in op.walk() for operand in inner.operands}
        dies = defaultdict[Operation, list[SSAValue]](list)
        for value, op in last_use.items():
            if value.owner is not block:
                dies[op].append(value)
        held = peak = sum(spec_of(argument.type).nbytes for argument in block.args)
        results: tuple[Array, ...] = ()
        for op in block.ops:
            if isinstance(op, func.ReturnOp):
                results = tuple(self.environment[operand] for operand in op.operands)
                break
            self._run_op(op)
            held += sum(_allocated(op, result) for result in op.results)
            peak = max(peak, held)
            unused = [result for result in op.results if result not in last_use]
            for value in (*unused, *dies[op]):
                if self.environment.pop(value, None) is not None and isinstance(value.owner, Operation):
                    held -= _allocated(value.owner, value)
        return Run(results, dict(self.traffic), peak)

    def _run_op(self, op: Operation) -> None:
        operands = [self.environment[operand] for operand in op.operands]
        try:
            results = self._results(op, operands)
        except ValueError as error:
            raise OperationError(op, f"cannot be run: {error}") from None
        self.environment.update(zip(op.results, results, strict=True))

    def _results(self, op: Operation, operands: list[Array]) -> tuple[Array, ...]:
        if isinstance(op, mesh_dialect.ShardOp):
            return (operands[0],)
        if op.name.startswith("mesh."):
            return self._run_mesh_op(op, operands)
        kernel = kernel_for(op.name)
        if kernel is None:
            raise ValueError(f"there is no kernel for '{op.name}'")
        return kernel(self._call(op), *operands)

    def _call(self, op: Operation) -> KernelCall:
        dense = {
            name: dense_array(dense)
            for name, attribute in (op.properties | op.attributes).items()
            if (dense := as_dense(attribute)) is not None
        }
        regions = tuple(self._region(region.block) for region in op.regions if region.blocks)
        return KernelCall(signature_of(op), self.batch, np, dense, regions)

    def _region(self, block: Block) -> Region:
        def region(*arguments: Array, indices: tuple[Array, ...] = ()) -> tuple[Array, ...]:
            rank = max((np.ndim(argument) for argument in (*arguments, *indices)), default=self.batch)
            scope: dict[SSAValue, Array] = {}
            scope.update(zip(block.args, arguments, strict=False))
            for op in block.ops:
                operands = [
                    _with_loop_dims(scope[operand] if operand in scope else self.environment[operand], rank)
                    for operand in op.operands
                ]
                if op.has_trait(IsTerminator):
                    return tuple(operands)
                scope.update(zip(op.results, self._scalar_results(op, operands, indices), strict=True))
            raise ValueError("its region has no terminator")

        return region

    def _scalar_results(self, op: Operation, operands: list[Array], indices: tuple[Array, ...]) -> tuple[Array, ...]:
        if op.name == "linalg.index":
            return (indices[signature_of(op).integer("dim")],)
        kernel = kernel_for(op.name)
        if kernel is None:
            raise ValueError(f"there is no kernel for '{op.name}'")
        return kernel(self._call(op), *operands)

    def _run_mesh_op(self, op: Operation, operands: list[Array]) -> tuple[Array, ...]:
        if self.mesh is None:
            raise ValueError("a program that does not say how its arguments are sharded has no devices to talk to")
        handler = _MESH_OPS.get(type(op))
        if handler is None:
            raise ValueError(f"'{op.name}' is not known to the simulator")
        if isinstance(op, mesh_dialect.CollectiveOp) and type(op) in COLLECTIVE_KINDS:
            group = self.mesh.size(op.axes)
            traffic = self.traffic[op.name.removeprefix("mesh.")]
            traffic.count += 1
            traffic.nbytes += sent_bytes(COLLECTIVE_KINDS[type(op)], group, spec_of(op.input.type).nbytes)
        return handler(self, op, operands)

    def all_gather(self, op: mesh_dialect.AllGatherOp, operands: list[Array], mesh: Mesh) -> Array:
        """Join shards."""
        return device_arrays.all_gather(operands[0], op.axes, op.gather_axis.value.data, mesh)

    def all_slice(self, op: mesh_dialect.AllSliceOp, operands: list[Array], mesh: Mesh) -> Array:
        """Keep a slice."""
        return device_arrays.all_slice(operands[0], op.axes, op.slice_axis.value.data, mesh)

    def all_to_all(self, op: mesh_dialect.AllToAllOp, operands: list[Array], mesh: Mesh) -> Array:
        """Exchange parts."""
        split, concat = op.split_axis.value.data, op.concat_axis.value.data
        return device_arrays.all_to_all(operands[0], op.axes, split, concat, mesh)

    def all_reduce(self, op: mesh_dialect.AllReduceOp, operands: list[Array], mesh: Mesh) -> Array:
        """Reduce, in the result's element type."""
        value = operands[0].astype(numpy_dtype(spec_of(op.result.type).dtype), copy=False)
        for axis in op.axes:
            value = device_arrays.reduce(value, axis, mesh.shape[axis], op.reduction.data)
        return value

    def reduce_scatter(self, op: mesh_dialect.ReduceScatterOp, operands: list[Array], mesh: Mesh) -> Array:
        """Reduce and keep a slice."""
        value = operands[0].astype(numpy_dtype(spec_of(op.result.type).dtype), copy=False)
        for axis in op.axes:
            value = device_arrays.reduce(value, axis, mesh.shape[axis], op.reduction.data)
        return device_arrays.all_slice(value, op.axes, op.scatter_axis.value.data, mesh)

    def send(self, op: mesh_dialect.SendOp, operands: list[Array], mesh: Mesh) -> Array:
        """Note where the value goes; the matching receive fetches it."""
        del mesh
        self.sends[op.result] = _device(op.destination.get_values(), operands[1:], self.batch)
        return operands[0]

    def recv(self, op: mesh_dialect.RecvOp, operands: list[Array], mesh: Mesh) -> Array:
        """Fetch the value from the device it comes from, which must have sent it here."""
        if op.source is None or op.input not in self.sends:
            raise ValueError("expected a source and the result of a 'mesh.send' to receive")
        source = _device(op.source.get_values(), operands[1:], self.batch)
        destination = self.sends[op.input]
        arrived = [device_arrays.fetch(coordinate, op.axes, source, mesh) for coordinate in destination]
        for axis, coordinate in zip(op.axes, arrived, strict=True):
            if not np.array_equal(
                np.broadcast_to(coordinate, mesh.shape),
                np.broadcast_to(device_arrays.coordinates(axis, mesh), mesh.shape),
            ):
                raise ValueError("some device receives from one that sends elsewhere")
        return device_arrays.fetch(operands[0], op.axes, source, mesh)


def _with_loop_dims(value: Array, rank: int) -> Array:
    """A value that is the same in all iterations, with a dim of size 1 for each loop."""
    return value.reshape(value.shape + (1,) * (rank - value.ndim))


def _device(static: Sequence[int], dynamic: Sequence[Array], rank: int) -> tuple[Array, ...]:
    """A device's coordinates, static or dynamic, as device arrays."""
    given = iter(dynamic)
    return tuple(next(given) if value == DYNAMIC_INDEX else np.full((1,) * rank, value, np.int64) for value in static)


def _allocated(op: Operation, result: SSAValue) -> int:
    """Bytes per device that a result takes; annotations and sends pass their operand on."""
    passes_on = isinstance(op, mesh_dialect.ShardOp | mesh_dialect.SendOp)
    return 0 if passes_on else spec_of(result.type).nbytes


_Handler = Callable[[_Interpreter, Operation, "list[Array]"], "tuple[Array, ...]"]


def _collective(method: Callable[..., Array]) -> _Handler:
    def handler(interpreter: _Interpreter, op: Operation, operands: list[Array]) -> tuple[Array, ...]:
        return (method(interpreter, op, operands, interpreter.mesh),)

    return handler


def _multi_index(interpreter: _Interpreter, op: Operation, _: list[Array]) -> tuple[Array, ...]:
    assert isinstance(op, mesh_dialect.ProcessMultiIndexOp) and interpreter.mesh is not None
    axes = op.axes.get_values() or interpreter.mesh.axes
    return tuple(device_arrays.coordinates(axis, interpreter.mesh) for axis in axes)


def _linear_index(interpreter: _Interpreter, _: Operation, __: list[Array]) -> tuple[Array, ...]:
    assert interpreter.mesh is not None
    shape = interpreter.mesh.shape
    return (np.arange(prod(shape), dtype=np.int64).reshape(shape),)


def _mesh_shape(interpreter: _Interpreter, op: Operation, _: list[Array]) -> tuple[Array, ...]:
    assert isinstance(op, mesh_dialect.MeshShapeOp) and interpreter.mesh is not None
    axes = op.axes.get_values() or interpreter.mesh.axes
    return tuple(np.full((1,) * interpreter.batch, interpreter.mesh.shape[axis], np.int64) for axis in axes)


_MESH_OPS: Mapping[type[Operation], _Handler] = {
    mesh_dialect.AllGatherOp: _collective(_Interpreter.all_gather),
    mesh_dialect.AllReduceOp: _collective(_Interpreter.all_reduce),
    mesh_dialect.AllSliceOp: _collective(_Interpreter.all_slice),
    mesh_dialect.AllToAllOp: _collective(_Interpreter.all_to_all),
    mesh_dialect.ReduceScatterOp: _collective(_Interpreter.reduce_scatter),
    mesh_dialect.SendOp: _collective(_Interpreter.send),
    mesh_dialect.RecvOp: _collective(_Interpreter.recv),
    mesh_dialect.MeshShapeOp: _mesh_shape,
    mesh_dialect.ProcessMultiIndexOp: _multi_index,
    mesh_dialect.ProcessLinearIndexOp: _linear_index,
}


def dense_array(attribute: Dense) -> Array:
    """A dense attribute's elements; a splat is a view of its one element."""
    spec = spec_of(attribute.type)
    elements = np.frombuffer(attribute.data.data, numpy_dtype(spec.dtype))
    if len(elements) == 1:
        return np.broadcast_to(elements.reshape((1,) * spec.rank), spec.shape)
    return elements.reshape(spec.shape)
