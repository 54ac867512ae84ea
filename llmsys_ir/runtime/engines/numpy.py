"""The NumPy engine: runs a global program, or an SPMD program on devices of any kind, by default simulated ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from time import perf_counter
from typing import TypeAlias

import numpy as np
from xdsl.dialects import func
from xdsl.dialects.builtin import AffineMapAttr
from xdsl.ir import Block, Operation, SSAValue
from xdsl.ir.affine import AffineMap

from llmsys_ir.cost.model import sent_bytes
from llmsys_ir.diagnostics import OperationError, name_of
from llmsys_ir.dialects import mesh as mesh_dialect
from llmsys_ir.dialects.tensors import Dense, as_dense, splat_data
from llmsys_ir.program.donation import donations
from llmsys_ir.program.exchanges import exchanges_of
from llmsys_ir.program.signature import signature_of, spec_of
from llmsys_ir.runtime.engines.devices import Devices
from llmsys_ir.runtime.engines.simulated import SimulatedDevices
from llmsys_ir.runtime.engines.steps import SHARDINGS, Step, Steps, accumulates, steps_of
from llmsys_ir.runtime.kernels import Kernel, KernelCall, Region, kernel_for, numpy_dtype
from llmsys_ir.runtime.kernels.call import Array
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.signature import OpSignature

_CONTROL_FLOW = frozenset({"stablehlo.while", "stablehlo.case", "stablehlo.if"})
"""Ops whose regions compute with whole tensors."""

_COMMUNICATING = (mesh_dialect.CollectiveOp, mesh_dialect.UpdateHaloOp)


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
    return run_on(None if mesh is None else SimulatedDevices(mesh), function, arguments)


Watch: TypeAlias = Callable[[Operation, float, float], None]
"""Told of every op on whole tensors that was run, when it started and how many seconds it took."""


def run_on(
    devices: Devices | None, function: func.FuncOp, arguments: Sequence[Array], watch: Watch | None = None
) -> Run:
    """Run a function with one block on the arrays of these devices; without devices, as a global program.

    Raises:
        OperationError: an op has no kernel, or its kernel cannot run it.
    """
    with np.errstate(all="ignore"):
        return _Interpreter(devices, watch).run(function, arguments)


@dataclass
class _Frame:
    """The values that ops see, all with `batch` dims in front of those that their types say.

    A region of scalars that is run on whole arrays has a frame of its own, whose dims in front are the mesh's and
    those of the arrays; what it reads from around it has size 1 along the latter.
    """

    batch: int
    values: dict[SSAValue, Array] = field(default_factory=dict[SSAValue, Array])
    outer: _Frame | None = None
    indices: tuple[Array, ...] = ()
    """The loop indices of a structured op."""

    def get(self, value: SSAValue) -> Array:
        """The array of a value."""
        if value not in self.values and self.outer is not None:
            array = self.outer.get(value)
            self.values[value] = _with_dims(array, self.outer.batch, self.batch - self.outer.batch)
        return self.values[value]


@dataclass(frozen=True)
class _Kernel:
    """An op's kernel and what it is told, all but the regions."""

    function: Kernel
    signature: OpSignature
    dense: Mapping[str, Array]
    controls: bool
    """Whether it is control flow."""
    communicates: bool
    accumulates: bool
    maps: Mapping[str, Region]


@dataclass
class _Interpreter:
    devices: Devices | None
    watch: Watch | None = None
    traffic: dict[str, Traffic] = field(default_factory=lambda: defaultdict(Traffic))
    held: int = 0
    peak: int = 0
    blocks: dict[Block, Steps] = field(default_factory=dict[Block, Steps])
    """The steps of regions, which may be run many times."""
    kernels: dict[Operation, _Kernel] = field(default_factory=dict[Operation, _Kernel])
    """The kernels of ops in regions; those of the function's own ops are used once and not kept."""
    constants: dict[tuple[Operation, int], tuple[Array, ...]] = field(
        default_factory=dict[tuple[Operation, int], "tuple[Array, ...]"]
    )
    """What ops without operands and regions give that stand in a region, by the number of dims in front."""
    accumulated: dict[Operation, Array] = field(default_factory=dict[Operation, Array])
    """What ops that accumulate gave in the last turn of the loop around them."""

    def run(self, function: func.FuncOp, arguments: Sequence[Array]) -> Run:
        block = function.body.block
        frame = _Frame(0 if self.devices is None else self.devices.mesh.rank)
        frame.values.update(zip(block.args, arguments, strict=True))
        self._allocate(sum(_nbytes(argument, frame) for argument in block.args))
        donated = {block.args[number] for number in donations(function)}
        results = self._run_steps(steps_of(block, donated), frame)
        return Run(results, dict(self.traffic), self.peak)

    def _allocate(self, nbytes: int) -> None:
        self.held += nbytes
        self.peak = max(self.peak, self.held)

    def _run_steps(self, block: Steps, frame: _Frame) -> tuple[Array, ...]:
        """What a block gives whose arguments are in the frame. Only whole tensors count as memory."""
        counted = frame.outer is None
        for step in block.steps:
            if counted:
                self._allocate(step.allocated)
            started = perf_counter()
            frame.values.update(zip(step.op.results, self._run_op(step.op, frame), strict=True))
            if counted and self.watch is not None:
                self.watch(step.op, started, perf_counter() - started)
            if counted:
                self._allocate(step.taken_after + sum(_nbytes(value, frame) for value in step.allocated_unsized))
            self._forget(step, frame, counted)
        results = tuple(map(frame.get, block.last.op.operands))
        self._forget(block.last, frame, counted)
        return results

    def _forget(self, step: Step, frame: _Frame, counted: bool) -> None:
        if counted:
            self.held -= step.freed + sum(_nbytes(value, frame) for value in step.freed_unsized)
        for value in step.dead:
            frame.values.pop(value, None)

    def _run_op(self, op: Operation, frame: _Frame) -> tuple[Array, ...]:
        operands = [frame.get(operand) for operand in op.operands]
        if frame.outer is not None:
            return self._run_kernel(op, operands, frame)
        try:
            if op.name.startswith("mesh."):
                return self._run_mesh_op(op, operands)
            return self._run_kernel(op, operands, frame)
        except ValueError as error:
            raise OperationError(op, f"cannot be run: {error}") from None

    def _run_kernel(self, op: Operation, operands: list[Array], frame: _Frame) -> tuple[Array, ...]:
        if op.name == "linalg.index":
            return (frame.indices[signature_of(op).integer("dim")],)
        if operands or op.regions:
            return self._call_kernel(op, self._kernel(op), operands, frame)
        known = self.constants.get((op, frame.batch))
        results = self._call_kernel(op, self._kernel(op), operands, frame) if known is None else known
        if op in self.kernels:
            self.constants[op, frame.batch] = results
        return results

    def _call_kernel(self, op: Operation, kernel: _Kernel, operands: list[Array], frame: _Frame) -> tuple[Array, ...]:
        blocks = [region.block for region in op.regions if region.blocks]
        regions = tuple(self._region(block, frame, kernel.controls) for block in blocks)
        overwrites = kernel.accumulates and self.accumulated.get(op) is operands[0]
        call = KernelCall(
            kernel.signature,
            frame.batch,
            np,
            kernel.dense,
            regions,
            self.devices.of_all if kernel.communicates and self.devices is not None else None,
            overwrites,
            kernel.maps,
        )
        results = kernel.function(call, *operands)
        if kernel.accumulates:
            self.accumulated[op] = results[0]
        if kernel.controls and self.accumulated:
            for inner in (inner for block in blocks for inner in block.ops):
                self.accumulated.pop(inner, None)
        return results

    def _kernel(self, op: Operation) -> _Kernel:
        if op in self.kernels:
            return self.kernels[op]
        kernel = _kernel_of(op)
        if not isinstance(op.parent_op(), func.FuncOp):
            self.kernels[op] = kernel
        return kernel

    def _region(self, block: Block, frame: _Frame, controls: bool) -> Region:
        """Control flow runs its regions on whole tensors, as a part of the block around it."""
        ranks = [spec_of(argument.type).rank for argument in block.args]

        def region(*arguments: Array, indices: tuple[Array, ...] = ()) -> tuple[Array, ...]:
            steps = self.blocks.get(block) or self.blocks.setdefault(block, steps_of(block))
            if controls:
                frame.values.update(zip(block.args, arguments, strict=True))
                results = self._run_steps(steps, frame)
                for argument in block.args:
                    del frame.values[argument]
                return results
            given = list(zip(block.args, arguments, ranks, strict=False))
            ends = [np.ndim(argument) - rank for _, argument, rank in given] + [index.ndim for index in indices]
            batch = max(ends, default=frame.batch)
            inner = _Frame(batch, outer=frame, indices=indices)
            for value, argument, rank in given:
                inner.values[value] = _with_dims(argument, np.ndim(argument) - rank, batch + rank - np.ndim(argument))
            return self._run_steps(steps, inner)

        return region

    def _run_mesh_op(self, op: Operation, operands: list[Array]) -> tuple[Array, ...]:
        if isinstance(op, mesh_dialect.ShardOp):
            return (operands[0],)
        if isinstance(op, SHARDINGS):
            return (np.zeros(()),)
        if self.devices is None:
            raise ValueError("a program that does not say how its arguments are sharded has no devices to talk to")
        self._count(op, operands, self.devices)
        return self.devices.run(op, operands)

    def _count(self, op: Operation, operands: Sequence[Array], devices: Devices) -> None:
        if not operands:
            return
        mesh = devices.mesh
        local = replace(spec_of(op.operands[0].type), shape=operands[0].shape[mesh.rank :])
        halos = devices.halo_sizes(op, operands) if isinstance(op, mesh_dialect.UpdateHaloOp) else None
        exchanges = exchanges_of(op, local, halos)
        if exchanges:
            traffic = self.traffic[op.name.removeprefix("mesh.")]
            traffic.count += 1
            traffic.nbytes += sum(sent_bytes(part.kind, mesh.size(part.axes), part.nbytes) for part in exchanges)


def _nbytes(value: SSAValue, frame: _Frame) -> int:
    """Bytes of a value on one device; sizes that its type leaves open are those of its array."""
    spec = spec_of(value.type)
    if not spec.is_static:
        spec = replace(spec, shape=frame.get(value).shape[frame.batch :])
    return spec.nbytes


def _with_dims(array: Array, at: int, count: int) -> Array:
    """The array with `count` dims of size 1 put in front of its dim number `at`."""
    return array.reshape(array.shape[:at] + (1,) * count + array.shape[at:]) if count else array


def _kernel_of(op: Operation) -> _Kernel:
    kernel = kernel_for(name_of(op))
    if kernel is None:
        raise ValueError(f"there is no kernel for '{name_of(op)}'")
    dense = {
        name: dense_array(dense)
        for name, attribute in (op.properties | op.attributes).items()
        if (dense := as_dense(attribute)) is not None
    }
    communicates = any(isinstance(inner, _COMMUNICATING) for inner in op.walk())
    maps = {name: _function_of(given.data) for name, given in op.properties.items() if isinstance(given, AffineMapAttr)}
    controls = name_of(op) in _CONTROL_FLOW
    return _Kernel(kernel, signature_of(op), dense, controls, communicates, accumulates(op), maps)


def _function_of(affine_map: AffineMap) -> Region:
    """An affine map as a function of arrays."""
    dims = affine_map.num_dims
    return lambda *operands: affine_map.eval(operands[:dims], operands[dims:])


def dense_array(attribute: Dense) -> Array:
    """A dense attribute's elements, of a tensor or vector; a splat is a view of its one element."""
    shape, dtype = attribute.type.get_shape(), numpy_dtype(str(attribute.get_element_type()))
    element = splat_data(attribute)
    elements = np.frombuffer(element or attribute.data.data, np.uint8 if dtype == np.bool_ else dtype).astype(dtype)
    if element:
        return np.broadcast_to(elements.reshape((1,) * len(shape)), shape)
    return elements.reshape(shape)
