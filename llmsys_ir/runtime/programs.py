"""Running a module's function on global inputs: inputs made or read, scattered, run, gathered, compared."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from xdsl.dialects import func
from xdsl.dialects.builtin import DictionaryAttr, ModuleOp
from xdsl.ir import Attribute, Operation

from llmsys_ir.diagnostics import OperationError, UserError
from llmsys_ir.dialects.mesh import ShardAttr, UpdateHaloOp
from llmsys_ir.dialects.tensors import as_tensor
from llmsys_ir.planning.pricing import Pricing, pricing_on
from llmsys_ir.program.boundary import GLOBAL_TYPE_ATTRIBUTE, argument_shardings, is_partitioned, result_shardings
from llmsys_ir.program.checks import check_static
from llmsys_ir.program.inlining import has_calls, inline_calls
from llmsys_ir.program.meshes import cluster_of, functions_of, mesh_of_boundary, static_mesh
from llmsys_ir.program.price import program_seconds
from llmsys_ir.program.sdy_import import import_sdy, is_sdy
from llmsys_ir.program.shard_dialect import is_shard, shard_to_mesh
from llmsys_ir.program.signature import spec_of
from llmsys_ir.runtime import device_arrays
from llmsys_ir.runtime.engines.numpy import Run, Traffic, run
from llmsys_ir.runtime.kernels import numpy_dtype
from llmsys_ir.runtime.kernels.call import Array
from llmsys_ir.runtime.kernels.dtypes import integer_bits
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.registry import default_registry
from llmsys_ir.sharding.sharding import Sharding
from llmsys_ir.sharding.signature import TensorSpec

_TOLERANCES = {
    "complex<f32>": 1e-4,
    "complex<f64>": 1e-9,
    "f64": 1e-9,
    "f32": 1e-4,
    "f16": 2e-2,
    "bf16": 5e-2,
}
"""How far results may differ, relative to the largest value; integers must be equal."""


RUNS = 3
"""Runs that engines with devices of their own time, after one that they do not, unless they are told how many."""


class InputError(UserError):
    """The inputs do not fit the program."""


@dataclass(frozen=True)
class Port:
    """An argument or result: its global shape and dtype, and its sharding (replicated where it has none).

    The program has it with `padding`, so many elements behind those of each dim.
    """

    spec: TensorSpec
    sharding: Sharding
    padding: tuple[int, ...] = ()

    @property
    def padded_shape(self) -> tuple[int, ...]:
        """The shape with the padding."""
        if not self.padding:
            return self.spec.shape
        return tuple(size + more for size, more in zip(self.spec.shape, self.padding, strict=True))

    def padded(self, array: Array) -> Array:
        """The array with zeros as its padding."""
        return np.pad(array, [(0, more) for more in self.padding]) if any(self.padding) else array

    def without_padding(self, array: Array) -> Array:
        """The array without its padding."""
        return array[tuple(map(slice, self.spec.shape))] if any(self.padding) else array


@dataclass(frozen=True)
class Program:
    """A function that can be run on global arrays, on the devices of `mesh`, or whole if that is None."""

    function: func.FuncOp
    mesh: Mesh | None
    arguments: tuple[Port, ...]
    results: tuple[Port, ...]
    pricing: Pricing | None

    @property
    def has_known_sizes(self) -> bool:
        """Whether no size is only known when it runs."""
        return all(map(_has_known_sizes, self.function.walk()))

    def predicted_seconds(self) -> float | None:
        """What the cost model says of an SPMD program; None where sizes are only known when it runs."""
        if self.pricing is None or not self.has_known_sizes:
            return None
        return program_seconds(self.function, self.pricing, default_registry())


def _has_known_sizes(op: Operation) -> bool:
    has_open_halos = isinstance(op, UpdateHaloOp) and len(op.dynamic_halo_sizes) > 0
    return not has_open_halos and all(spec_of(result.type).is_static for result in op.results)


@dataclass(frozen=True)
class Event:
    """Something that a device does: from `start`, in seconds, on; `row` says of what sort it is, `detail` on what."""

    name: str
    row: str
    device: int
    start: float
    seconds: float
    detail: str = ""


@dataclass(frozen=True)
class Outcome:
    """Global results of a run, and what it took; `events` are what an engine has measured on each device."""

    results: tuple[Array, ...]
    collectives: Mapping[str, Traffic]
    peak_bytes: int
    wall_seconds: float
    events: Sequence[Event] = ()


def find_program(module: ModuleOp, entry: str | None = None) -> Program:
    """The function to run: the one called `entry`, or the module's only one, or `main`.

    Raises:
        InputError: there is no such function.
        OperationError: its boundary does not fit its mesh.
    """
    if is_shard(module) or has_calls(module) or is_sdy(module):
        module = module.clone()
        inline_calls(module)
        shard_to_mesh(module)
        import_sdy(module)
    functions = {function.sym_name.data: function for function in functions_of(module)}
    names = ", ".join(f"@{name}" for name in functions) or "none"
    if entry is None:
        entry = next(iter(functions)) if len(functions) == 1 else "main"
    function = functions.get(entry)
    if function is None:
        raise InputError(f"no function @{entry} to run; the module has {names}; name one with --entry")
    if len(function.body.blocks) != 1:
        raise OperationError(function, "expected a function with one block; control flow cannot be run")
    _check_types(function)
    if not is_partitioned(function):
        return Program(function, None, *_ports(function, None), None)
    mesh_op = mesh_of_boundary(function)
    mesh = static_mesh(mesh_op)
    return Program(function, mesh, *_ports(function, mesh), pricing_on(cluster_of(mesh_op)))


def _check_types(function: func.FuncOp) -> None:
    """Check that there are arrays for the arguments and results."""
    check_static(function, function.body.block.args)
    sides = (("argument", "given", function.function_type.inputs), ("result", "shown", function.function_type.outputs))
    for what, done, types in sides:
        for number, type_ in enumerate(types):
            try:
                numpy_dtype(spec_of(type_).dtype)
            except ValueError as error:
                raise OperationError(function, f"{what} {number} cannot be {done}: {error}") from None


def _ports(function: func.FuncOp, mesh: Mesh | None) -> tuple[tuple[Port, ...], tuple[Port, ...]]:
    """The arguments and the results of a function, on the devices of a mesh or whole."""
    types = (function.function_type.inputs.data, function.function_type.outputs.data)
    shardings = (argument_shardings(function), result_shardings(function))
    attributes = (function.arg_attrs, function.res_attrs)
    sides: list[tuple[Port, ...]] = []
    for side, given, described in zip(types, shardings, attributes, strict=True):
        entries = described or [None] * len(side)
        rows = zip(map(spec_of, side), given, map(_global_type, entries), strict=True)
        sides.append(tuple(_port(function, *row, mesh) for row in rows))
    return sides[0], sides[1]


def _global_type(attributes: DictionaryAttr | None) -> Attribute | None:
    return None if attributes is None else attributes.data.get(GLOBAL_TYPE_ATTRIBUTE)


def _port(
    function: func.FuncOp, local: TensorSpec, attribute: ShardAttr | None, without: Attribute | None, mesh: Mesh | None
) -> Port:
    """The global tensor of which `local` is one device's part, perhaps with padding that its type is `without`."""
    if attribute is None or mesh is None:
        sharding, shape = Sharding.replicated(local.rank), local.shape
    else:
        try:
            sharding = attribute.to_sharding(local.rank)
            sharding.check((0,) * local.rank, mesh)
        except ValueError as error:
            raise OperationError(function, f"its boundary does not fit the mesh: {error}") from None
        shape = tuple(size * mesh.size(axes) for size, axes in zip(local.shape, sharding.dims, strict=True))
    if without is None:
        return Port(TensorSpec(shape, local.dtype, local.is_tensor), sharding)
    spec = spec_of(without) if as_tensor(without) is not None else local
    fits = spec.dtype == local.dtype and spec.rank == len(shape)
    if not fits or any(size > padded for size, padded in zip(spec.shape, shape, strict=True)):
        padded = "x".join([*map(str, shape), local.dtype])
        raise OperationError(function, f"expected '{GLOBAL_TYPE_ATTRIBUTE}' to fit in tensor<{padded}>, got {without}")
    return Port(spec, sharding, tuple(padded - size for size, padded in zip(spec.shape, shape, strict=True)))


def random_inputs(ports: Sequence[Port], seed: int) -> list[Array]:
    """Repeatable inputs: normal floats, small integers, booleans; argument `i` depends on the seed and `i` only."""
    return [_random(port.spec, np.random.default_rng([seed, number])) for number, port in enumerate(ports)]


def _random(spec: TensorSpec, generator: np.random.Generator) -> Array:
    dtype = numpy_dtype(spec.dtype)
    if dtype.kind == "b":
        return generator.integers(0, 2, spec.shape).astype(dtype)
    if dtype.kind in "iu":
        bits = (integer_bits(spec.dtype) or 64) - (dtype.kind == "i")
        return generator.integers(0, min(8, 1 << bits), spec.shape).astype(dtype)
    if dtype.kind == "c":
        return (generator.standard_normal(spec.shape) + 1j * generator.standard_normal(spec.shape)).astype(dtype)
    if dtype in (np.dtype(np.float32), np.dtype(np.float64)):
        return np.asarray(generator.standard_normal(spec.shape, dtype=dtype.type))
    return np.asarray(generator.standard_normal(spec.shape)).astype(dtype)


def check_inputs(ports: Sequence[Port], given: Mapping[str, Array]) -> list[Array]:
    """The arrays `arg0`, `arg1`, ... of `given`, checked against the program's global arguments.

    NumPy's files keep no more of `bf16` and the floats below 16 bits than their bytes, which are taken as such.

    Raises:
        InputError: one is missing or has another shape or dtype.
    """
    arrays: list[Array] = []
    for number, port in enumerate(ports):
        array = given.get(f"arg{number}")
        expected = f"{'x'.join(map(str, port.spec.shape)) or 'scalar'} {port.spec.dtype}"
        if array is None:
            raise InputError(f"expected an array 'arg{number}' ({expected}) in the inputs, got {sorted(given)}")
        dtype = numpy_dtype(port.spec.dtype)
        is_raw = array.dtype.type is np.void and dtype.kind == "V" and array.dtype.itemsize == dtype.itemsize
        if array.shape != port.spec.shape or (array.dtype != dtype and not is_raw):
            found = f"{'x'.join(map(str, array.shape)) or 'scalar'} {array.dtype}"
            raise InputError(f"expected 'arg{number}' to be {expected}, got {found}")
        arrays.append(array.view(dtype) if is_raw else array)
    return arrays


def run_on_devices(program: Program, inputs: Sequence[Array]) -> Run:
    """Run on global inputs, and leave the results on the devices, with their padding.

    Raises:
        OperationError: an op cannot be run.
    """
    mesh = program.mesh
    arguments = [port.padded(array) for array, port in zip(inputs, program.arguments, strict=True)]
    if mesh is not None:
        pairs = zip(arguments, program.arguments, strict=True)
        arguments = [device_arrays.scatter(array, port.sharding, mesh) for array, port in pairs]
    return run(program.function, arguments, mesh)


def run_program(program: Program, inputs: Sequence[Array]) -> Outcome:
    """Run on global inputs and give global results.

    Raises:
        OperationError: an op cannot be run, or devices disagree on a value that they should all hold.
    """
    mesh = program.mesh
    started = time.perf_counter()
    finished = run_on_devices(program, inputs)
    seconds = time.perf_counter() - started
    results = finished.results
    if mesh is not None:
        try:
            pairs = zip(results, program.results, strict=True)
            results = tuple(device_arrays.gather(array, port.sharding, mesh) for array, port in pairs)
        except device_arrays.ReplicaError as error:
            raise OperationError(program.function, str(error)) from None
    results = tuple(port.without_padding(array) for array, port in zip(results, program.results, strict=True))
    return Outcome(results, finished.collectives, finished.peak_bytes, seconds)


@dataclass(frozen=True)
class Difference:
    """How far results are from a reference: the largest absolute difference, and the largest one of any result
    divided by that result's largest value; `within` says whether each is within its dtype's tolerance.
    """

    max_abs_error: float
    max_rel_error: float
    within: bool


def compare(results: Sequence[Array], reference: Sequence[Array], ports: Sequence[Port]) -> Difference:
    """Compare results with a reference's.

    Raises:
        InputError: their numbers or shapes differ.
    """
    if len(results) != len(reference):
        raise InputError(f"expected {len(reference)} results as in the reference, got {len(results)}")
    worst_abs, worst_rel, within = 0.0, 0.0, True
    for number, (result, wanted, port) in enumerate(zip(results, reference, ports, strict=True)):
        if result.shape != wanted.shape or result.dtype != wanted.dtype:
            raise InputError(
                f"expected result {number} of shape {wanted.shape} and type {wanted.dtype} as in the reference, "
                f"got {result.shape} and {result.dtype}"
            )
        absolute, relative = _difference(result, wanted)
        worst_abs, worst_rel = max(worst_abs, absolute), max(worst_rel, relative)
        within = within and relative <= tolerance_of(port.spec)
    return Difference(worst_abs, worst_rel, within)


def tolerance_of(spec: TensorSpec) -> float:
    """How far a result may differ, relative to its largest value."""
    return _TOLERANCES.get(spec.dtype, 0.0)


def _difference(result: Array, wanted: Array) -> tuple[float, float]:
    """The largest absolute difference, and that relative to the largest finite value.

    Infinities and NaNs must be in the same places, or the difference is infinite.
    """
    if not wanted.size:
        return 0.0, 0.0
    if wanted.dtype.kind in "biu":
        unequal = int(np.abs(result.astype(object) - wanted.astype(object)).max()) if (result != wanted).any() else 0
        return float(unequal), float(unequal)
    wide = np.complex128 if wanted.dtype.kind == "c" else np.float64
    finite = np.isfinite(wanted)
    if not np.array_equal(np.where(finite, 0, result), np.where(finite, 0, wanted), equal_nan=True):
        return float("inf"), float("inf")
    got, expected = np.where(finite, result, 0), np.where(finite, wanted, 0)
    absolute = float(np.abs(got.astype(wide) - expected.astype(wide)).max())
    scale = float(np.abs(expected.astype(wide)).max())
    return absolute, absolute / scale if scale else absolute
