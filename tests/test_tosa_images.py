# JAX leaves most types open.
# pyright: basic
"""Tosa's convolutions and poolings: numbers as JAX has them, and networks of them on devices, on XLA too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from eight_devices import on_eight_devices
from filecheck_runner import run_tool
from jax import lax
from kernel_checks import check
from programs import apply, check_same, parse
from test_engine_xla import ran_on_xla
from test_law_text import accepted

from llmsys_ir.dialects import context
from llmsys_ir.runtime.programs import compare, find_program, random_inputs, run_program
from llmsys_ir.tools import llmsys_opt, llmsys_run
from llmsys_ir.tools.printing import module_text
from llmsys_passes.auto_shard import AutoShardPass
from llmsys_passes.convert_mesh_to_shard import ConvertMeshToShardPass
from llmsys_passes.spmd_partition import SpmdPartitionPass

RNG = np.random.default_rng(3)
IMAGE = RNG.normal(size=(2, 9, 7, 4)).astype(np.float32)
PADS = [((0, 0), (0, 0)), ((1, 1), (2, 0)), ((0, 1), (1, 2))]
STEPS = [(1, 1), (2, 1), (2, 3)]


def conv(image: Any, weight: Any, dims: Sequence[str], **options: Any) -> Any:
    """JAX's convolution in full precision."""
    numbers = lax.conv_dimension_numbers(image.shape, weight.shape, tuple(dims))
    return lax.conv_general_dilated(
        jnp.asarray(image),
        jnp.asarray(weight),
        dimension_numbers=numbers,
        precision=lax.Precision.HIGHEST,
        **options,
    )


def flat(pairs: Sequence[Sequence[int]]) -> tuple[int, ...]:
    return tuple(amount for pair in pairs for amount in pair)


@pytest.mark.parametrize("pads", PADS)
@pytest.mark.parametrize("strides", STEPS)
@pytest.mark.parametrize("dilation", [(1, 1), (2, 1)])
def test_conv2d(pads: Sequence[tuple[int, int]], strides: tuple[int, int], dilation: tuple[int, int]) -> None:
    weight, bias = RNG.normal(size=(5, 3, 2, 4)).astype(np.float32), RNG.normal(size=5).astype(np.float32)
    options: Any = {"window_strides": strides, "padding": pads, "rhs_dilation": dilation}
    wanted = np.asarray(conv(IMAGE, weight, ("NHWC", "OHWI", "NHWC"), **options)) + bias
    attributes = {"pad": flat(pads), "stride": strides, "dilation": dilation}
    check(
        "tosa.conv2d", [IMAGE, weight, bias], (wanted.shape, "f32"), expected=wanted, rtol=1e-3, attributes=attributes
    )


@pytest.mark.parametrize("pads", PADS)
def test_depthwise_conv2d(pads: Sequence[tuple[int, int]]) -> None:
    weight, bias = RNG.normal(size=(3, 2, 4, 3)).astype(np.float32), RNG.normal(size=12).astype(np.float32)
    options: Any = {"window_strides": (2, 1), "padding": pads, "feature_group_count": 4}
    wanted = np.asarray(conv(IMAGE, weight.reshape(3, 2, 1, 12), ("NHWC", "HWIO", "NHWC"), **options)) + bias
    attributes = {"pad": flat(pads), "stride": (2, 1), "dilation": (1, 1)}
    operands = [IMAGE, weight, bias]
    check("tosa.depthwise_conv2d", operands, (wanted.shape, "f32"), expected=wanted, rtol=1e-3, attributes=attributes)


def test_conv3d() -> None:
    image = RNG.normal(size=(2, 5, 4, 6, 3)).astype(np.float32)
    weight, bias = RNG.normal(size=(2, 2, 3, 3, 3)).astype(np.float32), RNG.normal(size=2).astype(np.float32)
    pads = ((1, 0), (1, 1), (0, 1))
    options: Any = {"window_strides": (1, 2, 1), "padding": pads}
    wanted = np.asarray(conv(image, weight, ("NDHWC", "ODHWI", "NDHWC"), **options)) + bias
    attributes = {"pad": flat(pads), "stride": (1, 2, 1), "dilation": (1, 1, 1)}
    check(
        "tosa.conv3d", [image, weight, bias], (wanted.shape, "f32"), expected=wanted, rtol=1e-3, attributes=attributes
    )


@pytest.mark.parametrize("strides", STEPS)
@pytest.mark.parametrize("out_pad", [(0, 0, 0, 0), (-1, 2, 0, -1), (1, 0, -1, -1)])
def test_transpose_conv2d_is_the_gradient_of_a_convolution(
    strides: tuple[int, int], out_pad: tuple[int, int, int, int]
) -> None:
    """With respect to the image; `out_pad` adds zeros around it, or cuts it."""
    weight, bias = RNG.normal(size=(5, 3, 2, 4)).astype(np.float32), RNG.normal(size=5).astype(np.float32)
    height, width = ((size - 1) * step + window for size, step, window in zip((9, 7), strides, (3, 2), strict=True))

    def forward(image: Any) -> Any:
        options: Any = {"window_strides": strides, "padding": "VALID"}
        return conv(image, weight, ("NHWC", "IHWO", "NHWC"), **options)

    (full,) = jax.vjp(forward, jnp.zeros((2, height, width, 5), jnp.float32))[1](jnp.asarray(IMAGE))
    edges = [(0, 0, 0), (*out_pad[:2], 0), (*out_pad[2:], 0), (0, 0, 0)]
    wanted = np.asarray(lax.pad(full, jnp.float32(0), edges)) + bias
    attributes = {"out_pad": out_pad, "stride": strides}
    operands = [IMAGE, weight, bias]
    check("tosa.transpose_conv2d", operands, (wanted.shape, "f32"), expected=wanted, rtol=1e-3, attributes=attributes)


def reduce_window(image: Any, init: float, function: Callable[..., Any], kernel: Any, strides: Any, pads: Any) -> Any:
    padding = ((0, 0), *pads, (0, 0))
    return np.asarray(lax.reduce_window(jnp.asarray(image), init, function, (1, *kernel, 1), (1, *strides, 1), padding))


@pytest.mark.parametrize("pads", PADS)
@pytest.mark.parametrize("strides", STEPS)
def test_poolings(pads: Sequence[tuple[int, int]], strides: tuple[int, int]) -> None:
    attributes = {"kernel": (3, 3), "stride": strides, "pad": flat(pads)}
    wanted = reduce_window(IMAGE, -np.inf, lax.max, (3, 3), strides, pads)
    check("tosa.max_pool2d", [IMAGE], (wanted.shape, "f32"), expected=wanted, attributes=attributes)
    total = reduce_window(IMAGE, 0.0, lax.add, (3, 3), strides, pads)
    counts = reduce_window(np.ones_like(IMAGE), 0.0, lax.add, (3, 3), strides, pads)
    mean = total / counts
    check("tosa.avg_pool2d", [IMAGE], (mean.shape, "f32"), expected=mean, rtol=1e-3, attributes=attributes)


@pytest.mark.parametrize(("mode", "method"), [("BILINEAR", "linear"), ("NEAREST_NEIGHBOR", "nearest")])
def test_resize_between_the_centers_of_pixels(mode: str, method: str) -> None:
    """Twice as large: an element of the result is a quarter of an element away from those of the image."""
    wanted = np.asarray(jax.image.resize(jnp.asarray(IMAGE), (2, 18, 14, 4), method))
    numbers = {"scale": (4, 2, 4, 2), "offset": (-1, -1), "border": (1, 1)}
    attributes = {**numbers, "mode": mode}
    check("tosa.resize", [IMAGE], (wanted.shape, "f32"), expected=wanted, rtol=1e-3, attributes=attributes)
    constants = (None, *numbers.values())
    operands = [IMAGE, *map(np.array, numbers.values())]
    options: Any = {"attributes": {"mode": mode}, "constants": constants, "fixed": (1, 2, 3)}
    check("tosa.resize", operands, (wanted.shape, "f32"), expected=wanted, rtol=1e-3, **options)


NAN_MODES = {
    "reduce_max {axis = 1 : i32, nan_mode = IGNORE}": ("4x1x4x1xf32", lambda x: np.nanmax(x, 1, keepdims=True)),
    "reduce_min {axis = 1 : i32, nan_mode = IGNORE}": ("4x1x4x1xf32", lambda x: np.nanmin(x, 1, keepdims=True)),
    "reduce_max {axis = 1 : i32}": ("4x1x4x1xf32", lambda x: np.max(x, 1, keepdims=True)),
    "argmax {axis = 1 : i32, nan_mode = IGNORE}": ("4x4x1xi32", lambda x: np.nanargmax(x, 1)),
    "clamp {min_val = -1.0 : f32, max_val = 1.0 : f32, nan_mode = IGNORE}": (
        "4x6x4x1xf32",
        lambda x: np.clip(np.where(np.isnan(x), -1, x), -1, 1),
    ),
    "max_pool2d {kernel = array<i64: 3, 1>, stride = array<i64: 1, 1>, pad = array<i64: 1, 1, 0, 0>, "
    "nan_mode = IGNORE}": (
        "4x6x4x1xf32",
        lambda x: np.nanmax([np.pad(x, [(0, 0), (1, 1), (0, 0), (0, 0)])[:, i : i + 6] for i in range(3)], 0),
    ),
}


@pytest.mark.parametrize("line", NAN_MODES)
def test_nan_modes_as_they_are_written(line: str) -> None:
    """On devices too, of which some have nothing but NaN."""
    result, function = NAN_MODES[line]
    name, attributes = line.split(" ", 1)
    text = f"""mesh.mesh @mesh(shape = 3x2)
func.func @main(%x: tensor<4x6x4x1xf32>) -> tensor<{result}> {{
  %0 = mesh.shard %x to <@mesh, [[], [0], [1]]> annotate_for_users : tensor<4x6x4x1xf32>
  %1 = tosa.{name} %0 {attributes} : (tensor<4x6x4x1xf32>) -> tensor<{result}>
  return %1 : tensor<{result}>
}}
"""
    image = np.abs(RNG.normal(size=(4, 6, 4, 1))).astype(np.float32)
    image[:2, 2:4] = np.nan
    image[2, 0] = np.nan
    module = apply(parse(text), AutoShardPass(), SpmdPartitionPass())
    whole = run_program(find_program(parse(text)), [image]).results
    np.testing.assert_array_equal(whole[0], function(image))
    np.testing.assert_array_equal(run_program(find_program(module), [image]).results[0], whole[0])


def test_means_of_bytes_round_halves_away_from_zero_and_saturate() -> None:
    image = np.array([[[[3], [4]], [[-3], [-4]], [[127], [126]]]], np.int8)
    attributes = {"kernel": (1, 2), "stride": (1, 1), "pad": (0, 0, 0, 0)}
    check("tosa.avg_pool2d", [image], ((1, 3, 1, 1), "i8"), expected=[[[[4]], [[-4]], [[127]]]], attributes=attributes)
    info = "#tosa.unary_quant<input_zp = 0, output_zp = 2>"
    check(
        "tosa.avg_pool2d",
        [image],
        ((1, 3, 1, 1), "i8"),
        expected=[[[[6]], [[-2]], [[127]]]],
        attributes={**attributes, "quantization_info": info},
    )


def block(batch: int, mesh: str = "2x4", version: int = 19, sharding: str = "") -> str:
    """A residual block, and a projection of its mean; `sharding` is that of the image."""
    image, wide, kernel = f"tensor<{batch}x16x16x8xf32>", f"tensor<{batch}x16x16x16xf32>", "tensor<16x3x3x8xf32>"
    point, numbers = (
        "tensor<1xf32>",
        "stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, pad = array<i64: 1, 1, 1, 1>",
    )
    zeros, types, acc = (", %z, %z", f", {point}, {point}", ", acc_type = f32") if version == 22 else ("", "", "")
    head = f'%z = "tosa.const"() <{{values = dense<0.0> : {point}}}> : () -> {point}\n' if version == 22 else ""
    clamp = "min_val = 0.0 : f32, max_val = 6.0 : f32"
    shape = f"{{new_shape = array<i64: 1, {batch}, 8>}}", f"(tensor<{batch}x1x1x8xf32>)"
    if version == 19:
        clamp = "min_fp = 0.0 : f32, max_fp = 6.0 : f32, min_int = 0 : i64, max_int = 6 : i64"
    else:
        head += f"%s = tosa.const_shape {{values = dense<[1, {batch}, 8]> : tensor<3xindex>}} : () -> !tosa.shape<3>\n"
        shape = ", %s", f"(tensor<{batch}x1x1x8xf32>, !tosa.shape<3>)"
    if sharding:
        head += f"%x = mesh.shard %a to <@mesh, {sharding}> annotate_for_users : {image}\n"
    return f"""mesh.mesh @mesh(shape = {mesh})
func.func @main(%{"a" if sharding else "x"}: {image}, %w: {kernel}, %b: tensor<16xf32>, %v: tensor<8x3x3x16xf32>,
    %c: tensor<8xf32>, %p: tensor<1x8x32xf32>) -> tensor<1x{batch}x32xf32> {{
  {head}%0 = tosa.conv2d %x, %w, %b{zeros} {{{numbers}{acc}}} : ({image}, {kernel}, tensor<16xf32>{types}) -> {wide}
  %1 = tosa.clamp %0 {{{clamp}}} : ({wide}) -> {wide}
  %2 = tosa.conv2d %1, %v, %c{zeros} {{{numbers}{acc}}}
    : ({wide}, tensor<8x3x3x16xf32>, tensor<8xf32>{types}) -> {image}
  %3 = tosa.add %x, %2 : ({image}, {image}) -> {image}
  %4 = tosa.avg_pool2d %3{zeros} {{kernel = array<i64: 16, 16>, stride = array<i64: 1, 1>,
    pad = array<i64: 0, 0, 0, 0>, acc_type = f32}} : ({image}{types}) -> tensor<{batch}x1x1x8xf32>
  %5 = tosa.reshape %4{shape[0]} : {shape[1]} -> tensor<1x{batch}x8xf32>
  %6 = tosa.matmul %5, %p{zeros} : (tensor<1x{batch}x8xf32>, tensor<1x8x32xf32>{types}) -> tensor<1x{batch}x32xf32>
  return %6 : tensor<1x{batch}x32xf32>
}}
"""


@pytest.mark.parametrize("batch", [8, 1])
@pytest.mark.parametrize("version", [19, 22])
def test_a_residual_block_is_planned(batch: int, version: int) -> None:
    text = block(batch, version=version)
    partitioned = apply(parse(text), AutoShardPass(), SpmdPartitionPass())
    check_same(partitioned, parse(text))
    if version == 19:
        accepted([text, module_text(partitioned)])
    else:
        ConvertMeshToShardPass().apply(context(), partitioned)
        accepted([module_text(partitioned)], program="mlir-opt-22")


def test_a_residual_block_by_the_tools(tmp_path: Any) -> None:
    path = tmp_path / "block.mlir"
    path.write_text(block(2))
    made = run_tool(llmsys_opt.main, [str(path), "--auto-shard=mesh=2x4", "--spmd-partition"])
    assert made.exit_code == 0, made.stderr
    ran = run_tool(llmsys_run.main, ["-", f"--reference={path}"], made.stdout)
    assert ran.exit_code == 0, ran.stderr


SHARDINGS = ["[[], [0], [1]]", "[[], [1], [], [0]]", "[[], [0, 1]]"]


@pytest.mark.parametrize("sharding", SHARDINGS)
def test_an_image_in_pieces(sharding: str) -> None:
    """Rows and columns on different devices, which send each other what their windows see; on XLA too."""
    text = block(1, sharding=sharding)
    module = apply(parse(text), AutoShardPass(), SpmdPartitionPass())
    check_same(module, parse(text))
    spmd = module_text(module)
    accepted([spmd])
    program, whole = find_program(module), find_program(parse(text))
    inputs = random_inputs(program.arguments, 0)
    expected = run_program(whole, inputs)
    ran = on_eight_devices(ran_on_xla, spmd, inputs)
    assert compare(ran.results, expected.results, program.results).within


def test_places_whose_windows_reach_anywhere() -> None:
    """Each device takes what its windows see of an image that all hold, with padding that is less than any element."""
    image, result = "tensor<2x17x14x4xf32>", "tensor<2x16x12x4xf32>"
    text = f"""mesh.mesh @mesh(shape = 2x4)
func.func @main(%a: {image}) -> {result} {{
  %0 = tosa.max_pool2d %a {{kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, pad = array<i64: 1, 0, 0, 0>}}
    : ({image}) -> {result}
  %1 = mesh.shard %0 to <@mesh, [[], [0], [1]]> : {result}
  return %1 : {result}
}}
"""
    module = apply(parse(text), SpmdPartitionPass())
    spmd = module_text(module)
    assert "tensor.pad" in spmd and "mesh.all_slice" not in spmd
    check_same(module, parse(text))
    accepted([spmd])
    program = find_program(module)
    inputs = [-1 - array for array in np.abs(random_inputs(program.arguments, 0))]
    ran = on_eight_devices(ran_on_xla, spmd, inputs)
    assert compare(ran.results, run_program(find_program(parse(text)), inputs).results, program.results).within
