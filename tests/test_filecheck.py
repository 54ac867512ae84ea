"""Every file below tests/filecheck is a test: its RUN lines say what to run and its CHECK lines what comes out."""

from pathlib import Path

import pytest
from filecheck_runner import run_file

ROOT = Path(__file__).parent / "filecheck"


@pytest.mark.parametrize("name", sorted(str(path.relative_to(ROOT)) for path in ROOT.rglob("*.mlir")))
def test_filecheck(name: str, tmp_path: Path):
    run_file(ROOT / name, tmp_path / "scratch")
