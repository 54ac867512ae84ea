# JAX leaves most types open, and jaxlib has none.
# pyright: basic
"""StableHLO programs inside of JAX functions: a primitive whose lowering is the body of the program.

Shardings in the program name their mesh by what it is, not by a symbol: so does JAX until a module is whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import count
from typing import Any

from xdsl.dialects.builtin import ModuleOp
from xdsl.ir import Attribute

from llmsys_ir.diagnostics import UserError
from llmsys_ir.dialects.sdy.annotations import MeshOp
from llmsys_ir.dialects.sdy.attributes import ShardingAttr, ShardingPerValueAttr
from llmsys_ir.dialects.sdy.shardings import Mesh, Sharding
from llmsys_ir.frontends.libraries import library
from llmsys_ir.tools.printing import module_text


@dataclass(frozen=True, eq=False)
class Embedded:
    """The text of a module whose `main` is the program, and the shapes and dtypes of its results, as JAX has them."""

    text: str
    results: tuple[Any, ...]

    @classmethod
    def of(cls, module: ModuleOp, results: Sequence[Any]) -> Embedded:
        """The program of a module with Shardy's annotations, which this changes."""
        meshes = {op.sym_name.data: op.mesh.data for op in module.body.block.ops if isinstance(op, MeshOp)}
        for op in module.walk():
            for attributes in (op.properties, op.attributes):
                attributes.update({name: _inlined(given, meshes) for name, given in attributes.items()})
        return cls(module_text(module), tuple(results))

    def __call__(self, *operands: Any) -> list[Any]:
        """The results on the operands, while JAX traces."""
        return _primitive().bind(*operands, program=self)


def _inlined(given: Attribute, meshes: dict[str, Mesh]) -> Attribute:
    def inline(sharding: Sharding) -> Sharding:
        return replace(sharding, mesh=meshes.get(sharding.mesh, sharding.mesh))  # pyright: ignore[reportArgumentType, reportCallIssue]

    if isinstance(given, ShardingAttr):
        return ShardingAttr(inline(given.data))
    if isinstance(given, ShardingPerValueAttr):
        return ShardingPerValueAttr(tuple(map(inline, given.data)))
    return given


@cache
def _primitive() -> Any:
    from jax.extend.core import Primitive
    from jax.interpreters import ad, batching, mlir

    primitive = Primitive("llmsys_program")
    primitive.multiple_results = True
    primitive.def_impl(_run)
    primitive.def_abstract_eval(lambda *_, program: list(program.results))
    mlir.register_lowering(primitive, _lower)
    ad.primitive_jvps[primitive] = batching.primitive_batchers[primitive] = _refuse
    return primitive


def _run(*operands: Any, program: Embedded) -> Any:
    """The results where JAX does not trace: with `jax_disable_jit`, and to find out where a NaN comes from."""
    jax: Any = library("jax")
    with jax.disable_jit(False), jax.debug_nans(False), jax.debug_infs(False):
        return jax.jit(program)(*operands)


def _refuse(*_: Any, **__: Any) -> Any:
    raise UserError("a planned function cannot be transformed; plan what is to run, as in auto_shard(jax.grad(f))")


def _lower(ctx: Any, *operands: Any, program: Embedded) -> Sequence[Any]:
    """Put the body of the program where JAX is, and its other functions into JAX's module."""
    from jaxlib.mlir import ir

    context = ctx.module_context
    source = ir.Module.parse(program.text, context.context)
    functions = [op.operation for op in source.body.operations if op.operation.name == "func.func"]
    (main,) = (op for op in functions if _name(op) == "main")
    _move_functions(source, [op for op in functions if op is not main], context)
    block = main.regions[0].blocks[0]
    for argument, operand in zip(block.arguments, operands, strict=True):
        argument.replace_all_uses_with(operand)
    *body, end = (op.operation for op in block.operations)
    results = list(end.operands)
    here: Any = ir.InsertionPoint.current
    for op in body:
        op.detach_from_parent()
        here.insert(op)
    end.erase()
    return results


def _move_functions(source: Any, functions: Sequence[Any], context: Any) -> None:
    """Move functions to JAX's module, under names that are free there."""
    from jaxlib.mlir import ir

    symbols = ir.SymbolTable(source.operation)
    for op in functions:
        old = _name(op)
        new = next(name for number in count() if (name := f"{old}_{number}") not in context.symbol_table)
        symbols.set_symbol_name(op, new)
        symbols.replace_all_symbol_uses(old, new, source.operation)
        op.detach_from_parent()
        context.module.body.append(op)
        context.symbol_table.insert(op)


def _name(op: Any) -> str:
    from jaxlib.mlir import ir

    return ir.StringAttr(op.attributes["sym_name"]).value
