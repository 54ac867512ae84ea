"""Programs with an op on a partial sum, annotated so that its result is a partial sum too, and what they compute."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

_PROGRAM = """
mesh.mesh @mesh(shape = 2x4)
func.func @main(%a: tensor<8x16xf32>, %b: tensor<16x8xf32>, %c: tensor<8x8xf32>) -> {result} {{
  %zero = stablehlo.constant dense<{init}> : tensor<f32>
  %zero0 = mesh.shard %zero to <@mesh, [[]]> annotate_for_users : tensor<f32>
  %a0 = mesh.shard %a to <@mesh, [[], [1]]> annotate_for_users : tensor<8x16xf32>
  %b0 = mesh.shard %b to <@mesh, [[1]]> annotate_for_users : tensor<16x8xf32>
  %c0 = mesh.shard %c to <@mesh, [[]]> annotate_for_users : tensor<8x8xf32>
  %p0 = stablehlo.dot_general %a0, %b0, contracting_dims = [1] x [0]
      : (tensor<8x16xf32>, tensor<16x8xf32>) -> tensor<8x8xf32>
  %p1 = mesh.shard %p0 to <@mesh, [[]], partial = sum[1]> : tensor<8x8xf32>
  %p = mesh.shard %p1 to <@mesh, [[]], partial = sum[1]> annotate_for_users : tensor<8x8xf32>
  {op}
  %s = mesh.shard %r to <@mesh, [[]], partial = sum[1]> : {result}
  %t = mesh.shard %s to <@mesh, [[0]]> : {result}
  return %t : {result}
}}
"""

F32 = "tensor<8x8xf32>"


@dataclass(frozen=True)
class PartialSum:
    """An op that makes `%r` of `%p`, the partial product of `a` and `b`, and perhaps of `%c0`, which is whole.

    Attributes:
        op: its lines.
        expected: what it computes of the product and of `c`.
        result: the type of its result.
        kept: how many partial sums XLA is asked for; the product itself is one.
        init: the value of `%zero`.
    """

    op: str
    expected: Callable[[Any, Any], Any]
    result: str = F32
    kept: int = 2
    init: float = 0.0

    @property
    def text(self) -> str:
        """The program."""
        return _PROGRAM.format(op=self.op, result=self.result, init=self.init)


_SUM = "({\n  ^bb0(%x: tensor<f32>, %y: tensor<f32>):\n  %q = stablehlo.add %x, %y : tensor<f32>\n"
_SUM_BODY = _SUM + "  stablehlo.return %q : tensor<f32>\n})"
_ROWS = (
    "%i = stablehlo.constant dense<[[3], [0], [7], [3]]> : tensor<4x1xi32>\n"
    "  %i0 = mesh.shard %i to <@mesh, [[]]> annotate_for_users : tensor<4x1xi32>\n"
    '  %r = "stablehlo.gather"(%p, %i0) <{dimension_numbers = #stablehlo.gather<offset_dims = [1], '
    "collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, slice_sizes = array<i64: 1, 8>}> "
    ": (tensor<8x8xf32>, tensor<4x1xi32>) -> tensor<4x8xf32>"
)
_REDUCE = (
    "%r = stablehlo.reduce(%p init: {init}) applies stablehlo.add across dimensions = [1] "
    ": (tensor<8x8xf32>, tensor<f32>) -> tensor<8xf32>"
)

PARTIAL_SUMS = {
    "add": PartialSum(f"%r = stablehlo.add %p, %p : {F32}", lambda p, c: p + p),
    "subtract": PartialSum(f"%r = stablehlo.subtract %p, %p : {F32}", lambda p, c: p - p),
    "negate": PartialSum(f"%r = stablehlo.negate %p : {F32}", lambda p, c: -p),
    "multiply": PartialSum(f"%r = stablehlo.multiply %p, %c0 : {F32}", lambda p, c: p * c),
    "multiply the other way": PartialSum(f"%r = stablehlo.multiply %c0, %p : {F32}", lambda p, c: p * c),
    "divide": PartialSum(f"%r = stablehlo.divide %p, %c0 : {F32}", lambda p, c: p / c),
    "select": PartialSum(
        "%l = stablehlo.constant dense<true> : tensor<8x8xi1>\n"
        "  %l0 = mesh.shard %l to <@mesh, [[]]> annotate_for_users : tensor<8x8xi1>\n"
        f"  %r = stablehlo.select %l0, %p, %p : tensor<8x8xi1>, {F32}",
        lambda p, c: p,
    ),
    "convert": PartialSum(
        f"%r = stablehlo.convert %p : ({F32}) -> tensor<8x8xbf16>", lambda p, c: p, "tensor<8x8xbf16>"
    ),
    "transpose": PartialSum(f"%r = stablehlo.transpose %p, dims = [1, 0] : ({F32}) -> {F32}", lambda p, c: p.T),
    "reshape": PartialSum(
        f"%r = stablehlo.reshape %p : ({F32}) -> tensor<4x2x8xf32>",
        lambda p, c: p.reshape(4, 2, 8),
        "tensor<4x2x8xf32>",
    ),
    "broadcast": PartialSum(
        f"%r = stablehlo.broadcast_in_dim %p, dims = [1, 2] : ({F32}) -> tensor<4x8x8xf32>",
        lambda p, c: np.stack([p] * 4),
        "tensor<4x8x8xf32>",
    ),
    "slice": PartialSum(
        f"%r = stablehlo.slice %p [0:4, 2:8] : ({F32}) -> tensor<4x6xf32>", lambda p, c: p[:4, 2:], "tensor<4x6xf32>"
    ),
    "reverse": PartialSum(f"%r = stablehlo.reverse %p, dims = [0] : {F32}", lambda p, c: p[::-1]),
    "concatenate": PartialSum(
        f"%r = stablehlo.concatenate %p, %p, dim = 0 : ({F32}, {F32}) -> tensor<16x8xf32>",
        lambda p, c: np.concatenate([p, p]),
        "tensor<16x8xf32>",
    ),
    "product": PartialSum(
        f"%r = stablehlo.dot_general %p, %c0, contracting_dims = [1] x [0] : ({F32}, {F32}) -> {F32}",
        lambda p, c: p @ c,
    ),
    "reduce": PartialSum(_REDUCE.format(init="%zero0"), lambda p, c: p.sum(1), "tensor<8xf32>"),
    "reduce from one": PartialSum(
        "%z = mesh.shard %zero to <@mesh, [[]], partial = sum[1]> annotate_for_users : tensor<f32>\n  "
        + _REDUCE.format(init="%z"),
        lambda p, c: p.sum(1) + 1,
        "tensor<8xf32>",
        kept=1,
        init=1.0,
    ),
    "add a whole value": PartialSum(
        f"%d = mesh.shard %c0 to <@mesh, [[]], partial = sum[1]> annotate_for_users : {F32}\n"
        f"  %r = stablehlo.add %p, %d : {F32}",
        lambda p, c: p + c,
        kept=1,
    ),
    "gather": PartialSum(_ROWS, lambda p, c: p[[3, 0, 7, 3]], "tensor<4x8xf32>", kept=0),
    "reduce window": PartialSum(
        f'%r = "stablehlo.reduce_window"(%p, %zero) <{{window_dimensions = array<i64: 1, 8>}}> {_SUM_BODY} '
        f": ({F32}, tensor<f32>) -> tensor<8x1xf32>",
        lambda p, c: p.sum(1, keepdims=True),
        "tensor<8x1xf32>",
        kept=0,
    ),
}
