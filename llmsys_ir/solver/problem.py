"""The plan search as data: choose one strategy per node so that node and edge costs add up to the least.

A node's strategy costs something and uses memory while the node is live; an edge's cost depends on the strategies of
its nodes. At every time the usages of the live nodes may sum to at most the limit. Any unit will do: the planner gives
seconds and bytes, the ASPLOS 2025 contest plain integers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float64]
Indices: TypeAlias = npt.NDArray[np.int64]
Mask: TypeAlias = npt.NDArray[np.bool_]

FORBIDDEN = 10**18
"""A cost of this or more, infinity included, forbids the choice; the contest's files write it so."""


class ProblemFormatError(ValueError):
    """A problem that cannot be read: names the node or edge, what was expected, and what was found."""


@dataclass(frozen=True, eq=False)
class Node:
    """Something with strategies to choose from.

    `costs` and `usages` have one entry per strategy; both may be arrays of Python integers (`dtype=object`) where 64
    bits are too few. Usages are not negative. The node is live from `interval[0]` up to, not including, `interval[1]`.
    """

    costs: np.ndarray
    usages: np.ndarray
    interval: tuple[int, int]
    name: str = ""


@dataclass(frozen=True, eq=False)
class Edge:
    """A cost per combination of its nodes' strategies: `costs` has one axis per entry of `nodes`."""

    nodes: tuple[int, ...]
    costs: np.ndarray


@dataclass(frozen=True, eq=False)
class Problem:
    """Nodes, edges and the memory limit; without a limit memory is free.

    Raises:
        ProblemFormatError: shapes do not agree, or an edge names a node that is not there.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    usage_limit: int | None = None

    def __post_init__(self):
        checked = _Checked(set(), set())
        for index, node in enumerate(self.nodes):
            _check_node(index, node, checked)
        for index, edge in enumerate(self.edges):
            _check_edge(index, edge, self.nodes, checked)


def finite_or_infinite(costs: np.ndarray) -> Floats:
    """`costs` as floats, infinite where they forbid."""
    floats = costs.astype(np.float64)
    return np.where(floats >= FORBIDDEN, np.inf, floats)


class _Checked(NamedTuple):
    """The arrays whose numbers are known to be right as costs, and as usages: problems share them."""

    costs: set[int]
    usages: set[int]


def _check_node(index: int, node: Node, checked: _Checked) -> None:
    costs, usages = node.costs, node.usages
    if costs.ndim != 1 or not costs.size:
        raise ProblemFormatError(
            f"{_label(index, node)}: costs must be a list of at least one number, got {costs.tolist()}"
        )
    if usages.shape != costs.shape:
        expected, got = costs.size, usages.size
        raise ProblemFormatError(
            f"{_label(index, node)}: usages must be {expected} numbers, one per strategy, got {got}"
        )
    if id(usages) not in checked.usages:
        if usages.dtype.kind not in "iuO":
            raise ProblemFormatError(f"{_label(index, node)}: usages must be integers, got {usages.dtype}")
        if usages.min() < 0:
            raise ProblemFormatError(f"{_label(index, node)}: usages must not be negative, got {usages.min()}")
        checked.usages.add(id(usages))
    if id(costs) not in checked.costs and _has_nan(costs):
        raise ProblemFormatError(f"{_label(index, node)}: costs must be numbers, got nan or -inf")
    checked.costs.add(id(costs))


def _label(index: int, node: Node) -> str:
    return f"node {index} '{node.name}'" if node.name else f"node {index}"


def _check_edge(index: int, edge: Edge, nodes: tuple[Node, ...], checked: _Checked) -> None:
    if not edge.nodes:
        raise ProblemFormatError(f"edge {index}: expected at least one node, got none")
    for node in edge.nodes:
        if not 0 <= node < len(nodes):
            raise ProblemFormatError(f"edge {index}: node must be 0 to {len(nodes) - 1}, got {node}")
    expected = tuple(nodes[node].costs.size for node in edge.nodes)
    if edge.costs.shape != expected:
        raise ProblemFormatError(f"edge {index}: costs must have shape {expected}, got {edge.costs.shape}")
    if id(edge.costs) not in checked.costs and _has_nan(edge.costs):
        raise ProblemFormatError(f"edge {index}: costs must be numbers, got nan or -inf")
    checked.costs.add(id(edge.costs))


def _has_nan(costs: np.ndarray) -> bool:
    return costs.dtype.kind not in "iub" and not (costs > -np.inf).all()
