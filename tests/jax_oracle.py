"""Runs what JAX lowers a function to on the NumPy kernels, and compares with the numbers JAX computes itself.

The program is read through jaxlib's own parser, so that nothing here depends on our dialects: its attributes are
spread as `OpSignature` promises them, its regions are run by the same kernels.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import import_module
from typing import Any, TypeAlias

import ml_dtypes
import numpy as np

from llmsys_ir.runtime.kernels import KernelCall, kernel_for, numpy_dtype
from llmsys_ir.sharding.signature import OpSignature, PlainValue, TensorSpec

jax: Any = import_module("jax")
jnp: Any = import_module("jax.numpy")
lax: Any = import_module("jax.lax")
"""JAX is not typed: here it is `Any` once for all tests."""
_jax_mlir: Any = import_module("jax._src.interpreters.mlir")
_xla_client: Any = import_module("jaxlib.xla_client")
_ir: Any = import_module("jaxlib.mlir.ir")

jax.config.update("jax_platforms", "cpu")

Function: TypeAlias = (
    Callable[[Any], Any]
    | Callable[[Any, Any], Any]
    | Callable[[Any, Any, Any], Any]
    | Callable[[Any, Any, Any, Any], Any]
    | Callable[[Any, Any, Any, Any, Any], Any]
)
"""A function that JAX can lower."""

MESHES: tuple[tuple[tuple[int, ...], ...], ...] = (((2,), (1,)), ((2, 1), (1, 3), (2, 3)))
"""Per mesh, the mesh dims of the first, second, … argument."""

_FIELDS = {
    "dot": "lhs_batching_dimensions rhs_batching_dimensions lhs_contracting_dimensions rhs_contracting_dimensions",
    "gather": "offset_dims collapsed_slice_dims operand_batching_dims start_indices_batching_dims start_index_map",
    "scatter": "update_window_dims inserted_window_dims input_batching_dims scatter_indices_batching_dims "
    "scatter_dims_to_operand_dims",
}
_COMBINERS = {"add": "sum", "multiply": "product", "maximum": "max", "minimum": "min", "and": "and", "or": "or"}

_QUICKLY = {"xla_backend_optimization_level": 0}
"""XLA's options: nothing here runs long."""

Environment = dict[Any, Any]


def spec_of(type_: Any) -> TensorSpec:
    ranked = _ir.RankedTensorType(type_)
    return TensorSpec(tuple(ranked.shape), str(ranked.element_type))


def _dense(attribute: Any, spec: TensorSpec) -> Any:
    dtype = numpy_dtype(spec.dtype)
    if attribute.is_splat:
        element = _ir.DenseElementsAttr(attribute).get_splat_value()
        text = str(element).split(" : ")[0]
        value = {"true": 1.0, "false": 0.0}.get(text)
        value = value if value is not None else _number(text, dtype)
        return np.full(spec.shape, value).astype(dtype)
    if spec.dtype == "bf16":
        numbers = re.findall(r"[-+.\deE]+", str(attribute).rsplit(" : ", 1)[0])
        return np.array(list(map(float, numbers))).reshape(spec.shape).astype(ml_dtypes.bfloat16)
    return np.array(attribute).reshape(spec.shape).astype(dtype)


def _constant(op: Any, spec: TensorSpec) -> Any:
    """The value of a constant; jaxlib has no way to read complex numbers but their text."""
    if not spec.dtype.startswith("complex"):
        return _dense(op.attributes["value"], spec)
    dtype = numpy_dtype(spec.dtype)
    pairs = re.findall(r"\(([-+.\dA-Fxe]+),([-+.\dA-Fxe]+)\)", str(op))
    part = np.dtype(f"f{dtype.itemsize // 2}")
    values = np.array([complex(_number(real, part), _number(imaginary, part)) for real, imaginary in pairs], dtype)
    return np.full(spec.shape, values[0]) if len(values) == 1 else values.reshape(spec.shape)


def _number(text: str, dtype: Any) -> Any:
    if text.startswith("0x"):
        return np.array([int(text, 16)], dtype=f"u{dtype.itemsize}").view(dtype)[0]
    return int(text) if dtype.kind in "iu" else float(text)


def _plain(attribute: Any) -> PlainValue:
    match type(attribute).__name__:
        case "IntegerAttr" | "BoolAttr" | "StringAttr" | "FloatAttr":
            return attribute.value
        case "DenseI64ArrayAttr" | "DenseBoolArrayAttr" | "ArrayAttr":
            return tuple(item if isinstance(item, bool | int) else _plain(item) for item in attribute)
        case "DenseIntElementsAttr":
            return tuple(map(int, np.array(attribute).ravel()))
        case _:
            text = str(attribute)
            enum = re.fullmatch(r"#\w+<\w+ (\w+)>", text)
            return enum[1] if enum else text


def _spread(name: str, attribute: Any) -> dict[str, PlainValue]:
    text = str(attribute)
    kind = re.match(r"#stablehlo\.(dot|gather|scatter|conv)<", text)
    if kind is None:
        return {name: _plain(attribute)}
    if kind[1] == "conv":
        return _convolution(text)
    found = {key: _integers(value) for key, value in re.findall(r"(\w+) = (\[[^\]]*\])", text)}
    fields: dict[str, PlainValue] = {key: found.get(key, ()) for key in _FIELDS[kind[1]].split()}
    if kind[1] != "dot":
        position = re.search(r"index_vector_dim = (\d+)", text)
        fields["index_vector_dim"] = int(position[1]) if position else 0
    return fields


def _integers(text: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", text)))


def _convolution(text: str) -> dict[str, PlainValue]:
    fields: dict[str, PlainValue] = {}
    roles = (
        ("input", {"b": "batch", "f": "feature"}),
        ("kernel", {"i": "input_feature", "o": "output_feature"}),
        ("output", {"b": "batch", "f": "feature"}),
    )
    for (side, letters), dims in zip(roles, re.findall(r"\[([^\]]*)\]", text), strict=True):
        order = dims.replace(" ", "").split(",")
        for letter, role in letters.items():
            fields[f"{side}_{role}_dimension"] = order.index(letter)
        fields[f"{side}_spatial_dimensions"] = tuple(order.index(str(at)) for at in range(len(order) - 2))
    return fields


def _combiners(block: Any) -> tuple[str | None, ...]:
    """How a region of two arguments per result combines them; `replace` yields the second."""
    arguments = list(block.arguments)
    yielded = list(list(block.operations)[-1].operands)
    half = len(arguments) // 2
    return tuple(_combiner(value, arguments[at], arguments[half + at]) for at, value in enumerate(yielded))


def _combiner(value: Any, first: Any, second: Any) -> str | None:
    if value == second:
        return "replace"
    if value == first or isinstance(value.owner, _ir.Block):
        return None
    op = value.owner
    if {*op.operands} != {first, second}:
        return None
    name = op.name.removeprefix("stablehlo.")
    return "or" if name == "add" and spec_of(value.type).dtype == "i1" else _COMBINERS.get(name)


_REDUCING = {"stablehlo.reduce", "stablehlo.reduce_window", "stablehlo.scatter"}


def signature_of(op: Any) -> tuple[OpSignature, dict[str, Any]]:
    """The op's signature and its dense attributes."""
    attributes: dict[str, PlainValue] = {}
    dense: dict[str, Any] = {}
    if op.name == "stablehlo.constant":
        dense["value"] = _constant(op, spec_of(op.results[0].type))
    else:
        for name in op.attributes:
            attributes |= _spread(name, op.attributes[name])
    if op.name in _REDUCING:
        attributes["combiners"] = _combiners(op.regions[0].blocks[0])
    operands, results = ([spec_of(value.type) for value in values] for values in (op.operands, op.results))
    return OpSignature(op.name, tuple(operands), tuple(results), attributes), dense


@dataclass
class Interpreter:
    """Runs a module's functions, with `batch` mesh dims in front of every array."""

    module: Any
    batch: int
    facts: bool = True
    """Whether kernels are told how regions combine."""
    functions: dict[str, Any] = field(default_factory=dict[str, Any])
    signatures: dict[Any, Any] = field(default_factory=dict[Any, Any])

    def __post_init__(self) -> None:
        self.functions = {op.name.value: op for op in self.module.body.operations if op.name.value}

    def call(self, name: str, arguments: Sequence[Any]) -> tuple[Any, ...]:
        block = self.functions[name].regions[0].blocks[0]
        return self._block(block, arguments, {}, self.batch)

    def _block(self, block: Any, arguments: Sequence[Any], outer: Environment, batch: int) -> tuple[Any, ...]:
        environment = {**outer, **dict(zip(block.arguments, arguments, strict=True))}
        for op in block.operations:
            operands = [environment[operand] for operand in op.operands]
            if op.operation.name.endswith("return"):
                return tuple(operands)
            environment.update(zip(op.results, self._results(op.operation, operands, environment, batch), strict=True))
        raise AssertionError("no terminator")

    def _results(self, op: Any, operands: Sequence[Any], environment: Environment, batch: int) -> tuple[Any, ...]:
        if op.name == "func.call":
            return self.call(str(op.attributes["callee"]).removeprefix("@"), operands)
        if op.name == "sdy.sharding_constraint":
            return tuple(operands)
        if op not in self.signatures:
            self.signatures[op] = signature_of(op)
        signature, dense = self.signatures[op]
        if not self.facts:
            attributes = {key: value for key, value in signature.attributes.items() if key != "combiners"}
            signature = OpSignature(signature.name, signature.operands, signature.results, attributes)
        regions = tuple(self._region(region.blocks[0], environment, batch) for region in op.regions if region.blocks)
        kernel = kernel_for(op.name)
        assert kernel is not None, f"no kernel for {op.name}"
        for operand in operands:
            operand.flags.writeable = False
        values = kernel(KernelCall(signature, batch, np, dense, regions), *operands)
        for value, spec in zip(values, signature.results, strict=True):
            assert type(value) is np.ndarray, op.name
            assert value.shape[batch:] == spec.shape, f"{op.name}: {value.shape} for {spec}"
            assert value.dtype == numpy_dtype(spec.dtype), f"{op.name}: {value.dtype} for {spec}"
        return values

    def _region(self, block: Any, environment: Environment, batch: int) -> Callable[..., tuple[Any, ...]]:
        """Called on arrays of more dims than its arguments have, these become mesh dims: it is elementwise."""

        def region(*arguments: Any) -> tuple[Any, ...]:
            ranks = [spec_of(argument.type).rank for argument in block.arguments]
            loops = max((value.ndim - rank for value, rank in zip(arguments, ranks, strict=True)), default=batch)
            outer = environment
            if loops != batch:
                outer = {value: _with_loops(array, batch, loops) for value, array in environment.items()}
            return self._block(block, arguments, outer, loops)

        return region


def _with_loops(array: Any, batch: int, loops: int) -> Any:
    return array.reshape(array.shape[:batch] + (1,) * (loops - batch) + array.shape[batch:])


_TOLERANCES = {"float64": 1e-12, "float32": 2e-5, "complex64": 2e-5, "complex128": 1e-12, "float16": 2e-3}


def compare(results: Sequence[Any], expected: Sequence[Any], rtol: float | None = None) -> None:
    """Integers must be equal; floats within `rtol` of themselves, or of a hundredth of the largest finite one."""
    assert len(results) == len(expected)
    for number, (result, wanted) in enumerate(zip(results, expected, strict=True)):
        assert result.shape == wanted.shape, f"result {number}"
        assert result.dtype == wanted.dtype, f"result {number}"
        if wanted.dtype.kind in "biu":
            np.testing.assert_array_equal(result, wanted, f"result {number}")
            continue
        tolerance = _TOLERANCES.get(wanted.dtype.name, 1e-2) if rtol is None else rtol
        wide = np.complex128 if wanted.dtype.kind == "c" else np.float64
        got, wanted = result.astype(wide), wanted.astype(wide)
        finite = abs(wanted[np.isfinite(wanted)])
        floor = tolerance * 0.01 * float(finite.max()) if finite.size else 0.0
        np.testing.assert_allclose(got, wanted, rtol=tolerance, atol=floor, err_msg=f"result {number}")


@lru_cache(16)
def _lowered(function: Function, specs: tuple[tuple[tuple[int, ...], Any], ...]) -> tuple[Any, Any]:
    """What JAX lowers a function to, and its compiled form."""
    program = jax.jit(function).lower(*(jax.ShapeDtypeStruct(*spec) for spec in specs))
    return program.compiler_ir("stablehlo"), program.compile(_QUICKLY)


def check(
    function: Function,
    *arguments: Any,
    rtol: float | None = None,
    meshes: bool = True,
    fixed: Sequence[int] = (),
) -> None:
    """Compare a run of what JAX lowers `function` to with JAX, and runs on meshes with single runs per device.

    Arguments in `fixed` are the same on all devices.
    """
    arrays = [np.asarray(argument) for argument in arguments]
    with jax.enable_x64(True):
        module, compiled = _lowered(function, tuple((array.shape, array.dtype) for array in arrays))
        expected = [np.asarray(leaf) for leaf in jax.tree.leaves(compiled(*arrays))]
    _check_module(module, arrays, expected, rtol, meshes, fixed)


@lru_cache(4)
def _compiled(text: str) -> Any:
    """What XLA makes of a program."""
    device = jax.devices("cpu")[0]
    options = _xla_client.CompileOptions()
    options.env_option_overrides = list(_QUICKLY.items())
    return device.client.compile_and_load(text, _xla_client.DeviceList((device,)), options)


def check_text(
    text: str, *arguments: Any, rtol: float | None = None, meshes: bool = True, fixed: Sequence[int] = ()
) -> None:
    """As `check`, of a program's text, compiled by XLA."""
    arrays = [np.asarray(argument) for argument in arguments]
    with jax.enable_x64(True):
        outputs = _compiled(text).execute_sharded([jax.device_put(array) for array in arrays])
        expected = [np.asarray(shards[0]) for shards in outputs.disassemble_into_single_device_arrays()]
    _check_module(parse(text), arrays, expected, rtol, meshes, fixed)


def parse(text: str) -> Any:
    """A module, read by jaxlib."""
    with _jax_mlir.make_ir_context():
        return _ir.Module.parse(text)


def _check_module(
    module: Any,
    arguments: Sequence[Any],
    expected: Sequence[Any],
    rtol: float | None,
    meshes: bool,
    fixed: Sequence[int],
) -> None:
    compare(run(module, arguments), expected, rtol)
    for mesh in MESHES if meshes else ():
        batch = len(mesh[0])
        spread = [
            on_mesh(argument, (1,) * batch if number in fixed else mesh[number % len(mesh)])
            for number, argument in enumerate(arguments)
        ]
        check_mesh(module, spread, batch)


def check_mesh(module: Any, arguments: Sequence[Any], batch: int) -> None:
    """Each device gets what it would get alone."""
    together = run(module, arguments, batch)
    for device in np.ndindex(np.broadcast_shapes(*(argument.shape[:batch] for argument in arguments))):
        alone = run(module, [at(argument, device) for argument in arguments])
        compare([at(result, device) for result in together], alone)


def run(module: Any, arguments: Sequence[Any], batch: int = 0, facts: bool = True) -> tuple[Any, ...]:
    """The results of the module's main function; without `facts` kernels must read regions by running them."""
    with np.errstate(all="raise", under="ignore"):
        return Interpreter(module, batch, facts).call("main", [np.array(argument) for argument in arguments])


def on_mesh(argument: Any, mesh: tuple[int, ...]) -> Any:
    """The argument's elements in another order on each device."""
    count = int(np.prod(mesh))
    devices = [np.roll(argument.ravel(), 7 * device).reshape(argument.shape) for device in range(count)]
    return np.stack(devices).reshape(mesh + argument.shape)


def at(array: Any, device: tuple[int, ...]) -> Any:
    """One device's part."""
    return array[tuple(index if size > 1 else 0 for index, size in zip(device, array.shape, strict=False))]
