"""Donated arguments: those whose memory the program may use for something else once it has read them."""

from __future__ import annotations

from collections.abc import Mapping

from xdsl.dialects import func
from xdsl.dialects.builtin import ArrayAttr, BoolAttr, DictionaryAttr, IntegerAttr
from xdsl.ir import Attribute

ALIAS_ATTRIBUTE = "tf.aliasing_output"
"""On an argument: the number of the result that takes its memory."""

DONOR_ATTRIBUTE = "jax.buffer_donor"
"""On an argument: true if any result may take its memory."""


def donations(function: func.FuncOp) -> Mapping[int, int | None]:
    """The numbers of donated arguments, each with that of the result that takes its memory, where that is said."""
    return {} if function.arg_attrs is None else _donations(function.arg_attrs, len(function.function_type.outputs))


def _donations(entries: ArrayAttr[DictionaryAttr], results: int) -> Mapping[int, int | None]:
    found: dict[int, int | None] = {}
    for number, entry in enumerate(entries):
        alias, donor = entry.data.get(ALIAS_ATTRIBUTE), entry.data.get(DONOR_ATTRIBUTE)
        if isinstance(alias, IntegerAttr) and 0 <= alias.value.data < results:
            found[number] = alias.value.data
        elif isinstance(donor, IntegerAttr) and donor.value.data:
            found[number] = None
    return found


def without_alias(entry: Mapping[str, Attribute]) -> dict[str, Attribute]:
    """The attributes of an argument whose memory no particular result can take."""
    rest = {name: value for name, value in entry.items() if name != ALIAS_ATTRIBUTE}
    return {**rest, DONOR_ATTRIBUTE: BoolAttr.from_bool(True)} if ALIAS_ATTRIBUTE in entry else rest
