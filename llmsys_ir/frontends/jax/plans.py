# JAX leaves most types open.
# pyright: basic
"""JAX functions, sharded by their plan: where their arguments and results go, and functions that run them so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import prod
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from xdsl.dialects import func
from xdsl.dialects.builtin import ModuleOp
from xdsl.ir import Attribute

from llmsys_ir.api import partition
from llmsys_ir.diagnostics import UserError
from llmsys_ir.frontends.jax.calls import Calling, Named, Numbered, PlannedCall
from llmsys_ir.frontends.jax.embedding import Embedded
from llmsys_ir.frontends.jax.functions import PlannedFunction, Port
from llmsys_ir.frontends.jax.lowering import from_lowered
from llmsys_ir.frontends.jax.meshes import (
    add_mesh,
    check_agreement,
    cluster_name,
    has_devices,
    jax_mesh,
    off_one_device,
)
from llmsys_ir.frontends.libraries import library
from llmsys_ir.frontends.planning import FrameworkPlan, plan_main
from llmsys_ir.program.meshes import functions_of
from llmsys_ir.program.signature import spec_of
from llmsys_ir.sharding.sharding import Axes, Sharding

if TYPE_CHECKING:
    from jax.sharding import AbstractMesh, Mesh

Partitioner: TypeAlias = Literal["xla", "llmsys"]
Uneven: TypeAlias = Literal["never", "allow"]


def auto_shard(
    function: Callable[..., Any],
    *,
    mesh: Mesh | AbstractMesh | str | None = None,
    memory: str | int | None = None,
    cluster: str | None = None,
    time_limit: float = 60.0,
    uneven: Uneven = "never",
    donate_argnums: Numbered = (),
    donate_argnames: Named = (),
    static_argnums: Numbered = (),
    static_argnames: Named = (),
) -> Callable[..., JaxPlan]:
    """Plan how to shard a function: `auto_shard(step, mesh="2x4")(state, batch)` on arguments like these.

    Arguments are pytrees of arrays, or of `jax.ShapeDtypeStruct`, which take no memory; some may be given by name.
    Shardings that they have (`NamedSharding`) hold in the plan, and so does `jax.lax.with_sharding_constraint` in the
    function. The plan is for the static arguments as they are.

    Args:
        function: a JAX function of pytrees, jitted or not.
        mesh: JAX's mesh, or the sizes of one over the first of `jax.devices()`, such as `2x4`; by default the mesh of
            the arguments' shardings, that of `jax.set_mesh`, or all devices in a row.
        memory: the limit per device, such as `16GiB`, or in bytes; by default that of the cluster.
        cluster: a preset's name or a TOML file; by default the preset that is most like the devices.
        time_limit: seconds for the solver.
        uneven: `allow` lets the plan split what is between arguments and results into parts of which the last ones are
            smaller, where that is cheaper. Arguments and results themselves are never split so: JAX has no such arrays.
        donate_argnums: arguments whose memory the results may take, as for `jax.jit`.
        donate_argnames: these by name.
        static_argnums: arguments that are no arrays, as for `jax.jit`.
        static_argnames: these by name.

    Raises:
        MissingPackageError: JAX is not installed.
        UserError: the mesh does not fit the devices, the arguments or the function.
        PassFailedException: an option is wrong, an op cannot be sharded, or nothing fits in memory.
    """
    calling = Calling(function, static_argnums, static_argnames, donate_argnums, donate_argnames)

    def plan(*args: Any, **kwargs: Any) -> JaxPlan:
        lowered = calling.lower(*off_one_device((args, kwargs)))
        chosen = jax_mesh(mesh, calling.arrays(args, kwargs))
        module = from_lowered(lowered)
        add_mesh(module, chosen)
        found = plan_main(
            module,
            memory=None if memory is None else str(memory),
            cluster=cluster or cluster_name(chosen),
            time_limit=time_limit,
            uneven=uneven,
            even_boundary=True,
        )
        call = PlannedCall(calling, calling.statics(args, kwargs), lowered.in_tree)
        return JaxPlan(found, chosen, module, lowered, call)

    return plan


@dataclass(frozen=True, repr=False)
class JaxPlan(FrameworkPlan):
    """How a function is sharded.

    Attributes:
        mesh: JAX's mesh.
        module: the StableHLO program, annotated.
        lowered: the program as JAX lowered it.
        call: what it was planned for.
    """

    mesh: Mesh | AbstractMesh
    module: ModuleOp
    lowered: Any
    call: PlannedCall

    @property
    def in_shardings(self) -> tuple[Any, ...]:
        """The `NamedSharding`s of the positional arguments but the static ones, in a tuple of pytrees like them."""
        return self._argument_shardings[0]

    @property
    def kwarg_shardings(self) -> dict[str, Any]:
        """The `NamedSharding`s of the arguments that were given by name."""
        return self._argument_shardings[1]

    @cached_property
    def out_shardings(self) -> Any:
        """The `NamedSharding`s of the results, in a pytree like them."""
        return library("jax").tree.unflatten(self.lowered.out_tree, [port.sharding for port in self._results])

    @cached_property
    def _argument_shardings(self) -> tuple[tuple[Any, ...], dict[str, Any]]:
        return library("jax").tree.unflatten(self.lowered.in_tree, [port.sharding for port in self._arguments])

    @cached_property
    def _arguments(self) -> list[Port]:
        types = self._main.function_type.inputs
        return self._ports(self.lowered.args_info, self.plan.choices.arguments, types)

    @cached_property
    def _results(self) -> list[Port]:
        types = self._main.function_type.outputs
        return self._ports(self.lowered.out_info, self.plan.choices.returns, types)

    @property
    def _main(self) -> func.FuncOp:
        return next(function for function in functions_of(self.module) if function.sym_name.data == "main")

    def _ports(self, infos: Any, shardings: Sequence[Sharding], types: Iterable[Attribute]) -> list[Port]:
        rows = zip(library("jax").tree.leaves(infos), shardings, types, strict=True)
        return [Port(aval, self._sharding(aval, given), spec_of(type_).shape) for aval, given, type_ in rows]

    def _sharding(self, aval: Any, sharding: Sharding) -> Any:
        """In JAX's words; of a key array without the dims of its bits, and of what is split unevenly what is even."""
        sharding_of = library("jax.sharding")
        pairs = zip(aval.shape, sharding.dims[: len(aval.shape)], strict=True)
        dims = [tuple(self.mesh.axis_names[axis] for axis in self._even(*pair)) or None for pair in pairs]
        return sharding_of.NamedSharding(self.mesh, sharding_of.PartitionSpec(*dims))

    def _even(self, size: int, axes: Axes) -> Axes:
        """The first of some axes, as many as divide a dim."""
        sizes = tuple(self.mesh.shape.values())
        heads = (axes[:count] for count in range(len(axes), -1, -1))
        return next(head for head in heads if size % prod(sizes[axis] for axis in head) == 0)

    def jit(self, partitioner: Partitioner = "xla") -> PlannedFunction:
        """The function, sharded as planned; it places its arguments. All processes of the mesh must call this.

        Args:
            partitioner: who makes the collectives: XLA, from the plan's annotations, or this package, and XLA only runs
                what each device does.

        Raises:
            UserError: the mesh has no devices, there is no such partitioner, or processes have planned differently.
            PassFailedException: this package's partitioner cannot do it.
        """
        if not has_devices(self.mesh):
            raise UserError("the plan is for an abstract mesh; to run it, plan for a jax.sharding.Mesh of devices")
        if partitioner not in ("xla", "llmsys"):
            raise UserError(f"expected 'xla' or 'llmsys' as partitioner, got '{partitioner}'")
        is_whole = partitioner == "xla" or self.mesh.size == 1
        program = self._annotated() if is_whole else self._partitioned()
        check_agreement(self.mesh, program.text)
        infos = library("jax").tree.leaves(self.lowered.args_info)
        donated = [number for number, info in enumerate(infos) if info.donated]
        return PlannedFunction(program, self.call, self._arguments, self._results, self.lowered.out_tree, donated)

    def _annotated(self) -> Embedded:
        """The whole program, with annotations for XLA."""
        from llmsys_ir.program.sdy_export import export_sdy
        from llmsys_ir.sharding.registry import default_registry

        module = self.module.clone()
        export_sdy(module, default_registry())
        return self._embedded(module)

    def _partitioned(self) -> Embedded:
        """What each device runs, in one computation over all axes of the mesh."""
        from llmsys_ir.program.legalization.legalize import legalize
        from llmsys_ir.program.manual_stablehlo import Boundary, manual_function
        from llmsys_ir.runtime.programs import find_program

        program = find_program(partition(self.module), "main")
        assert program.mesh is not None
        legalize(program.function)
        boundary = Boundary(program.mesh, list(self.mesh.axis_names))
        sides = [[port.sharding for port in ports] for ports in (program.arguments, program.results)]
        main = manual_function(program.function, boundary, *sides)
        return self._embedded(ModuleOp([boundary.mesh_op(), main]))

    def _embedded(self, module: ModuleOp) -> Embedded:
        return Embedded.of(module, [port.program_aval for port in self._results])

    def _placements(self) -> list[str]:
        """The spec of each argument's sharding, by its number in the program and where it is in the pytrees."""
        tree_util = library("jax").tree_util
        found = [pair for given in self._argument_shardings for pair in tree_util.tree_leaves_with_path(given)]
        return [
            f"argument {number}, {tree_util.keystr(path)}: "
            f"{tuple(sharding.spec) if any(sharding.spec) else 'on all devices'}"
            for number, (path, sharding) in enumerate(found)
        ]
