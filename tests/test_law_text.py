"""Law 5: printing is stable, parsing what is printed gives it again, and mlir-opt-19 reads it as we do."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Sequence
from typing import TypeVar

import pytest
from filecheck_runner import require_oracle
from hypothesis import Phase, given, note, settings
from hypothesis import strategies as st
from programs import annotated, apply, examples, meshes, parse, text_of
from random_programs import RandomProgram, random_programs

from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.tools.printing import module_text
from llmsys_passes.auto_shard import AutoShardPass
from llmsys_passes.spmd_partition import SpmdPartitionPass
from random_ops.core_cases import CASES, named_cases

ONLY_LLVM_22 = re.compile(
    r"22|intdiv|reduce_product|tosa.sin|tosa.cos|nhwgc_gfhwc|point arguments|float points|matmul i8|zero points"
    "|tm_tensor"
)
"""Cases that LLVM 19 does not know, by name."""


def check_stable(text: str) -> str:
    """Check that printing what is parsed from `text` and parsing what is printed change nothing; gives the print."""
    module = parse(text)
    printed = module_text(module)
    again = parse(printed)
    assert again.is_structurally_equivalent(module)
    assert module_text(again) == printed
    generic = module_text(module, generic=True)
    from_generic = parse(generic)
    assert from_generic.is_structurally_equivalent(module)
    assert module_text(from_generic) == printed
    return printed


def stages(text: str) -> list[str]:
    """The program as written, annotated and partitioned, each checked to be stable."""
    planned = module_text(apply(parse(text), AutoShardPass()))
    partitioned = module_text(apply(parse(planned), SpmdPartitionPass()))
    return [check_stable(stage) for stage in (text, planned, partitioned)]


def accepted(texts: Sequence[str], *, program: str = "mlir-opt-19") -> str:
    """What mlir-opt prints of modules joined into one file."""
    joined = "\n// -----\n".join(texts)
    done = subprocess.run(
        [require_oracle(program), "--split-input-file", "-"], input=joined, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[:3000]
    return done.stdout


@pytest.mark.parametrize("name", named_cases())
@examples(1)
@given(data=st.data())
def test_annotated_op_is_stable(name: str, data: st.DataObject) -> None:
    program = data.draw(CASES[name].flatmap(lambda case: annotated(case, max_axes=2)))
    note(program.text)
    check_stable(program.text)
    check_stable(module_text(apply(parse(program.text), SpmdPartitionPass())))


@examples(20)
@given(program=random_programs(), mesh=meshes())
def test_random_program_is_stable(program: RandomProgram, mesh: Mesh) -> None:
    text = f"mesh.mesh @mesh(shape = {mesh})\n{program.function()}"
    note(text)
    stages(text)


Drawn = TypeVar("Drawn")


def drawn(strategy: st.SearchStrategy[Drawn], count: int) -> list[Drawn]:
    """The first few examples of a strategy, the same ones in every run."""
    found: list[Drawn] = []

    @settings(max_examples=count, phases=[Phase.generate], database=None, derandomize=True)
    @given(strategy)
    def collect(example: Drawn) -> None:
        found.append(example)

    collect()
    return found


def test_mlir_opt_accepts_annotated_and_partitioned_ops() -> None:
    """In one run of mlir-opt-19: every case that LLVM 19 has, before and after the partitioner."""
    texts: list[str] = []
    for name in sorted(CASES):
        if ONLY_LLVM_22.search(name):
            continue
        for program in drawn(CASES[name].flatmap(lambda case: annotated(case, max_axes=2)), 2):
            texts.append(program.text)
            texts.append(module_text(apply(parse(program.text), SpmdPartitionPass())))
    accepted(texts)


TOSA_OF_LLVM_22 = re.compile(r"^tosa\..* 22\b")


def test_mlir_opt_22_accepts_its_tosa() -> None:
    """What LLVM 22 writes otherwise than LLVM 19, and our print of it."""
    names = filter(TOSA_OF_LLVM_22.search, sorted(CASES))
    texts = [text_of(case) for name in names for case in drawn(CASES[name], 3)]
    prints = [module_text(parse(text)) for text in texts]
    assert accepted(prints, program="mlir-opt-22") == accepted(texts, program="mlir-opt-22")


def test_mlir_opt_reads_what_we_print() -> None:
    """mlir-opt-19 of our print is mlir-opt-19 of the original, and of every stage's print there is no complaint."""
    originals: list[str] = []
    prints: list[str] = []
    later: list[str] = []

    @settings(max_examples=25, phases=[Phase.generate], database=None, derandomize=True)
    @given(random_programs(), meshes())
    def collect(program: RandomProgram, mesh: Mesh) -> None:
        text = f"mesh.mesh @mesh(shape = {mesh})\n{program.function()}"
        original, planned, partitioned = stages(text)
        originals.append(text)
        prints.append(original)
        later.extend((planned, partitioned))

    collect()
    assert accepted(prints) == accepted(originals)
    assert accepted(accepted(later).split("// -----\n")) == accepted(later)


def test_our_print_is_mlir_opts_print() -> None:
    """Byte for byte, after both name values their way and mlir-opt has printed once."""
    texts: list[str] = []

    @settings(max_examples=25, phases=[Phase.generate], database=None, derandomize=True)
    @given(random_programs(), meshes())
    def collect(program: RandomProgram, mesh: Mesh) -> None:
        texts.append(f"mesh.mesh @mesh(shape = {mesh})\n{program.function()}")

    collect()
    for theirs in accepted(texts).split("// -----\n"):
        assert module_text(parse(theirs)).strip() == theirs.strip()
