"""Memory rows: what is fixed leaves them, and those that no choice can overfill are dropped."""

from __future__ import annotations

import numpy as np

from llmsys_ir.solver.deadline import Deadline
from llmsys_ir.solver.graph import Contradiction, Demand, Graph, Joint, demand
from llmsys_ir.solver.problem import Indices, Mask


def settle(graph: Graph, deadline: Deadline) -> set[int]:
    """Keep only the part of the demands that depends on the choice, and only the rows that can be overfull.

    Returns the nodes that have fewer strategies or demands now.

    Raises:
        Contradiction: even the least usages do not fit.
        TimeoutError: the deadline has passed.
    """
    if not graph.capacity.size:
        return set()
    _take_fixed_usage(graph)
    deadline.check()
    changed = set[int]() if graph.elastic else _forbid_by_usage(graph)
    deadline.check()
    return changed | _drop_rows(graph)


def _take_fixed_usage(graph: Graph) -> None:
    fixed = {node: demands for node, demands in graph.demands.items() if any(d.least for d in demands)}
    taken = [d for demands in fixed.values() for d in demands]
    joints = [(node, other, joint) for node, other, joint in graph.each_joint if joint.amounts.least]
    least = [d.least for d in taken] + [int(joint.amounts.least) for _, _, joint in joints]
    graph.capacity = graph.capacity - graph.spread([*taken, *(joint for _, _, joint in joints)], least)
    for node, demands in fixed.items():
        graph.demands[node] = tuple(
            Demand(d.first, d.last, d.usages - d.least, 0, d.most - d.least) if d.least else d for d in demands
        )
    for node, other in {(node, other) for node, other, _ in joints}:
        lowered = (Joint(j.first, j.last, j.amounts.lowered) for j in graph.joints[node][other])
        graph.set_joints(node, other, tuple(lowered))
    missing = -int(graph.capacity.min())
    if graph.elastic:
        graph.limit += max(missing, 0)
        graph.capacity = graph.capacity + max(missing, 0)
    elif missing > 0:
        raise Contradiction(f"the least usages exceed the limit by {missing}")


def _forbid_by_usage(graph: Graph) -> set[int]:
    """Drop strategies that do not fit even if all others use the least."""
    pairs = [(node, d) for node, demands in graph.demands.items() for d in demands if d.first < d.last]
    room = _least_of_ranges(graph.capacity, [d.first for _, d in pairs], [d.last for _, d in pairs])
    masks: dict[int, Mask] = {}
    for (node, d), least in zip(pairs, room.tolist(), strict=True):
        if d.most > least:
            fits = (d.usages <= least).astype(bool)
            masks[node] = masks[node] & fits if node in masks else fits
    for node, mask in masks.items():
        graph.restrict(node, mask)
    return masks.keys() | {neighbour for node in masks for neighbour in graph.tables[node]}


def _least_of_ranges(values: np.ndarray, first: list[int], last: list[int]) -> np.ndarray:
    """The least value from each `first` up to, not including, its `last`, which is higher."""
    starts, stops = np.array(first, np.int64), np.array(last, np.int64)
    result = np.zeros(starts.size, values.dtype)
    minima, width = values, 1
    while width <= values.size:
        now = (stops - starts >= width) & (stops - starts < 2 * width)
        result[now] = np.minimum(minima[starts[now]], minima[stops[now] - width])
        minima, width = np.minimum(minima[:-width], minima[width:]), 2 * width
    return result


def _drop_rows(graph: Graph) -> set[int]:
    """Drop rows that cannot be overfull, or that another one implies; returns nodes that have fewer demands now."""
    kept = (graph.most_loads > graph.capacity).astype(bool)
    kept[np.flatnonzero(kept)[_implied_rows(graph, kept)]] = False
    before = _counts(kept).tolist()
    changed: set[int] = set()
    for node, demands in graph.demands.items():
        if demands:
            moved = [Demand(before[d.first], before[d.last], *d[2:]) for d in demands if d.most]
            merged = _merged([d for d in moved if d.first < d.last])
            graph.demands[node] = merged
            if len(merged) < len(demands):
                changed.add(node)
    for node, other in {(node, other) for node, other, _ in graph.each_joint}:
        joints = graph.joints[node][other]
        moved = [Joint(before[j.first], before[j.last], j.amounts) for j in joints if j.amounts.most]
        graph.set_joints(node, other, _merged_joints([j for j in moved if j.first < j.last]))
        if len(graph.joints[node].get(other, ())) < len(joints):
            changed |= {node, other}
    graph.capacity = graph.capacity[kept]
    graph.rows = graph.rows[kept]
    return changed


def _counts(kept: Mask) -> Indices:
    """How many rows are kept before each."""
    return np.concatenate(([0], np.cumsum(kept)))


def _implied_rows(graph: Graph, kept: Mask) -> Mask:
    """Of the rows kept, those in which only demands of the row before, or after, are live, and no more must fit."""
    before, capacity = _counts(kept), graph.capacity[kept]
    demands: list[Demand | Joint] = [d for of_node in graph.demands.values() for d in of_node if d.most]
    demands += [joint for _, _, joint in graph.each_joint if joint.amounts.most]
    first, last = before[[d.first for d in demands]], before[[d.last for d in demands]]
    begins, ends = np.zeros(capacity.size + 1, dtype=bool), np.zeros(capacity.size + 1, dtype=bool)
    begins[first[first < last]] = ends[last[first < last]] = True
    implied = np.zeros(capacity.size, dtype=bool)
    rises = (capacity[1:] >= capacity[:-1]).astype(bool)
    falls = (capacity[1:] <= capacity[:-1]).astype(bool)
    by_previous = ~begins[1:-1] & rises
    implied[1:] |= by_previous
    implied[:-1] |= ~ends[1:-1] & falls & ~by_previous
    return implied


def _merged(demands: list[Demand]) -> tuple[Demand, ...]:
    """One demand for those in the same rows."""
    if len(demands) < 2:
        return tuple(demands)
    of_rows: dict[tuple[int, int], Demand] = {}
    for d in demands:
        present = of_rows.get(d[:2])
        of_rows[d[:2]] = d if present is None else demand(d.first, d.last, present.usages + d.usages)
    return tuple(of_rows.values())


def _merged_joints(joints: list[Joint]) -> tuple[Joint, ...]:
    if len(joints) < 2:
        return tuple(joints)
    of_rows: dict[tuple[int, int], Joint] = {}
    for joint in joints:
        present = of_rows.get(joint[:2])
        of_rows[joint[:2]] = joint if present is None else joint._replace(amounts=present.amounts + joint.amounts)
    return tuple(of_rows.values())
