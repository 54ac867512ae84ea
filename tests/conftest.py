"""Fixtures for all tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from filecheck_runner import Result, run_tool
from hypothesis import settings

from llmsys_ir.tools import llmsys_opt

settings.register_profile("llmsys", deadline=None, derandomize=True)
settings.load_profile("llmsys")


@pytest.fixture
def opt() -> Callable[..., Result]:
    """`opt("--cse", stdin="...")` runs llmsys-opt in this process."""

    def run(*arguments: str, stdin: str = "") -> Result:
        return run_tool(llmsys_opt.main, arguments, stdin)

    return run
