"""Programs of JAX read, verified and printed as jaxlib does it."""

import re
from pathlib import Path

import pytest

pytest.importorskip("jax")
pytest.importorskip("optax")

import jaxlib_oracle
from jax_texts import DYNAMIC, PROGRAMS, program_text

from llmsys_ir import dialects
from llmsys_ir.tools.driver import parse_module, verify_module
from llmsys_ir.tools.printing import module_text

_OP = re.compile(r'"((?:stablehlo|chlo|sdy)\.[a-z_0-9-]+)"\(')

EMITTED = """
chlo.acos chlo.acosh chlo.asin chlo.asinh chlo.atan chlo.atanh chlo.bessel_i1e chlo.conj chlo.cosh chlo.digamma
chlo.erf chlo.erf_inv chlo.erfc chlo.lgamma chlo.mulhi chlo.next_after chlo.polygamma chlo.ragged_dot chlo.sinh
chlo.square chlo.top_k chlo.zeta sdy.manual_computation sdy.mesh sdy.return sdy.sharding_constraint
sdy.sharding_group stablehlo.abs stablehlo.add stablehlo.after_all stablehlo.all_gather stablehlo.all_reduce
stablehlo.all_to_all stablehlo.and stablehlo.atan2 stablehlo.bitcast_convert stablehlo.broadcast_in_dim
stablehlo.case stablehlo.cbrt stablehlo.ceil stablehlo.cholesky stablehlo.clamp stablehlo.collective_broadcast
stablehlo.collective_permute stablehlo.compare stablehlo.complex stablehlo.composite stablehlo.concatenate
stablehlo.constant stablehlo.convert stablehlo.convolution stablehlo.cosine stablehlo.count_leading_zeros
stablehlo.create_token stablehlo.custom_call stablehlo.divide stablehlo.dot_general
stablehlo.dynamic_broadcast_in_dim stablehlo.dynamic_conv stablehlo.dynamic_gather stablehlo.dynamic_iota
stablehlo.dynamic_pad stablehlo.dynamic_reshape stablehlo.dynamic_slice stablehlo.dynamic_update_slice
stablehlo.exponential stablehlo.exponential_minus_one stablehlo.fft stablehlo.floor stablehlo.gather
stablehlo.get_dimension_size stablehlo.imag stablehlo.iota stablehlo.is_finite stablehlo.log stablehlo.log_plus_one
stablehlo.maximum stablehlo.minimum stablehlo.multiply stablehlo.negate stablehlo.not
stablehlo.optimization_barrier stablehlo.or stablehlo.pad stablehlo.partition_id stablehlo.popcnt stablehlo.power
stablehlo.real stablehlo.real_dynamic_slice stablehlo.recv stablehlo.reduce stablehlo.reduce_precision
stablehlo.reduce_scatter stablehlo.reduce_window stablehlo.remainder stablehlo.reshape stablehlo.return
stablehlo.reverse stablehlo.rng stablehlo.rng_bit_generator stablehlo.round_nearest_afz
stablehlo.round_nearest_even stablehlo.rsqrt stablehlo.scatter stablehlo.select stablehlo.select_and_scatter
stablehlo.send stablehlo.shift_left stablehlo.shift_right_arithmetic stablehlo.shift_right_logical stablehlo.sign
stablehlo.sine stablehlo.slice stablehlo.sort stablehlo.sqrt stablehlo.subtract stablehlo.tan stablehlo.tanh
stablehlo.transpose stablehlo.triangular_solve stablehlo.while stablehlo.xor
""".split()
"""The ops that the programs have between them."""

NAMES = [*PROGRAMS, *DYNAMIC]


def _printed(text: str, *, generic: bool = False) -> str:
    module = parse_module(dialects.context(), text, "program")
    verify_module(module)
    return module_text(module, generic=generic)


@pytest.mark.parametrize("name", NAMES)
def test_program_of_jax(name: str):
    given = program_text(name)
    pretty, generic = jaxlib_oracle.pretty(given), jaxlib_oracle.generic(given)
    assert _printed(given) == pretty
    assert _printed(generic) == pretty
    assert jaxlib_oracle.generic(_printed(given, generic=True)) == generic


def test_programs_have_every_op_that_jax_emits():
    found: set[str] = set()
    for name in NAMES:
        found |= set(_OP.findall(jaxlib_oracle.generic(program_text(name))))
    assert found == set(EMITTED)


FILES = sorted(
    path
    for path in (Path(__file__).parent / "filecheck" / "dialects").glob("*.mlir")
    if path.name.startswith(("chlo-", "sdy-", "stablehlo-"))
)


@pytest.mark.parametrize("path", [path for path in FILES if "verify" not in path.name], ids=lambda path: path.stem)
def test_file_prints_as_jaxlib_prints_it(path: Path):
    text = path.read_text(encoding="utf-8")
    pretty = jaxlib_oracle.pretty(text)
    assert _printed(text) == pretty
    assert jaxlib_oracle.pretty(_printed(pretty, generic=True)) == pretty


@pytest.mark.parametrize("path", [path for path in FILES if "verify" in path.name], ids=lambda path: path.stem)
def test_jaxlib_refuses_what_we_refuse(path: Path):
    for chunk in path.read_text(encoding="utf-8").split("// -----\n"):
        with pytest.raises(ValueError, match="error"):
            jaxlib_oracle.pretty(chunk)
