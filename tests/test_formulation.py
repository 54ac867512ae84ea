"""The problem of a program whose layers repeat: what is alike is the same array, and only that."""

from __future__ import annotations

import copy
import pickle
from dataclasses import dataclass

import numpy as np
import pytest
from programs import parse
from xdsl.dialects import func

from llmsys_ir.cost.cluster import Cluster
from llmsys_ir.planning.formulation import formulate
from llmsys_ir.planning.options import find_options
from llmsys_ir.planning.pricing import Pricing
from llmsys_ir.planning.tables import Tables
from llmsys_ir.program.extract import extract
from llmsys_ir.remembering import hashed_once, remembered
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.registry import default_registry
from llmsys_ir.sharding.sharding import Sharding
from llmsys_ir.solver.problem import Problem

MESH = Mesh((2, 4))


def stack(layers: int) -> str:
    """A stack of equal layers, each of which reads its input twice."""
    lines = [
        f"%m{layer} = stablehlo.dot_general %v{layer}, %w, contracting_dims = [1] x [0]"
        f" : (tensor<64x64xf32>, tensor<64x64xf32>) -> tensor<64x64xf32>\n"
        f"%v{layer + 1} = stablehlo.add %m{layer}, %v{layer} : tensor<64x64xf32>"
        for layer in range(layers)
    ]
    body = "\n".join(lines)
    return f"""func.func @main(%v0: tensor<64x64xf32>, %w: tensor<64x64xf32>) -> tensor<64x64xf32> {{
      {body}
      return %v{layers} : tensor<64x64xf32>
    }}"""


def problem(layers: int, limit: int | None) -> Problem:
    module = parse(stack(layers))
    function = next(op for op in module.ops if isinstance(op, func.FuncOp))
    graph = extract(function, MESH, default_registry()).graph
    pricing = Pricing(Cluster.default(MESH))
    return formulate(graph, find_options(graph, pricing), Tables(pricing), limit)


def distinct(arrays: list[np.ndarray]) -> int:
    return len({id(array) for array in arrays})


@pytest.mark.parametrize("limit", [None, 1 << 20])
def test_arrays_do_not_grow_with_the_layers(limit: int | None) -> None:
    few, many = problem(4, limit), problem(12, limit)
    assert len(many.nodes) > 2 * len(few.nodes)
    assert distinct([edge.costs for edge in many.edges]) == distinct([edge.costs for edge in few.edges])
    assert distinct([node.costs for node in many.nodes]) == distinct([node.costs for node in few.nodes])
    assert distinct([node.usages for node in many.nodes]) == distinct([node.usages for node in few.nodes])


@pytest.mark.parametrize("limit", [None, 1 << 20])
def test_arrays_are_floats_and_integers(limit: int | None) -> None:
    found = problem(2, limit)
    assert {array.dtype for node in found.nodes for array in (node.costs,)} == {np.dtype(np.float64)}
    assert {edge.costs.dtype for edge in found.edges} == {np.dtype(np.float64)}
    assert {node.usages.dtype for node in found.nodes} == {np.dtype(np.int64)}


def test_two_choices_lead_to_one_copy() -> None:
    found = problem(2, 1 << 20)
    links: dict[int, list[np.ndarray]] = {}
    for edge in found.edges:
        links.setdefault(edge.nodes[1], []).append(edge.costs)
    copies = [number for number, node in enumerate(found.nodes) if node.name.startswith("copy of")]
    assert copies
    for number in copies:
        made, taken = links[number]
        ways = np.isfinite(made)[:, None, :] & np.isfinite(taken)[None, :, :]
        assert (ways.sum(axis=2) == 1).all()


def test_a_copy_of_an_object_finds_its_own_hash() -> None:
    sharding = Sharding(((0,), ()))
    known = {sharding: 1}
    assert known[pickle.loads(pickle.dumps(sharding))] == 1
    assert known[copy.deepcopy(sharding)] == 1
    assert "_hash" not in vars(pickle.loads(pickle.dumps(sharding)))


def test_what_is_computed_once() -> None:
    calls: list[str] = []

    @hashed_once
    @dataclass(frozen=True)
    class Key:
        name: str

    class Owner:
        @remembered
        def length(self, key: Key, *, times: int = 1) -> int:
            """The length."""
            calls.append(key.name)
            return times * len(key.name)

    one, other = Owner(), Owner()
    assert [one.length(Key("abc")), one.length(Key("abc")), one.length(Key("abc"), times=2)] == [3, 3, 6]
    assert calls == ["abc", "abc"]
    assert other.length(Key("abc")) == 3
    assert len(calls) == 3
