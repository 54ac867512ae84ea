"""Kernels of affine and cf, against Python's integers and NumPy's unravel_index."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from filecheck_runner import Result
from kernel_checks import run
from programs import parse

from llmsys_ir.diagnostics import OperationError
from llmsys_ir.runtime.programs import find_program, run_program

APPLY = """
func.func @main(%a: index, %b: index) -> (index, index, index, index) {
  %0 = affine.apply affine_map<(d0)[s0] -> (d0 * s0 + (d0 floordiv 3) * 2 - d0 mod s0)>(%a)[%b]
  %1 = affine.apply affine_map<(d0, d1) -> ((d0 + d1) ceildiv 4)>(%a, %b)
  %2 = affine.apply affine_map<()[s0, s1] -> ((s0 * s1 + s0) * s1)>()[%a, %b]
  %3 = affine.apply affine_map<() -> (7)>()
  return %0, %1, %2, %3 : index, index, index, index
}
"""


@pytest.mark.parametrize("a", [0, 1, 5, 11])
@pytest.mark.parametrize("b", [1, 2, 7])
def test_apply(a: int, b: int) -> None:
    outcome = run_program(find_program(parse(APPLY)), [np.int64(a), np.int64(b)])
    expected = [a * b + a // 3 * 2 - a % b, -(-(a + b) // 4), (a * b + a) * b, 7]
    assert [int(result) for result in outcome.results] == expected


@pytest.mark.parametrize("static", [None, (2, 4, 3), (4, 3)])
def test_delinearize_index(static: tuple[int, ...] | None) -> None:
    index = np.arange(24).reshape(4, 6)
    sizes = [np.full((1, 1), size) for size in (2, 4, 3)] if static is None else []
    attributes = {} if static is None else {"static_basis": static}
    results = (((), "index"),) * 3
    values = run("affine.delinearize_index", [index, *sizes], *results, batch=2, attributes=attributes)
    for value, expected in zip(values, np.unravel_index(index, (2, 4, 3)), strict=True):
        np.testing.assert_array_equal(value, expected)


def test_delinearize_index_by_sizes_of_both_kinds() -> None:
    attributes: dict[str, Any] = {"static_basis": (-(1 << 63), 3)}
    values = run("affine.delinearize_index", [23, 8], ((), "index"), ((), "index"), attributes=attributes)
    assert [int(value) for value in values] == [7, 2]


def test_assert_holds_or_says_why() -> None:
    text = 'func.func @main(%a: i1) -> i1 {\n  cf.assert %a, "it must"\n  return %a : i1\n}'
    (result,) = run_program(find_program(parse(text)), [np.bool_(True)]).results
    assert result
    with pytest.raises(OperationError, match="cannot be run: the assertion does not hold: it must"):
        run_program(find_program(parse(text)), [np.bool_(False)])


@pytest.mark.parametrize(
    ("product", "wanted"),
    [
        ("d0 * d1", "at least one of the multiply operands has to be either a constant or symbolic"),
        ("d0 mod d1", "right operand of mod has to be either a constant or symbolic"),
    ],
)
def test_maps_that_are_not_affine(opt: Callable[..., Result], product: str, wanted: str) -> None:
    done = opt("-", stdin=f'"test.op"() {{map = affine_map<(d0, d1) -> ({product})>}} : () -> ()')
    assert done.exit_code == 1 and f"error: non-affine expression: {wanted}" in done.stderr
