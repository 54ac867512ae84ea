# JAX leaves most types open.
# pyright: basic
"""The GPT of `jax_gpt.py` with a mixture of experts in each layer; a token goes to one of them, as in Switch.

python examples/jax_moe.py [--steps 50] [--mesh 8] [--partitioner xla|llmsys]
"""

from __future__ import annotations

from functools import partial
from typing import Any

import jax
import jax.numpy as jnp
import jax_gpt
import numpy as np
from jax_gpt import Params, Sizes

EXPERTS = 8

CAPACITY = 1.5
"""Places of an expert, per token that it would get if all got the same number."""


def init(random: np.random.Generator, sizes: Sizes) -> Params:
    """The GPT's parameters, with a router and experts in place of the feed-forward matrices."""
    params = jax_gpt.init(random, sizes)
    hidden = sizes.hidden // 2
    for block in params["blocks"]:
        block["router"] = random.standard_normal((sizes.width, EXPERTS), np.float32) / np.float32(sizes.width)
        block["up"] = random.standard_normal((EXPERTS, sizes.width, hidden), np.float32) / np.float32(sizes.width**0.5)
        block["down"] = random.standard_normal((EXPERTS, hidden, sizes.width), np.float32) / np.float32(hidden**0.5)
    return params


def mixture(x: Any, block: Params) -> Any:
    """What each token's expert makes of it; nothing for tokens that come when it has no place left."""
    gates = jax.nn.softmax(x @ block["router"], -1)
    expert = jax.nn.one_hot(jnp.argmax(gates, -1), EXPERTS, dtype=x.dtype)
    place = (jnp.cumsum(expert, 1) - 1) * expert
    places = int(CAPACITY * x.shape[1] / EXPERTS)
    dispatch = expert[..., None] * jax.nn.one_hot(place.sum(-1).astype(jnp.int32), places, dtype=x.dtype)[:, :, None]
    taken = jnp.einsum("bsec,bsw->ebcw", dispatch, x)
    hidden = jax.nn.gelu(jnp.einsum("ebcw,ewh->ebch", taken, block["up"]))
    given = jnp.einsum("ebch,ehw->ebcw", hidden, block["down"])
    return jnp.einsum("bsec,bse,ebcw->bsw", dispatch, gates, given)


loss = partial(jax_gpt.loss, layer=mixture)
step = partial(jax_gpt.step, loss=loss)

if __name__ == "__main__":
    jax_gpt.main(step, init)
