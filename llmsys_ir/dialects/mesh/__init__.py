"""The mesh dialect in the attribute form of LLVM 18 and 19.

Verifier messages are upstream's. Upstream's holes are closed: an axis outside the mesh, more lists of axes than
tensor dims, an unknown mesh of a sharding, and collective axes outside the tensor's rank are errors here.
"""

from xdsl.ir import Dialect

from llmsys_ir.dialects.mesh.attributes import ReductionKindAttr, ShardAttr
from llmsys_ir.dialects.mesh.collectives import (
    AllGatherOp,
    AllReduceOp,
    AllSliceOp,
    AllToAllOp,
    CollectiveOp,
    RecvOp,
    ReduceScatterOp,
    SendOp,
)
from llmsys_ir.dialects.mesh.structure import (
    MeshOp,
    MeshShapeOp,
    ProcessLinearIndexOp,
    ProcessMultiIndexOp,
    ShardOp,
    find_mesh,
)

__all__ = [
    "MESH",
    "AllGatherOp",
    "AllReduceOp",
    "AllSliceOp",
    "AllToAllOp",
    "CollectiveOp",
    "MeshOp",
    "MeshShapeOp",
    "ProcessLinearIndexOp",
    "ProcessMultiIndexOp",
    "RecvOp",
    "ReduceScatterOp",
    "ReductionKindAttr",
    "SendOp",
    "ShardAttr",
    "ShardOp",
    "find_mesh",
]

MESH = Dialect(
    "mesh",
    [
        MeshOp,
        MeshShapeOp,
        ShardOp,
        ProcessMultiIndexOp,
        ProcessLinearIndexOp,
        AllGatherOp,
        AllReduceOp,
        AllSliceOp,
        AllToAllOp,
        ReduceScatterOp,
        SendOp,
        RecvOp,
    ],
    [ReductionKindAttr, ShardAttr],
)
