"""PyTorch modules and functions as modules of MLIR, and where a plan puts them. PyTorch is imported when one is called.

Usage::

    plan = auto_shard(model, mesh="2x4")(x)
    plan.placements["up.weight"]  # of DTensor, such as (Replicate(), Shard(dim=0))
"""

from llmsys_ir.frontends.torch.lowering import LoweringError, Output, lower, to_module
from llmsys_ir.frontends.torch.plans import TorchPlan, auto_shard

__all__ = ["LoweringError", "Output", "TorchPlan", "auto_shard", "lower", "to_module"]
