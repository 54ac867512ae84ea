"""A partitioner that is broken in one of many ways gives programs that verify-partition refuses."""

from __future__ import annotations

import pytest

from llmsys_ir import partition
from llmsys_ir.runtime.programs import find_program
from mutants import MUTATIONS, PROGRAMS, Mutation, Subject
from mutations import is_caught, judge, parsed


@pytest.mark.parametrize("mutation", MUTATIONS.values(), ids=lambda mutation: mutation.name)
def test_a_broken_partitioner_is_noticed(mutation: Mutation):
    verdict = judge(PROGRAMS[mutation.breaks or "partial"], mutation)
    assert verdict is not None
    assert verdict.changes == (mutation.breaks is not None)
    assert verdict.caught == verdict.changes


@pytest.mark.parametrize("subject", PROGRAMS.values(), ids=lambda subject: subject.name)
def test_the_partitioner_is_right(subject: Subject):
    module = parsed(subject)
    assert not is_caught(find_program(partition(module)), find_program(module))


def test_there_are_thirty_mutations_that_change_meaning():
    assert sum(mutation.breaks is not None for mutation in MUTATIONS.values()) >= 30
