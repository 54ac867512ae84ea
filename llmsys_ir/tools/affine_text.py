"""Affine maps as MLIR writes them, with no more parentheses than needed: `(d0) -> (d0 * 2 - 1)`."""

from __future__ import annotations

from xdsl.ir.affine import (
    AffineBinaryOpExpr,
    AffineBinaryOpKind,
    AffineConstantExpr,
    AffineExpr,
    AffineMap,
)

_MULTIPLY = AffineBinaryOpKind.Mul


def map_text(affine_map: AffineMap) -> str:
    """The text between the angle brackets of `affine_map<...>`."""
    dims = ", ".join(f"d{number}" for number in range(affine_map.num_dims))
    symbols = ", ".join(f"s{number}" for number in range(affine_map.num_symbols))
    results = ", ".join(_text(result) for result in affine_map.results)
    return f"({dims}){f'[{symbols}]' if symbols else ''} -> ({results})"


def _text(expr: AffineExpr, *, tight: bool = False) -> str:
    """The text of an expression, in parentheses if it would fall apart in a `tight` place."""
    if not isinstance(expr, AffineBinaryOpExpr):
        return str(expr)
    text = _sum(expr) if expr.kind is AffineBinaryOpKind.Add else _product(expr)
    return f"({text})" if tight else text


def _product(expr: AffineBinaryOpExpr) -> str:
    left = _text(expr.lhs, tight=True)
    if expr.kind is _MULTIPLY and _constant(expr.rhs) == -1:
        return f"-{left}"
    return f"{left} {expr.kind.get_token()} {_text(expr.rhs, tight=True)}"


def _sum(expr: AffineBinaryOpExpr) -> str:
    left, right = _text(expr.lhs), expr.rhs
    if isinstance(right, AffineBinaryOpExpr) and right.kind is _MULTIPLY:
        factor = _constant(right.rhs)
        if factor == -1:
            is_sum = isinstance(right.lhs, AffineBinaryOpExpr) and right.lhs.kind is AffineBinaryOpKind.Add
            return f"{left} - {_text(right.lhs, tight=is_sum)}"
        if factor is not None and factor < -1:
            return f"{left} - {_text(right.lhs, tight=True)} * {-factor}"
    number = _constant(right)
    if number is not None and number < 0:
        return f"{left} - {-number}"
    return f"{left} + {_text(right)}"


def _constant(expr: AffineExpr) -> int | None:
    return expr.value if isinstance(expr, AffineConstantExpr) else None
