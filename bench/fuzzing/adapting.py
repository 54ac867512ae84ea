"""Bringing a value to another type, by ops that move elements."""

from __future__ import annotations

from math import prod

from fuzzing.building import Block, Make, RejectedError, small_integers
from fuzzing.program import Value
from random_ops.stablehlo_case import array
from random_ops.tensors import Tensor


def operand(block: Block, tensor: Tensor | str, make: Make | None = None, *, core: bool = False) -> Value:
    """A value of this type: one that there is, one made of another one, or a new argument made by `make`."""
    random = block.random
    if isinstance(tensor, Tensor) and (make is None or random.random() < 0.3):
        known = block.find(tensor)
        if known is not None and random.random() < 0.9:
            return known
        if random.random() < 0.5:
            adapted = _adapted(block, tensor, core)
            if adapted is not None:
                return adapted
    return block.function.argument(tensor, make or small_integers)


def brought(block: Block, tensor: Tensor) -> Value:
    """A value of this type that there is, or one made of another one if that can be.

    Raises:
        RejectedError: none can be made.
    """
    found = block.find(tensor) or _adapted(block, tensor, core=False)
    if found is None:
        raise RejectedError
    return found


def _adapted(block: Block, tensor: Tensor, core: bool) -> Value | None:
    """Another value, late ones more often, cut, padded, reshaped and converted to a type."""
    usable = [
        value
        for value in block.visible
        if prod(value.tensor.shape) and (not core or value.tensor.dtype == tensor.dtype)
    ]
    if not usable or not prod(tensor.shape):
        return None
    value = block.random.choice([*usable, *usable[-3:]])
    if value.tensor.dtype != tensor.dtype:
        value = _converted(block, value, tensor.dtype)
    if len(value.tensor.shape) != len(tensor.shape) and prod(value.tensor.shape) != prod(tensor.shape):
        flat = prod(value.tensor.shape)
        value = _resized(block, _reshaped(block, value, (flat,), core), (prod(tensor.shape),), core)
    elif prod(value.tensor.shape) != prod(tensor.shape) or len(value.tensor.shape) == len(tensor.shape):
        value = _resized(block, value, tensor.shape, core)
    return _reshaped(block, value, tensor.shape, core)


def _converted(block: Block, value: Value, dtype: str) -> Value:
    given, result = value.tensor, Tensor(value.tensor.shape, dtype)
    return block.op(f"%r = stablehlo.convert {{0}} : ({given}) -> {result}", [value], [result])[0]


def _reshaped(block: Block, value: Value, shape: tuple[int, ...], core: bool) -> Value:
    given, result = value.tensor, Tensor(shape, value.tensor.dtype)
    if given == result:
        return value
    if core:
        numbers = f": {', '.join(map(str, shape))}" if shape else ""
        text = f"%r = tosa.reshape {{0}} {{new_shape = array<i64{numbers}>}} : ({given}) -> {result}"
    else:
        text = f"%r = stablehlo.reshape {{0}} : ({given}) -> {result}"
    return block.op(text, [value], [result])[0]


def _resized(block: Block, value: Value, shape: tuple[int, ...], core: bool) -> Value:
    """Some elements of the dims that are to be smaller, and then padding behind those that are to be larger."""
    given = value.tensor
    if given.shape == shape:
        return value
    cut = tuple(map(min, given.shape, shape))
    starts = [block.random.randint(0, size - taken) for size, taken in zip(given.shape, cut, strict=True)]
    part = Tensor(cut, given.dtype)
    if cut != given.shape:
        limits = [start + size for start, size in zip(starts, cut, strict=True)]
        ones = [1] * len(cut)
        if core:
            text = f"%r = tensor.extract_slice {{0}}{starts} {list(cut)} {ones} : {given} to {part}"
        else:
            text = (
                f'%r = "stablehlo.slice"({{0}}) <{{start_indices = {array(starts)}, limit_indices = {array(limits)}, '
                f"strides = {array(ones)}}}> : ({given}) -> {part}"
            )
        (value,) = block.op(text, [value], [part])
    if cut != shape:
        value = _padded(block, value, shape, core)
    return value


def _padded(block: Block, value: Value, shape: tuple[int, ...], core: bool) -> Value:
    given, result = value.tensor, Tensor(shape, value.tensor.dtype)
    more = [after - before for before, after in zip(given.shape, shape, strict=True)]
    low = [block.random.randint(0, amount) for amount in more]
    high = [amount - before for amount, before in zip(more, low, strict=True)]
    zero = {"f": "0.0", "b": "0.0", "c": "(0.0, 0.0)"}.get(given.dtype[0], "0")
    zero = "false" if given.dtype == "i1" else zero
    if core:
        ones = [1] * len(shape)
        text = (
            f"%z = arith.constant dense<{zero}> : {result}\n"
            f"%r = tensor.insert_slice {{0}} into %z{low} {list(given.shape)} {ones} : {given} into {result}"
        )
    else:
        scalar = Tensor((), given.dtype)
        text = (
            f"%z = stablehlo.constant dense<{zero}> : {scalar}\n"
            f'%r = "stablehlo.pad"({{0}}, %z) <{{edge_padding_low = {array(low)}, edge_padding_high = {array(high)}, '
            f"interior_padding = {array([0] * len(shape))}}}> : ({given}, {scalar}) -> {result}"
        )
    return block.op(text, [value], [result])[0]
