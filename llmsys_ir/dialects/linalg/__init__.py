"""The linalg dialect, complete as of LLVM 19; it takes the place of xDSL's.

Every structured op has `inputs`, `outputs`, `res`, `body`, `get_indexing_maps()` and `get_iterator_types()`.
"""

from __future__ import annotations

from xdsl.dialects.linalg.attrs import IteratorTypeAttr
from xdsl.dialects.linalg.ops import YieldOp
from xdsl.ir import Dialect

from llmsys_ir.dialects.linalg.attributes import (
    BinaryFunctionAttr,
    TernaryFunctionAttr,
    TypeFunctionAttr,
    UnaryFunctionAttr,
)
from llmsys_ir.dialects.linalg.named import NAMED_OPS, NamedOp
from llmsys_ir.dialects.linalg.scalar import IndexOp
from llmsys_ir.dialects.linalg.structured import (
    BroadcastOp,
    GenericOp,
    MapOp,
    ReduceOp,
    SoftmaxOp,
    TransposeOp,
)

__all__ = [
    "LINALG",
    "NAMED_OPS",
    "BroadcastOp",
    "GenericOp",
    "IndexOp",
    "MapOp",
    "NamedOp",
    "ReduceOp",
    "SoftmaxOp",
    "TransposeOp",
    "YieldOp",
]

LINALG = Dialect(
    "linalg",
    [
        GenericOp,
        MapOp,
        ReduceOp,
        TransposeOp,
        BroadcastOp,
        SoftmaxOp,
        IndexOp,
        YieldOp,
        *NAMED_OPS.values(),
    ],
    [
        IteratorTypeAttr,
        UnaryFunctionAttr,
        BinaryFunctionAttr,
        TernaryFunctionAttr,
        TypeFunctionAttr,
    ],
)
