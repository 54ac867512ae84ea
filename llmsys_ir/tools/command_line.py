"""The command line of `llmsys-opt`, in LLVM's manner: `--flag`, `-flag` and `--flag=value`, passes in order."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from xdsl.passes import ModulePass

from llmsys_ir.tools.pipeline import UsageError, did_you_mean, parse_flag, parse_pipeline
from llmsys_ir.universe import PASSES

SPLIT_MARKER = "// -----"


@dataclass
class OptSettings:
    """What the user asks of `llmsys-opt`."""

    input: str = "-"
    output: str = "-"
    passes: list[ModulePass] = field(default_factory=list[ModulePass])
    split_marker: str | None = None
    allow_unregistered: bool = False
    generic: bool = False
    print_after_all: bool = False
    timing: bool = False
    verify_each: bool = True
    verify_strictly: bool = True
    implicit_module: bool = True
    verify_diagnostics: bool = False
    help: bool = False
    version: bool = False


@dataclass(frozen=True)
class Flag:
    """A flag that is no pass: its help, how it changes the settings, and whether it takes a value."""

    summary: str
    apply: Callable[[OptSettings, str], None]
    value: str = ""
    default: str | None = None
    """What a flag without a value means, or None if it must have one."""


def _switch(summary: str, attribute: str, on: bool = True) -> Flag:
    def apply(settings: OptSettings, text: str) -> None:
        if text.lower() not in ("true", "1", "false", "0"):
            raise UsageError(f"expected true or false, got '{text}'")
        setattr(settings, attribute, (text.lower() in ("true", "1")) == on)

    return Flag(summary, apply, default="true")


def _text(summary: str, attribute: str, value: str, default: str | None = None) -> Flag:
    def apply(settings: OptSettings, text: str) -> None:
        setattr(settings, attribute, text)

    return Flag(summary, apply, value, default)


def _pipeline(settings: OptSettings, text: str) -> None:
    settings.passes.extend(parse_pipeline(text))


FLAGS: dict[str, Flag] = {
    "o": _text("write the output to this file instead of stdout", "output", "FILE"),
    "pass-pipeline": Flag("run the passes of a pipeline such as 'builtin.module(cse)'", _pipeline, "TEXT"),
    "split-input-file": _text(
        f"treat what stands between '{SPLIT_MARKER}' lines as separate inputs",
        "split_marker",
        "MARKER",
        SPLIT_MARKER,
    ),
    "verify-diagnostics": _switch(
        "succeed if exactly the errors happen that '// expected-error {{...}}' comments say", "verify_diagnostics"
    ),
    "allow-unregistered-dialect": _switch("keep ops and attributes of unknown dialects", "allow_unregistered"),
    "no-implicit-module": _switch("expect the input to be a module", "implicit_module", on=False),
    "verify-each": _switch("verify the program after every pass (on by default)", "verify_each"),
    "verify-strictly": _switch(
        "refuse also what is wrong but passes MLIR's own verifiers (on by default)", "verify_strictly"
    ),
    "mlir-print-op-generic": _switch("print every op in the generic form", "generic"),
    "mlir-print-ir-after-all": _switch("print the program to stderr after every pass", "print_after_all"),
    "mlir-timing": _switch("print to stderr how long each step takes", "timing"),
    "help": _switch("print this text", "help"),
    "h": _switch("the same", "help"),
    "version": _switch("print the version", "version"),
}


def parse_arguments(arguments: Sequence[str]) -> OptSettings:
    """What the arguments after the program's name ask for.

    Raises:
        UsageError: for an unknown flag, or a value that is missing or wrong.
    """
    settings = OptSettings()
    inputs: list[str] = []
    used: set[str] = set()
    rest = list(arguments)
    while rest:
        argument = rest.pop(0)
        if argument == "--":
            inputs += rest
            break
        if not argument.startswith("-") or argument == "-":
            inputs.append(argument)
            continue
        name, equals, text = argument.lstrip("-").partition("=")
        used.add(name)
        if name in PASSES:
            settings.passes.append(parse_flag(name, text))
        elif name in FLAGS:
            _apply(name, text if equals else None, rest, settings)
        else:
            raise UsageError(_unknown(argument, name))
    _check(inputs, used)
    settings.input = inputs[0] if inputs else "-"
    return settings


def _apply(name: str, text: str | None, rest: list[str], settings: OptSettings) -> None:
    flag = FLAGS[name]
    if text is None:
        text = flag.default
    if text is None:
        if not rest:
            raise UsageError(f"{_spelled(name)} expects a value: {flag.value}")
        text = rest.pop(0)
    try:
        flag.apply(settings, text)
    except UsageError as error:
        raise UsageError(f"{_spelled(name)}: {error}", error.text, error.column) from error


def _check(inputs: list[str], used: set[str]) -> None:
    if len(inputs) > 1:
        raise UsageError(f"expected one input file, got {len(inputs)}: {', '.join(inputs)}")
    if "pass-pipeline" in used and (passes := sorted(used & PASSES.keys())):
        raise UsageError(f"--pass-pipeline cannot be used together with --{passes[0]}")


def _spelled(name: str) -> str:
    return f"-{name}" if len(name) == 1 else f"--{name}"


def _unknown(argument: str, name: str) -> str:
    spelled = argument.partition("=")[0]
    close = did_you_mean(f"--{name}", [_spelled(known) for known in (*PASSES, *FLAGS) if len(known) > 1])
    return f"unknown pass or option '{spelled}'{close or '; --help lists them'}"


def help_text() -> str:
    """What `--help` prints."""
    lines = ["usage: llmsys-opt [FILE|-] [-o FILE] [--PASS[=OPTIONS]]... | --pass-pipeline=TEXT", ""]
    lines += ["Reads an MLIR program, runs passes on it in the order given, and writes the result.", ""]
    lines += ['passes (options as in --auto-shard="mesh=4x8 memory=16GiB"):']
    for name, entry in PASSES.items():
        lines += _described(f"--{name}", entry.summary)
        for option, summary in entry.options.items():
            lines += _described(f"    {option}", summary)
    lines += ["", "options:"]
    for name, flag in FLAGS.items():
        lines += _described(_spelled(name) + _placeholder(flag), flag.summary)
    return "\n".join(lines) + "\n"


def _placeholder(flag: Flag) -> str:
    if not flag.value:
        return ""
    return f"[={flag.value}]" if flag.default is not None else f"={flag.value}"


def _described(name: str, summary: str) -> list[str]:
    width = 32
    head = f"  {name}".ljust(width)
    separate = [head.rstrip()] if len(head) > width else []
    wrapped = textwrap.wrap(summary, 100 - width)
    first = " " * width if separate else head
    return [*separate, first + wrapped[0], *(" " * width + line for line in wrapped[1:])]
