"""mesh to shard and back: every program of the repository keeps its text, and both oracles accept theirs."""

import re
import subprocess
from pathlib import Path

import pytest
from filecheck_runner import require_oracle, run_tool

from llmsys_ir.tools import llmsys_opt

ROOT = Path(__file__).parent.parent
FILES = [
    *(ROOT / "examples").glob("*.mlir"),
    *(path for path in (ROOT / "tests" / "filecheck").rglob("*.mlir") if "mesh." in path.read_text(encoding="utf-8")),
]


def opt(text: str, *flags: str) -> str | None:
    """What llmsys-opt makes of a program, or None if it refuses it."""
    done = run_tool(llmsys_opt.main, ["-", *flags], text)
    if done.exit_code == 0:
        return done.stdout
    assert "internal error" not in done.stderr, done.stderr
    return None


def accepts(oracle: str, text: str) -> bool:
    """Whether an oracle reads a program; its other dialects may be of another version, or unknown to it."""
    path = require_oracle(oracle)
    done = subprocess.run([path], input=text, capture_output=True, text=True, check=False)
    return done.returncode == 0 or re.search(r"error: .*\b((tosa|linalg)\.|sdy|stablehlo)", done.stderr) is not None


def programs(path: Path) -> list[str]:
    """The valid programs of a file, as llmsys-opt prints them."""
    text = path.read_text(encoding="utf-8")
    if "--split-input-file" not in text:
        printed = opt(text)
        return [] if printed is None else [printed]
    return [printed for part in text.split("// -----") if (printed := opt(part)) is not None]


def modern(program: str) -> str:
    """A program of LLVM 18 in the words of 19."""
    renamed = opt(program.replace("mesh.cluster_shape", "mesh.mesh_shape").replace("mesh.cluster ", "mesh.mesh "))
    assert renamed is not None
    return renamed


def form_of(program: str) -> str | None:
    """The form in which shardings and reductions are written, None if in both."""
    values = re.search(r"!mesh\.sharding|#mesh<|reduction =  ", program) is not None
    attributes = re.search(r"to <@|#mesh\.|reduction = <", program) is not None
    return None if values and attributes else "ssa" if values else "attribute"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_conversion_there_and_back_is_the_identity(path: Path):
    for program in programs(path):
        if "mesh." not in program:
            continue
        converted = opt(program, "--convert-mesh-to-shard")
        if converted is None:
            assert "partial" in program or "llmsys.note = #mesh.shard" in program
            continue
        assert not re.search(r"mesh\.\w+ |#mesh|!mesh", converted)
        assert accepts("mlir-opt-22", converted), converted
        form = form_of(program)
        back = opt(converted, f"--convert-shard-to-mesh=form={form or 'ssa'}")
        assert back is not None
        if form is not None and "partial" not in program:
            assert back == modern(program)
        if form == "attribute":
            assert accepts("mlir-opt-19", back), back
