"""lower-resharding: what comes out moves every element to where the other sharding has it, whatever is unknown.

Random pairs of shardings, with the sizes of dims and mesh axes known to the pass or not, are lowered and run; on a
one-dimensional mesh the program is the one that MLIR's own pass makes.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest
from filecheck_runner import Result, require_oracle
from hypothesis import given, note
from hypothesis import strategies as st
from layouts import assert_close, collect, place
from programs import Tensor, apply, examples, make_inputs, meshes, parse, shard_text, shardings
from xdsl.dialects import func
from xdsl.dialects.builtin import ModuleOp, UnrealizedConversionCastOp
from xdsl.passes import ModulePass
from xdsl.rewriter import Rewriter

from llmsys_ir.dialects.mesh import MeshOp
from llmsys_ir.program.meshes import functions_of, meshes_of
from llmsys_ir.runtime.engines.numpy import run
from llmsys_ir.runtime.programs import Port
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.sharding import ReductionKind, Sharding
from llmsys_ir.sharding.signature import TensorSpec
from llmsys_passes.convert_mesh_to_shard import ConvertMeshToShardPass
from llmsys_passes.convert_shard_to_mesh import ConvertShardToMeshPass
from llmsys_passes.lower_all_slice import LowerAllSlicePass
from llmsys_passes.lower_resharding import LowerReshardingPass
from llmsys_passes.mesh_form import MeshFormPass
from llmsys_passes.spmd_partition import SpmdPartitionPass
from random_ops.tensors import INTEGER_KINDS

LOWER: tuple[ModulePass, ...] = (LowerReshardingPass(),)
IN_VALUE_FORM: tuple[ModulePass, ...] = (MeshFormPass("ssa"), *LOWER)
IN_SHARD: tuple[ModulePass, ...] = (ConvertMeshToShardPass(), *LOWER, ConvertShardToMeshPass("ssa"))
WITH_SLICES: tuple[ModulePass, ...] = (*LOWER, LowerAllSlicePass())


@dataclass(frozen=True)
class Pair:
    """Two shardings of a tensor, and which sizes the program does not tell."""

    mesh: Mesh
    tensor: Tensor
    source: Sharding
    target: Sharding
    unknown_axes: frozenset[int] = frozenset()
    unknown_dims: frozenset[int] = frozenset()

    @property
    def type(self) -> str:
        """The tensor's type."""
        sizes = ["?" if dim in self.unknown_dims else str(size) for dim, size in enumerate(self.tensor.shape)]
        return f"tensor<{'x'.join([*sizes, self.tensor.dtype])}>"

    def text(self, name: str = "main") -> str:
        """A program that reshards its argument."""
        mesh = "x".join("?" if axis in self.unknown_axes else str(size) for axis, size in enumerate(self.mesh.shape))
        return f"""mesh.mesh @mesh(shape = {mesh})
func.func @{name}(%a: {self.type}) -> {self.type} {{
  %0 = mesh.shard %a to {shard_text(self.source)} : {self.type}
  %1 = mesh.shard %0 to {shard_text(self.target)} annotate_for_users : {self.type}
  return %1 : {self.type}
}}
"""


@st.composite
def pairs(draw: st.DrawFn, *, unknown: bool = False) -> Pair:
    mesh = draw(meshes())
    shape = tuple(draw(st.lists(st.sampled_from((1, 2, 3, 4, 6, 8, 12, 24)), max_size=3)))
    kinds = tuple(kind for kind in INTEGER_KINDS if kind is not ReductionKind.PRODUCT)
    source, target = draw(shardings(shape, mesh, kinds)), draw(shardings(shape, mesh, kinds))
    axes = draw(st.frozensets(st.sampled_from(mesh.axes))) if unknown else frozenset[int]()
    dims = draw(st.frozensets(st.sampled_from(range(len(shape))))) if unknown and shape else frozenset[int]()
    return Pair(mesh, Tensor(shape, "i32"), source, target, axes, dims)


def without_casts(module: ModuleOp, mesh: Mesh) -> func.FuncOp:
    """The lowered function on one device's parts: the casts at its ends, and what is unknown of its mesh, dropped."""
    (function,) = functions_of(module)
    for op in list(function.walk()):
        if isinstance(op, UnrealizedConversionCastOp):
            Rewriter.replace_op(op, [], [op.inputs[0]])
    (old,) = meshes_of(module)
    Rewriter.replace_op(old, MeshOp(Mesh(mesh.shape, "mesh")), [])
    return function


def check(pair: Pair, module: ModuleOp) -> None:
    """Check that the lowered function turns an array in one sharding into the same array in the other."""
    assert not {op.name for op in module.walk()} & {"mesh.shard", "shard.shard"}
    function = without_casts(module, pair.mesh)
    port = Port(TensorSpec(pair.tensor.shape, pair.tensor.dtype), pair.source)
    (array,) = make_inputs([port])
    (result,) = run(function, [place(array, pair.source, pair.mesh)], pair.mesh).results
    assert_close(collect(result, pair.tensor.shape, pair.target, pair.mesh), array)


@examples(150)
@given(pair=pairs(), passes=st.sampled_from((LOWER, IN_VALUE_FORM, WITH_SLICES)))
def test_known_sizes(pair: Pair, passes: Sequence[ModulePass]) -> None:
    note(pair.text())
    check(pair, apply(parse(pair.text()), *passes))


@examples(60)
@given(pair=pairs(unknown=True))
def test_the_shard_dialect(pair: Pair) -> None:
    whole = Pair(
        pair.mesh, pair.tensor, Sharding(pair.source.dims), Sharding(pair.target.dims), unknown_dims=pair.unknown_dims
    )
    note(whole.text())
    lowered = apply(parse(whole.text()), *IN_SHARD)
    check(whole, lowered)


@examples(250)
@given(pair=pairs(unknown=True), passes=st.sampled_from((LOWER, IN_VALUE_FORM, WITH_SLICES)))
def test_unknown_sizes(pair: Pair, passes: Sequence[ModulePass]) -> None:
    """What is lowered without knowing sizes is right for the sizes that it is run with."""
    note(pair.text())
    check(pair, apply(parse(pair.text()), *passes))


@examples(80)
@given(pair=pairs())
def test_the_collectives_are_those_of_the_partitioner(pair: Pair) -> None:
    note(pair.text())

    def collectives(*passes: ModulePass) -> list[tuple[str, str, str]]:
        (function,) = functions_of(apply(parse(pair.text()), *passes))
        ops = [op for op in function.walk() if op.name.startswith("mesh.")]
        return [(op.name, str(op.properties), str(op.result_types)) for op in ops]

    assert collectives(*LOWER) == collectives(SpmdPartitionPass())


WHOLE = Sharding.replicated(3)
SPLIT, SPLIT_1, SPLIT_2 = (WHOLE.with_dim(dim, (0,)) for dim in range(3))

ONE_DIMENSIONAL = [
    Pair(Mesh((4,)), Tensor((8, 12, 4)), *ends, frozenset(axes), frozenset(dims))
    for ends in (
        (WHOLE, SPLIT),
        (WHOLE, SPLIT_1),
        (SPLIT, WHOLE),
        (SPLIT_2, WHOLE),
        (SPLIT, SPLIT_1),
        (SPLIT_1, SPLIT),
        (SPLIT_1, SPLIT_2),
        (SPLIT, SPLIT),
        (WHOLE.with_partial(0, ReductionKind.SUM), WHOLE),
    )
    for axes in ((), (0,))
    for dims in ((), (0,), (0, 1, 2))
]
"""The reshardings that upstream knows: a mesh of one axis, and one collective."""


@pytest.mark.parametrize("version", [19, 22])
def test_one_dimensional_meshes_are_lowered_as_by_mlir(opt: Callable[..., Result], version: int) -> None:
    oracle = require_oracle(f"mlir-opt-{version}")
    cases = [pair for pair in ONE_DIMENSIONAL if version == 19 or not pair.source.partial]
    text = "// -----\n".join(f"module {{\n{pair.text(f'f{number}')}}}\n" for number, pair in enumerate(cases))
    if version == 22:
        text = opt("-", "--split-input-file", "--convert-mesh-to-shard", stdin=text).stdout
    theirs = "--test-mesh-resharding-spmdization" if version == 19 else "--test-grid-resharding-partition"

    def simplified(program: str, *flags: str) -> str:
        command = [oracle, "--split-input-file", *flags, "--canonicalize", "--cse"]
        return subprocess.run(command, input=program, capture_output=True, text=True, check=True).stdout

    ours = opt("-", "--split-input-file", "--lower-resharding", stdin=text)
    assert ours.exit_code == 0, ours.stderr
    assert simplified(ours.stdout) == simplified(text, theirs)
