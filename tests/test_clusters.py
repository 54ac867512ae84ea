"""The commands of the document on clusters print what it shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from documents import DOCS, Document, shell

from llmsys_ir.cost.cluster import load_cluster
from llmsys_ir.sharding.mesh import Mesh

ROOT = Path(__file__).parent.parent
IDS = (
    *("one process", "too few devices", "two processes", "mpi", "too few ranks"),
    *("levels", "a plan for them", "calibrate", "all engines", "trace"),
)
COMMANDS = Document.read("clusters.md").commands()
ROW = re.compile(r"^\| `([0-9x]+)` \| (\d+) \| (\S+) \| (\S+) \|", re.MULTILINE)


@pytest.mark.parametrize(("command", "output"), COMMANDS, ids=IDS)
def test_command_prints_what_the_document_shows(command: str, output: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAX_PLATFORMS", "cpu")
    assert shell(command, ROOT).rstrip() == output.rstrip()


def test_links_of_levels_are_those_that_the_document_shows() -> None:
    rows = ROW.findall((DOCS / "clusters.md").read_text(encoding="utf-8"))
    assert len(rows) == 4
    for mesh, axis, ring, to_all in rows:
        link = load_cluster(str(ROOT / "examples" / "two_nodes.toml"), Mesh.parse(mesh)).links[int(axis)]
        assert (link.bandwidth, link.all_to_all_bandwidth) == (1e9 * float(ring), 1e9 * float(to_all))


def test_there_are_commands() -> None:
    assert len(COMMANDS) == len(IDS)
