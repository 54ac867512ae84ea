# JAX leaves most types open.
# pyright: basic
"""JAX functions, sharded by their plan: where their arguments and results go, and functions that run them so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from xdsl.dialects.builtin import ModuleOp

from llmsys_ir.api import partition
from llmsys_ir.diagnostics import UserError
from llmsys_ir.frontends.jax.embedding import Embedded
from llmsys_ir.frontends.jax.lowering import from_lowered, library, lower
from llmsys_ir.frontends.jax.meshes import add_mesh, cluster_name, has_devices, jax_mesh
from llmsys_ir.frontends.planning import plan_main, summary
from llmsys_ir.planning.plan import Plan
from llmsys_ir.sharding.sharding import Sharding

if TYPE_CHECKING:
    from jax.sharding import AbstractMesh, Mesh

Partitioner: TypeAlias = Literal["xla", "llmsys"]


def auto_shard(
    function: Callable[..., Any],
    *,
    mesh: Mesh | AbstractMesh | str | None = None,
    memory: str | None = None,
    cluster: str | None = None,
    time_limit: float = 60.0,
    donate_argnums: int | Sequence[int] = (),
) -> Callable[..., JaxPlan]:
    """Plan how to shard a function: `auto_shard(step, mesh="2x4")(state, batch)` on arguments like these.

    Arguments are pytrees of arrays, or of `jax.ShapeDtypeStruct`, which take no memory. Shardings that they have
    (`NamedSharding`) hold in the plan, and so does `jax.lax.with_sharding_constraint` in the function.

    Args:
        function: a JAX function of pytrees, jitted or not, of positional arguments.
        mesh: JAX's mesh, or the sizes of one over the first of `jax.devices()`, such as `2x4`; by default the mesh of
            the arguments' shardings, or all devices in a row.
        memory: the limit per device, such as `16GiB`; by default that of the cluster.
        cluster: a preset's name or a TOML file; by default the preset that is most like the devices.
        time_limit: seconds for the solver.
        donate_argnums: arguments whose memory the results may take, as for `jax.jit`.

    Raises:
        MissingPackageError: JAX is not installed.
        UserError: the mesh does not fit the devices.
        PassFailedException: an option is wrong, an op cannot be sharded, or nothing fits in memory.
    """

    def plan(*args: Any) -> JaxPlan:
        donated = (donate_argnums,) if isinstance(donate_argnums, int) else tuple(donate_argnums)
        lowered = lower(function, args, donated)
        chosen = jax_mesh(mesh, args)
        module = from_lowered(lowered)
        add_mesh(module, chosen)
        cluster_used = cluster or cluster_name(chosen)
        found = plan_main(module, memory=memory, cluster=cluster_used, time_limit=time_limit)
        return JaxPlan(chosen, found, module, lowered, donated)

    return plan


@dataclass(frozen=True)
class JaxPlan:
    """How a function is sharded.

    Attributes:
        mesh: JAX's mesh.
        plan: the plan of its StableHLO program.
        module: that program, annotated.
        lowered: the program as JAX lowered it.
        donate_argnums: the donated arguments.
    """

    mesh: Mesh | AbstractMesh
    plan: Plan
    module: ModuleOp
    lowered: Any
    donate_argnums: tuple[int, ...]

    @property
    def cost(self) -> float:
        """Seconds that a call takes, as the cost model says."""
        return self.plan.seconds

    @property
    def memory(self) -> int:
        """The most bytes that a device holds."""
        return self.plan.memory.peak

    @cached_property
    def in_shardings(self) -> Any:
        """The `NamedSharding`s of the arguments, in a tuple of pytrees like them."""
        avals = library("jax").tree.leaves(self.lowered.args_info)
        leaves = [self._sharding(*pair) for pair in zip(avals, self.plan.choices.arguments, strict=True)]
        args, _ = library("jax").tree.unflatten(self.lowered.in_tree, leaves)
        return args

    @cached_property
    def out_shardings(self) -> Any:
        """The `NamedSharding`s of the results, in a pytree like them."""
        avals = library("jax").tree.leaves(self.lowered.out_info)
        leaves = [self._sharding(*pair) for pair in zip(avals, self.plan.choices.returns, strict=True)]
        return library("jax").tree.unflatten(self.lowered.out_tree, leaves)

    def _sharding(self, aval: Any, sharding: Sharding) -> Any:
        """In JAX's words; of a key array without the dims of its bits."""
        sharding_of = library("jax.sharding")
        names = self.mesh.axis_names
        dims = [tuple(names[axis] for axis in axes) or None for axes in sharding.dims[: len(aval.shape)]]
        return sharding_of.NamedSharding(self.mesh, sharding_of.PartitionSpec(*dims))

    def jit(self, partitioner: Partitioner = "xla") -> PlannedFunction:
        """The function, sharded as planned; it places its arguments.

        Args:
            partitioner: who makes the collectives: XLA, from the plan's annotations, or this package, and XLA only runs
                what each device does.

        Raises:
            UserError: the mesh has no devices, or there is no such partitioner.
            PassFailedException: this package's partitioner cannot do it.
        """
        if not has_devices(self.mesh):
            raise UserError("the plan is for an abstract mesh; to run it, plan for a jax.sharding.Mesh of devices")
        if partitioner not in ("xla", "llmsys"):
            raise UserError(f"expected 'xla' or 'llmsys' as partitioner, got '{partitioner}'")
        return PlannedFunction(self, self._annotated() if partitioner == "xla" else self._partitioned())

    def _annotated(self) -> Embedded:
        """The whole program, with annotations for XLA."""
        from llmsys_ir.program.sdy_export import export_sdy
        from llmsys_ir.sharding.registry import default_registry

        module = self.module.clone()
        export_sdy(module, default_registry())
        return Embedded.of(module, self._results)

    def _partitioned(self) -> Embedded:
        """What each device runs, in one computation over all axes of the mesh."""
        from llmsys_ir.program.legalization.legalize import legalize
        from llmsys_ir.program.manual_stablehlo import Boundary, manual_function
        from llmsys_ir.runtime.programs import find_program

        program = find_program(partition(self.module), "main")
        assert program.mesh is not None
        if any(any(port.padding) for port in (*program.arguments, *program.results)):
            raise UserError("an argument or result is split unevenly, which partitioner='llmsys' does not do under JAX")
        legalize(program.function)
        boundary = Boundary(program.mesh, list(self.mesh.axis_names))
        sides = [[port.sharding for port in ports] for ports in (program.arguments, program.results)]
        main = manual_function(program.function, boundary, *sides)
        return Embedded.of(ModuleOp([boundary.mesh_op(), main]), self._results)

    @property
    def _results(self) -> list[Any]:
        return [_physical(aval) for aval in library("jax").tree.leaves(self.lowered.out_info)]

    def explain(self) -> str:
        """What the plan costs, how good it is known to be, and how each argument is sharded."""
        lines = summary(self.plan)
        tree_util = library("jax").tree_util
        for path, sharding in tree_util.tree_leaves_with_path(self.in_shardings):
            spec = tuple(sharding.spec) if any(sharding.spec) else "on all devices"
            lines.append(f"argument {tree_util.keystr(path)}: {spec}")
        return "\n".join(lines)


class PlannedFunction:
    """A function that runs as its plan says. It takes and gives what the function that was planned does."""

    def __init__(self, plan: JaxPlan, program: Embedded):
        jax: Any = library("jax")
        avals = jax.tree.leaves(plan.lowered.out_info)

        def flat(*args: Any) -> Any:
            results = program(*(_bits(leaf) for leaf in jax.tree.leaves(args)))
            wrapped = [_as_key(*pair) for pair in zip(results, avals, strict=True)]
            return jax.tree.unflatten(plan.lowered.out_tree, wrapped)

        self._shardings = jax.tree.leaves(plan.in_shardings)
        self._jitted = jax.jit(
            flat,
            in_shardings=plan.in_shardings,
            out_shardings=plan.out_shardings,
            donate_argnums=plan.donate_argnums,
            keep_unused=True,
        )

    def __call__(self, *args: Any) -> Any:
        """Run it; arguments that do not lie as planned are moved there."""
        return self._jitted(*self._placed(args))

    def lower(self, *args: Any) -> Any:
        """What `jax.jit(f).lower(*args)` gives."""
        return self._jitted.lower(*args)

    def _placed(self, args: tuple[Any, ...]) -> tuple[Any, ...]:
        jax: Any = library("jax")
        leaves, structure = jax.tree.flatten(args)
        if len(leaves) != len(self._shardings):
            raise UserError(f"expected {len(self._shardings)} arrays as planned for, got {len(leaves)}")
        for number, (leaf, sharding) in enumerate(zip(leaves, self._shardings, strict=True)):
            if getattr(leaf, "sharding", None) != sharding:
                leaves[number] = jax.device_put(leaf, sharding)
        return jax.tree.unflatten(structure, leaves)


def _is_key(aval: Any) -> bool:
    dtypes = library("jax").dtypes
    return dtypes.issubdtype(aval.dtype, dtypes.prng_key)


def _bits(leaf: Any) -> Any:
    """A leaf as StableHLO has it: key arrays are arrays of their bits."""
    return library("jax").random.key_data(leaf) if _is_key(leaf) else leaf


def _physical(aval: Any) -> Any:
    jax: Any = library("jax")
    bits = jax.eval_shape(jax.random.key_data, aval) if _is_key(aval) else aval
    return jax.core.ShapedArray(bits.shape, bits.dtype)


def _as_key(value: Any, aval: Any) -> Any:
    jax: Any = library("jax")
    return jax.random.wrap_key_data(value, impl=aval.dtype._impl) if _is_key(aval) else value
