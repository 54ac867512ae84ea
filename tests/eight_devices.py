# JAX leaves most types open, and jaxlib has none.
# pyright: basic
"""JAX and XLA on eight CPU devices, in another process: a process has one device unless it asks for more at its start.

A failed check in XLA's C++ code ends that process, not the tests.
"""

from __future__ import annotations

import multiprocessing
import os
import re
import socket
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from typing import Any, ParamSpec, TypeVar

import numpy as np

P = ParamSpec("P")
R = TypeVar("R")

TAG = "llmsys.tag"
"""An attribute that `propagated` finds ops by."""

Part = tuple[tuple[int, int], ...]
"""What one device holds of a tensor: per dim from where to where."""


@dataclass(frozen=True)
class Executed:
    """A compiled program and its results.

    Attributes:
        arguments: per argument and device the part that it takes.
        results: per result and device the part that it gives, and its elements.
        hlo: what each device runs.
    """

    arguments: list[list[Part]]
    results: list[list[tuple[Part, Any]]]
    hlo: str

    def count(self, collective: str) -> int:
        """How many collectives of a kind each device runs."""
        return len(re.findall(rf" {collective}(?:-start)?\(", self.hlo))


def on_eight_devices(function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """What a function of a module gives in a process with eight devices."""
    return _executor().submit(function, *args, **kwargs).result()


@cache
def _executor() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), initializer=_ask_for_devices)


def free_port() -> int:
    """For processes that start JAX together on this machine."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return listening.getsockname()[1]


def _ask_for_devices() -> None:
    os.environ["XLA_FLAGS"] = "--xla_force_host_platform_device_count=8"
    os.environ["JAX_PLATFORMS"] = "cpu"


def _parse(text: str) -> Any:
    from jax._src.interpreters.mlir import make_ir_context
    from jaxlib.mlir import ir

    context: Any = make_ir_context()
    with context, ir.Location.unknown(context):
        return context, ir.Module.parse(text)


def execute(text: str, inputs: Sequence[Any]) -> Executed:
    """Let XLA partition a StableHLO program with Shardy's annotations, and run it on global inputs."""
    import jax
    from jax._src.sharding_impls import GSPMDSharding

    executable = _compile(text)
    devices = jax.devices()
    placements: list[Any] = [GSPMDSharding(devices, given) for given in executable.get_parameter_shardings()]
    placed = [jax.device_put(array, placement) for array, placement in zip(inputs, placements, strict=True)]
    results = executable.execute_sharded(placed).disassemble_into_single_device_arrays()
    arguments = [_parts(placement, array.shape) for placement, array in zip(placements, inputs, strict=True)]
    found: list[list[tuple[Part, Any]]] = []
    for arrays, given in zip(results, executable.get_output_shardings(), strict=True):
        placement: Any = GSPMDSharding(devices, given)
        shape = _global_shape(placement, arrays[0].shape)
        found.append(list(zip(_parts(placement, shape), map(np.asarray, arrays), strict=True)))
    return Executed(arguments, found, executable.hlo_modules()[0].to_string())


def hlo(text: str) -> str:
    """What each device runs of a program that XLA partitions."""
    return _compile(text).hlo_modules()[0].to_string()


def _compile(text: str) -> Any:
    import jax
    from jax._src import compiler
    from jaxlib import xla_client

    _, module = _parse(text)
    options = compiler.get_compile_options(
        num_replicas=1, num_partitions=8, device_assignment=np.arange(8).reshape(1, 8)
    )
    options.executable_build_options.use_spmd_partitioning = True
    options.executable_build_options.use_shardy_partitioner = True
    devices = jax.devices()
    client: Any = devices[0].client
    return client.compile_and_load(module, xla_client.DeviceList(tuple(devices)), options)


def _parts(placement: Any, shape: Sequence[int]) -> list[Part]:
    parts = placement.devices_indices_map(tuple(shape)).values()
    return [tuple(at.indices(size)[:2] for at, size in zip(part, shape, strict=True)) for part in parts]


def _global_shape(placement: Any, local: Sequence[int]) -> tuple[int, ...]:
    sharding = placement._to_xla_hlo_sharding(len(local))
    if sharding.is_replicated():
        return tuple(local)
    counts = sharding.tile_assignment_dimensions()
    return tuple(size * count for size, count in zip(local, counts, strict=False))


def propagated(text: str) -> dict[int, list[list[list[str]]]]:
    """What Shardy's propagation gives the results of each tagged op: per result and dim the names of the axes."""
    from jaxlib.mlir import ir, passmanager

    context, module = _parse(text)
    with context, ir.Location.unknown(context):
        passmanager.PassManager.parse("builtin.module(sdy-propagation-pipeline)").run(module.operation)
        found: dict[int, list[list[list[str]]]] = {}
        for op in _walk(module.operation):
            if TAG in op.attributes:
                given = str(op.attributes["sdy.sharding"]) if "sdy.sharding" in op.attributes else ""
                found[ir.IntegerAttr(op.attributes[TAG]).value] = _dims(given)
        return found


def _walk(op: Any) -> Any:
    for region in op.regions:
        for block in region:
            for inner in block:
                yield inner.operation
                yield from _walk(inner.operation)


def _dims(given: str) -> list[list[list[str]]]:
    results = re.findall(r"<@\w+, \[([^\[\]]*)\]", given)
    return [[re.findall(r'"(\w+)"', dim) for dim in re.findall(r"\{([^{}]*)\}", result)] for result in results]
