# JAX leaves most types open.
# pyright: basic
"""JAX's meshes: the one to plan for, in a module, and the cluster that it is most like."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

import numpy as np
from xdsl.dialects.builtin import ModuleOp, StringAttr
from xdsl.rewriter import InsertPoint, Rewriter

from llmsys_ir.diagnostics import UserError
from llmsys_ir.dialects.sdy.annotations import MeshOp
from llmsys_ir.dialects.sdy.attributes import MeshAttr
from llmsys_ir.dialects.sdy.shardings import Mesh as SdyMesh
from llmsys_ir.frontends.jax.calls import Arguments
from llmsys_ir.frontends.libraries import library
from llmsys_ir.program.sdy_meshes import sdy_meshes_of
from llmsys_ir.sharding.mesh import Mesh

if TYPE_CHECKING:
    from jax.sharding import AbstractMesh
    from jax.sharding import Mesh as JaxMesh

_GPUS = {"V100": "v100", "H100": "h100", "H200": "h100", "A100": "a100"}
"""The presets of GPUs by what is in their names."""


def jax_mesh(given: JaxMesh | AbstractMesh | str | None, args: tuple[Any, ...]) -> Any:
    """The mesh to plan for; see `auto_shard`. Shardings on its axes are left to the plan, not to JAX's types.

    Raises:
        UserError: that is no mesh, there are too few devices, or the arguments are on another mesh.
    """
    found = _meshes_of(args)
    mesh = _chosen(given, found)
    for other in found:
        if list(other.shape.items()) != list(mesh.shape.items()):
            raise UserError(f"expected arguments on the mesh {dict(mesh.shape)}, got one on {dict(other.shape)}")
    return library("jax.sharding").Mesh(mesh.devices, mesh.axis_names) if has_devices(mesh) else mesh


def _chosen(given: JaxMesh | AbstractMesh | str | None, found: list[Any]) -> Any:
    if isinstance(given, str):
        return _over_devices(given)
    sharding: Any = library("jax.sharding")
    if given is not None:
        if not isinstance(given, sharding.Mesh | sharding.AbstractMesh):
            raise UserError(
                f"expected a jax.sharding.Mesh, an AbstractMesh or sizes such as '2x4' as mesh, got {given!r}"
            )
        return given
    current = sharding.get_mesh()
    if found or current.size > 1:
        return found[0] if found else current
    return _over_devices(str(len(library("jax").devices())))


def _meshes_of(args: tuple[Any, ...]) -> list[Any]:
    """The meshes that arguments say they are on."""
    jax: Any = library("jax")
    shardings: list[Any] = [getattr(leaf, "sharding", None) for leaf in jax.tree.leaves(args)]
    named = (given for given in shardings if isinstance(given, jax.sharding.NamedSharding))
    return [given.mesh for given in named if given.mesh.size > 1]


def off_one_device(args: Arguments) -> Arguments:
    """Arguments whose leaves on a mesh of one device are shapes alone: where they are says nothing of where they go."""
    jax: Any = library("jax")

    def is_on_one(leaf: Any) -> bool:
        sharding: Any = getattr(leaf, "sharding", None)
        return isinstance(sharding, jax.sharding.NamedSharding) and sharding.mesh.size == 1

    def without(leaf: Any) -> Any:
        return jax.ShapeDtypeStruct(leaf.shape, leaf.dtype) if is_on_one(leaf) else leaf

    return jax.tree.map(without, args) if any(map(is_on_one, jax.tree.leaves(args))) else args


def _over_devices(text: str) -> Any:
    """A mesh of the first devices, its axes called `axis_0`, `axis_1`, ...

    Raises:
        UserError: the text is wrong, or there are too few.
    """
    try:
        mesh = Mesh.parse(text)
    except ValueError as error:
        raise UserError(str(error)) from None
    jax: Any = library("jax")
    devices = jax.devices()
    if len(devices) < mesh.num_devices:
        raise UserError(
            f"the mesh is of {mesh.num_devices} devices ({mesh}), and JAX sees {len(devices)} ({devices[0].platform}); "
            f"on CPU set XLA_FLAGS=--xla_force_host_platform_device_count={mesh.num_devices}; to plan without devices, "
            "give a jax.sharding.AbstractMesh"
        )
    names = tuple(f"axis_{axis}" for axis in mesh.axes)
    types = (library("jax.sharding").AxisType.Auto,) * mesh.rank
    return jax.make_mesh(mesh.shape, names, types, devices=devices[: mesh.num_devices])


def add_mesh(module: ModuleOp, mesh: Any) -> None:
    """Put a mesh into a module that JAX lowered, unless it has it.

    Raises:
        UserError: the module has another one.
    """
    made = SdyMesh(tuple(mesh.shape.items()))
    others = [op.mesh.data.axes for op in sdy_meshes_of(module) if op.mesh.data.axes]
    for axes in others:
        if axes != made.axes:
            raise UserError(
                f"the function has shardings on the mesh {dict(axes)}, and is planned for {dict(made.axes)}; "
                "give auto_shard the mesh of the function"
            )
    if not others:
        op = MeshOp.create(properties={"sym_name": StringAttr("mesh"), "mesh": MeshAttr(made)})
        Rewriter.insert_op(op, InsertPoint.at_start(module.body.block))


def has_devices(mesh: Any) -> bool:
    """Whether a mesh is one of devices that are there."""
    return isinstance(mesh, library("jax.sharding").Mesh)


def check_agreement(mesh: Any, text: str) -> None:
    """Check that all processes whose devices a mesh has are about to run the same program.

    Raises:
        UserError: they are not.
    """
    jax: Any = library("jax")
    if jax.process_count() == 1 or {device.process_index for device in mesh.devices.flat} == {jax.process_index()}:
        return
    digest = np.frombuffer(sha256(text.encode()).digest(), np.uint32)
    digests = library("jax.experimental.multihost_utils").process_allgather(digest)
    others = [number for number, other in enumerate(digests) if (other != digests[0]).any()]
    if others:
        raise UserError(
            f"process {', '.join(map(str, others))} has another plan than process 0: all must plan the same function "
            "with the same options, and with a time_limit in which the search ends"
        )


def cluster_name(mesh: Any) -> str | None:
    """The preset that is most like a mesh's devices; None if it has none."""
    if not has_devices(mesh):
        return None
    first = mesh.devices.flat[0]
    if first.platform == "cpu":
        return "host"
    if first.platform == "tpu":
        return "tpu-v5e"
    return next((preset for part, preset in _GPUS.items() if part in first.device_kind), "a100")
