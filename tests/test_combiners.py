"""What signatures say of the regions of reductions and scatters."""

from __future__ import annotations

import numpy as np
import pytest

from llmsys_ir import dialects
from llmsys_ir.program.meshes import functions_of
from llmsys_ir.program.signature import signature_of
from llmsys_ir.runtime.programs import find_program, run_program
from llmsys_ir.tools.driver import parse_module

REDUCE = """func.func @main(%x: tensor<4x{t}>, %i: tensor<{t}>) -> tensor<{t}> {{
  %0 = "stablehlo.reduce"(%x, %i) <{{dimensions = array<i64: 0>}}> ({{
  ^bb0(%a: tensor<{t}>, %b: tensor<{t}>):
    {body}
    "stablehlo.return"(%r) : (tensor<{t}>) -> ()
  }}) : (tensor<4x{t}>, tensor<{t}>) -> tensor<{t}>
  return %0 : tensor<{t}>
}}"""


def reduce(op: str, operands: str = "%a, %b", type_: str = "f32") -> str:
    """A reduction by one op."""
    body = f'%r = "{op}"({operands}) : (tensor<{type_}>, tensor<{type_}>) -> tensor<{type_}>'
    return REDUCE.format(t=type_, body=body)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (reduce("stablehlo.add"), "sum"),
        (reduce("stablehlo.add", "%b, %a"), "sum"),
        (reduce("stablehlo.multiply"), "product"),
        (reduce("stablehlo.maximum"), "max"),
        (reduce("stablehlo.minimum"), "min"),
        (reduce("stablehlo.xor", type_="i32"), "xor"),
        (reduce("stablehlo.add", type_="i1"), "or"),
        (reduce("stablehlo.multiply", type_="i1"), "and"),
        (reduce("stablehlo.minimum", type_="i1"), "and"),
        (reduce("stablehlo.and", type_="i1"), "and"),
        (reduce("stablehlo.subtract"), None),
        (reduce("stablehlo.add", "%a, %a"), None),
        (REDUCE.format(t="f32", body="").replace("(%r)", "(%b)"), "replace"),
        (REDUCE.format(t="f32", body="").replace("(%r)", "(%a)"), None),
    ],
)
def test_combiners(text: str, kind: str | None) -> None:
    module = parse_module(dialects.context(allow_unregistered=True), text, "test.mlir")
    (function,) = functions_of(module)
    op = function.body.block.first_op
    assert op is not None
    assert signature_of(op).attributes["combiners"] == (kind,)


@pytest.mark.parametrize("op", ["arith.addf", "arith.subf"])
def test_a_reduction_runs_by_its_region_where_it_has_no_kind(op: str) -> None:
    """Subtraction of neighbours, so that the order shows."""
    module = parse_module(dialects.context(allow_unregistered=True), reduce(op), "test.mlir")
    x = np.array([1, 2, 4, 8], np.float32)
    (result,) = run_program(find_program(module), [x, np.float32(16)]).results
    assert result == (31 if op == "arith.addf" else 16 - ((1 - 2) - (4 - 8)))
