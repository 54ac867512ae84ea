"""Zero points in the form of LLVM 19: attributes of the op, or parts of its `quantization_info`."""

from __future__ import annotations

import re

from llmsys_ir.runtime.kernels.call import KernelCall


def zero_point_attribute(call: KernelCall, name: str) -> int:
    """The zero point `name`, 0 if the op is not quantized.

    Raises:
        ValueError: the op is quantized but does not state this zero point as a plain value.
    """
    value = call.signature.attributes.get(name)
    if isinstance(value, int):
        return value
    info = call.signature.attributes.get("quantization_info")
    if info is None:
        return 0
    match = re.search(rf"\b{name} = (-?\d+)", str(info))
    if not match:
        raise ValueError(f"expected '{name}' in the quantization info of '{call.signature.name}', got {info!r}")
    return int(match[1])
