"""Floats as MLIR writes them: six digits if they read back as the same value, then LLVM's shortest form, then bits."""

from __future__ import annotations

import math

from xdsl.dialects.builtin import AnyFloat

_SIGNIFICAND_BITS = {"bf16": 8, "f16": 11, "f32": 24, "f64": 53}


def float_text(value: float, type: AnyFloat) -> str:
    """The text of a value of type `type`."""
    if math.isfinite(value):
        short = _scientific(*_digits(value, 6), value, pad=6)
        if type.unpack(type.pack([float(short)]), 1)[0] == value:
            return short
        # The digits that LLVM takes as enough to tell two values of the type apart.
        precision = 2 + _SIGNIFICAND_BITS.get(type.name, 53) * 59 // 196
        full = _general(value, precision)
        if "." in full:
            return full
    return "0x" + type.pack([value])[::-1].hex().upper()


def _digits(value: float, precision: int) -> tuple[str, int]:
    """The significant digits of |value| without trailing zeros, and the power of ten of the last one.

    Rounded as LLVM does: digits are first cut off as far as the bits show them not to be needed.
    """
    if value == 0:
        return "0", 0
    numerator, denominator = abs(value).as_integer_ratio()
    power = denominator.bit_length() - 1
    significand, exponent = numerator * 5**power, -power
    surplus_bits = significand.bit_length() - (precision * 196 + 58) // 59
    surplus = max(0, surplus_bits) * 59 // 196
    digits = str(significand // 10**surplus)
    rounded = str(int(digits[:precision]) + (digits[precision : precision + 1] >= "5"))
    exponent += surplus + max(0, len(digits) - precision)
    stripped = rounded.rstrip("0")
    return stripped, exponent + len(rounded) - len(stripped)


def _sign(value: float) -> str:
    return "-" if math.copysign(1.0, value) < 0 else ""


def _scientific(digits: str, exponent: int, value: float, *, pad: int) -> str:
    """`1.500000e+01`, or without padding `1.5E+1`."""
    power = exponent + len(digits) - 1
    fraction = digits[1:].ljust(pad, "0") if pad else digits[1:] or "0"
    shown = f"e{power:+03d}" if pad else f"E{power:+d}"
    return f"{_sign(value)}{digits[0]}.{fraction}{shown}"


def _general(value: float, precision: int, max_padding: int = 3) -> str:
    """LLVM's `APFloat::toString`: positional if that takes few zeros, else scientific."""
    digits, exponent = _digits(value, precision)
    count = len(digits)
    whole = count + exponent
    if exponent >= 0:
        if exponent > max_padding or whole > precision:
            return _scientific(digits, exponent, value, pad=0)
        return _sign(value) + digits + "0" * exponent
    if whole > 0:
        return f"{_sign(value)}{digits[:whole]}.{digits[whole:]}"
    if 1 - whole > max_padding:
        return _scientific(digits, exponent, value, pad=0)
    return f"{_sign(value)}0.{'0' * -whole}{digits}"
