"""The kernel of stablehlo's rng_bit_generator: the bits that XLA gives on a CPU.

Both generators are of J. K. Salmon et al., "Parallel Random Numbers: As Easy as 1, 2, 3", SC 2011: a keyed
permutation of a counter, here Threefry2x32 with 20 rounds and Philox4x32 with 10. The state is `[key, counter]` in
64-bit words, for Philox also `[key, low counter, high counter]`. How counters are laid out over the result is XLA's.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

import numpy as np

from llmsys_ir.runtime.kernels.arrays import local_reshape, where
from llmsys_ir.runtime.kernels.call import Array, Kernel, KernelCall
from llmsys_ir.runtime.kernels.dtypes import numpy_dtype
from llmsys_ir.runtime.kernels.elementwise import quiet

_ROTATIONS = ((13, 15, 26, 6), (17, 29, 16, 24))
_PARITY = np.uint32(0x1BD11BDA)
_PHILOX_MULTIPLIERS = (np.uint64(0xD2511F53), np.uint64(0xCD9E8D57))
_PHILOX_WEYL = (np.uint32(0x9E3779B9), np.uint32(0xBB67AE85))
_WORD = np.uint64(32)


def _words(value: Array) -> tuple[Array, Array]:
    """The low and the high half of 64-bit words."""
    return value.astype(np.uint32), (value >> _WORD).astype(np.uint32)


def _joined(low: Array, high: Array) -> Array:
    return low.astype(np.uint64) | (high.astype(np.uint64) << _WORD)


def _threefry(key: Array, counter: Array) -> tuple[Array, Array]:
    """Two 32-bit words per 64-bit counter."""
    low, high = _words(key)
    keys = (low, high, low ^ high ^ _PARITY)
    first, second = _words(counter)
    first, second = first + keys[0], second + keys[1]
    for group in range(5):
        for rotation in _ROTATIONS[group % 2]:
            first = first + second
            second = (second << np.uint32(rotation)) | (second >> np.uint32(32 - rotation))
            second = second ^ first
        first = first + keys[(group + 1) % 3]
        second = second + keys[(group + 2) % 3] + np.uint32(group + 1)
    return first, second


def _philox(key: Array, low: Array, high: Array) -> tuple[Array, ...]:
    """Four 32-bit words per 128-bit counter."""
    keys = _words(key)
    words = (*_words(low), *_words(high))
    for _ in range(10):
        low_0, high_0 = _words(words[0].astype(np.uint64) * _PHILOX_MULTIPLIERS[0])
        low_1, high_1 = _words(words[2].astype(np.uint64) * _PHILOX_MULTIPLIERS[1])
        words = (high_1 ^ words[1] ^ keys[0], low_1, high_0 ^ words[3] ^ keys[1], low_0)
        keys = (keys[0] + _PHILOX_WEYL[0], keys[1] + _PHILOX_WEYL[1])
    return words


def _split_dim(shape: Sequence[int]) -> int:
    """The dim along which pairs of words lie: the first even one, else the largest."""
    even = [dim for dim, size in enumerate(shape) if size % 2 == 0]
    return even[0] if even else max(range(len(shape)), key=lambda dim: shape[dim])


def _counters(start: Array, count: int) -> Array:
    """Per device `count` counters from its `start` on."""
    return start[..., None] + np.arange(count, dtype=np.uint64)


def _threefry_words(key: Array, counter: Array, shape: tuple[int, ...]) -> tuple[Array, int]:
    """32-bit words of the given local shape, and how many counters they took."""
    batch = key.ndim
    dim = _split_dim(shape or (1,))
    half = [(size + 1) // 2 if at == dim else size for at, size in enumerate(shape or (1,))]
    pair = _threefry(key[..., None], _counters(counter, prod(half)))
    parts = [local_reshape(words, batch, tuple(half)) for words in pair]
    stacked = np.stack(parts, axis=batch + dim + 1)
    words = local_reshape(stacked, batch, tuple(2 * size if at == dim else size for at, size in enumerate(half)))
    words = words[(slice(None),) * batch + tuple(slice(size) for size in shape or (1,))]
    return local_reshape(words, batch, shape), prod(half)


def _threefry_bits(state: Array, shape: tuple[int, ...], width: int) -> tuple[Array, list[Array]]:
    key, counter = state[..., 0], state[..., 1]
    if width == 64:
        count = prod(shape)
        bits = _joined(*_threefry(key[..., None], _counters(counter, count)))
        bits = local_reshape(bits, key.ndim, shape)
    else:
        bits, count = _threefry_words(key, counter, shape)
    return bits, [key, counter + np.uint64(count)]


def _philox_bits(state: Array, shape: tuple[int, ...], width: int) -> tuple[Array, list[Array]]:
    """With a state of two words the key is the high half of the counter too."""
    key, low = state[..., 0], state[..., 1]
    high = state[..., 2] if state.shape[-1] == 3 else key
    count = -(-prod(shape) * max(width, 32) // 128)
    counters = _counters(low, count)
    carried = high[..., None] + (counters < low[..., None])
    words = _philox(key[..., None], counters, carried)
    parts = [_joined(*words[:2]), _joined(*words[2:])] if width == 64 else list(words)
    flat = np.stack(np.broadcast_arrays(*parts), axis=-1).reshape((*key.shape, -1))[..., : prod(shape)]
    after = low + np.uint64(count)
    moved = [key, after, where(after < low, high + np.uint64(1), high)]
    return local_reshape(flat, key.ndim, shape), moved[: state.shape[-1]]


@quiet
def _rng_bit_generator(call: KernelCall, state: Array) -> tuple[Array, ...]:
    """The state after, and the bits; DEFAULT is Philox, as in XLA on a CPU."""
    algorithm = str(call.signature.attributes.get("rng_algorithm"))
    generate = {"DEFAULT": _philox_bits, "PHILOX": _philox_bits, "THREE_FRY": _threefry_bits}.get(algorithm)
    if generate is None:
        raise ValueError(f"unknown rng algorithm '{algorithm}'")
    after, result = call.signature.results
    dtype = numpy_dtype(result.dtype)
    width = 8 * dtype.itemsize
    bits, moved = generate(state.view(np.uint64), result.shape, width)
    narrow = bits.astype(np.dtype(f"uint{width}")).view(dtype)
    return np.stack(np.broadcast_arrays(*moved), axis=-1).astype(numpy_dtype(after.dtype)), narrow


RANDOM_KERNELS: dict[str, Kernel] = {"stablehlo.rng_bit_generator": _rng_bit_generator}
