"""Ops as StableHLO compute what they did, on the NumPy kernels and, for whole programs, on XLA."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from eight_devices import on_eight_devices
from hypothesis import given, note
from hypothesis import strategies as st
from layouts import assert_close
from programs import apply, examples, make_inputs, parse, run_whole, text_of
from test_engine_xla import ran_on_xla
from xdsl.dialects.builtin import ModuleOp

from llmsys_ir.diagnostics import OperationError
from llmsys_ir.program.legalization.legalize import FORMS
from llmsys_ir.runtime.programs import compare, find_program, random_inputs, run_program
from llmsys_ir.tools.driver import verify_module
from llmsys_ir.tools.printing import module_text
from llmsys_passes.auto_shard import AutoShardPass
from llmsys_passes.convert_to_stablehlo import ConvertToStablehloPass
from llmsys_passes.spmd_partition import SpmdPartitionPass
from models import slow_devices
from random_ops.core_cases import CASES

EXAMPLES = Path(__file__).parent.parent / "examples"
TORCH = Path(__file__).parent / "data/torch"

WINDOWED = ("linalg.conv", "linalg.depthwise_conv", "linalg.pooling", "linalg.softmax")
"""Ops that stay."""

STRUCTURED = [name for name in CASES if name.startswith("linalg.") and not name.startswith(WINDOWED)]

NAMES = [name for name in CASES if name.split()[0] in FORMS and name != "arith.select scalar"] + STRUCTURED
"""One that chooses by a scalar is what a device computes of its place."""

ONLY_ERRORS = {
    "tosa.mul 19 shift",
    "tosa.mul 22 shift",
    "tosa.negate 19 i8",
    "tosa.negate 19 zero points",
    "tosa.negate 22 i8",
    "tosa.matmul zero points",
    "tosa.matmul point arguments",
    "tosa.avg_pool2d 19 i8",
    "tosa.avg_pool2d 22 i8",
}
"""Cases that round, saturate or have zero points."""


def others(module: ModuleOp) -> set[str]:
    """The dialects of ops on tensors that are not StableHLO's."""
    names = {op.name.split(".")[0] for op in module.walk() if op.results or op.operands}
    return names - {"stablehlo", "chlo", "func", "builtin", "mesh", "tensor", "arith"}


@pytest.mark.parametrize("name", NAMES)
@examples(8)
@given(data=st.data())
def test_ops(name: str, data: st.DataObject) -> None:
    case = data.draw(CASES[name])
    text = text_of(case)
    note(text)
    try:
        converted = apply(parse(text), ConvertToStablehloPass())
    except OperationError as error:
        assert name in ONLY_ERRORS and "has no counterpart in StableHLO" in str(error)
        return
    note(str(converted))
    verify_module(converted)
    assert not others(converted)
    inputs: list[Any] = make_inputs(find_program(converted).arguments, positive=case.positive)
    with np.errstate(all="ignore"):
        for result, wanted in zip(run_whole(converted, inputs), run_whole(parse(text), inputs), strict=True):
            assert_close(result, wanted)


def test_every_op_has_a_case() -> None:
    assert set(FORMS) <= {name.split()[0] for name in CASES}


def test_floats_become_integers_as_tosa_says() -> None:
    """Half to even, saturated, NaN as zero."""
    text = """func.func @main(%a: tensor<9xf32>) -> (tensor<9xi32>, tensor<9xi8>) {
      %0 = tosa.cast %a : (tensor<9xf32>) -> tensor<9xi32>
      %1 = tosa.cast %a : (tensor<9xf32>) -> tensor<9xi8>
      return %0, %1 : tensor<9xi32>, tensor<9xi8>
    }"""
    values = np.array([0.5, 1.5, 2.5, -0.5, 3e9, -3e9, np.inf, -np.inf, np.nan], np.float32)
    converted = apply(parse(text), ConvertToStablehloPass())
    high, low = 2**31 - 1, -(2**31)
    with np.errstate(all="ignore"):
        wide, narrow = run_whole(converted, [values])
    assert wide.tolist() == [0, 2, 2, 0, high, low, high, low, 0]
    assert narrow.tolist() == [0, 2, 2, 0, 127, -128, 127, -128, 0]


@pytest.mark.parametrize("path", [EXAMPLES / "mlp.mlir", TORCH / "forward.tosa.mlir"])
def test_programs_of_tosa_run_on_xla(path: Path) -> None:
    """The engine converts what each device runs."""
    check_on_xla(path, AutoShardPass(mesh="2x4"))


@pytest.mark.parametrize("name", ["forward", "sgd"])
def test_programs_of_linalg_run_on_xla(name: str, tmp_path: Path) -> None:
    """On devices so slow that all is sharded that can be: lookups and positions are not what they were."""
    cluster = tmp_path / "slow_devices.toml"
    cluster.write_text(slow_devices("2x4"), encoding="utf-8")
    check_on_xla(TORCH / f"{name}.linalg.mlir", AutoShardPass(cluster=str(cluster)))


def check_on_xla(path: Path, plan: AutoShardPass) -> None:
    """Check a program that XLA runs on eight devices against the whole one on the simulator."""
    whole = parse(path.read_text(encoding="utf-8"))
    spmd = apply(whole.clone(), plan, SpmdPartitionPass())
    program = find_program(spmd)
    inputs = random_inputs(program.arguments, 0)
    ran = on_eight_devices(ran_on_xla, module_text(spmd), inputs)
    assert compare(ran.results, run_program(find_program(whole), inputs).results, program.results).within
