"""JAX functions as modules, and sharded by their plan. JAX is imported when a function is called.

plan = auto_shard(train_step, mesh="2x4", donate_argnums=0)(state, batch)
step = plan.jit()
state, loss = step(state, batch)
"""

from llmsys_ir.frontends.jax.lowering import from_lowered, to_module
from llmsys_ir.frontends.jax.plans import JaxPlan, PlannedFunction, auto_shard
from llmsys_ir.frontends.libraries import MissingPackageError

__all__ = ["JaxPlan", "MissingPackageError", "PlannedFunction", "auto_shard", "from_lowered", "to_module"]
