"""The words in which the mesh and the shard dialect say the same."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """What a dialect calls an arrangement of devices, in its messages and its properties."""

    noun: str
    """In messages, and the name of the property that holds its symbol."""
    many: str
    """In messages, with an article before it."""

    @property
    def axes(self) -> str:
        """The name of the property that holds the axes of a collective."""
        return f"{self.noun}_axes"

    @property
    def heading(self) -> str:
        """The noun at the start of a sentence."""
        return self.noun.capitalize()


MESH_WORDS = Words("mesh", "devices meshes")
GRID_WORDS = Words("grid", "device grids")
