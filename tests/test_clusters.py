"""The commands of the document on clusters print what it shows."""

from __future__ import annotations

from pathlib import Path

import pytest
from documents import Document, shell

ROOT = Path(__file__).parent.parent
IDS = ("one process", "too few devices", "two processes", "mpi", "too few ranks", "all engines", "trace")
COMMANDS = Document.read("clusters.md").commands()


@pytest.mark.parametrize(("command", "output"), COMMANDS, ids=IDS)
def test_command_prints_what_the_document_shows(command: str, output: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAX_PLATFORMS", "cpu")
    assert shell(command, ROOT).rstrip() == output.rstrip()


def test_there_are_commands() -> None:
    assert len(COMMANDS) == len(IDS)
