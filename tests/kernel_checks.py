"""Runs kernels on arrays, and checks that mesh dims are batch dims: each device gets what it would get alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from llmsys_ir.runtime.kernels import KernelCall, kernel_for, numpy_dtype
from llmsys_ir.sharding.signature import OpSignature, PlainValue, TensorSpec

MESH = (2, 3)
MESH_DIMS = ((2, 1), (1, 3), (2, 3), (1, 1))
"""The mesh dims of the first, second, … operand: no two alike."""

_MLIR = {
    "float64": "f64",
    "float32": "f32",
    "float16": "f16",
    "bfloat16": "bf16",
    "bool": "i1",
    "int8": "i8",
    "int16": "i16",
    "int32": "i32",
    "int64": "i64",
}

Result = tuple[tuple[int, ...], str]


def run(
    name: str,
    operands: Sequence[Any],
    *results: Result,
    batch: int = 0,
    attributes: Mapping[str, PlainValue] | None = None,
    constants: tuple[tuple[int | float, ...] | None, ...] = (),
    dense: Mapping[str, Any] | None = None,
    regions: tuple[Any, ...] = (),
    scalars: tuple[int, ...] = (),
    dtypes: Mapping[int, str] | None = None,
) -> tuple[Any, ...]:
    """The kernel's results; its operands are read-only, its results have the promised shapes and dtypes."""
    operands = [np.asarray(operand) for operand in operands]
    for operand in operands:
        operand.flags.writeable = False
    specs = tuple(
        TensorSpec(operand.shape[batch:], (dtypes or {}).get(index, _MLIR[operand.dtype.name]), index not in scalars)
        for index, operand in enumerate(operands)
    )
    signature = OpSignature(name, specs, tuple(TensorSpec(*result) for result in results), attributes or {}, constants)
    kernel = kernel_for(name)
    assert kernel is not None, name
    values = kernel(KernelCall(signature, batch, np, dense or {}, regions), *operands)
    assert len(values) == len(results)
    for value, (shape, dtype) in zip(values, results, strict=True):
        assert type(value) is np.ndarray, name
        assert value.shape[batch:] == shape, f"{name}: {value.shape}"
        assert value.dtype == numpy_dtype(dtype), f"{name}: {value.dtype}"
    return values


def check(
    name: str,
    operands: Sequence[Any],
    *results: Result,
    expected: Any = None,
    rtol: float = 1e-6,
    fixed: tuple[int, ...] = (),
    **arguments: Any,
) -> None:
    """Compares with `expected`, and a run on a 2x3 mesh with single runs per device.

    Operands in `fixed` are the same on all devices; the others hold the given elements in another order.
    """
    operands = [np.asarray(operand) for operand in operands]
    values = run(name, operands, *results, **arguments)
    if expected is not None:
        np.testing.assert_allclose(
            values[0].astype(np.float64), np.asarray(expected, dtype=np.float64), rtol=rtol, atol=1e-30, err_msg=name
        )
    on_mesh = [
        _on_mesh(operand, (1, 1) if index in fixed else MESH_DIMS[index % 4]) for index, operand in enumerate(operands)
    ]
    batched = run(name, on_mesh, *results, batch=2, **arguments)
    for device in np.ndindex(*MESH):
        alone = run(name, [_at(operand, device) for operand in on_mesh], *results, **arguments)
        for value, single in zip(batched, alone, strict=True):
            np.testing.assert_allclose(
                _at(value, device).astype(np.float64), single.astype(np.float64), rtol=1e-6, err_msg=name
            )


def _on_mesh(operand: Any, mesh: tuple[int, int]) -> Any:
    devices = [np.roll(operand.ravel(), 5 * device).reshape(operand.shape) for device in range(mesh[0] * mesh[1])]
    return np.stack(devices).reshape(mesh + operand.shape)


def _at(array: Any, device: tuple[int, ...]) -> Any:
    return array[tuple(index if size > 1 else 0 for index, size in zip(device, array.shape[:2], strict=True))]
