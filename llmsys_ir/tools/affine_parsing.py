"""Semi-affine maps, which xDSL 0.74 lacks: a symbol may be a factor or a divisor, as in `()[s0, s1] -> (s0 * s1)`."""

from __future__ import annotations

from xdsl.ir.affine import AffineBinaryOpExpr, AffineBinaryOpKind, AffineConstantExpr, AffineExpr
from xdsl.parser.affine_parser import AffineParser
from xdsl.utils.exceptions import ParseError
from xdsl.utils.mlir_lexer import MLIRToken

_KINDS = {kind.get_token(): kind for kind in AffineBinaryOpKind}


class SemiAffineParser(AffineParser):
    """Parses affine maps and sets as MLIR does."""

    def _create_binop_expr(self, lhs: AffineExpr, rhs: AffineExpr, binop: MLIRToken) -> AffineExpr:
        kind = _KINDS.get(binop.text)
        if kind in (None, AffineBinaryOpKind.Add) or _is_constant(rhs):
            return super()._create_binop_expr(lhs, rhs, binop)
        if kind is AffineBinaryOpKind.Mul:
            return self._product(lhs, rhs, binop)
        if rhs.used_dims():
            what = f"right operand of {binop.text} has to be either a constant or symbolic"
            raise ParseError(binop.span, f"non-affine expression: {what}")
        return AffineBinaryOpExpr(kind, lhs, rhs)

    def _product(self, lhs: AffineExpr, rhs: AffineExpr, binop: MLIRToken) -> AffineExpr:
        if _is_constant(lhs):
            return super()._create_binop_expr(lhs, rhs, binop)
        if rhs.used_dims():
            lhs, rhs = rhs, lhs
        if rhs.used_dims():
            what = "at least one of the multiply operands has to be either a constant or symbolic"
            raise ParseError(binop.span, f"non-affine expression: {what}")
        return AffineBinaryOpExpr(AffineBinaryOpKind.Mul, lhs, rhs)


def _is_constant(expr: AffineExpr) -> bool:
    return isinstance(expr, AffineConstantExpr)
