"""The names that MLIR's printer gives to values: `%arg0`, `%0`, `%cst_1`, after the op that defines them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from xdsl.dialects.builtin import IntegerAttr, IntegerType, i1
from xdsl.ir import Block, Operation, Region, SSAValue

from llmsys_ir.dialects.shapes import element_type_of

_SAME_AS_OP = {
    "mesh": "all_gather all_reduce all_slice all_to_all broadcast gather mesh_shape recv reduce reduce_scatter "
    "scatter send shard_shape sharding shift",
    "shard": "all_gather all_reduce all_slice all_to_all broadcast gather grid_shape recv reduce reduce_scatter "
    "scatter send shard_shape sharding shift",
    "tensor": "cast concat dim from_elements gather pack rank reshape scatter splat unpack",
    "memref": "alloc alloca cast dim rank reinterpret_cast subview transpose view",
}

_PREFIXES = {
    "arith.addui_extended": ("sum", "overflow"),
    "arith.mulsi_extended": ("low", "high"),
    "arith.mului_extended": ("low", "high"),
    "chlo.top_k": ("values", "indices"),
    "complex.constant": ("cst",),
    "func.constant": ("f",),
    "linalg.broadcast": ("broadcasted",),
    "linalg.map": ("mapped",),
    "linalg.reduce": ("reduced",),
    "linalg.transpose": ("transposed",),
    "memref.collapse_shape": ("collapse_shape",),
    "memref.expand_shape": ("expand_shape",),
    "mesh.neighbors_linear_indices": ("down_linear_idx", "up_linear_idx"),
    "mesh.process_linear_index": ("proc_linear_idx",),
    "mesh.process_multi_index": ("proc_linear_idx",),
    "mesh.shard": ("sharding_annotated",),
    "shard.neighbors_linear_indices": ("down_linear_idx", "up_linear_idx"),
    "shard.process_linear_index": ("proc_linear_idx",),
    "shard.process_multi_index": ("proc_linear_idx",),
    "shard.shard": ("sharding_annotated",),
    "stablehlo.batch_norm_grad": ("grad_operand", "grad_scale", "grad_offset"),
    "stablehlo.batch_norm_training": ("output", "batch_mean", "batch_var"),
    "stablehlo.rng_bit_generator": ("output_state", "output"),
    "tensor.collapse_shape": ("collapsed",),
    "tensor.expand_shape": ("expanded",),
    "tensor.extract": ("extracted",),
    "tensor.extract_slice": ("extracted_slice",),
    "tensor.generate": ("generated",),
    "tensor.insert": ("inserted",),
    "tensor.insert_slice": ("inserted_slice",),
    "tensor.pad": ("padded",),
} | {f"{dialect}.{op}": (op,) for dialect, ops in _SAME_AS_OP.items() for op in ops.split()}


def result_prefixes(op: Operation) -> Sequence[str]:
    """What an op calls its results, from the first on; those without a prefix are numbered."""
    if op.name == "arith.constant":
        return (_constant_prefix(op),)
    if op.name == "stablehlo.constant":
        return ("c" if isinstance(element_type_of(op.results[0].type), IntegerType) else "cst",)
    return _PREFIXES.get(op.name, ())


def _constant_prefix(op: Operation) -> str:
    value = op.properties.get("value")
    if not isinstance(value, IntegerAttr):
        return "cst"
    number, kind = value.value.data, op.results[0].type
    if kind == i1:
        return "true" if number else "false"
    return f"c{number}_{kind}" if isinstance(kind, IntegerType) else f"c{number}"


def argument_prefixes(region: Region) -> Sequence[str]:
    """What an op calls the arguments of its entry block, from the first on."""
    op = region.parent
    if op is None or region.blocks.first is None:
        return ()
    count = len(region.blocks.first.args)
    match op.name:
        case "linalg.generic":
            outputs = sum(1 for operand in getattr(op, "outputs", ()) if operand is not None)
            return ("in",) * (count - outputs) + ("out",) * outputs
        case "linalg.map":
            return ("in",) * count
        case "chlo.scan":
            inputs = len(getattr(op, "inputs", ()))
            return ("input",) * inputs + ("carry",) * (count - inputs)
        case "stablehlo.while":
            return ("iterArg",) * count
        case "linalg.reduce":
            return ("in",) * (count // 2) + ("init",) * (count - count // 2)
        case _:
            return ()


@dataclass
class _Scope:
    """Names used in a region, and in the regions around it."""

    around: _Scope | None = None
    names: set[str] = field(default_factory=set[str])

    def __contains__(self, name: str) -> bool:
        return name in self.names or (self.around is not None and name in self.around)


@dataclass
class _Counters:
    value: int = 0
    argument: int = 0
    conflict: int = 0

    def copy(self) -> _Counters:
        return _Counters(self.value, self.argument, self.conflict)


@dataclass
class Names:
    """The names of all values below an op, without the `%`.

    `heads` holds what stands in front of the `=` of an op with several results.
    """

    generic: bool
    unnamed: str | None = None
    """What the names of ops start with whose results are numbered: up to LLVM 18 the mesh dialect's."""
    values: dict[SSAValue, str] = field(default_factory=dict[SSAValue, str])
    heads: dict[Operation, list[str]] = field(default_factory=dict[Operation, list[str]])
    blocks: dict[Block, str] = field(default_factory=dict[Block, str])
    _counters: _Counters = field(default_factory=_Counters)

    def number(self, op: Operation) -> None:
        """Name every value below `op`.

        A region's values are named before those of the regions in it, which go on counting from there. In
        the generic form no number is used twice, in the custom form regions side by side use the same ones.
        """
        if any(inner.name == "mesh.cluster" for region in op.regions for block in region.blocks for inner in block.ops):
            self.unnamed = "mesh."
        pending = [(region, self._counters.copy(), _Scope()) for region in op.regions]
        while pending:
            region, counters, around = pending.pop()
            if not self.generic:
                self._counters = counters.copy()
            scope = _Scope(around)
            self._number_region(region, scope)
            for block in region.blocks:
                for inner in block.ops:
                    pending += [(nested, self._counters.copy(), scope) for nested in inner.regions]

    def _number_region(self, region: Region, scope: _Scope) -> None:
        prefixes = () if self.generic else argument_prefixes(region)
        for index, block in enumerate(region.blocks):
            self.blocks[block] = f"bb{index}"
            for position, argument in enumerate(block.args):
                if index == 0 and position < len(prefixes):
                    self.values[argument] = self._unique(prefixes[position], scope)
                elif index == 0:
                    self.values[argument] = self._unique(f"arg{self._counters.argument}", scope)
                    self._counters.argument += 1
                else:
                    self.values[argument] = self._next_number()
            for op in block.ops:
                if op.results:
                    self._number_results(op, scope)

    def _number_results(self, op: Operation, scope: _Scope) -> None:
        numbered = self.generic or (self.unnamed is not None and op.name.startswith(self.unnamed))
        prefixes = () if numbered else result_prefixes(op)
        heads = [self._unique(prefix, scope) for prefix in prefixes[: len(op.results)]]
        heads = heads or [self._next_number()]
        last = len(heads) - 1
        for index, result in enumerate(op.results):
            grouped = index >= last and len(op.results) > len(heads)
            self.values[result] = f"{heads[last]}#{index - last}" if grouped else heads[index]
        if len(op.results) > len(heads):
            heads[last] += f":{len(op.results) - last}"
        self.heads[op] = heads

    def _next_number(self) -> str:
        self._counters.value += 1
        return str(self._counters.value - 1)

    def _unique(self, name: str, scope: _Scope) -> str:
        candidate = name
        while candidate in scope:
            candidate = f"{name}_{self._counters.conflict}"
            self._counters.conflict += 1
        scope.names.add(candidate)
        return candidate
