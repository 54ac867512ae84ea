"""PyTorch modules and functions as modules of MLIR: traced by PyTorch, lowered by torch-mlir, read without text.

Usage::

    module = to_module(model, tokens)
    module = to_module(train_step, parameters, tokens, targets)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, Literal, TypeAlias

from xdsl.dialects import func
from xdsl.dialects.builtin import ModuleOp

from llmsys_ir.diagnostics import UserError
from llmsys_ir.frontends.bindings import import_module
from llmsys_ir.frontends.libraries import library

Output: TypeAlias = Literal["stablehlo", "linalg", "tosa"]
"""The dialect of a program; linalg comes with tensor, arith, math and tm_tensor."""

_OUTPUT_TYPES: dict[Output, str] = {"stablehlo": "stablehlo", "linalg": "linalg-on-tensors", "tosa": "tosa"}

_FURTHER = ("native_batch_norm", "_native_batch_norm_legit", "native_batch_norm_backward")
"""What torch-mlir would have PyTorch decompose if it did not come from `torch.export`."""

_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9_]+")


class LoweringError(UserError):
    """PyTorch cannot trace a function, or torch-mlir cannot lower it to the dialect asked for."""


def to_module(function: Callable[..., Any], *args: Any, output: Output = "stablehlo") -> ModuleOp:
    """The program of a `torch.nn.Module` or of a function of tensors, on arguments like these.

    The arguments of the program are a module's parameters and buffers, in the order and by the names of
    `named_parameters()` and `named_buffers()`, and then the tensors in `args` in the order of PyTorch's pytrees; its
    results are the tensors that the function gives. A function may take gradients (`torch.func.grad_and_value`), so a
    whole training step is one program.

    Args:
        function: a module or a function; it may change no tensor in place that it is given.
        args: pytrees of tensors, which may be on the device `meta` and so take no memory, and of plain values, which
            the program has as constants.
        output: the dialect.

    Raises:
        MissingPackageError: PyTorch or torch-mlir is not installed.
        LoweringError: there is no such program.
    """
    names, lowered = _lower(function, args, output)
    module = import_module(lowered.operation)
    _name_arguments(module, names)
    return module


def lower(function: Callable[..., Any], *args: Any, output: Output = "stablehlo") -> Any:
    """torch-mlir's own module of what `to_module` reads; its `str` is the program's text.

    Raises:
        MissingPackageError: PyTorch or torch-mlir is not installed.
        LoweringError: there is no such program.
    """
    return _lower(function, args, output)[1]


def _lower(function: Callable[..., Any], args: Sequence[Any], output: Output) -> tuple[list[str], Any]:
    """The names of the arguments, and torch-mlir's module."""
    if output not in _OUTPUT_TYPES:
        raise LoweringError(f"expected one of {', '.join(_OUTPUT_TYPES)} as output, got '{output}'")
    torch = library("torch")
    if isinstance(function, torch.nn.Module):
        function, args = _functional(torch, function, args)
    names, inputs, flat = _flattened(torch, function, args)
    graph = _traced(torch, flat, inputs)
    _check_pure(graph, names)
    return names, _lowered(graph, output)


def _traced(torch: Any, function: Callable[..., Any], inputs: Sequence[Any]) -> Any:
    """The graph of a function of tensors, in which nothing is changed in place but tensors from outside.

    Raises:
        LoweringError: it cannot be traced.
    """
    aten = torch.ops.aten
    table = {
        **library("torch_mlir.extras.fx_decomp_util").get_decomposition_table(),
        **library("torch._decomp").get_decompositions([getattr(aten, name) for name in _FURTHER]),
    }
    tracer = library("torch.fx.experimental.proxy_tensor").make_fx
    attention = library("torch.nn.attention")
    traced = tracer(
        torch.func.functionalize(function),
        decomposition_table=table,
        tracing_mode="fake",
        _allow_non_fake_inputs=True,
    )
    try:
        # Fused attention has no counterpart; as matrix products and a softmax it has.
        with attention.sdpa_kernel(attention.SDPBackend.MATH):
            return traced(*inputs)
    except Exception as error:
        raise LoweringError(f"PyTorch cannot trace the function: {_first_line(error)}") from error


def _check_pure(graph: Any, names: Sequence[str]) -> None:
    """Check that a graph changes none of its arguments, as its results do not say so.

    Raises:
        LoweringError: it changes one.
    """
    arguments = [node for node in graph.graph.nodes if node.op == "placeholder"]
    for node in graph.graph.nodes:
        if str(node.target).startswith("aten.copy_.") and node.args[0] in arguments:
            number = arguments.index(node.args[0])
            named = f" ('{names[number]}')" if names[number] else ""
            raise LoweringError(f"the function changes its tensor {number}{named} in place; let it give the new value")


def _lowered(graph: Any, output: Output) -> Any:
    """torch-mlir's module of a graph.

    Raises:
        LoweringError: some op of PyTorch has no counterpart.
    """
    fx, importer = library("torch_mlir.fx"), library("torch_mlir.extras.fx_importer").FxImporter
    context = library("torch_mlir.ir").Context()
    library("torch_mlir.dialects.torch").register_dialect(context)
    said: list[str] = []

    def hear(diagnostic: Any) -> bool:
        said.append(diagnostic.message)
        return True

    handler = context.attach_diagnostic_handler(hear)
    try:
        return fx.stateless_fx_import(
            graph, output_type=_OUTPUT_TYPES[output], fx_importer=importer(context=context), model_name="main"
        )
    except Exception as error:
        reason = said[0] if said else _first_line(error)
        raise LoweringError(f"torch-mlir cannot lower the function to {output}: {reason}") from error
    finally:
        handler.detach()


def _functional(torch: Any, module: Any, args: Sequence[Any]) -> tuple[Callable[..., Any], tuple[Any, ...]]:
    """A module as a function of its parameters and buffers, and then of what it is called with."""
    state = {**dict(module.named_parameters()), **dict(module.named_buffers())}

    def function(state: Any, *args: Any) -> Any:
        return torch.func.functional_call(module, state, args)

    return function, (state, *args)


def _flattened(
    torch: Any, function: Callable[..., Any], args: Sequence[Any]
) -> tuple[list[str], list[Any], Callable[..., Any]]:
    """The names and values of the tensors in the arguments, and a function of them that gives tensors."""
    pytree = torch.utils._pytree
    paths, structure = pytree.tree_flatten_with_path(args)
    leaves = [leaf for _, leaf in paths]
    places = [place for place, leaf in enumerate(leaves) if isinstance(leaf, torch.Tensor)]

    def flat(*tensors: Any) -> tuple[Any, ...]:
        given = dict(zip(places, tensors, strict=True))
        called = pytree.tree_unflatten([given.get(place, leaf) for place, leaf in enumerate(leaves)], structure)
        return tuple(leaf for leaf in pytree.tree_leaves(function(*called)) if isinstance(leaf, torch.Tensor))

    return [_name(paths[place][0]) for place in places], [leaves[place].detach() for place in places], flat


def _name(path: Sequence[Any]) -> str:
    """What a tensor is called: the keys on the way to it; one that is an argument itself has no name."""
    keys = [str(getattr(key, "key", getattr(key, "name", getattr(key, "idx", "")))) for key in path[1:]]
    return _NOT_IN_NAMES.sub("_", "_".join(keys)).strip("_")


def _name_arguments(module: ModuleOp, names: Sequence[str]) -> None:
    """Let the values of the main function's arguments be named as the tensors are."""
    (function,) = (op for op in module.ops if isinstance(op, func.FuncOp))
    for argument, name in zip(function.body.block.args, names, strict=True):
        argument.name_hint = name if name and not name[0].isdigit() else None


def _first_line(error: Exception) -> str:
    lines = str(error).split("\n")
    return lines[0] or type(error).__name__
