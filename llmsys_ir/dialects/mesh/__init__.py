"""The mesh dialect in the forms of LLVM 18 (`mesh.cluster`), 19, and 20 and 21 (shardings as values).

Verifier messages are upstream's. Upstream's holes are closed: an axis outside the mesh, more lists of axes than
tensor dims, an unknown mesh of a sharding, and collective axes outside the tensor's rank are errors here. A form
that was read is printed again.
"""

from xdsl.ir import Dialect

from llmsys_ir.dialects.grids.attributes import MeshAxesArrayAttr
from llmsys_ir.dialects.mesh.annotations import (
    GetShardingOp,
    ShardingOp,
    ShardOp,
    ShardShapeOp,
    UpdateHaloOp,
)
from llmsys_ir.dialects.mesh.attributes import ReductionKindAttr, ShardAttr, ShardingType
from llmsys_ir.dialects.mesh.collectives import (
    AllGatherOp,
    AllReduceOp,
    AllSliceOp,
    AllToAllOp,
    BroadcastOp,
    CollectiveOp,
    GatherOp,
    RecvOp,
    ReduceOp,
    ReduceScatterOp,
    ScatterOp,
    SendOp,
    ShiftOp,
)
from llmsys_ir.dialects.mesh.structure import (
    AnyMeshOp,
    ClusterOp,
    ClusterShapeOp,
    MeshOp,
    MeshShapeOp,
    NeighborsLinearIndicesOp,
    ProcessLinearIndexOp,
    ProcessMultiIndexOp,
    find_mesh,
)

__all__ = [
    "MESH",
    "AllGatherOp",
    "AllReduceOp",
    "AllSliceOp",
    "AllToAllOp",
    "AnyMeshOp",
    "BroadcastOp",
    "ClusterOp",
    "ClusterShapeOp",
    "CollectiveOp",
    "GatherOp",
    "GetShardingOp",
    "MeshAxesArrayAttr",
    "MeshOp",
    "MeshShapeOp",
    "NeighborsLinearIndicesOp",
    "ProcessLinearIndexOp",
    "ProcessMultiIndexOp",
    "RecvOp",
    "ReduceOp",
    "ReduceScatterOp",
    "ReductionKindAttr",
    "ScatterOp",
    "SendOp",
    "ShardAttr",
    "ShardOp",
    "ShardShapeOp",
    "ShardingOp",
    "ShardingType",
    "ShiftOp",
    "UpdateHaloOp",
    "find_mesh",
]

MESH = Dialect(
    "mesh",
    [
        MeshOp,
        ClusterOp,
        MeshShapeOp,
        ClusterShapeOp,
        ShardOp,
        ShardingOp,
        GetShardingOp,
        ShardShapeOp,
        ProcessMultiIndexOp,
        ProcessLinearIndexOp,
        NeighborsLinearIndicesOp,
        AllGatherOp,
        AllReduceOp,
        AllSliceOp,
        AllToAllOp,
        BroadcastOp,
        GatherOp,
        RecvOp,
        ReduceOp,
        ReduceScatterOp,
        ScatterOp,
        SendOp,
        ShiftOp,
        UpdateHaloOp,
    ],
    [MeshAxesArrayAttr, ReductionKindAttr, ShardAttr, ShardingType],
)
