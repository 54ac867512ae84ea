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

from llmsys_ir.frontends.jax import from_lowered
from llmsys_ir.planning.page import page
from llmsys_ir.planning.report import plain_console, print_explanation
from llmsys_passes.auto_shard import AutoShardPass
from model_suite import MODELS

BROWSER = "chromium --headless --no-sandbox --disable-gpu --window-size=1240,1700".split()


def main() -> None:
    """Write both."""
    parser = argparse.ArgumentParser(description="Draw an explained plan.")
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    module = from_lowered(MODELS["gpt-f32-adam"].build().lower())
    (planned,) = AutoShardPass(mesh="2x4", memory="2MiB", time_limit=20).find(module).values()
    explanation, otherwise, setting = planned.explain(), planned.otherwise(), planned.setting
    console = plain_console(io.StringIO(), record=True)
    print_explanation("main", explanation, otherwise, console)
    console.save_svg(str(folder / "explain.svg"), title="llmsys-opt --auto-shard=explain")
    with TemporaryDirectory() as scratch:
        html = Path(scratch) / "plan.html"
        html.write_text(page("main", explanation, setting.pricing, setting.limit, otherwise), encoding="utf-8")
        files = [f"--user-data-dir={scratch}/profile", f"--screenshot={(folder / 'report.png').resolve()}"]
        subprocess.run([*BROWSER, *files, html.as_uri()], check=True, capture_output=True)


if __name__ == "__main__":
    main()
