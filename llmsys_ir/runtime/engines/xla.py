"""The XLA engine: SPMD programs, legalised to StableHLO, compiled by XLA and run on the devices that JAX sees.

With fewer CPU devices than a mesh has, and nothing said about them in `XLA_FLAGS`, JAX is asked for as many. Processes
that were started together, each with devices of its own, run a program together: all of them are given all inputs, and
all of them get all results.
"""

from __future__ import annotations

import os
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from statistics import median
from typing import Any

import ml_dtypes
import numpy as np

from llmsys_ir.cost.model import sent_bytes
from llmsys_ir.program.control_flow import weighted_ops
from llmsys_ir.program.exchanges import exchanges_of
from llmsys_ir.program.legalization.legalize import legalize
from llmsys_ir.program.manual_stablehlo import axis_names, manual_program
from llmsys_ir.runtime.engines.numpy import Traffic
from llmsys_ir.runtime.engines.processes import EngineError, Processes, first_line
from llmsys_ir.runtime.kernels import numpy_dtype
from llmsys_ir.runtime.kernels.call import Array
from llmsys_ir.runtime.programs import RUNS, Event, Outcome, Port, Program
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.tools.printing import module_text


def run_on_xla(
    program: Program, inputs: Sequence[Array], processes: Processes | None = None, *, runs: int = RUNS
) -> Outcome:
    """Run on global inputs and give global results; with `processes` together with them.

    `wall_seconds` is the median of `runs` runs after a first one, with the inputs on the devices already. The
    traffic is that of the program's collectives, where a loop whose trips are not known counts as one trip.
    `peak_bytes` is what XLA takes on a device for arguments, results and what is between.

    Raises:
        EngineError: see there.
        OperationError: an op has no counterpart in StableHLO.
    """
    compiled = compile_program(program, processes)
    results, laps = compiled.timed(inputs, runs)
    seconds = median(lap.seconds for lap in laps)
    return Outcome(results, traffic_of(program), compiled.peak_bytes, seconds, compiled.events(laps))


def traffic_of(program: Program) -> Mapping[str, Traffic]:
    """The collectives of an SPMD program, by name."""
    traffic: dict[str, Traffic] = defaultdict(Traffic)
    mesh = program.mesh
    for op, times in weighted_ops(program.function.body.block) if mesh is not None else ():
        exchanges = exchanges_of(op)
        if exchanges and mesh is not None:
            sent = sum(sent_bytes(part.kind, mesh.size(part.axes), part.nbytes) for part in exchanges)
            entry = traffic[op.name.removeprefix("mesh.")]
            entry.count += round(times)
            entry.nbytes += round(times * sent)
    return dict(traffic)


_SMALL_INTEGERS: Mapping[str, Any] = {
    "i2": ml_dtypes.int2,
    "si2": ml_dtypes.int2,
    "ui2": ml_dtypes.uint2,
    "i4": ml_dtypes.int4,
    "si4": ml_dtypes.int4,
    "ui4": ml_dtypes.uint4,
}
"""Integers that XLA packs, and the engines here keep in whole bytes."""


@dataclass(frozen=True)
class Lap:
    """A run: when it started, and the seconds that it took."""

    start: float
    seconds: float


@dataclass(frozen=True)
class Compiled:
    """A program that XLA has compiled for a mesh of JAX's devices."""

    program: Program
    executable: Any
    mesh: Any
    """JAX's mesh."""

    def place(self, inputs: Sequence[Array]) -> list[Any]:
        """Global arrays, spread over the devices."""
        jax: Any = import_module("jax")
        pairs = zip(inputs, self.program.arguments, strict=True)
        with jax.enable_x64(True):
            return [jax.device_put(_as_xla_has_it(array, port), self._sharding(port)) for array, port in pairs]

    def run(self, placed: Sequence[Any]) -> tuple[list[Any], Lap]:
        """Per result its parts on the devices, and how long it took.

        Raises:
            EngineError: XLA fails.
        """
        started = time.perf_counter()
        try:
            results = self.executable.execute_sharded(list(placed)).disassemble_into_single_device_arrays()
            for part in (part for parts in results for part in parts):
                part.block_until_ready()
        except Exception as error:
            raise EngineError(f"XLA cannot run the program: {first_line(error)}") from error
        return results, Lap(started, time.perf_counter() - started)

    def timed(self, inputs: Sequence[Array], runs: int = RUNS) -> tuple[tuple[Array, ...], list[Lap]]:
        """The global results, and `runs` runs after a first one."""
        placed = self.place(inputs)
        results, _ = self.run(placed)
        laps = [self.run(placed)[1] for _ in range(runs)]
        return self.collect(results), laps

    def events(self, laps: Sequence[Lap]) -> list[Event]:
        """The runs as the host sees them, which waits for all devices."""
        first, devices = laps[0].start, range(self.mesh.devices.size)
        return [Event("step", "step", device, lap.start - first, lap.seconds) for device in devices for lap in laps]

    def collect(self, results: Sequence[Sequence[Any]]) -> tuple[Array, ...]:
        """The global results of which these are the parts."""
        jax: Any = import_module("jax")
        with jax.enable_x64(True):
            arrays = [
                jax.make_array_from_single_device_arrays(port.padded_shape, self._sharding(port), list(parts))
                for parts, port in zip(results, self.program.results, strict=True)
            ]
            wholes = (np.asarray(array if array.is_fully_addressable else _gathered(array)) for array in arrays)
            pairs = zip(self.program.results, wholes, strict=True)
            return tuple(port.without_padding(np.asarray(w, numpy_dtype(port.spec.dtype))) for port, w in pairs)

    @property
    def peak_bytes(self) -> int:
        """Bytes per device."""
        stats = self.executable.get_compiled_memory_stats()
        held = stats.argument_size_in_bytes + stats.output_size_in_bytes + stats.temp_size_in_bytes
        return held - stats.alias_size_in_bytes

    def _sharding(self, port: Port) -> Any:
        jax: Any = import_module("jax")
        dims = (tuple(self.mesh.axis_names[axis] for axis in axes) for axes in port.sharding.dims)
        return jax.sharding.NamedSharding(self.mesh, jax.sharding.PartitionSpec(*dims))


def _as_xla_has_it(array: Array, port: Port) -> Array:
    """An array with its padding, and integers below 8 bits as such."""
    padded, dtype = port.padded(np.asarray(array, numpy_dtype(port.spec.dtype))), port.spec.dtype
    return padded.astype(_SMALL_INTEGERS[dtype]) if dtype in _SMALL_INTEGERS else padded


def _gathered(array: Any) -> Any:
    """An array of which other processes have parts."""
    multihost: Any = import_module("jax.experimental.multihost_utils")
    return multihost.process_allgather(array, tiled=True)


def compile_program(program: Program, processes: Processes | None = None) -> Compiled:
    """Compile for the first of JAX's devices; a global program for one device.

    Raises:
        EngineError: see there.
        OperationError: an op has no counterpart in StableHLO.
    """
    mesh = program.mesh or Mesh((1,))
    sides = [[port.sharding for port in ports] for ports in (program.arguments, program.results)]
    function = program.function.clone()
    legalize(function)
    module = manual_program(function, mesh, *sides)
    devices = _devices(mesh, processes)
    placement: Any = np.array(devices).reshape(mesh.shape)
    jax: Any = import_module("jax")
    names = axis_names(mesh)
    return Compiled(program, compile_text(module_text(module), devices), jax.sharding.Mesh(placement, names))


def _devices(mesh: Mesh, processes: Processes | None) -> list[Any]:
    """As many of JAX's devices as the mesh has.

    Raises:
        EngineError: JAX is not there, or has fewer.
    """
    jax = _jax()
    if "xla_force_host_platform_device_count" not in os.environ.get("XLA_FLAGS", ""):
        _ask_for_cpu_devices(jax, mesh.num_devices // (1 if processes is None else processes.count or 1))
    if processes is not None:
        processes.join(jax)
    devices = all_devices()
    if len(devices) < mesh.num_devices:
        raise EngineError(
            f"the program is for {mesh.num_devices} devices ({mesh}), and JAX sees {len(devices)} "
            f"({devices[0].platform}); plan for as many, or on CPU set "
            f"XLA_FLAGS=--xla_force_host_platform_device_count={mesh.num_devices}"
        )
    return devices[: mesh.num_devices]


def all_devices() -> list[Any]:
    """The devices that JAX sees.

    Raises:
        EngineError: JAX is not there, or does not find what it is told to use.
    """
    jax = _jax()
    try:
        return jax.devices()
    except Exception as error:
        asked = os.environ.get("JAX_PLATFORMS", "")
        raise EngineError(
            f"JAX finds no devices: {first_line(error)}; see JAX_PLATFORMS, which is '{asked}'"
        ) from error


def device_memory() -> int | None:
    """The bytes of a device's memory that JAX may use; None where the device does not tell, as those of a CPU."""
    stats: Any = all_devices()[0].memory_stats()
    return None if stats is None else stats.get("bytes_limit")


def _jax() -> Any:
    try:
        return import_module("jax")
    except ImportError:
        raise EngineError("--engine=xla needs JAX, which is not installed; pip install 'llmsys-ir[jax]'") from None


def _ask_for_cpu_devices(jax: Any, count: int) -> None:
    """Have as many CPU devices, if JAX has not started yet."""
    if jax.config.jax_num_cpu_devices < count:
        try:
            jax.config.update("jax_num_cpu_devices", count)
        except RuntimeError:
            return


def compile_text(text: str, devices: Sequence[Any]) -> Any:
    """The executable of a StableHLO program with Shardy's shardings, for these devices of JAX.

    Raises:
        EngineError: XLA does not take it.
    """
    client: Any = import_module("jaxlib.xla_client")
    options = client.CompileOptions()
    build = options.executable_build_options
    options.num_replicas = build.num_replicas = 1
    options.num_partitions = build.num_partitions = len(devices)
    if "@lapack_" in text:
        _find_lapack()
    numbers = np.array([[device.id for device in devices]])
    options.device_assignment = build.device_assignment = client.DeviceAssignment.create(numbers)
    build.use_spmd_partitioning = build.use_shardy_partitioner = True
    try:
        return devices[0].client.compile_and_load(text, client.DeviceList(tuple(devices)), options)
    except Exception as error:
        raise EngineError(f"XLA cannot compile the program: {first_line(error)}") from error


def _find_lapack() -> None:
    """Have jaxlib look up the routines of LAPACK, which JAX does where it lowers a call of one."""
    import_module("jaxlib.lapack").prepare_lapack_call("potrf", np.dtype(np.float32))
