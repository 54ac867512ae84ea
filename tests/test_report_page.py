"""The HTML report of a plan, in a real browser without a network."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from filecheck_runner import require_oracle
from programs import apply, parse

from llmsys_passes.auto_shard import AutoShardPass
from model_suite import MODELS

BROWSER = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --enable-logging=stderr --virtual-time-budget=5000 --dump-dom"
).split()

ACTIONS = """
<script>
document.getElementById("filter").value = "dot_general";
document.getElementById("filter").dispatchEvent(new Event("input"));
[...document.querySelectorAll("#ops tbody tr")].find(row => !row.hidden).click();
</script>
"""
"""What a reader does: filter the ops, and look at one."""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of a GPT's training step within a limit."""
    path = tmp_path_factory.mktemp("report") / "plan.html"
    module = parse(MODELS["gpt-f32-adam"].build().stablehlo())
    apply(module, AutoShardPass(mesh="2x4", memory="8MiB", report=str(path)))
    return path


def opened(page: Path, folder: Path) -> str:
    """What the page becomes; fails on what is said on the console."""
    command = [require_oracle("chromium"), *BROWSER, f"--user-data-dir={folder}/profile", page.as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    assert ":CONSOLE" not in done.stderr, [line for line in done.stderr.splitlines() if "CONSOLE" in line]
    return done.stdout


def test_all_is_drawn(page: Path, tmp_path: Path) -> None:
    assert page.stat().st_size < 3e6
    assert not re.search(r"(src|href)=\"?https?:", page.read_text())
    shown = opened(page, tmp_path)
    assert re.search(r"<h1 id=\"title\">Plan of main on 2x4</h1>", shown)
    (ops,) = re.findall(r"(\d+) of \1 ops", shown)
    assert int(ops) > 500
    for part in ("mesh", "shards", "timeline", "memory"):
        (drawing,) = re.findall(rf'<div id="{part}">(.*?)</div>', shown, re.DOTALL)
        assert drawing.count("<rect") + drawing.count("<polygon") > 0, part
    (mesh,) = re.findall(r'<div id="mesh">(.*?)</div>', shown, re.DOTALL)
    assert mesh.count("<rect") == 8
    assert "limit 8.00 MiB" in shown
    for name in ("with twice the bandwidth", "with 10 % more memory"):
        assert re.search(rf"<b>[\d.e-]+ ms</b>{name}", shown), name


def test_ops_are_filtered_and_shown(page: Path, tmp_path: Path) -> None:
    acting = tmp_path / "acting.html"
    acting.write_text(page.read_text().replace("</body>", f"{ACTIONS}</body>"))
    shown = opened(acting, tmp_path)
    (filtered,) = re.findall(r"(\d+) of \d+ ops", shown)
    (body,) = re.findall(r"id=\"ops\".*?<tbody>(.*?)</tbody>", shown, re.DOTALL)
    rows = re.findall(r"<tr([^>]*)>(.*?)</tr>", body)
    visible = [cells for attributes, cells in rows if "hidden" not in attributes]
    assert 0 < int(filtered) == len(visible) < len(rows)
    assert all("dot_general" in cells for cells in visible)
    assert re.search(r"Shards of <span id=\"of\">\d+ stablehlo.dot_general: [\dx]+ f32</span>", shown)
