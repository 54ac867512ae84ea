"""The code blocks of a document: files that it names, Python that runs, and commands with their output."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"

_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_FILE_NAME = re.compile(r"(?://|#) (\S+\.\w+)\n")


@dataclass(frozen=True)
class Document:
    """A document's blocks, in their order."""

    blocks: tuple[tuple[str, str], ...]
    """The language and the text of each block."""

    @classmethod
    def read(cls, name: str) -> Document:
        """The document of this name in `docs/`."""
        return cls(tuple(_BLOCK.findall((DOCS / name).read_text(encoding="utf-8"))))

    def files(self) -> dict[str, str]:
        """The blocks that start with a comment that names a file, without that comment."""
        named = ((_FILE_NAME.match(text), text) for _, text in self.blocks)
        return {match[1]: text[match.end() :] for match, text in named if match is not None}

    def write_files(self, folder: Path) -> None:
        """Write the files into a folder."""
        for name, text in self.files().items():
            (folder / name).write_text(text, encoding="utf-8")

    def commands(self) -> list[tuple[str, str]]:
        """The commands and what they print."""
        texts = (text.removeprefix("$ ").partition("\n") for language, text in self.blocks if language == "console")
        return [(command, output) for command, _, output in texts]

    def scripts(self) -> list[str]:
        """The Python blocks that are no files."""
        return [text for language, text in self.blocks if language == "python" and not _FILE_NAME.match(text)]


def shell(command: str, folder: Path) -> str:
    """What a command prints in a folder, on stdout and stderr; Python finds the modules of the folder."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    found = os.pathsep.join(filter(None, [str(folder), os.environ.get("PYTHONPATH")]))
    environment = {**os.environ, "PATH": path, "LC_ALL": "C", "PYTHONPATH": found}
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment, text=True, capture_output=True, check=False
    )
    return done.stdout + done.stderr
