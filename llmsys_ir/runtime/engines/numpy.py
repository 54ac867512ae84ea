"""The NumPy engine: runs a global program, or an SPMD program on all simulated devices at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from xdsl.dialects import func
from xdsl.dialects.builtin import AffineMapAttr
from xdsl.ir import Block, Operation, SSAValue
from xdsl.ir.affine import AffineMap
from xdsl.traits import IsTerminator

from llmsys_ir.cost.model import sent_bytes
from llmsys_ir.diagnostics import OperationError, name_of
from llmsys_ir.dialects import mesh as mesh_dialect
from llmsys_ir.dialects.tensors import Dense, as_dense, splat_data
from llmsys_ir.program.price import COLLECTIVE_KINDS
from llmsys_ir.program.signature import signature_of, spec_of
from llmsys_ir.runtime.engines.simulated import SimulatedDevices
from llmsys_ir.runtime.kernels import KernelCall, Region, kernel_for, numpy_dtype
from llmsys_ir.runtime.kernels.call import Array
from llmsys_ir.sharding.mesh import Mesh

_SHARDINGS = (mesh_dialect.ShardingOp, mesh_dialect.GetShardingOp)
"""Ops whose result is no array: only annotations use it, and they say nothing about values."""


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
        return _Interpreter(None if mesh is None else SimulatedDevices(mesh)).run(function, arguments)


@dataclass
class _Interpreter:
    devices: SimulatedDevices | None
    environment: dict[SSAValue, Array] = field(default_factory=dict[SSAValue, Array])
    traffic: dict[str, Traffic] = field(default_factory=lambda: defaultdict(Traffic))

    @property
    def batch(self) -> int:
        """The number of mesh dims in front of every array."""
        return 0 if self.devices is None else self.devices.mesh.rank

    def run(self, function: func.FuncOp, arguments: Sequence[Array]) -> Run:
        block = function.body.block
        self.environment.update(zip(block.args, arguments, strict=True))
        last_use = {operand: op for op in block.ops for inner in op.walk() for operand in inner.operands}
        dies = defaultdict[Operation, list[SSAValue]](list)
        for value, op in last_use.items():
            if value.owner is not block:
                dies[op].append(value)
        held = peak = sum(map(self._nbytes, block.args))
        results: tuple[Array, ...] = ()
        for op in block.ops:
            if isinstance(op, func.ReturnOp):
                results = tuple(self.environment[operand] for operand in op.operands)
                break
            self._run_op(op)
            held += sum(self._allocated(op, result) for result in op.results)
            peak = max(peak, held)
            unused = [result for result in op.results if result not in last_use]
            for value in (*unused, *dies[op]):
                if value in self.environment and isinstance(value.owner, Operation):
                    held -= self._allocated(value.owner, value)
                self.environment.pop(value, None)
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
        if isinstance(op, _SHARDINGS):
            return (np.zeros(()),)
        if op.name.startswith("mesh."):
            return self._run_mesh_op(op, operands)
        kernel = kernel_for(name_of(op))
        if kernel is None:
            raise ValueError(f"there is no kernel for '{name_of(op)}'")
        return kernel(self._call(op), *operands)

    def _call(self, op: Operation) -> KernelCall:
        dense = {
            name: dense_array(dense)
            for name, attribute in (op.properties | op.attributes).items()
            if (dense := as_dense(attribute)) is not None
        }
        regions = tuple(self._region(region.block) for region in op.regions if region.blocks)
        maps = {
            name: _function_of(given.data) for name, given in op.properties.items() if isinstance(given, AffineMapAttr)
        }
        return KernelCall(signature_of(op), self.batch, np, dense, regions, maps)

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
        kernel = kernel_for(name_of(op))
        if kernel is None:
            raise ValueError(f"there is no kernel for '{name_of(op)}'")
        return kernel(self._call(op), *operands)

    def _run_mesh_op(self, op: Operation, operands: list[Array]) -> tuple[Array, ...]:
        if self.devices is None:
            raise ValueError("a program that does not say how its arguments are sharded has no devices to talk to")
        kind = COLLECTIVE_KINDS.get(type(op))
        if kind is not None:
            assert isinstance(op, mesh_dialect.CollectiveOp)
            traffic = self.traffic[op.name.removeprefix("mesh.")]
            traffic.count += 1
            traffic.nbytes += sent_bytes(kind, self.devices.mesh.size(op.axes), spec_of(op.input.type).nbytes)
        return self.devices.run(op, operands)

    def _allocated(self, op: Operation, result: SSAValue) -> int:
        """Bytes per device that a result takes; annotations and sends pass their operand on."""
        if isinstance(op, (mesh_dialect.ShardOp, mesh_dialect.SendOp, *_SHARDINGS)):
            return 0
        return self._nbytes(result)

    def _nbytes(self, value: SSAValue) -> int:
        """Bytes of a value on one device."""
        spec = spec_of(value.type)
        if not spec.is_static:
            spec = replace(spec, shape=self.environment[value].shape[self.batch :])
        return spec.nbytes


def _function_of(affine_map: AffineMap) -> Region:
    """An affine map as a function of arrays."""
    dims = affine_map.num_dims
    return lambda *operands: affine_map.eval(operands[:dims], operands[dims:])


def _with_loop_dims(value: Array, rank: int) -> Array:
    """A value that is the same in all iterations, with a dim of size 1 for each loop."""
    return value.reshape(value.shape + (1,) * (rank - value.ndim))


def dense_array(attribute: Dense) -> Array:
    """A dense attribute's elements; a splat is a view of its one element."""
    spec = spec_of(attribute.type)
    dtype = numpy_dtype(spec.dtype)
    element = splat_data(attribute)
    elements = np.frombuffer(element or attribute.data.data, np.uint8 if dtype == np.bool_ else dtype).astype(dtype)
    if element:
        return np.broadcast_to(elements.reshape((1,) * spec.rank), spec.shape)
    return elements.reshape(spec.shape)
