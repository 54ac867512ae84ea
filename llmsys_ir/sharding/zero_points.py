"""Zero points of tosa's quantized ops: operands in LLVM 22, before that attributes or parts of `quantization_info`."""

from __future__ import annotations

import re

from llmsys_ir.sharding.signature import OpSignature


def zero_point_attribute(signature: OpSignature, name: str) -> int:
    """The zero point `name` that attributes state, 0 if the op is not quantized.

    Raises:
        ValueError: the op is quantized but does not state this zero point as a plain value.
    """
    value = signature.attributes.get(name)
    if isinstance(value, int):
        return value
    info = signature.attributes.get("quantization_info")
    if info is None:
        return 0
    match = re.search(rf"\b{name} = (-?\d+)", str(info))
    if not match:
        raise ValueError(f"expected '{name}' in the quantization info of '{signature.name}', got {info!r}")
    return int(match[1])


def zero_point(signature: OpSignature, name: str, operand: int) -> int | None:
    """The zero point `name`, which is operand number `operand` if there are so many; None if it is not known."""
    if operand >= len(signature.operands):
        return zero_point_attribute(signature, name)
    known = signature.constants[operand] if operand < len(signature.constants) else None
    return None if known is None else int(known[0])
