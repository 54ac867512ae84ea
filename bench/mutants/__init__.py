"""Ways to break the partitioner, and programs that it would then get wrong."""

from mutants.mutations import MUTATIONS, Mutation
from mutants.programs import PROGRAMS, Subject

__all__ = ["MUTATIONS", "PROGRAMS", "Mutation", "Subject"]
