"""Function boundaries of SPMD programs: the shardings of arguments and results."""

from __future__ import annotations

from xdsl.dialects import func
from xdsl.dialects.builtin import ArrayAttr, DictionaryAttr

from llmsys_ir.dialects.mesh import ShardAttr

SHARDING_ATTRIBUTE = "mesh.sharding"
"""On an argument or result of a partitioned function: how the global tensor is sharded."""


def argument_shardings(function: func.FuncOp) -> list[ShardAttr | None]:
    """Per argument its sharding, None where it has none."""
    return _shardings(function.arg_attrs, len(function.function_type.inputs))


def result_shardings(function: func.FuncOp) -> list[ShardAttr | None]:
    """Per result its sharding, None where it has none."""
    return _shardings(function.res_attrs, len(function.function_type.outputs))


def _shardings(attributes: ArrayAttr[DictionaryAttr] | None, count: int) -> list[ShardAttr | None]:
    if attributes is None:
        return [None] * count
    found = [entry.data.get(SHARDING_ATTRIBUTE) for entry in attributes]
    return [attribute if isinstance(attribute, ShardAttr) else None for attribute in found]


def is_partitioned(function: func.FuncOp) -> bool:
    """Whether the function is what one device runs: it says how its arguments or results are sharded."""
    return any((*argument_shardings(function), *result_shardings(function)))
