"""Programs with something wrong in them: one clear error, or a program that prints and reads back as itself."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from xdsl.utils.exceptions import ParseError

from llmsys_ir import dialects
from llmsys_ir.program.signature import signature_of
from llmsys_ir.tools.driver import parse_module, verify_module
from llmsys_ir.tools.printing import module_text
from llmsys_ir.tools.reports import VerificationError

FILES = sorted(
    path
    for path in (Path(__file__).parent / "filecheck" / "dialects").glob("*.mlir")
    if path.name.startswith(("chlo-", "sdy-", "stablehlo-")) and "verify" not in path.name
)

ATTRIBUTES = (
    "-1 : i64",
    "99999999999 : i64",
    "1.0 : f32",
    '"x"',
    "[]",
    "[1, 2]",
    "dense<1> : tensor<2xi64>",
    "dense<1.0> : tensor<2x2xf32>",
    "dense<0> : tensor<4611686018427387904xi64>",
    "array<i64>",
    "array<i64: 0, 7>",
    "array<i32: 1>",
    "array<i1: true>",
    "true",
    "unit",
    "@f",
    "{}",
    "#stablehlo<precision HIGH>",
    "#stablehlo.gather<>",
    "#stablehlo.dot<lhs_contracting_dimensions = [9]>",
    "#stablehlo.channel_handle<handle = -5, type = 9>",
    "#stablehlo.conv<[b, f]x[i, o]->[b, f]>",
    "#sdy.sharding_per_value<[]>",
    '#sdy.sharding<@nowhere, [{"x"}]>',
)
TYPES = (
    "tensor<f32>",
    "tensor<?x3xf32>",
    "tensor<*xf32>",
    "tensor<0x3xi32>",
    "tensor<4611686018427387904xf32>",
    "tensor<2x3xcomplex<f64>>",
    "tensor<2x!quant.uniform<i8:f32, 0.1>>",
    "f32",
    "index",
    "none",
    "() -> ()",
    "vector<2xf32>",
    "memref<2xf32>",
    "tuple<tensor<f32>>",
    "!stablehlo.token",
    "!stablehlo.future<tensor<f32>>",
)
NUMBERS = ("0", "1", "-1", "7", "9223372036854775807", "99999999999999999999")

KINDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "attributes": (r"(?<= = )[^,{}<>=]+(?:<[^<>]*(?:<[^<>]*>)*[^<>]*>)?(?=[,}])", ATTRIBUTES),
    "types": (r"tensor<[^<>]*(?:<[^<>]*>)?>", TYPES),
    "numbers": (r"-?\b\d+\b", NUMBERS),
    "absent": (r"\w+ = [^,{}<>\[\]]*, ?", ("",)),
    "operands": (r"%[\w#]+(?:, )?", ("", "%arg0, %arg0, ", "%nowhere, ")),
    "cut": (r".{7}", ("",)),
}
"""What is replaced, and by what."""


def mutated(text: str, kind: str, generator: random.Random) -> str:
    pattern, replacements = KINDS[kind]
    lines = text.splitlines()
    ops = [number for number, line in enumerate(lines) if re.search(r"(?<!// CHECK)[^@/]*(stablehlo|chlo|sdy)\.", line)]
    number = generator.choice([number for number in ops if not lines[number].lstrip().startswith("//")])
    places = list(re.finditer(pattern, lines[number]))
    if places:
        place = generator.choice(places)
        line = lines[number]
        lines[number] = line[: place.start()] + generator.choice(replacements) + line[place.end() :]
    return "\n".join(lines)


def check_reads_back(text: str) -> None:
    module = parse_module(dialects.context(), text, "given")
    verify_module(module)
    for op in module.walk():
        hash(signature_of(op))
    printed = module_text(module)
    for again in (printed, module_text(module, generic=True)):
        second = parse_module(dialects.context(), again, "printed")
        verify_module(second)
        assert module_text(second) == printed


@pytest.mark.parametrize("kind", KINDS)
def test_mutated_programs(kind: str):
    generator = random.Random(kind)
    for path in FILES:
        text = path.read_text(encoding="utf-8")
        if generator.random() < 0.5:
            text = module_text(parse_module(dialects.context(), text, "given"), generic=True)
        for _ in range(3):
            program = mutated(text, kind, generator)
            try:
                check_reads_back(program)
            except (ParseError, VerificationError) as error:
                assert "malformed text" not in str(error), program
                assert "object" not in str(error), program
