"""The windows of linalg's convolutions and poolings, sharded along their places; the laws' tests check the values."""

from __future__ import annotations

from programs import apply, parse

from llmsys_ir.tools.printing import module_text
from llmsys_passes.spmd_partition import SpmdPartitionPass


def partitioned(op: str, types: tuple[str, str, str], given: str, wanted: str) -> str:
    """What each device runs of an op of windows on a mesh of four devices.

    Args:
        op: the op.
        types: of the tensor under the windows, of their elements, of the result.
        given: how the first of these is sharded.
        wanted: how the result is.
    """
    under, window, result = types
    text = f"""
    mesh.mesh @mesh(shape = 4)
    func.func @main(%a: {under}, %k: {window}, %o: {result}) -> {result} {{
      %0 = mesh.shard %a to <@mesh, {given}> : {under}
      %1 = {op} ins(%0, %k : {under}, {window}) outs(%o : {result}) -> {result}
      %2 = mesh.shard %1 to <@mesh, {wanted}> : {result}
      return %2 : {result}
    }}
    """
    return module_text(apply(parse(text), SpmdPartitionPass()))


def test_overlapping_windows_are_taken_from_a_dim_that_all_hold() -> None:
    types = ("tensor<2x34x10x3xf32>", "tensor<3x3x3x4xf32>", "tensor<2x32x8x4xf32>")
    text = partitioned("linalg.conv_2d_nhwc_hwcf", types, "[[]]", "[[], [0]]")
    assert "tensor<2x34x10x3xf32> to tensor<2x10x10x3xf32>" in text
    assert "-> tensor<2x8x8x4xf32>" in text
    assert "all_gather" not in text


def test_tiles_are_sharded_with_what_is_under_them() -> None:
    types = ("tensor<2x16x4xf32>", "tensor<2xf32>", "tensor<2x8x4xf32>")
    op = "linalg.pooling_nwc_max {strides = dense<2> : tensor<1xi64>}"
    text = partitioned(op, types, "[[], [0]]", "[[], [0]]")
    assert "ins(%arg0, %arg1 : tensor<2x4x4xf32>, tensor<2xf32>)" in text
    assert "extract_slice" not in text
    assert "all_gather" not in text
