"""Partitioning a program, running it on simulated devices, and comparing with the program run whole."""

from __future__ import annotations

import re
import signal
import traceback
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from math import isclose
from types import FrameType

import numpy as np
from xdsl.dialects.builtin import ModuleOp
from xdsl.passes import ModulePass
from xdsl.utils.exceptions import ParseError, PassFailedException, VerifyException

from fuzzing.generating import FuzzCase, Mode
from fuzzing.program import FuzzProgram
from fuzzing.running import parse, run_module, run_whole
from llmsys_ir import dialects
from llmsys_ir.planning.plan import Plan
from llmsys_ir.runtime.kernels.call import Array
from llmsys_ir.runtime.programs import find_program, run_program
from llmsys_ir.tools.driver import verify_module
from llmsys_ir.tools.printing import module_text
from llmsys_passes.auto_shard import AutoShardPass
from llmsys_passes.optimize_collectives import OptimizeCollectivesPass
from llmsys_passes.sharding_propagation import ShardingPropagationPass
from llmsys_passes.spmd_partition import SpmdPartitionPass

PLANNING_SECONDS = 2.0
"""What the search for a plan may take."""

_PLANNERS = {
    Mode.PLAN: AutoShardPass(time_limit=PLANNING_SECONDS),
    Mode.PLAN_UNEVEN: AutoShardPass(time_limit=PLANNING_SECONDS, uneven="allow"),
}


class Kind(Enum):
    """How a case ended."""

    RIGHT = "right"
    ROUNDED = "right but for rounding"
    REJECTED = "rejected"
    WRONG = "wrong"
    OTHERWISE = "not as planned"
    TRACEBACK = "traceback"
    HANG = "hang"


GOOD = frozenset({Kind.RIGHT, Kind.ROUNDED})
FAILURES = frozenset({Kind.WRONG, Kind.OTHERWISE, Kind.TRACEBACK, Kind.HANG})


@dataclass(frozen=True)
class Verdict:
    """How a case ended, and what was said."""

    kind: Kind
    message: str = ""

    @property
    def group(self) -> str:
        """The message without the numbers and names that are the case's own."""
        text = re.sub(r"tensor<[^>]*>+", "tensor<...>", self.message.splitlines()[0] if self.message else "")
        return re.sub(r"%\w+|\d+|\[\[.*\]\]", "#", text)[:160]


class _TimeoutError(BaseException):
    """A case takes too long; no handler of exceptions in between may take it."""


def check(case: FuzzCase, seconds: float) -> Verdict:
    """Do all that a case says, within some seconds of CPU time."""
    try:
        with _limit(seconds):
            try:
                module = parse(case.program.text)
                expected = run_module(module, case.program.inputs)
            except (ParseError, PassFailedException, VerifyException) as error:
                return Verdict(Kind.REJECTED, f"no program: {error}")
            return _partitioned(module, case, expected)
    except _TimeoutError:
        return Verdict(Kind.HANG, f"over {seconds:g} s of CPU time")
    except Exception as error:
        where = traceback.format_exc(limit=-3)
        return Verdict(Kind.TRACEBACK, f"{type(error).__name__}: {error}\n{where}")


def _partitioned(module: ModuleOp, case: FuzzCase, expected: Sequence[Array]) -> Verdict:
    try:
        plan = partition(module, case.mode)
        broken = "" if plan is None else _broken_law(plan, module, case)
        optimize(module)
    except PassFailedException as error:
        return Verdict(Kind.REJECTED, str(error))
    if broken:
        return Verdict(Kind.OTHERWISE, broken)
    try:
        module = parse(module_text(module), verify=False)
        results = run_program(find_program(module), case.program.inputs).results
    except (ParseError, PassFailedException, VerifyException) as error:
        return Verdict(Kind.WRONG, f"what came out cannot be run: {error}")
    return _compared(case.program, results, expected)


def partition(module: ModuleOp, mode: Mode) -> Plan | None:
    """Shard and partition a module; gives the plan, where one is made.

    Raises:
        PassFailedException: a pass rejects it.
        VerifyException: what a pass gives does not verify.
    """
    plan = None
    if mode is Mode.PROPAGATE:
        _run(ShardingPropagationPass(), module)
    elif mode is not Mode.NOTHING:
        (plan,) = _PLANNERS[mode].shard(module).values()
        verify_module(module)
    _run(SpmdPartitionPass(), module)
    return plan


def optimize(module: ModuleOp) -> None:
    """Make a partitioned module's collectives better, as `partition` is followed by."""
    _run(OptimizeCollectivesPass(combine="64KiB"), module)


def _run(module_pass: ModulePass, module: ModuleOp) -> None:
    module_pass.apply(dialects.context(), module)
    verify_module(module)


def _broken_law(plan: Plan, module: ModuleOp, case: FuzzCase) -> str:
    """What of the program that a plan became is not as the plan says; empty if all is."""
    program = find_program(module)
    if program.mesh is None:
        return ""
    seconds = program.predicted_seconds()
    if seconds is None or not isclose(seconds, plan.seconds, rel_tol=1e-9, abs_tol=1e-18):
        return f"the plan takes {plan.seconds} s, and the program {seconds} s"
    peak = run_program(program, case.program.inputs).peak_bytes
    return "" if peak <= plan.memory.peak else f"the plan takes {plan.memory.peak} bytes, and a run {peak}"


@contextmanager
def _limit(seconds: float) -> Generator[None]:
    def stop(_: int, __: FrameType | None) -> None:
        raise _TimeoutError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


_TOLERANCES = {2: 2e-2, 4: 2e-5, 8: 1e-10}
"""By bytes of a real number, relative to the largest value."""

_AMPLIFIED = 30.0
"""How much further than single precision is from double precision results may be apart."""


def _compared(program: FuzzProgram, results: Sequence[Array], expected: Sequence[Array]) -> Verdict:
    if len(results) != len(expected):
        return Verdict(Kind.WRONG, f"{len(results)} results instead of {len(expected)}")
    wrong = [number for number, pair in enumerate(zip(results, expected, strict=True)) if not _close(*pair, 0.0)]
    if not wrong:
        return Verdict(Kind.RIGHT)
    precise = _in_double_precision(program)
    for number in wrong:
        result, wanted = results[number], expected[number]
        same_form = (result.shape, result.dtype) == (wanted.shape, wanted.dtype)
        if precise is None or not same_form or not _close(result, wanted, _rounding(wanted, precise[number])):
            return Verdict(Kind.WRONG, f"result {number} is\n{result}\ninstead of\n{wanted}")
    return Verdict(Kind.ROUNDED)


def _close(result: Array, wanted: Array, rounding: float) -> bool:
    """Whether arrays are equal, floats up to their precision and some rounding in absolute terms."""
    if (result.shape, result.dtype) != (wanted.shape, wanted.dtype):
        return False
    if wanted.dtype.kind in "biu":
        return bool((np.abs(result.astype(np.int64) - wanted.astype(np.int64)) <= rounding).all())
    is_complex = wanted.dtype.kind == "c"
    wide = np.complex128 if is_complex else np.float64
    got, target = result.astype(wide), wanted.astype(wide)
    largest = float(np.abs(target).max(initial=0.0))
    tolerance = _TOLERANCES[wanted.dtype.itemsize // (2 if is_complex else 1)] * largest + rounding
    return bool((np.abs(got - target) <= tolerance).all())


def _rounding(wanted: Array, precise: Array) -> float:
    """How far off results of single precision may be, judged by one run in double precision."""
    if wanted.shape != precise.shape or not wanted.size:
        return 0.0
    wide = np.complex128 if wanted.dtype.kind == "c" else np.float64
    return _AMPLIFIED * float(np.abs(wanted.astype(wide) - precise.astype(wide)).max())


def _in_double_precision(program: FuzzProgram) -> tuple[Array, ...] | None:
    """The results of the program with 64 bits for every float; None where that is no program."""
    text = re.sub(r"\b(f32|bf16|f16)\b", "f64", program.text)
    wide = [
        array.astype({"c": np.complex128}.get(array.dtype.kind, np.float64)) if array.dtype.kind not in "biu" else array
        for array in program.inputs
    ]
    try:
        return run_whole(text, wide, verify=False)
    except Exception:  # whatever a kernel says to types it was not made for
        return None
