"""erf and erfc for whole arrays, by rational approximation in double precision.

W. J. Cody, "Rational Chebyshev Approximations for the Error Function", Mathematics of Computation 23 (1969),
631-637, with the coefficients of his `calerf`: relative error below 1.2e-16 on each of three ranges of |x|.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from llmsys_ir.runtime.kernels.call import Array
from llmsys_ir.runtime.kernels.double_precision import in_double_precision, rational

_SMALL_NUMERATOR = (
    1.85777706184603153e-1,
    3.16112374387056560e00,
    1.13864154151050156e02,
    3.77485237685302021e02,
    3.20937758913846947e03,
)
_SMALL_DENOMINATOR = (
    1.0,
    2.36012909523441209e01,
    2.44024637934444173e02,
    1.28261652607737228e03,
    2.84423683343917062e03,
)
_MIDDLE_NUMERATOR = (
    2.15311535474403846e-8,
    5.64188496988670089e-1,
    8.88314979438837594e00,
    6.61191906371416295e01,
    2.98635138197400131e02,
    8.81952221241769090e02,
    1.71204761263407058e03,
    2.05107837782607147e03,
    1.23033935479799725e03,
)
_MIDDLE_DENOMINATOR = (
    1.0,
    1.57449261107098347e01,
    1.17693950891312499e02,
    5.37181101862009858e02,
    1.62138957456669019e03,
    3.29079923573345963e03,
    4.36261909014324716e03,
    3.43936767414372164e03,
    1.23033935480374942e03,
)
_LARGE_NUMERATOR = (
    1.63153871373020978e-2,
    3.05326634961232344e-1,
    3.60344899949804439e-1,
    1.25781726111229246e-1,
    1.60837851487422766e-2,
    6.58749161529837803e-4,
)
_LARGE_DENOMINATOR = (
    1.0,
    2.56852019228982242e00,
    1.87295284992346047e00,
    5.27905102951428412e-1,
    6.05183413124413191e-2,
    2.33520497626869185e-3,
)
_INVERSE_SQRT_PI = 5.6418958354775628695e-1
_SMALL, _LARGE = 0.46875, 4.0
_OVERFLOW = 28.0
"""Beyond it erfc underflows to zero."""


def _exp_minus_square(xp: Any, y: Array) -> Array:
    """exp(-y²) without the rounding error of y²: y is split at sixteenths."""
    head = xp.trunc(y * 16.0) / 16.0
    return xp.exp(-head * head) * xp.exp(-(y - head) * (y + head))


def _erf_small(x: Array) -> Array:
    return x * rational(x * x, _SMALL_NUMERATOR, _SMALL_DENOMINATOR)


def _erfc_middle(xp: Any, y: Array) -> Array:
    return _exp_minus_square(xp, y) * rational(y, _MIDDLE_NUMERATOR, _MIDDLE_DENOMINATOR)


def _erfc_large(xp: Any, y: Array) -> Array:
    y = xp.minimum(y, _OVERFLOW)
    inverse_square = 1.0 / (y * y)
    tail = inverse_square * rational(inverse_square, _LARGE_NUMERATOR, _LARGE_DENOMINATOR)
    return _exp_minus_square(xp, y) * (_INVERSE_SQRT_PI - tail) / y


def _erf(xp: Any, x: Array) -> Array:
    def beyond(tail: Callable[[Any, Array], Array]) -> Callable[[Array], Array]:
        return lambda x: xp.copysign(1.0 - tail(xp, abs(x)), x)

    y = abs(x)
    return xp.piecewise(x, [y <= _SMALL, y > _LARGE], [_erf_small, beyond(_erfc_large), beyond(_erfc_middle)])


def _erfc(xp: Any, x: Array) -> Array:
    def beyond(tail: Callable[[Any, Array], Array]) -> Callable[[Array], Array]:
        return lambda x: xp.where(x < 0, 2.0 - tail(xp, abs(x)), tail(xp, abs(x)))

    y = abs(x)
    small: Callable[[Array], Array] = lambda x: 1.0 - _erf_small(x)  # noqa: E731
    return xp.piecewise(x, [y <= _SMALL, y > _LARGE], [small, beyond(_erfc_large), beyond(_erfc_middle)])


def erf(xp: Any, x: Array) -> Array:
    """The error function, to the precision of `x`'s dtype."""
    return in_double_precision(_erf, xp, x)


def erfc(xp: Any, x: Array) -> Array:
    """1 - erf(x), accurate also where erf is close to 1."""
    return in_double_precision(_erfc, xp, x)
