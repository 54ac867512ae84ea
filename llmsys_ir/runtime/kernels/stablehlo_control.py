"""Kernels of stablehlo's control flow: regions of whole tensors, run as often as the predicates say.

On a mesh a predicate may differ between devices. Then all devices run the region and those that do not take it keep
what they have, which is what each would compute alone; but not where the region communicates, because devices would
wait for others that never come.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from llmsys_ir.runtime.kernels.arrays import local_reshape, where
from llmsys_ir.runtime.kernels.call import Array, Kernel, KernelCall


def _merged(call: KernelCall, taken: Array, values: Sequence[Array], others: Sequence[Array]) -> tuple[Array, ...]:
    """The values on devices where `taken`, the others elsewhere."""
    if call.of_all is not None:
        raise ValueError("devices disagree on its predicate, but its regions communicate, in which all must take part")
    ranks = (value.ndim - call.batch for value in values)
    masks = (local_reshape(taken, call.batch, (1,) * rank) for rank in ranks)
    return tuple(where(*choice) for choice in zip(masks, values, others, strict=True))


def _of_all(call: KernelCall, scalar: Array) -> Array:
    """What decides, of all the devices that must decide alike."""
    return scalar if call.of_all is None else call.of_all(scalar)


def _while(call: KernelCall, *operands: Array) -> tuple[Array, ...]:
    """Runs the second region on the carried values as long as the first says so.

    It may write into arrays that it gave itself, but not where some devices keep them: then it is given views.
    """
    condition, body = call.regions
    carried = operands
    while True:
        (going,) = condition(*carried)
        going = _of_all(call, going)
        if not going.any():
            return carried
        if going.all():
            carried = body(*carried)
        else:
            carried = _merged(call, going, body(*(value.view() for value in carried)), carried)


def _branches(call: KernelCall, chosen: Array) -> tuple[Array, ...]:
    """The results of the branches that devices choose, by number."""
    first, *rest = np.unique(_of_all(call, chosen))
    results = call.regions[int(first)]()
    for number in rest:
        results = _merged(call, chosen == number, call.regions[int(number)](), results)
    return results


def _case(call: KernelCall, index: Array) -> tuple[Array, ...]:
    """The branch that the index says; beyond their number, the last."""
    last = len(call.regions) - 1
    return _branches(call, where((index < 0) | (index > last), last, index))


def _if(call: KernelCall, predicate: Array) -> tuple[Array, ...]:
    return _branches(call, where(predicate, 0, 1))


CONTROL_KERNELS: dict[str, Kernel] = {
    "stablehlo.while": _while,
    "stablehlo.case": _case,
    "stablehlo.if": _if,
}
