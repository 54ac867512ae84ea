"""The logarithm of gamma, its derivatives, and Hurwitz' zeta function, for whole arrays.

All are computed in f64 from their asymptotic series in Bernoulli numbers (M. Abramowitz, I. Stegun, "Handbook of
Mathematical Functions", 6.1.40, 6.3.18 and 23.1.30), at arguments moved up by the recurrence. Absolute errors are
below 1e-13 up to arguments of 100, relative ones below 1e-13 where no zero is near.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from llmsys_ir.runtime.kernels.arrays import where
from llmsys_ir.runtime.kernels.call import Array
from llmsys_ir.runtime.kernels.double_precision import in_double_precision

_BERNOULLI = (1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6, -3617 / 510, 43867 / 798, -174611 / 330)
"""B₂, B₄, …"""
_LARGE = 12
"""From here on the series converge to f64."""
_HALF_LOG_TWO_PI = 0.9189385332046727418


def _log_gamma_large(x: Array) -> Array:
    total = (x - 0.5) * np.log(x) - x + _HALF_LOG_TWO_PI
    for index, number in enumerate(_BERNOULLI):
        order = 2 * (index + 1)
        total = total + number / (order * (order - 1)) / x ** (order - 1)
    return total


def _log_gamma_positive(x: Array) -> Array:
    product = np.ones_like(x)
    for _ in range(_LARGE):
        small = x < _LARGE
        product = where(small, product * x, product)
        x = where(small, x + 1, x)
    return where(np.isinf(x), x, _log_gamma_large(x) - np.log(product))


def _sine_of_pi(x: Array) -> Array:
    """sin(πx) of the distance to the nearest integer: zero at integers."""
    return np.sin(np.pi * (x - np.rint(x)))


def _log_gamma(_: Any, x: Array) -> Array:
    """By the reflection formula below 1/2; infinite at 0, -1, -2, …"""
    reflected = x < 0.5
    positive = _log_gamma_positive(where(reflected, 1 - x, x))
    mirrored = np.log(np.pi / abs(_sine_of_pi(x))) - positive
    return where(np.isinf(x), np.inf, where(reflected, mirrored, positive))


def _digamma_positive(x: Array) -> Array:
    total = np.zeros_like(x)
    for _ in range(_LARGE):
        small = x < _LARGE
        total = where(small, total - 1 / x, total)
        x = where(small, x + 1, x)
    series = np.log(x) - 0.5 / x
    for index, number in enumerate(_BERNOULLI):
        order = 2 * (index + 1)
        series = series - number / order / x**order
    return total + series


def _digamma(_: Any, x: Array) -> Array:
    """By the reflection formula below 0; NaN at 0, -1, -2, …"""
    reflected = x < 0.5
    positive = _digamma_positive(where(reflected, 1 - x, x))
    distance = x - np.rint(x)
    mirrored = positive - np.pi / np.tan(np.pi * distance)
    return where((x <= 0) & (distance == 0), np.nan, where(reflected, mirrored, positive))


def _zeta(_: Any, s: Array, q: Array) -> Array:
    """Σ (q + k)⁻ˢ by the Euler-Maclaurin formula."""
    total = np.zeros_like(s * q)
    for index in range(_LARGE):
        total = total + (q + index) ** -s
    base = q + _LARGE
    total = total + base ** (1 - s) / (s - 1) + 0.5 * base**-s
    factor = 0.5 * s / base * base**-s
    for index, number in enumerate(_BERNOULLI):
        order = 2 * (index + 1)
        total = total + number * factor
        factor = factor * (s + order - 1) * (s + order) / (base * base)
        factor = factor / ((order + 1) * (order + 2))
    pole = (q <= 0) & (q == np.floor(q))
    undefined = (s < 1) | ((q <= 0) & (s != np.floor(s)))
    return where(s == 1, np.inf, where(undefined, np.nan, where(pole, np.inf, total)))


def _polygamma(xp: Any, n: Array, x: Array) -> Array:
    """(-1)ⁿ⁺¹ n! ζ(n + 1, x)."""
    sign = where(n % 2 == 0, -1.0, 1.0)
    derivative = sign * np.exp(_log_gamma(xp, n + 1)) * _zeta(xp, n + 1, x)
    undefined = (n < 0) | (n != np.floor(n))
    return where(undefined, np.nan, where(n == 0, _digamma(xp, x), derivative))


def log_gamma(xp: Any, x: Array) -> Array:
    """Log |Γ(x)|, infinite at the poles."""
    return in_double_precision(_log_gamma, xp, x)


def digamma(xp: Any, x: Array) -> Array:
    """The derivative of log Γ(x), NaN at the poles."""
    return in_double_precision(_digamma, xp, x)


def zeta(xp: Any, s: Array, q: Array) -> Array:
    """Hurwitz' zeta function for s > 1; infinite for s = 1 and at q = 0, -1, …, else NaN."""
    return in_double_precision(_zeta, xp, s, q)


def polygamma(xp: Any, n: Array, x: Array) -> Array:
    """The derivative of order n + 1 of log Γ(x); NaN unless n is 0, 1, …"""
    return in_double_precision(_polygamma, xp, n, x)
