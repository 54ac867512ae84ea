"""Calls of functions in the same module, replaced by the functions' bodies; a composite calls its decomposition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from xdsl.dialects import func
from xdsl.dialects.builtin import ArrayAttr, DictionaryAttr, ModuleOp, SymbolRefAttr
from xdsl.ir import Operation, Region, SSAValue
from xdsl.rewriter import InsertPoint, Rewriter
from xdsl.traits import SymbolTable

from llmsys_ir.dialects.sdy.annotations import ShardingConstraintOp
from llmsys_ir.dialects.sdy.attributes import ShardingAttr
from llmsys_ir.dialects.stablehlo.calls import CompositeOp
from llmsys_ir.program.boundary import SDY_ATTRIBUTE

Call: TypeAlias = func.CallOp | CompositeOp


def has_calls(module: ModuleOp) -> bool:
    """Whether some function calls another one."""
    return any(isinstance(op, Call) for op in module.walk())


def inline_calls(module: ModuleOp) -> None:
    """Replace every call that can be by the body of its function; private functions so left over are removed."""
    if not has_calls(module):
        return
    inliner = _Inliner()
    for function in [op for op in module.walk() if isinstance(op, func.FuncOp)]:
        inliner.visit(function)
    for function in [function for function in _unused_functions(module) if function in inliner.called]:
        Rewriter.erase_op(function)


@dataclass
class _Inliner:
    done: set[func.FuncOp] = field(default_factory=set[func.FuncOp])
    active: list[func.FuncOp] = field(default_factory=list[func.FuncOp])
    called: set[func.FuncOp] = field(default_factory=set[func.FuncOp])

    def visit(self, function: func.FuncOp) -> None:
        """Inline all calls in `function`, after those in the functions it calls."""
        if function in self.done:
            return
        self.active.append(function)
        for call in [op for op in function.walk() if isinstance(op, Call)]:
            callee = SymbolTable.lookup_symbol(call, _symbol(call))
            if isinstance(callee, func.FuncOp) and callee not in self.active:
                self.visit(callee)
                if len(callee.body.blocks) == 1 and _fits(call, callee):
                    _inline(call, callee)
                    self.called.add(callee)
        self.active.pop()
        self.done.add(function)


def _symbol(call: Call) -> SymbolRefAttr:
    return call.decomposition if isinstance(call, CompositeOp) else call.callee


def _fits(call: Call, callee: func.FuncOp) -> bool:
    """Whether the types are the same; those of a composite may be more or less static than its decomposition's."""
    type_ = callee.function_type
    return (*type_.inputs, *type_.outputs) == (*call.operand_types, *call.result_types)


def _inline(call: Call, callee: func.FuncOp) -> None:
    copy = Region()
    callee.body.clone_into(copy)
    block = copy.block
    results: tuple[SSAValue, ...] = ()
    for argument, operand in zip(block.args, _constrained(call.operands, callee.arg_attrs, call), strict=True):
        argument.replace_all_uses_with(operand)
    for op in tuple(block.ops):
        if isinstance(op, func.ReturnOp):
            results = tuple(_constrained(op.operands, callee.res_attrs, call))
            break
        op.detach()
        Rewriter.insert_op(op, InsertPoint.before(call))
    Rewriter.replace_op(call, [], results)
    copy.drop_all_references()


def _constrained(
    values: Sequence[SSAValue], attributes: ArrayAttr[DictionaryAttr] | None, call: Operation
) -> list[SSAValue]:
    """What goes in or comes out of a function, in the shardings that its boundary asks for."""
    constrained = list(values)
    for number, entry in enumerate(attributes or ()):
        sharding = entry.data.get(SDY_ATTRIBUTE)
        if isinstance(sharding, ShardingAttr):
            op = ShardingConstraintOp.create(
                operands=[values[number]], result_types=[values[number].type], properties={"sharding": sharding}
            )
            op.location = call.location
            Rewriter.insert_op(op, InsertPoint.before(call))
            constrained[number] = op.result
    return constrained


def erase_unused_functions(module: ModuleOp) -> None:
    """Remove private functions that nothing in the module names, and those that only they name."""
    while unused := _unused_functions(module):
        for function in unused:
            Rewriter.erase_op(function)


def _unused_functions(module: ModuleOp) -> list[func.FuncOp]:
    named = {
        symbol
        for op in module.walk()
        for attribute in (*op.properties.values(), *op.attributes.values())
        if isinstance(attribute, SymbolRefAttr)
        for symbol in (attribute.root_reference.data, *(part.data for part in attribute.nested_references))
    }
    functions = [op for op in module.walk() if isinstance(op, func.FuncOp)]
    return [function for function in functions if is_private(function) and function.sym_name.data not in named]


def is_private(op: Operation) -> bool:
    """Whether a symbol cannot be named from outside of its module."""
    visibility = op.properties.get("sym_visibility")
    return visibility is not None and str(visibility) == '"private"'
