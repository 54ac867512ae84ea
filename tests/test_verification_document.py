"""The commands of docs/verification.md do what it shows."""

from __future__ import annotations

import pytest
from test_readme import CONSOLE, ROOT, shell

COMMANDS = CONSOLE.findall((ROOT / "docs" / "verification.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("command", "output"), COMMANDS)
def test_command_prints_what_the_document_shows(command: str, output: str):
    assert shell(command).rstrip() == output.rstrip()


def test_the_document_has_commands():
    assert len(COMMANDS) >= 2
