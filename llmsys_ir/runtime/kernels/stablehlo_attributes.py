"""Attributes of stablehlo ops that may be absent, and operands that all devices must know alike."""

from __future__ import annotations

import numpy as np

from llmsys_ir.runtime.kernels.call import Array, KernelCall


def integers_or(call: KernelCall, name: str, count: int, default: int) -> tuple[int, ...]:
    """`count` integers or booleans of the attribute `name`, flattened; `default` for all where it is absent.

    Raises:
        ValueError: it has another number of elements.
    """
    value = call.dense.get(name, call.signature.attributes.get(name))
    if value is None:
        value = default
    flat = np.ravel(np.asarray(value))
    if flat.size not in (1, count):
        raise ValueError(f"expected {count} integers as attribute '{name}', got {flat.size}")
    return tuple(int(item) for item in np.broadcast_to(flat, count))


def pairs_or(call: KernelCall, name: str, count: int, default: int) -> tuple[tuple[int, int], ...]:
    """`count` pairs of integers: padding before and after each dim."""
    flat = integers_or(call, name, 2 * count, default)
    return tuple(zip(flat[::2], flat[1::2], strict=True))


def common_values(call: KernelCall, operand: Array) -> tuple[int, ...]:
    """A one-dimensional operand that says a shape or bounds.

    Raises:
        ValueError: it differs between devices.
    """
    devices = operand.reshape((-1, operand.shape[-1]))
    if (devices != devices[0]).any():
        raise ValueError(f"'{call.signature.name}': devices disagree on a shape or bound that all must share")
    return tuple(int(value) for value in devices[0])
