"""The shard dialect of LLVM 22, and of 23 with its `scatter_dim`.

Attributes and the sharding type are xDSL's; the ops are complete and have verifiers, with upstream's messages and
with upstream's holes closed (an axis outside the grid, halos and offsets that do not fit, and the like).
"""

from xdsl.dialects.shard import ReductionKindAttr, ShardAxesArrayAttr, ShardingType
from xdsl.ir import Dialect

from llmsys_ir.dialects.shard.annotations import (
    GetShardingOp,
    ShardingOp,
    ShardOp,
    ShardShapeOp,
    UpdateHaloOp,
)
from llmsys_ir.dialects.shard.collectives import (
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
from llmsys_ir.dialects.shard.structure import (
    GridOp,
    GridShapeOp,
    NeighborsLinearIndicesOp,
    ProcessLinearIndexOp,
    ProcessMultiIndexOp,
)

__all__ = [
    "SHARD",
    "AllGatherOp",
    "AllReduceOp",
    "AllSliceOp",
    "AllToAllOp",
    "BroadcastOp",
    "CollectiveOp",
    "GatherOp",
    "GetShardingOp",
    "GridOp",
    "GridShapeOp",
    "NeighborsLinearIndicesOp",
    "ProcessLinearIndexOp",
    "ProcessMultiIndexOp",
    "RecvOp",
    "ReduceOp",
    "ReduceScatterOp",
    "ReductionKindAttr",
    "ScatterOp",
    "SendOp",
    "ShardAxesArrayAttr",
    "ShardOp",
    "ShardShapeOp",
    "ShardingOp",
    "ShardingType",
    "ShiftOp",
    "UpdateHaloOp",
]

SHARD = Dialect(
    "shard",
    [
        GridOp,
        GridShapeOp,
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
    [ReductionKindAttr, ShardAxesArrayAttr, ShardingType],
)
