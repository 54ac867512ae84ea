"""Compiling the loops of the large search beside other work, which takes seconds once on each machine."""

from __future__ import annotations

from math import inf
from threading import Thread

import numpy as np

from llmsys_ir.solver.deadline import Deadline
from llmsys_ir.solver.graph import build_graph
from llmsys_ir.solver.problem import Edge, Node, Problem


class Warming:
    """A thread that compiles, or loads what was compiled before."""

    def __init__(self):
        self._thread = Thread(target=_call_loops, daemon=True)
        self._thread.start()

    def wait(self, deadline: Deadline) -> None:
        """Go on once it is done.

        Raises:
            TimeoutError: there was not enough time.
        """
        self._thread.join(deadline.left)
        deadline.check()


def _call_loops() -> None:
    """Call each loop on a small graph."""
    from llmsys_ir.solver.flat import flatten
    from llmsys_ir.solver.relaxation import Relaxation
    from llmsys_ir.solver.tree_moves import improve

    nodes = tuple(Node(np.zeros(2), np.arange(2), (0, 2)) for _ in range(2))
    flat = flatten(build_graph(Problem(nodes, (Edge((0, 1), np.eye(2)),), 1)))
    relaxation = Relaxation(flat, np.zeros(flat.capacity.size))
    relaxation.advance(1, inf, Deadline(inf))
    improve(flat, relaxation.prices, relaxation.positions, 0, 1, 1)
