"""Constants whose elements stand at the end of a text: as dense attributes.

arith.constant dense_resource<weights> : tensor<2x3xf32>
{-# dialect_resources: { builtin: { weights: "0x04000000..." } } #-}
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import prod
from typing import cast

from xdsl.dialects.builtin import AnyDenseElement, BytesAttr, DenseIntOrFPElementsAttr, DenseResourceAttr, TensorType
from xdsl.ir import Attribute, Operation

from llmsys_ir.dialects.tensors import Tensor, as_tensor

_ALIGNMENT_BYTES = 4
"""A blob starts with its alignment, and then has the elements as they are in memory."""

_RESOURCE = re.compile(r'^\s*(?P<quote>"?)(?P<name>[^":\s]+)(?P=quote): "(?P<blob>0x[0-9A-Fa-f]*)"', re.MULTILINE)

_ATTRIBUTE = re.compile(r'dense_resource<"?(?P<name>[^">]+)"?> : (?P<type>.*)', re.DOTALL)


def resolve_resources(op: Operation, blobs: Mapping[str, str]) -> None:
    """Give the ops in `op` elements in place of resources, of which `blobs` has those in hex, by name.

    Raises:
        ValueError: a blob is not of the size of its type.
    """
    for inner in op.walk():
        for attributes in (inner.properties, inner.attributes):
            for name, attribute in attributes.items():
                if isinstance(attribute, DenseResourceAttr):
                    handle, type_ = attribute.resource_handle.data, as_tensor(attribute.type)
                    if handle in blobs and type_ is not None:
                        attributes[name] = elements_of(handle, type_, blobs[handle])


def elements_of(name: str, type_: Tensor, blob: str) -> Attribute:
    """The elements in a resource called `name`.

    Raises:
        ValueError: the blob is not in hex, or not of the size of the type.
    """
    if not blob.startswith("0x"):
        raise ValueError(f"resource '{name}' must be in hex such as 0x04000000, got '{blob[:20]}'")
    data = bytes.fromhex(blob.removeprefix("0x"))[_ALIGNMENT_BYTES:]
    element = cast(AnyDenseElement, type_.element_type)
    expected = prod(type_.get_shape()) * element.compile_time_size
    if len(data) != expected:
        raise ValueError(f"resource '{name}' must have {expected} bytes for {type_}, got {len(data)}")
    return DenseIntOrFPElementsAttr(cast("TensorType[AnyDenseElement]", type_), BytesAttr(data))


def named_resource(attribute: str) -> tuple[str, str] | None:
    """The name and the type in the text of an attribute, if it is a resource."""
    match = _ATTRIBUTE.fullmatch(attribute)
    return None if match is None else (match["name"], match["type"])


def resources_in(text: str) -> Mapping[str, str]:
    """The blobs at the end of a program's text, by name."""
    _, _, end = text.rpartition("{-#")
    return {match["name"]: match["blob"] for match in _RESOURCE.finditer(end)}
