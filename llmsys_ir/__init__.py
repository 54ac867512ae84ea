"""Automatic sharding of tensor programs: plan, partition and simulate.

from llmsys_ir import auto_shard, partition, simulate
"""

from llmsys_ir.api import auto_shard, partition, simulate

__all__ = ["auto_shard", "partition", "simulate"]
