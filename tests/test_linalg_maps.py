"""The indexing maps of named linalg ops are those that mlir-opt-19 gives the generic op."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from filecheck_runner import require_oracle
from xdsl.dialects.linalg.abstract_ops import LinalgStructuredOperation
from xdsl.parser import Parser

from llmsys_ir.dialects import context
from llmsys_ir.dialects.linalg import NAMED_OPS
from llmsys_ir.dialects.linalg.signature import Signature

FILES = Path(__file__).parent / "filecheck" / "dialects"
PROGRAMS = ["contraction", "convolution", "elementwise", "pooling"]
LLVM_20 = {"conv_2d_nhwgc_gfhwc", "conv_2d_nhwgc_gfhwc_q", "conv_2d_nchw_fchw_q"}


def structured_ops(text: str) -> list[LinalgStructuredOperation]:
    module = Parser(context(), text).parse_module()
    return [op for op in module.walk() if isinstance(op, LinalgStructuredOperation)]


def loops(op: LinalgStructuredOperation) -> tuple[list[str], list[tuple[int, ...]]]:
    """The kinds of the loops, and where the operands are read at one distinctive point."""
    maps = [attribute.data for attribute in op.get_indexing_maps()]
    point = [7**dim + dim for dim in range(maps[0].num_dims)]
    return [str(kind.data) for kind in op.get_iterator_types()], [map_.eval(point, []) for map_ in maps]


@pytest.mark.parametrize("program", PROGRAMS)
def test_maps_are_mlirs(program: str):
    path = FILES / f"linalg-{program}.mlir"
    command = [require_oracle("mlir-opt-19"), "--linalg-generalize-named-ops", "--mlir-print-local-scope", str(path)]
    generic = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    ours, mlirs = structured_ops(path.read_text()), structured_ops(generic)
    assert len(ours) == len(mlirs) > 0
    for op, reference in zip(ours, mlirs, strict=True):
        assert loops(op) == loops(reference), op.name


def test_every_named_op_is_in_a_program():
    texts = "".join((FILES / f"linalg-{program}.mlir").read_text() for program in PROGRAMS)
    assert [name for name in NAMED_OPS if f"linalg.{name} " not in texts and name not in LLVM_20] == []


@pytest.mark.parametrize(
    ("text", "loops_", "windows"),
    [
        ("m k, k n -> m n", "m n k", 0),
        ("b m n k: b m k, b k n -> m n", "b m n k", 0),
        ("n oh+kh ow+kw c, kh kw c f -> n oh ow f", "n oh ow f kh kw c", 2),
        ("m k, k n, (), () -> m n", "m n k", 0),
        ("m, m -> ()", "m", 0),
    ],
)
def test_loops_are_those_of_the_output_then_the_others(text: str, loops_: str, windows: int):
    signature = Signature.parse(text)
    assert signature.loops == tuple(loops_.split())
    assert signature.windows() == windows
