"""bench/upstream_tests.py runs upstream's way of writing tests."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

BENCH = Path(__file__).parent.parent / "bench" / "upstream_tests.py"

ADD = """func.func @f(%a: f32) -> f32 {
  // CHECK: arith.addf
  %0 = arith.addf %a, %a : f32
  // expected-error@+1 {{custom op 'retrun' is unknown}}
  retrun %0 : f32
}
"""


def test_score_and_reasons(tmp_path: Path):
    (tmp_path / "a.mlir").write_text(
        "// RUN: mlir-opt %s | \\\n// RUN:   FileCheck %s\n" + ADD.replace("retrun", "return")
    )
    (tmp_path / "b.mlir").write_text("// RUN: mlir-opt -split-input-file -verify-diagnostics %s\n" + ADD)
    (tmp_path / "c.mlir").write_text("// RUN: not mlir-opt %s\n// RUN: mlir-opt -test-mesh-frob %s\n" + ADD)
    (tmp_path / "d.mlir").write_text("// RUN: mlir-opt -test-mesh-simplifications < %s | FileCheck %s\n" + ADD)
    done = subprocess.run([sys.executable, BENCH, tmp_path], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert [line[:12] for line in lines if line[4:6] == "  " and line.strip()[0] in "pF"] == [
        "pass  a.mlir",
        "pass  b.mlir",
        "pass  c.mlir",
        "FAIL  c.mlir",
        "FAIL  d.mlir",
    ]
    assert "no such pass here: test-mesh-frob" in done.stdout
    assert "<stdin>:6:3: error: custom op 'retrun' is unknown" in done.stdout
    assert lines[-1] == "3 of 5 RUN lines pass"


PARTITIONED = """module {
  shard.grid @grid(shape = 2)
  // CHECK: func.func @f(%arg0: tensor<1xf32>, %arg1: tensor<1xf32>) -> (tensor<1xf32>, tensor<1xf32>) {
  func.func @f(%a: tensor<2xf32>, %b: tensor<2xf32>) -> (tensor<2xf32>, tensor<2xf32>) {
    %s = shard.sharding @grid split_axes = [[0]] : !shard.sharding
    %0 = shard.shard %a to %s : tensor<2xf32>
    %1 = shard.shard %b to %s : tensor<2xf32>
    return %0, %1 : tensor<2xf32>, tensor<2xf32>
  }
  // CHECK: func.func @g(%arg0: tensor<1xf32>) -> tensor<1xf32> {
  func.func @g(%a: tensor<2xf32>) -> tensor<2xf32> {
    %s = shard.sharding @grid split_axes = [[0]] : !shard.sharding
    %0 = shard.shard %a to %s : tensor<2xf32>
    return %0 : tensor<2xf32>
  }
}
"""


def test_names_and_boundaries(tmp_path: Path):
    """Names are replaced as a whole, and a partitioned program is compared without what its boundary says."""
    words = {"shard.grid": "mesh.mesh", "shard.": "mesh.", "grid": "m"}
    in_mesh = PARTITIONED
    for old, new in words.items():
        in_mesh = in_mesh.replace(old, new)
    (tmp_path / "a.mlir").write_text("// RUN: mlir-opt -shard-partition %s | FileCheck %s\n" + PARTITIONED)
    pipeline = '--pass-pipeline="builtin.module(func.func(mesh-spmdization,test-single-fold))"'
    (tmp_path / "b.mlir").write_text(f"// RUN: mlir-opt {pipeline} %s | FileCheck %s\n" + in_mesh)
    (tmp_path / "c.mlir").write_text("// RUN: mlir-opt -test-mesh-simplifications-frob %s\n" + in_mesh)
    (tmp_path / "d.mlir").write_text("// RUN: mlir-opt --frob-shard-partition %s\n" + PARTITIONED)
    done = subprocess.run([sys.executable, BENCH, tmp_path], capture_output=True, text=True, check=False)
    assert [line[:12] for line in done.stdout.splitlines() if line[:4] in ("pass", "FAIL")] == [
        "pass  a.mlir",
        "pass  b.mlir",
        "FAIL  c.mlir",
        "FAIL  d.mlir",
    ]
    assert "no such pass here: test-mesh-simplifications-frob" in done.stdout
    assert "no such pass here: frob-shard-partition" in done.stdout


def test_a_missing_folder(tmp_path: Path):
    done = subprocess.run([sys.executable, BENCH, tmp_path / "no"], capture_output=True, text=True, check=False)
    assert done.returncode == 2 and "expected a folder" in done.stderr
