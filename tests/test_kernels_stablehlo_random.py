from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from jax_oracle import check_text, parse, run

SHAPES: list[tuple[int, ...]] = [(), (1,), (7,), (3, 4), (3, 5), (3, 1, 2)]
RNG = np.random.default_rng(12)


def random_text(algorithm: str, state: int, dtype: str, shapes: list[tuple[int, ...]]) -> str:
    """Generators of all shapes, each going on from the state that the one before left."""
    types = ["x".join((*map(str, shape), dtype)) for shape in shapes]
    lines = [
        f"%s{at + 1}, %r{at} = stablehlo.rng_bit_generator %s{at}, algorithm = {algorithm} "
        f": (tensor<{state}xui64>) -> (tensor<{state}xui64>, tensor<{type_}>)"
        for at, type_ in enumerate(types)
    ]
    results = ", ".join(f"tensor<{type_}>" for type_ in types)
    values = ", ".join(f"%r{at}" for at in range(len(types)))
    return f"""func.func @main(%s0: tensor<{state}xui64>) -> (tensor<{state}xui64>, {results}) {{
      {chr(10).join(lines)}
      return %s{len(types)}, {values} : tensor<{state}xui64>, {results}
    }}"""


@pytest.mark.parametrize("dtype", ["ui32", "ui64", "ui16"])
@pytest.mark.parametrize(("algorithm", "state"), [("THREE_FRY", 2), ("DEFAULT", 2), ("PHILOX", 3)])
def test_bits(algorithm: str, state: int, dtype: str) -> None:
    text = random_text(algorithm, state, dtype, SHAPES)
    check_text(text, RNG.integers(0, 2**63, state).astype(np.uint64))
    check_text(text, np.full(state, 2**64 - 2, np.uint64), meshes=False)


def test_each_device_has_its_own_state() -> None:
    states: Any = RNG.integers(0, 2**63, (2, 1, 2)).astype(np.uint64)
    _, bits = run(parse(random_text("DEFAULT", 2, "ui32", [(3,)])), [states], 2)
    assert bits.shape == (2, 1, 3)
    assert len(np.unique(bits)) == 6
