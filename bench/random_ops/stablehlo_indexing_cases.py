"""Random StableHLO ops that index: dynamic slices, gathers and scatters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from random_ops.stablehlo_case import Case, Shape, array, between, combining, op, replacing, shape, some
from random_ops.stablehlo_elementwise_cases import Cases
from random_ops.tensors import Tensor

_INDEX_TYPES = ("i32", "i32", "i64", "ui32", "i8", "ui8")
_INDICES = between(0, 9)
_SIGNED_INDICES = between(-3, 9)
"""Some of them beyond dims of up to 8 elements."""


def _indices(dtype: str):
    return _INDICES if dtype.startswith("u") else _SIGNED_INDICES


def _taken(random: Random, size: int) -> int:
    return random.choice((size, size, 1, random.randint(1, size)))


def _dynamic_slice(random: Random) -> Case:
    sizes = shape(random)
    taken = tuple(_taken(random, size) for size in sizes)
    index = random.choice(_INDEX_TYPES)
    operands = [Tensor(sizes), *[Tensor((), index)] * len(sizes)]
    values = {number: _indices(index) for number in range(1, len(operands))}
    return op("stablehlo.dynamic_slice", operands, [Tensor(taken)], f"slice_sizes = {array(taken)}", values=values)


def _dynamic_update_slice(random: Random) -> Case:
    sizes = shape(random)
    taken = tuple(_taken(random, size) for size in sizes)
    index, dtype = random.choice(_INDEX_TYPES), random.choice(("f32", "i32", "i1", "complex<f32>", "bf16"))
    operands = [Tensor(sizes, dtype), Tensor(taken, dtype), *[Tensor((), index)] * len(sizes)]
    values = {number: _indices(index) for number in range(2, len(operands))}
    return op("stablehlo.dynamic_update_slice", operands, [Tensor(sizes, dtype)], values=values)


@dataclass(frozen=True)
class Places:
    """Windows in a tensor at places that an index tensor says, in random dimension numbers.

    `dropped` are the dims that windows lack; of these `batching` are those that the indices have too, in their dims
    `index_batching`. `windows` is the shape of all windows together, with their dims at `offsets`.
    """

    tensor: Shape
    taken: Shape
    indices: Shape
    vector_dim: int
    indexed: list[int]
    dropped: list[int]
    batching: list[int]
    index_batching: list[int]
    windows: Shape
    offsets: list[int]

    @classmethod
    def draw(cls, random: Random) -> Places:
        """Random places."""
        tensor = shape(random, 1, 3)
        batching = some(random, len(tensor), 0, 1) if random.random() < 0.4 else []
        others = [dim for dim in range(len(tensor)) if dim not in batching]
        dropped = [dim for dim in others if random.random() < 0.4]
        taken = [1 if dim in batching or dim in dropped else _taken(random, size) for dim, size in enumerate(tensor)]
        indexed = random.sample(others, random.randint(0, len(others)))
        batch = [random.choice((1, 2, 4)) for _ in range(random.randint(0, 2))]
        places = random.sample(range(len(batch) + len(batching)), len(batching))
        for place, dim in sorted(zip(places, batching, strict=True)):
            batch.insert(place, tensor[dim])
        vector_dim = random.randint(0, len(batch))
        indices = [*batch[:vector_dim], len(indexed), *batch[vector_dim:]]
        moved = [place + (place >= vector_dim) for place in places]
        if len(indexed) == 1 and random.random() < 0.3:
            indices, vector_dim, moved = batch, len(batch), places
        kept = [size for dim, size in enumerate(taken) if dim in others and dim not in dropped]
        offsets = some(random, len(kept) + len(batch), len(kept), len(kept))
        windows = list(batch)
        for offset, size in zip(offsets, kept, strict=True):
            windows.insert(offset, size)
        sizes = (tensor, tuple(taken), tuple(indices))
        return cls(*sizes, vector_dim, indexed, dropped, batching, moved, tuple(windows), offsets)

    def numbers(self, kind: str, names: Sequence[str]) -> str:
        """The dimension numbers; `names` of offsets, dropped dims, batching dims of the tensor and of the indices, and
        indexed dims.
        """
        lists = (self.offsets, self.dropped, self.batching, self.index_batching, self.indexed)
        fields = [f"{name} = {dims}" for name, dims in zip(names, lists, strict=True) if dims]
        return f"#stablehlo.{kind}<{', '.join([*fields, f'index_vector_dim = {self.vector_dim}'])}>"


_GATHER = (
    "offset_dims",
    "collapsed_slice_dims",
    "operand_batching_dims",
    "start_indices_batching_dims",
    "start_index_map",
)
_SCATTER = (
    "update_window_dims",
    "inserted_window_dims",
    "input_batching_dims",
    "scatter_indices_batching_dims",
    "scatter_dims_to_operand_dims",
)


def _gather(random: Random) -> Case:
    places = Places.draw(random)
    index, dtype = random.choice(_INDEX_TYPES), random.choice(("f32", "i32", "i1", "complex<f32>", "bf16"))
    properties = f"dimension_numbers = {places.numbers('gather', _GATHER)}, slice_sizes = {array(places.taken)}"
    operands = [Tensor(places.tensor, dtype), Tensor(places.indices, index)]
    values = {1: _indices(index)}
    return op("stablehlo.gather", operands, [Tensor(places.windows, dtype)], properties, values=values)


def _wide_gather(random: Random) -> Case:
    """More rows than an 8-bit index can count."""
    rows, index = random.choice((320, 512)), random.choice(("i8", "ui8"))
    properties = "dimension_numbers = #stablehlo.gather<collapsed_slice_dims = [0], start_index_map = [0], "
    properties += f"index_vector_dim = 1>, slice_sizes = {array([1])}"
    operands = [Tensor((rows,)), Tensor((8, 1), index)]
    return op("stablehlo.gather", operands, [Tensor((8,))], properties, values={1: _wide(index)})


def _wide(index: str):
    return between(0, 256) if index == "ui8" else between(-128, 128)


def _wide_scatter(random: Random) -> Case:
    rows, index = random.choice((320, 512)), random.choice(("i8", "ui8"))
    properties = "scatter_dimension_numbers = #stablehlo.scatter<inserted_window_dims = [0], "
    properties += "scatter_dims_to_operand_dims = [0], index_vector_dim = 1>"
    operands = [Tensor((rows,)), Tensor((8, 1), index), Tensor((8,))]
    region = combining("add", "f32")
    return op("stablehlo.scatter", operands, operands[:1], properties, region, values={1: _wide(index)})


def _wide_update(random: Random) -> Case:
    rows, index = random.choice((320, 512)), random.choice(("i8", "ui8"))
    operands = [Tensor((rows,)), Tensor((random.choice((1, 5)),)), Tensor((), index)]
    return op("stablehlo.dynamic_update_slice", operands, operands[:1], values={2: _wide(index)})


_COMBINERS = {
    "f32": ("add", "multiply", "maximum", "minimum", "replace"),
    "i32": ("add", "multiply", "maximum", "minimum", "and", "or", "xor", "replace"),
    "i1": ("or", "and", "xor", "replace"),
}


def _scatter(random: Random) -> Case:
    places = Places.draw(random)
    index, dtype = random.choice(_INDEX_TYPES), random.choice(tuple(_COMBINERS))
    count, name = random.choice((1, 1, 2)), random.choice(_COMBINERS[dtype])
    region = replacing(dtype, count) if name == "replace" else combining(name, dtype, count)
    inputs, updates = [Tensor(places.tensor, dtype)] * count, [Tensor(places.windows, dtype)] * count
    properties = f"scatter_dimension_numbers = {places.numbers('scatter', _SCATTER)}"
    values = {count: _indices(index)}
    operands = [*inputs, Tensor(places.indices, index), *updates]
    return op("stablehlo.scatter", operands, inputs, properties, region, values=values)


INDEXING: Cases = {
    "dynamic_slice": _dynamic_slice,
    "dynamic_update_slice": _dynamic_update_slice,
    "dynamic_update_slice wide": _wide_update,
    "gather": _gather,
    "gather wide": _wide_gather,
    "scatter": _scatter,
    "scatter wide": _wide_scatter,
}
