"""bench/hlo_traffic.py: what is counted of HLO, by hand."""

from __future__ import annotations

import os

import pytest

from hlo_traffic import traffic_of_hlo

MODULE = """HloModule step, is_scheduled=true, num_partitions=4

%add (a: f32[], b: f32[]) -> f32[] {
  %a = f32[] parameter(0)
  %b = f32[] parameter(1)
  ROOT %sum = f32[] add(%a, %b)
}

%fused (p0: f32[16,8], p1: u32[]) -> f32[4,8] {
  %p0 = f32[16,8]{1,0} parameter(0)
  %p1 = u32[] parameter(1)
  %number = s32[] convert(%p1)
  %rows = s32[] constant(4)
  %first = s32[] multiply(%number, %rows)
  %zero = s32[] constant(0)
  %own = f32[4,8]{1,0} dynamic-slice(%p0, %first, %zero), dynamic_slice_sizes={4,8}
  ROOT %negated = f32[4,8]{1,0} negate(%own)
}

ENTRY %main (x: f32[16,8], y: f32[6]) -> (f32[4,8], f32[6]) {
  %x = f32[16,8]{1,0} parameter(0)
  %y = f32[6]{0} parameter(1)
  %device = u32[] partition-id()
  %all-reduce = (f32[16,8]{1,0}, /*index=1*/f32[6]{0}) all-reduce(%x, %y), replica_groups={{0,1,2,3}}, to_apply=%add
  %first = f32[16,8]{1,0} get-tuple-element(%all-reduce), index=0
  %second = f32[6]{0} get-tuple-element(%all-reduce), index=1
  %part = f32[4,8]{1,0} fusion(%first, INDEX), kind=kLoop, calls=%fused
  ROOT %result = (f32[4,8]{1,0}, f32[6]{0}) tuple(%part, %second)MORE
}
"""
X, Y = 16 * 8 * 4, 6 * 4


def sent(text: str, *, as_on_gpus: bool) -> dict[str, int]:
    return {kind: found.nbytes for kind, found in traffic_of_hlo(text, as_on_gpus=as_on_gpus).items()}


@pytest.mark.parametrize(
    ("changes", "scattered"),
    [
        ({}, True),
        ({"INDEX": "%x"}, False),
        ({"MORE": "\n  %again = f32[16,8]{1,0} negate(%first)"}, False),
        ({"negate(%own)": "negate(%own)\n  %all = f32[16,8]{1,0} negate(%p0)"}, False),
        ({"{{0,1,2,3}}": "{{0,1},{2,3}}"}, True),
        ({"f32[4,8]{1,0} dynamic-slice": "f32[8,8]{1,0} dynamic-slice"}, False),
    ],
    ids=["own part", "no device's own", "read whole", "read whole in a fusion", "two groups", "more than its own"],
)
def test_all_reduces_of_which_a_part_is_read(changes: dict[str, str], scattered: bool) -> None:
    text = MODULE
    for old, new in ({"INDEX": "%device", "MORE": ""} | changes).items():
        text = text.replace(old, new)
    groups = 2 if "{{0,1}" in text else 4
    whole = 2 * (groups - 1) * (X + Y) // groups
    assert sent(text, as_on_gpus=False) == {"all_reduce": whole}
    parts = {"reduce_scatter": (groups - 1) * X // groups, "all_reduce": 2 * (groups - 1) * Y // groups}
    assert sent(text, as_on_gpus=True) == (parts if scattered else {"all_reduce": whole})


SUM = """HloModule step, is_scheduled=true, num_partitions=4

%add (a: f32[], b: f32[]) -> f32[] {
  %a = f32[] parameter(0)
  %b = f32[] parameter(1)
  ROOT %sum = f32[] add(%a, %b)
}

%fused (p0: f32[16,8], p1: f32[16,8]) -> f32[16,8] {
  %p0 = f32[16,8]{1,0} parameter(0)
  %p1 = f32[8,16]{1,0} parameter(1)
  %turned = f32[16,8]{1,0} transpose(%p1), dimensions={1,0}
  ROOT %total = f32[16,8]{1,0} add(%p0, %turned)
}

ENTRY %main (x: f32[16,8], y: f32[8,16]) -> (f32[16,8], f32[16,8]) {
  %x = f32[16,8]{1,0} parameter(0)
  %y = f32[8,16]{1,0} parameter(1)
  %first = f32[16,8]{1,0} all-reduce(%x), replica_groups={{0,1,2,3}}, to_apply=%add
  %second = f32[8,16]{1,0} all-reduce(%y), replica_groups={{0,1,2,3}}, to_apply=%add
  %sum = f32[16,8]{1,0} fusion(%first, %second), kind=kLoop, calls=%fused
  %negated = f32[16,8]{1,0} negate(%sum)
  ROOT %result = (f32[16,8]{1,0}, f32[16,8]{1,0}) tuple(%negated, %sum)
}
"""


@pytest.mark.parametrize(
    ("old", "new", "is_one"),
    [
        ("", "", True),
        ("add(%p0, %turned)", "multiply(%p0, %turned)", False),
        ("add(%p0, %turned)", "add(%turned, %turned)", False),
        ("fusion(%first, %second)", "fusion(%x, %second)", False),
        ("tuple(%negated, %sum)", "tuple(%negated, %first)", False),
        ("{{0,1,2,3}}", "{{0,1},{2,3}}", True),
        ("all-reduce(%y), replica_groups={{0,1,2,3}}", "all-reduce(%y), replica_groups=[1,4]<=[4]", True),
        ("all-reduce(%y), replica_groups={{0,1,2,3}}", "all-reduce(%y), replica_groups={{0,1},{2,3}}", False),
    ],
    ids=[
        "only the sum",
        "a product",
        "one of them twice",
        "one of them",
        "one of them, too",
        "two groups",
        "written otherwise",
        "larger groups",
    ],
)
def test_all_reduces_of_which_the_sum_is_read(old: str, new: str, is_one: bool) -> None:
    text = SUM.replace(old, new) if old else SUM
    both = sent(text, as_on_gpus=False)["all_reduce"]
    assert sent(text, as_on_gpus=True) == {"all_reduce": both // 2 if is_one else both}


def test_asynchronous_collectives_are_not_miscounted() -> None:
    text = SUM.replace("f32[16,8]{1,0} all-reduce(%x)", "f32[16,8]{1,0} all-reduce-start(%x)")
    with pytest.raises(ValueError, match="expected synchronous collectives, got all-reduce-start; compile for CPUs"):
        sent(text, as_on_gpus=False)


def test_plans_are_compared_where_there_are_any(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XLA_FLAGS", os.environ.get("XLA_FLAGS", ""))
    from plan_quality import Row, compare

    none, few, more = Row("ilp", "infeasible"), Row("ilp", "optimal", 1.0, {}, {}, {}), {"all_reduce": 8}
    zero = Row("zero-2", "optimal", 4.0, {}, {"all_reduce": 2}, more)
    half = Row("ilp", "optimal", 1.0, {"all_reduce": 4}, more, {"all_reduce": 4})
    assert compare([none, zero]).strip() == "ilp has no plan"
    assert compare([half, Row("zero-2", "infeasible")]).strip() == "no baseline has a plan"
    assert compare([half, zero]).strip() == (
        "ours/best: 0.500 of the bytes of zero-2 by XLA on GPUs, 4.000 of the bytes of zero-2 by XLA on CPUs, "
        "0.250 of the predicted seconds of zero-2"
    )
    assert (few.error, half.error, zero.error) == (0.0, 0.0, float("inf"))


@pytest.mark.parametrize(
    ("first", "second", "is_one"),
    [
        ("{{0,1},{2,3}}", "[2,2]<=[4]", True),
        ("{{0,1},{2,3}}", "[2,2]<=[2,2]T(1,0)", False),
        ("{{0,2},{1,3}}", "[2,2]<=[2,2]T(1,0)", True),
        ("{{0,1},{2,3}}", "mesh['x'=2,'y'=2] {'y'}", True),
        ("{{0,2},{1,3}}", "mesh['x'=2,'y'=2] {'x'}", True),
        ("{{0,1},{2,3}}", "mesh['x'=2,'y'=2] {'x'}", False),
        ("{{0,1},{2,3}}", "mesh['x'=4] {'x':(2)2}", True),
        ("{{0,2},{1,3}}", "mesh['x'=4] {'x':(1)2}", True),
        ("{{0,2},{1,3}}", "mesh['x'=4] {'x':(2)2}", False),
    ],
)
def test_groups_are_compared_by_their_devices(first: str, second: str, is_one: bool) -> None:
    text = SUM.replace("{{0,1,2,3}}", first, 1).replace("{{0,1,2,3}}", second, 1)
    both = sent(text, as_on_gpus=False)["all_reduce"]
    assert sent(text, as_on_gpus=True) == {"all_reduce": both // 2 if is_one else both}
