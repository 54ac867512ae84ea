# JAX leaves most types open.
# pyright: basic
"""Planned JAX functions in one of several processes that have four devices each.

python jax_processes.py HOST:PORT,COUNT,NUMBER RESULTS CLUSTER
"""

from __future__ import annotations

import pickle
import sys
from pathlib import Path
from typing import Any

from model_suite import MODELS

STEPS = 3
NAME = "mlp-adam"


def train(partitioner: Any, cluster: str = "host") -> list[Any]:
    """Leaves of the results of several steps on the mesh of all devices, whole."""
    import jax
    import numpy as np
    from jax.experimental import multihost_utils

    from llmsys_ir.frontends.jax import auto_shard

    program = MODELS[NAME].build()
    inputs = [np.asarray(leaf) for leaf in program.inputs(0)]
    args: Any = jax.tree.unflatten(jax.tree.structure(program.arguments), inputs)
    plan = auto_shard(program.function, mesh="2x4", cluster=cluster, donate_argnums=program.donated)(*args)
    step = plan.jit(partitioner)
    count = len(program.donated)
    state, batch, losses = args[:count], args[count:], []
    batch = jax.tree.map(jax.numpy.asarray, batch)  # on a device of each process
    for _ in range(STEPS):
        *state, loss = step(*state, *batch)
        losses.append(float(loss))
    gathered = multihost_utils.process_allgather(state, tiled=True)
    return [*map(np.asarray, jax.tree.leaves(gathered)), np.array(losses)]


def main() -> None:
    """Take part, and write what all processes have if this is the first one."""
    import jax

    from llmsys_ir.runtime.engines.processes import Processes

    processes = Processes.parse(sys.argv[1])
    jax.config.update("jax_num_cpu_devices", 4)
    processes.join(jax)
    results = {partitioner: train(partitioner, sys.argv[3]) for partitioner in ("xla", "llmsys")}
    if processes.is_first:
        Path(sys.argv[2]).write_bytes(pickle.dumps(results))


if __name__ == "__main__":
    main()
