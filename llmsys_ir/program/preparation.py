"""What is done to programs before they are sharded, so that every op has a sharding rule."""

from __future__ import annotations

from xdsl.dialects.builtin import ModuleOp

from llmsys_ir.program.lookups import take_lookups_out
from llmsys_ir.program.static_forms import make_static


def prepare(module: ModuleOp) -> None:
    """Bring ops that have rules in another form only into that form; what the program computes stays the same."""
    make_static(module)
    take_lookups_out(module)
