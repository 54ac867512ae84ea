"""docs/solver.md: its problem, its commands, and the script of its pictures."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from documents import DOCS, Document

from llmsys_ir.tools import llmsys_solve

SCRIPT = DOCS.parent / "bench" / "solver_pictures.py"


def write_problem(folder: Path) -> Path:
    (text,) = (text for language, text in Document.read("solver.md").blocks if language == "json")
    path = folder / "chain.json"
    path.write_text(text)
    return path


def test_the_example(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ((command, output),) = Document.read("solver.md").commands()
    expected, answer = json.loads(output.splitlines()[0]), output.splitlines()[2]
    assert command == "llmsys-solve chain.json -o answer.json"
    assert llmsys_solve.main([str(write_problem(tmp_path)), "-o", str(tmp_path / "answer.json")]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {**found, "seconds": 0} == {**expected, "seconds": 0}
    assert (tmp_path / "answer.json").read_text().strip() == answer


def test_the_pictures(tmp_path: Path) -> None:
    problem, folder = write_problem(tmp_path), tmp_path / "pictures"
    subprocess.run([sys.executable, SCRIPT, problem, folder], check=True)
    for name in ("progress.svg", "memory.svg"):
        assert len(ElementTree.parse(folder / name).findall("{*}polyline")) >= 2
        assert (DOCS / "pictures" / name).is_file()
