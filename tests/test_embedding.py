"""Every block of docs/embedding.md does what the document says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from documents import Document, shell
from filecheck_runner import require_oracle
from programs import parse
from xdsl.universe import Universe
from xdsl.utils.exceptions import PassFailedException

from llmsys_ir import auto_shard
from llmsys_ir.universe import LLMSYS_UNIVERSE, PASSES

EMBEDDING = Document.read("embedding.md")
EXAMPLES = Path(__file__).parent.parent / "examples"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The files of the document, and its foreign package as if it were installed."""
    EMBEDDING.write_files(tmp_path)
    group, entry = EMBEDDING.files()["pyproject.toml"].splitlines()
    info = tmp_path / "my_dialect-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: my-dialect\nVersion: 1.0\n")
    name = group.removeprefix('[project.entry-points."').removesuffix('"]')
    (info / "entry_points.txt").write_text(f"[{name}]\n{entry.replace(chr(34), '')}\n")
    return tmp_path


@pytest.mark.parametrize(("command", "output"), EMBEDDING.commands())
def test_command_prints_what_the_document_shows(folder: Path, command: str, output: str):
    for oracle in ("mlir-opt-19", "mlir-opt-22"):
        if oracle in command:
            require_oracle(oracle)
    assert shell(command, folder).rstrip() == output.rstrip()


def test_python_blocks_run(folder: Path):
    script = "\n".join(EMBEDDING.scripts())
    done = subprocess.run([sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_xdsl_opt_reads_what_the_passes_make(folder: Path):
    command = "xdsl-opt layer.mlir -p 'auto-shard{mesh=\"2x4\"}'"
    annotated = shell(command, folder)
    assert "mesh.shard" in annotated and "error" not in annotated
    assert shell(f"{command} | xdsl-opt", folder) == annotated


STRUCTURED = """
#map = affine_map<(i, j) -> (i, j)>
func.func @f(%x: tensor<64x128xf32>, %row: tensor<128xf32>) -> (tensor<128x64xf32>, tensor<64xf32>) {
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<64x128xf32>
  %b = linalg.broadcast ins(%row : tensor<128xf32>) outs(%e : tensor<64x128xf32>) dimensions = [0]
  %g = linalg.generic {indexing_maps = [#map, #map, #map], iterator_types = ["parallel", "parallel"]}
      ins(%x, %b : tensor<64x128xf32>, tensor<64x128xf32>) outs(%e : tensor<64x128xf32>) {
  ^bb0(%l: f32, %r: f32, %o: f32):
    %m = arith.mulf %l, %r : f32
    linalg.yield %m : f32
  } -> tensor<64x128xf32>
  %te = tensor.empty() : tensor<128x64xf32>
  %t = linalg.transpose ins(%g : tensor<64x128xf32>) outs(%te : tensor<128x64xf32>) permutation = [1, 0]
  %re = tensor.empty() : tensor<64xf32>
  %ri = linalg.fill ins(%zero : f32) outs(%re : tensor<64xf32>) -> tensor<64xf32>
  %s = linalg.reduce ins(%g : tensor<64x128xf32>) outs(%ri : tensor<64xf32>) dimensions = [1]
  (%in: f32, %acc: f32) {
    %a = arith.addf %in, %acc : f32
    linalg.yield %a : f32
  }
  func.return %t, %s : tensor<128x64xf32>, tensor<64xf32>
}
"""


def test_structured_ops_of_xdsl_are_sharded_as_ours(tmp_path: Path):
    (tmp_path / "in.mlir").write_text(STRUCTURED)
    theirs = shell("xdsl-opt in.mlir -p 'auto-shard{mesh=\"2x4\"},spmd-partition' | llmsys-opt", tmp_path)
    ours = shell("llmsys-opt in.mlir --auto-shard='mesh=2x4' --spmd-partition", tmp_path)
    assert "error" not in ours and "tensor<8x128xf32>" in ours
    assert theirs == ours
    checked = shell(
        "llmsys-opt in.mlir --auto-shard='mesh=2x4' --spmd-partition | llmsys-run --reference in.mlir", tmp_path
    )
    assert checked == ""


def test_the_universe_adds_names_only():
    everything = Universe.get_multiverse()
    assert LLMSYS_UNIVERSE.all_passes.keys() <= PASSES.keys() & everything.all_passes.keys()
    assert "mesh" in everything.all_dialects


@pytest.mark.parametrize(("option", "value"), [("strategy", "best"), ("uneven", "always")])
def test_unknown_words_are_errors(option: str, value: str) -> None:
    given: dict[str, Any] = {option: value}
    module = parse((EXAMPLES / "mlp.mlir").read_text())
    with pytest.raises(PassFailedException, match=f"option '{option}' expects one of .*, got '{value}'"):
        auto_shard(module, mesh="2", **given)
