"""Traces: what they say is what the cost model says, and the structure is the one that Chrome and Perfetto read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from filecheck_runner import run_tool

from llmsys_ir.tools import llmsys_opt, llmsys_run

EXAMPLES = Path(__file__).parent.parent / "examples"

LOOP = """mesh.mesh @m(shape = 2x2)
func.func @main(%a: tensor<4xf32> {mesh.sharding = #mesh.shard<@m, [[0, 1]]>}) -> tensor<16xf32> {
  %zero = stablehlo.constant dense<0> : tensor<i32>
  %one = stablehlo.constant dense<1> : tensor<i32>
  %limit = stablehlo.constant dense<7> : tensor<i32>
  %i, %x = stablehlo.while(%k = %zero, %y = %a) : tensor<i32>, tensor<4xf32>
  cond {
    %p = stablehlo.compare LT, %k, %limit, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
    stablehlo.return %p : tensor<i1>
  } do {
    %next = stablehlo.add %k, %one : tensor<i32>
    %z = mesh.all_reduce %y on @m mesh_axes = [1] : tensor<4xf32> -> tensor<4xf32>
    stablehlo.return %next, %z : tensor<i32>, tensor<4xf32>
  }
  %all = mesh.all_gather %x on @m mesh_axes = [0, 1] gather_axis = 0 : tensor<4xf32> -> tensor<16xf32>
  return %all : tensor<16xf32>
}
"""

OPEN = """mesh.mesh @m(shape = 2)
func.func @main(%a: tensor<4xf32>, %h: i64) -> tensor<4xf32> {
  %0 = mesh.update_halo %a on @m split_axes = [[0]] halo_sizes = [%h, 1] : tensor<4xf32>
  return %0 : tensor<4xf32>
}
"""


def traced(path: Path, text: str, *flags: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The summary, and the trace's events after a check of those that name its rows."""
    result = run_tool(llmsys_run.main, ["-", f"--trace={path}", "--json=-", *flags], text)
    assert result.exit_code == 0, result.stderr
    trace = json.loads(path.read_text())
    names = {(event["pid"], event.get("tid")): event for event in trace["traceEvents"] if event["ph"] == "M"}
    events = [event for event in trace["traceEvents"] if event["ph"] == "X"]
    assert len(names) + len(events) == len(trace["traceEvents"])
    for event in events:
        assert names[event["pid"], None]["args"] == {"name": f"device {event['pid']}"}
        assert names[event["pid"], event["tid"]]["args"] == {"name": event["cat"]}
        assert event["name"] and event["ts"] >= 0 and event["dur"] > 0
    return json.loads(result.stdout), events


@pytest.mark.parametrize("text", ["mlp", "attention", "loop"])
def test_predicted_times_add_up(text: str, tmp_path: Path) -> None:
    """On each device one op comes after the other, and all together take what the cost model predicts."""
    program = LOOP
    if text != "loop":
        source = (EXAMPLES / f"{text}.mlir").read_text(encoding="utf-8")
        program = run_tool(llmsys_opt.main, ["--auto-shard=mesh=2x2", "--spmd-partition"], source).stdout
    summary, events = traced(tmp_path / "trace.json", program)
    by_device = defaultdict[int, list[dict[str, Any]]](list)
    for event in events:
        by_device[event["pid"]].append(event)
    assert sorted(by_device) == [0, 1, 2, 3]
    for of_device in by_device.values():
        end = 0.0
        for event in of_device:
            assert event["ts"] == pytest.approx(end)
            end = event["ts"] + event["dur"]
        assert end == pytest.approx(1e6 * summary["predicted_seconds"])
        assert sum(event["dur"] for event in of_device) == pytest.approx(1e6 * summary["predicted_seconds"])


def test_collectives_have_a_row_of_their_own(tmp_path: Path) -> None:
    _, events = traced(tmp_path / "trace.json", LOOP)
    rows = {event["name"]: (event["cat"], event["args"]["detail"]) for event in events}
    assert rows["mesh.all_gather"] == ("communication", "tensor<16xf32>")
    assert rows["mesh.all_reduce"][0] == "communication" and rows["stablehlo.add"][0] == "computation"


@pytest.mark.parametrize(
    ("text", "trace", "message"),
    [
        ("func.func @main() { return }", "a.json", "a program that is not partitioned has no devices to show"),
        (LOOP, "missing/a.json", "missing/a.json: error: cannot open: No such file or directory"),
        (OPEN.replace("tensor<4xf32>,", "tensor<4xf32> {mesh.sharding = #mesh.shard<@m, [[0]]>},"), "a.json", "sizes"),
    ],
)
def test_what_cannot_be_traced_is_an_error(text: str, trace: str, message: str, tmp_path: Path) -> None:
    result = run_tool(llmsys_run.main, ["-", f"--trace={tmp_path / trace}"], text)
    assert result.exit_code == 1 and message in result.stderr and not (tmp_path / trace).exists()


def test_xla_is_measured(tmp_path: Path) -> None:
    """In a process of its own, where JAX has as many devices."""
    program, trace = tmp_path / "a.mlir", tmp_path / "trace.json"
    program.write_text(LOOP)
    subprocess.run(
        [*(sys.executable, "-m", "llmsys_ir.tools.llmsys_run", str(program)), "--engine=xla", f"--trace={trace}"],
        timeout=120,
        check=True,
        env={**os.environ, "XLA_FLAGS": "", "JAX_PLATFORMS": "cpu", "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    events = [event for event in json.loads(trace.read_text())["traceEvents"] if event["ph"] == "X"]
    assert sorted((event["pid"], event["name"]) for event in events) == [
        (d, "step") for d in range(4) for _ in range(3)
    ]
