"""The loop space of a structured op: its operands seen along the loops that read them.

An operand seen in loop space has, after its mesh dims, one dim per loop: the loop's size where its indexing map
reads the loop, else 1. Elementwise kernels then join operands by broadcasting.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeAlias

import numpy as np

from llmsys_ir.runtime.kernels.arrays import local_broadcast, local_reshape, local_transpose, positions_along
from llmsys_ir.runtime.kernels.call import Array, KernelCall
from llmsys_ir.sharding.signature import OpSignature, PlainValue

IndexingMap: TypeAlias = tuple[int | tuple[int, ...], ...]
"""Per dim of an operand, the loop that indexes it, or the loops that a longer expression reads."""


def indexing_maps(signature: OpSignature) -> list[IndexingMap]:
    """The indexing map of every operand, inputs then outputs.

    Raises:
        ValueError: the op has none, or they do not match its operands.
    """
    value = signature.attributes.get("indexing_maps")
    if not isinstance(value, tuple) or len(value) != len(signature.operands):
        raise ValueError(f"expected one indexing map per operand of '{signature.name}', got {value!r}")
    return [_indexing_map(entries) for entries in value]


def _indexing_map(entries: PlainValue) -> IndexingMap:
    if not isinstance(entries, tuple):
        raise ValueError(f"expected an indexing map, got {entries!r}")
    return tuple(_map_entry(entry) for entry in entries)


def _map_entry(entry: PlainValue) -> int | tuple[int, ...]:
    if isinstance(entry, int):
        return entry
    loops = tuple(loop for loop in entry if isinstance(loop, int)) if isinstance(entry, tuple) else None
    if loops is None or loops != entry:
        raise ValueError(f"expected a loop or a tuple of loops in an indexing map, got {entry!r}")
    return loops


@dataclass(frozen=True)
class LoopSpace:
    """The loops of one structured op: their sizes on one device, and the mesh dims in front of them."""

    batch: int
    sizes: tuple[int, ...]

    @property
    def rank(self) -> int:
        """The number of loops."""
        return len(self.sizes)

    def indices(self) -> tuple[Array, ...]:
        """Per loop the positions it runs over, seen in loop space, without mesh dims' sizes."""
        rank = self.batch + self.rank
        return tuple(positions_along(self.batch + loop, rank, size) for loop, size in enumerate(self.sizes))

    def seen(self, call: KernelCall, array: Array, entries: IndexingMap) -> Array:
        """An operand in loop space."""
        array, loops = _without_constants(array, self.batch, entries)
        array, loops = _diagonal(call, array, self.batch, loops)
        array = local_transpose(call.xp, array, self.batch, sorted(range(len(loops)), key=loops.__getitem__))
        shape = tuple(size if loop in loops else 1 for loop, size in enumerate(self.sizes))
        return local_reshape(array, self.batch, shape)

    def spread(self, call: KernelCall, value: Array, loops: Sequence[int] | None = None) -> Array:
        """A value seen in loop space with the given loops, or all, broadcast to their sizes.

        A value with only mesh dims (a constant that the region yields) is the same at every point.
        """
        if value.ndim == self.batch:
            value = local_reshape(value, self.batch, (1,) * self.rank)
        if loops is None:
            return local_broadcast(call.xp, value, self.batch, self.sizes)
        local = value.shape[self.batch :]
        shape = tuple(self.sizes[loop] if loop in loops else local[loop] for loop in range(self.rank))
        return local_broadcast(call.xp, value, self.batch, shape)

    def stored(self, call: KernelCall, value: Array, loops: Sequence[int]) -> Array:
        """A value seen in loop space, as the tensor whose dims are `loops`; along all other loops it has size 1."""
        others = [loop for loop in range(self.rank) if loop not in loops]
        value = local_transpose(call.xp, value, self.batch, (*loops, *others))
        return local_reshape(value, self.batch, tuple(self.sizes[loop] for loop in loops))


def loop_space(call: KernelCall, operands: Sequence[Array], maps: Sequence[IndexingMap]) -> LoopSpace:
    """The loops' sizes, read off the operands.

    Raises:
        ValueError: no operand dim is indexed by some loop alone.
    """
    iterators = call.signature.attributes.get("iterator_types")
    rank = len(iterators) if isinstance(iterators, tuple) else 0
    sizes = dict(_indexed_sizes(call.batch, operands, maps))
    unknown = [loop for loop in range(rank) if loop not in sizes]
    if unknown:
        raise ValueError(f"'{call.signature.name}': no operand dim gives the size of loop {unknown[0]}")
    return LoopSpace(call.batch, tuple(sizes[loop] for loop in range(rank)))


def _indexed_sizes(batch: int, operands: Sequence[Array], maps: Sequence[IndexingMap]) -> Iterator[tuple[int, int]]:
    for operand, entries in zip(operands, maps, strict=True):
        for entry, size in zip(entries, operand.shape[batch:], strict=True):
            if isinstance(entry, int):
                yield entry, size


def _without_constants(array: Array, batch: int, entries: IndexingMap) -> tuple[Array, list[int]]:
    """Drops the dims that no loop indexes: a constant index, into a dim of size 1."""
    shape = array.shape[batch:]
    kept: list[int] = []
    for entry, size in zip(entries, shape, strict=True):
        if isinstance(entry, int):
            kept.append(entry)
        elif entry or size != 1:
            raise ValueError(f"an index computed from loops {entry} is not supported, only plain loop dims are")
    sizes = tuple(size for entry, size in zip(entries, shape, strict=True) if isinstance(entry, int))
    return local_reshape(array, batch, sizes), kept


def _diagonal(call: KernelCall, array: Array, batch: int, loops: list[int]) -> tuple[Array, list[int]]:
    """Merges the dims that one loop indexes together."""
    for first, second in combinations(range(len(loops)), 2):
        if loops[first] == loops[second]:
            merged = call.xp.diagonal(array, axis1=batch + first, axis2=batch + second)
            rest = [loop for dim, loop in enumerate(loops) if dim not in (first, second)]
            return _diagonal(call, merged, batch, [*rest, loops[first]])
    return array, loops


def open_windows(
    call: KernelCall, operands: Sequence[Array], maps: Sequence[IndexingMap]
) -> tuple[list[Array], list[IndexingMap]]:
    """Splits every dim that a convolution or pooling reads at `stride * position + dilation * offset` in two.

    Raises:
        ValueError: the op is not one of these, so what it computes from its loops is not known.
    """
    opened = [
        _open_operand(call, operand, entries, dict(_indexed_sizes(call.batch, operands, maps)))
        for operand, entries in zip(operands, maps, strict=True)
    ]
    return [array for array, _ in opened], [entries for _, entries in opened]


def _open_operand(
    call: KernelCall, operand: Array, entries: IndexingMap, sizes: dict[int, int]
) -> tuple[Array, IndexingMap]:
    windows = [entry for entry in entries if isinstance(entry, tuple) and entry]
    if not windows:
        return operand, entries
    name = call.signature.name
    if not name.startswith(("linalg.conv", "linalg.depthwise_conv", "linalg.pooling")):
        raise ValueError(f"'{name}': an index computed from loops {windows[0]} is not supported, only plain dims")
    strides, dilations = (_window_attribute(call, key, len(windows)) for key in ("strides", "dilations"))
    opened: list[int | tuple[int, ...]] = []
    for entry in entries:
        if isinstance(entry, int) or not entry:
            opened.append(entry)
            continue
        position, offset = _position_and_offset(call.signature, entry)
        rows = strides[windows.index(entry)] * np.arange(sizes[position])[:, None]
        taken = rows + dilations[windows.index(entry)] * np.arange(sizes[offset])
        operand = call.xp.take(operand, taken, axis=call.batch + len(opened))
        opened += [position, offset]
    return operand, tuple(opened)


def _position_and_offset(signature: OpSignature, loops: tuple[int, ...]) -> tuple[int, int]:
    """The loop over the output's positions and the loop over the window."""
    iterators = signature.attributes["iterator_types"]
    assert isinstance(iterators, tuple)
    position = [loop for loop in loops if iterators[loop] == "parallel"]
    offset = [loop for loop in loops if iterators[loop] != "parallel"]
    if len(position) != 1 or len(offset) != 1:
        raise ValueError(f"'{signature.name}': a window over loops {loops} is not supported")
    return position[0], offset[0]


def _window_attribute(call: KernelCall, name: str, rank: int) -> tuple[int, ...]:
    if name in call.dense:
        return tuple(int(value) for value in np.ravel(call.dense[name]))
    return call.signature.integers(name) if name in call.signature.attributes else (1,) * rank
