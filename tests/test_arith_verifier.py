"""The arith ops that we define refuse what mlir-opt refuses."""

from __future__ import annotations

import subprocess

import pytest
from filecheck_runner import require_oracle, run_tool

from llmsys_ir.tools import llmsys_opt

WRONG = [
    ("arith.cmpf frob, %f, %f : tensor<4xf32>", "frob"),
    ('"arith.cmpf"(%f, %f) <{predicate = 2 : i64}> : (tensor<4xf32>, tensor<4xf32>) -> i1', "i1"),
    ('"arith.cmpi"(%i, %i) <{predicate = 12 : i64}> : (tensor<4xi32>, tensor<4xi32>) -> tensor<4xi1>', "predicate"),
    ("arith.select %f, %f, %f : tensor<4xf32>, tensor<4xf32>", "condition"),
    ('"arith.select"(%p, %f, %i) : (tensor<4xi1>, tensor<4xf32>, tensor<4xi32>) -> tensor<4xf32>', "same type"),
    ("arith.extsi %i : tensor<4xi32> to tensor<4xi16>", "wider"),
    ("arith.trunci %i : tensor<4xi32> to tensor<4xi64>", "shorter"),
    ("arith.extui %i : tensor<4xi32> to tensor<5xi64>", "shape"),
    ("arith.sitofp %f : tensor<4xf32> to tensor<4xf32>", ""),
    ("arith.fptosi %i : tensor<4xi32> to tensor<4xi32>", ""),
]


@pytest.mark.parametrize(("op", "message"), WRONG)
def test_refused_here_and_by_mlir_opt(op: str, message: str):
    text = f"func.func @f(%f: tensor<4xf32>, %i: tensor<4xi32>, %p: tensor<4xi1>) {{\n  %r = {op}\n  return\n}}\n"
    result = run_tool(llmsys_opt.main, [], text)
    assert result.exit_code == 1
    assert result.stderr.startswith("<stdin>:2:") and message in result.stderr.splitlines()[0]
    done = subprocess.run([require_oracle("mlir-opt-19")], input=text, text=True, capture_output=True, check=False)
    assert done.returncode == 1
