"""Kernels of the cf dialect: assertions. Branches do not occur in a function of one block."""

from __future__ import annotations

from llmsys_ir.runtime.kernels.call import Array, Kernel, KernelCall


def _assert(call: KernelCall, condition: Array) -> tuple[Array, ...]:
    """Checks that the condition holds on every device."""
    if not condition.all():
        raise ValueError(f"the assertion does not hold: {call.signature.attributes.get('msg')}")
    return ()


KERNELS: dict[str, Kernel] = {"cf.assert": _assert}
