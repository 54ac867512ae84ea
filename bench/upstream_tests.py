"""Upstream's own tests of a dialect, run with `llmsys-opt` in place of `mlir-opt`.

    python bench/upstream_tests.py LLVM/mlir/test/Dialect/Mesh

prints one row for each RUN line of the `.mlir` files in the folder: what it does, whether it passes, and the first
error if it fails. A pass that exists only in upstream's tests is replaced by the one here that does the same, see
`REPLACED`; what `spmd-partition` says about the boundary of a function, which upstream's pass does not, is left out.
FileCheck is LLVM's if it is installed (`FileCheck`, or `FileCheck-19`), else the Python package's.
"""

from __future__ import annotations

import argparse
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

REPLACED = {
    "test-mesh-simplifications": "canonicalize",
    "test-grid-simplifications": "canonicalize",
    "test-constant-fold": "canonicalize",
    "test-single-fold": "canonicalize",
    "mesh-spmdization": "spmd-partition",
    "shard-partition": "spmd-partition",
    "test-mesh-process-multi-index-op-lowering": "lower-process-multi-index",
    "test-grid-process-multi-index-op-lowering": "lower-process-multi-index",
    "test-mesh-all-slice-op-lowering": "lower-all-slice",
    "test-grid-all-slice-op-lowering": "lower-all-slice",
    "test-mesh-resharding-spmdization": "lower-resharding",
    "test-grid-resharding-partition": "lower-resharding",
}
"""Upstream's passes, and what stands for them here."""

_REPLACED = re.compile(rf"(?<!\w)(?<!\w-)(?:{'|'.join(map(re.escape, REPLACED))})(?![\w-])")
"""The names as they stand, not inside of longer ones."""

_NO_BOUNDARY = (
    r"sed -E 's/ \{(mesh|shard)\.sharding = (#mesh\.shard<[^>]*>|\{[^{}]*\})\}//g; "
    r"s/-> \((tensor<[^()<>]*>)\) \{/-> \1 {/'"
)
"""Removes the shardings of arguments and results from a program."""

_NO_LISTS = "expects `[]` for a sharding without lists, which its own parser refuses; here it is `[[]]`"
_DECLARATIONS = "expects an error for a declaration, which is passed over from LLVM 23 on"
_HALOS = "expects the halos and uneven offsets of shards to be lowered, which are only read and converted here"

EXPLANATIONS = {
    ("Mesh", "sharding-propagation.mlir"): _NO_LISTS + "; LLVM 21's also expects `cse` to keep equal shardings apart",
    ("Mesh", "forward-sharding-propagation.mlir"): _NO_LISTS,
    ("Shard", "forward-sharding-propagation.mlir"): _NO_LISTS,
    (
        "Mesh",
        "sharding-propagation-failed.mlir",
    ): _DECLARATIONS,
    (
        "Shard",
        "sharding-propagation-failed.mlir",
    ): _DECLARATIONS,
    ("Mesh", "spmdization.mlir"): _HALOS,
    ("Shard", "partition.mlir"): _HALOS,
    ("Mesh", "invalid.mlir"): "expects the words of LLVM 18, a cluster for a mesh and a scatter axis for a tensor axis",
}
"""Why a file of a folder is not passed, where that is on purpose or a lack that is known."""

SECONDS = 60

_LLMSYS_OPT = shlex.join(
    [
        sys.executable,
        "-c",
        "import sys; from llmsys_ir.tools.llmsys_opt import main; sys.exit(main())",
        "--verify-strictly=false",
    ]
)
"""The tool, told to accept what MLIR accepts: its tests name axes that their meshes do not have."""
_RUN = re.compile(r"//\s*RUN:(.*)")
_UNKNOWN_PASS = re.compile(r"unknown pass(?: or option)? '-*([\w-]+)'")


@dataclass(frozen=True)
class Outcome:
    """How one RUN line went; `reason` is empty if it passes."""

    folder: str
    file: str
    line: str
    reason: str

    @property
    def passes(self) -> bool:
        """Whether the RUN line passes."""
        return not self.reason


def run_lines(text: str) -> Iterator[str]:
    """The RUN lines of a test, those that end in a backslash joined with the next."""
    pending = ""
    for match in _RUN.finditer(text):
        part = match[1].strip()
        pending = f"{pending} {part.removesuffix(chr(92)).strip()}".strip()
        if not part.endswith("\\"):
            yield pending
            pending = ""


def filecheck() -> str:
    """The command that checks output: LLVM's FileCheck, or Python's."""
    names = ["FileCheck", *(f"FileCheck-{version}" for version in range(30, 17, -1))]
    found = next((path for path in map(shutil.which, names) if path is not None), None)
    return shlex.quote(found) if found is not None else shlex.join([sys.executable, "-m", "filecheck.main"])


def script_of(line: str, path: Path, scratch: Path) -> str:
    """A bash script that does what a RUN line says."""
    values = {"s": path, "S": path.parent, "t": scratch}
    line = re.sub(r"%([sSt])(?!\w)", lambda match: shlex.quote(str(values[match[1]])), line)
    line = _REPLACED.sub(lambda match: REPLACED[match[0]], line)
    tool = _LLMSYS_OPT + ' "$@"' + (f" | {_NO_BOUNDARY}" if "spmd-partition" in line else "")
    functions = ['not() { ! "$@"; }', f"mlir-opt() {{ {tool}; }}", f'FileCheck() {{ {filecheck()} "$@"; }}']
    return "\n".join(["set -o pipefail", *functions, line])


def run_file(path: Path) -> Iterator[Outcome]:
    """Run every RUN line of a file."""
    for line in run_lines(path.read_text(encoding="utf-8")):
        with tempfile.TemporaryDirectory() as folder:
            script = script_of(line, path, Path(folder) / "t")
            try:
                done = subprocess.run(
                    ["bash", "-c", script], capture_output=True, text=True, check=False, timeout=SECONDS
                )
            except subprocess.TimeoutExpired:
                yield Outcome(path.parent.name, path.name, line, f"takes more than {SECONDS} seconds")
                continue
        yield Outcome(path.parent.name, path.name, line, "" if done.returncode == 0 else reason_of(done.stderr))


def reason_of(stderr: str) -> str:
    """What went wrong, in one line."""
    if (unknown := _UNKNOWN_PASS.search(stderr)) is not None:
        return f"no such pass here: {unknown[1]}"
    errors = [line for line in stderr.splitlines() if "error:" in line]
    return re.sub(r"^\S*/", "", errors[0]) if errors else stderr.strip().partition("\n")[0] or "fails silently"


def table(outcomes: Sequence[Outcome]) -> str:
    """The outcomes as rows, and the score."""
    width = max((len(outcome.file) for outcome in outcomes), default=0)
    lines: list[str] = []
    for outcome in outcomes:
        lines.append(f"{'pass' if outcome.passes else 'FAIL'}  {outcome.file.ljust(width)}  {outcome.line}")
        why = EXPLANATIONS.get((outcome.folder, outcome.file)) if outcome.reason else None
        lines += [f"      {' ' * width}  {text}" for text in (outcome.reason, f"why: {why}" if why else "") if text]
    passed = sum(outcome.passes for outcome in outcomes)
    return "\n".join([*lines, f"{passed} of {len(outcomes)} RUN lines pass"])


def main() -> int:
    """Run the tests in the folder that the command line names."""
    parser = argparse.ArgumentParser(description="Run upstream's tests with llmsys-opt in place of mlir-opt.")
    parser.add_argument("folder", type=Path, help="such as LLVM/mlir/test/Dialect/Mesh")
    folder: Path = parser.parse_args().folder
    if not folder.is_dir():
        parser.error(f"expected a folder, got '{folder}'")
    print(table([outcome for path in sorted(folder.rglob("*.mlir")) for outcome in run_file(path)]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
