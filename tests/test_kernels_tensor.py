from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from kernel_checks import check, run

from llmsys_ir.runtime.kernels import KernelCall, kernel_for, numpy_dtype
from llmsys_ir.sharding.signature import OpSignature, TensorSpec

A = np.arange(24.0).reshape(2, 3, 4)
DYNAMIC = -(1 << 63)


def _slice(offsets: Any, sizes: Any, strides: Any) -> dict[str, Any]:
    return {"static_offsets": offsets, "static_sizes": sizes, "static_strides": strides}


def test_empty_is_zeros_and_takes_no_memory() -> None:
    (value,) = run("tensor.empty", [], ((512, 512), "bf16"), batch=2)
    assert not value.any() and not any(value.strides[2:])


def test_splat_gives_every_device_its_own_value() -> None:
    check("tensor.splat", [np.float32(2)], ((2, 3), "f32"), expected=np.full((2, 3), 2))
    (value,) = run("tensor.splat", [np.arange(6.0).reshape(2, 3)], ((4,), "f64"), batch=2)
    np.testing.assert_array_equal(value[1, 2], [5, 5, 5, 5])


def test_splat_and_empty_of_sizes_that_a_run_computes() -> None:
    for name, operands in (("empty", []), ("splat", [np.full((1, 1), 7.0)])):
        program = f"tensor.{name}"
        sizes = [np.full((1, 1), 2)]
        signature = OpSignature(program, (), (TensorSpec((3, DYNAMIC), "f64"),))
        kernel = kernel_for(program)
        assert kernel is not None
        (value,) = kernel(KernelCall(signature, 2), *operands, *sizes)
        np.testing.assert_array_equal(value, np.full((1, 1, 3, 2), 7.0 if operands else 0.0))
        with pytest.raises(ValueError, match="whose size differs between devices"):
            kernel(KernelCall(signature, 2), *operands, np.array([[1, 2]]))


@pytest.mark.parametrize(
    ("name", "shape"),
    [("expand_shape", (2, 3, 2, 2)), ("collapse_shape", (6, 4)), ("reshape", (4, 6)), ("cast", (2, 3, 4))],
)
def test_reshapes(name: str, shape: tuple[int, ...]) -> None:
    check(f"tensor.{name}", [A], (shape, "f64"), expected=A.reshape(shape))


def test_reshape_ignores_its_shape_operand() -> None:
    check("tensor.reshape", [A, np.array([4, 6])], ((4, 6), "f64"), expected=A.reshape(4, 6))


@pytest.mark.parametrize(
    ("attributes", "shape", "expected"),
    [
        (_slice((0, 1, 0), (2, 2, 4), (1, 1, 1)), (2, 2, 4), A[:, 1:3]),
        (_slice((0, 0, 1), (2, 3, 2), (1, 1, 2)), (2, 3, 2), A[:, :, 1::2]),
        (_slice((1, 0, 2), (1, 3, 1), (1, 1, 1)), (3,), A[1, :, 2]),
        (_slice((0, 2, 0), (2, 1, 4), (1, 1, 1)), (2, 4), A[:, 2]),
        (_slice((0, 0, 0), (0, 3, 4), (1, 1, 1)), (0, 3, 4), A[:0]),
    ],
)
def test_extract_slice(attributes: dict[str, Any], shape: tuple[int, ...], expected: Any) -> None:
    check("tensor.extract_slice", [A], (shape, "f64"), expected=expected, attributes=attributes)


def test_slices_at_operands_that_are_constants() -> None:
    attributes = _slice((0, DYNAMIC, 0), (2, DYNAMIC, 4), (1, 1, 1))
    check(
        "tensor.extract_slice",
        [A, np.int64(1), np.int64(2)],
        ((2, 2, 4), "f64"),
        expected=A[:, 1:3],
        attributes=attributes,
        constants=(None, (1,), (2,)),
    )


def test_slices_at_operands_that_a_run_computes() -> None:
    attributes = _slice((0, DYNAMIC, 0), (2, DYNAMIC, 4), (1, 1, 1))
    operands = [A, np.int64(1), np.int64(2)]
    check("tensor.extract_slice", operands, ((2, 2, 4), "f64"), expected=A[:, 1:3], attributes=attributes)
    source = np.full((2, 2, 4), -1.0)
    expected = A.copy()
    expected[:, 1:3] = -1
    operands = [source, A, np.int64(1), np.int64(2)]
    check("tensor.insert_slice", operands, (A.shape, "f64"), expected=expected, attributes=attributes)


def test_slices_at_an_offset_of_each_device() -> None:
    offsets = np.array([[0, 1, 2], [3, 2, 1]])
    attributes = _slice((0, 0, DYNAMIC), (2, 2, 3), (1, 2, 2))
    wide = np.arange(2 * 3 * 8.0).reshape(1, 1, 2, 3, 8) * np.arange(1, 4).reshape(1, 3, 1, 1, 1)
    (value,) = run("tensor.extract_slice", [wide, offsets], ((2, 2, 3), "f64"), batch=2, attributes=attributes)
    for i, j in np.ndindex(2, 3):
        offset = offsets[i, j]
        np.testing.assert_array_equal(value[i, j], wide[0, j, :, ::2, offset : offset + 5 : 2])


def test_slices_that_cannot_be_taken() -> None:
    differing = np.array([[0, 1, 2], [3, 2, 1]])
    attributes = _slice((DYNAMIC,), (4,), (1,))
    operand = np.zeros((1, 1, 6))
    with pytest.raises(ValueError, match="a slice from 3 to 6 reaches outside of a dim of size 6"):
        run("tensor.extract_slice", [operand, differing], ((4,), "f64"), batch=2, attributes=attributes)
    with pytest.raises(ValueError, match="a slice from -1 to 2 reaches outside"):
        run("tensor.extract_slice", [operand, np.array([[-1]])], ((4,), "f64"), batch=2, attributes=attributes)
    sizes = _slice((0,), (DYNAMIC,), (1,))
    with pytest.raises(ValueError, match="whose size or stride differs between devices"):
        run("tensor.extract_slice", [operand, differing], ((4,), "f64"), batch=2, attributes=sizes)
    with pytest.raises(ValueError, match="an offset that differs between devices"):
        operands = [operand[..., :4], operand, differing]
        run("tensor.insert_slice", operands, ((6,), "f64"), batch=2, attributes=attributes)


def test_extract_takes_one_element_on_each_device() -> None:
    check("tensor.extract", [A, *map(np.int64, (1, 2, 3))], ((), "f64"), expected=A[1, 2, 3], scalars=(1, 2, 3))
    check("tensor.extract", [np.float64(3)], ((), "f64"), expected=3)
    index = np.array([[0, 1, 2], [2, 1, 0]])
    (value,) = run("tensor.extract", [A[0, :, 0][None, None], index], ((), "f64"), batch=2, scalars=(1,))
    np.testing.assert_array_equal(value, [[0, 4, 8], [8, 4, 0]])


def test_dim_is_the_local_size() -> None:
    check("tensor.dim", [A, np.int64(1)], ((), "index"), expected=3, scalars=(1,))
    with pytest.raises(ValueError, match="expected one dim of the tensor"):
        run("tensor.dim", [A, np.int64(3)], ((), "index"), scalars=(1,))


def test_insert_slice() -> None:
    expected = A.copy()
    expected[:, 1, ::2] = -1
    source = np.full((2, 2), -1.0)
    attributes = _slice((0, 1, 0), (2, 1, 2), (1, 1, 2))
    check("tensor.insert_slice", [source, A], (A.shape, "f64"), expected=expected, attributes=attributes)


def test_concat_and_from_elements() -> None:
    b = -A[:, :1]
    check("tensor.concat", [A, b], ((2, 4, 4), "f64"), expected=np.concatenate([A, b], 1), attributes={"dim": 1})
    elements = [np.float64(value) for value in range(4)]
    check("tensor.from_elements", elements, ((2, 2), "f64"), expected=[[0, 1], [2, 3]])


def test_pad_by_a_region() -> None:
    attributes = {"static_low": (0, 1, 0), "static_high": (0, 0, 2)}

    def constant(*positions: Any) -> tuple[Any, ...]:
        return (np.full((1,) * (positions[0].ndim - 3), 9.0),)

    def column(*positions: Any) -> tuple[Any, ...]:
        return ((positions[2] * 10).astype(np.float64),)

    padded = np.pad(A, ((0, 0), (1, 0), (0, 2)), constant_values=9)
    check("tensor.pad", [A], ((2, 4, 6), "f64"), expected=padded, attributes=attributes, regions=(constant,))
    numbered = np.broadcast_to(10.0 * np.arange(6), (2, 4, 6)).copy()
    numbered[:, 1:, :4] = A
    check("tensor.pad", [A], ((2, 4, 6), "f64"), expected=numbered, attributes=attributes, regions=(column,))


@pytest.mark.parametrize(
    ("mlir", "name"),
    [
        ("f64", "float64"),
        ("f16", "float16"),
        ("bf16", "bfloat16"),
        ("f8E4M3FN", "float8_e4m3fn"),
        ("f8E5M2", "float8_e5m2"),
        ("f8E4M3B11FNUZ", "float8_e4m3b11fnuz"),
        ("i1", "bool"),
        ("i4", "int8"),
        ("i32", "int32"),
        ("i48", "int64"),
        ("si8", "int8"),
        ("ui8", "uint8"),
        ("index", "int64"),
        ("complex<f32>", "complex64"),
    ],
)
def test_numpy_dtype(mlir: str, name: str) -> None:
    assert numpy_dtype(mlir).name == name


@pytest.mark.parametrize("mlir", ["i128", "f80", "f8E9M9", "tensor<4xf32>"])
def test_no_numpy_dtype(mlir: str) -> None:
    with pytest.raises(ValueError, match="no NumPy dtype holds"):
        numpy_dtype(mlir)
