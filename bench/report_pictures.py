"""Pictures of an explained plan, for the documentation: `python bench/report_pictures.py docs/pictures`.

`explain.svg` is what `--auto-shard=explain` prints on a terminal, `report.png` the page that `report=FILE` writes, in
headless Chromium: a GPT's training step on 2x4 devices with 2 MiB each.
"""

from __future__ import annotations

import argparse
import io
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console

from llmsys_ir.frontends.jax import from_lowered
from llmsys_ir.planning.explanation import explain
from llmsys_ir.planning.page import page
from llmsys_ir.planning.pricing import Pricing
from llmsys_ir.planning.report import print_explanation
from llmsys_ir.planning.search import find_plan
from llmsys_ir.program.duplicate import duplicate_creators
from llmsys_ir.program.extract import extract
from llmsys_ir.program.inlining import inline_calls
from llmsys_ir.program.meshes import cluster_of, functions_of, mesh_of, set_mesh
from llmsys_ir.program.preparation import prepare
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.registry import default_registry
from model_suite import MODELS

LIMIT = 2 << 20
BROWSER = "chromium --headless --no-sandbox --disable-gpu --window-size=1240,1700".split()


def main() -> None:
    """Write both."""
    parser = argparse.ArgumentParser(description="Draw an explained plan.")
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    module = from_lowered(MODELS["gpt-f32-adam"].build().lower())
    inline_calls(module)
    prepare(module)
    set_mesh(module, Mesh((2, 4)))
    (function,) = functions_of(module)
    duplicate_creators(function)
    pricing = Pricing(cluster_of(mesh_of(function)))
    plan = find_plan(extract(function, pricing.mesh, default_registry()).graph, pricing, LIMIT, time_limit=20)
    explanation = explain(plan, pricing)
    console = Console(record=True, width=120, file=io.StringIO())
    print_explanation("main", explanation, {}, console)
    console.save_svg(str(folder / "explain.svg"), title="llmsys-opt --auto-shard=explain")
    with TemporaryDirectory() as scratch:
        html = Path(scratch) / "plan.html"
        html.write_text(page("main", explanation, pricing, LIMIT), encoding="utf-8")
        files = [f"--user-data-dir={scratch}/profile", f"--screenshot={(folder / 'report.png').resolve()}"]
        subprocess.run([*BROWSER, *files, html.as_uri()], check=True, capture_output=True)


if __name__ == "__main__":
    main()
