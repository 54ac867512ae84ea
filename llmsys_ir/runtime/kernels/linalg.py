"""Kernels of the linalg dialect: one for every structured op, and direct ones for those that only move elements.

A structured op runs its region once, on arrays seen in loop space. Where loops are reduced, the region is given
the neutral value for the output, which makes it `f(inputs)` at each point; the kind of reduction comes with the
call, found by whoever read the region. A region that is no known reduction is run for one position of the reduced
loops after the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from llmsys_ir.runtime.kernels.arrays import (
    filled,
    is_splat,
    local_broadcast,
    local_reshape,
    local_transpose,
)
from llmsys_ir.runtime.kernels.call import Array, Kernel, KernelCall
from llmsys_ir.runtime.kernels.contraction import contract
from llmsys_ir.runtime.kernels.dtypes import integer_bits, numpy_dtype, widen
from llmsys_ir.runtime.kernels.elementwise import quiet
from llmsys_ir.runtime.kernels.integers import as_signed, as_unsigned
from llmsys_ir.runtime.kernels.loops import IndexingMap, LoopSpace, indexing_maps, loop_space, open_windows
from llmsys_ir.runtime.kernels.reductions import combine, neutral, reduce_axes


@quiet
def _structured(call: KernelCall, *operands: Array) -> tuple[Array, ...]:
    """Any structured op: a contraction by matrix product, all others by their region."""
    arrays, maps = open_windows(call, operands, indexing_maps(call.signature))
    if _is_sum_of_products(call) and _is_matrix_product(call, maps):
        return _contraction(call, arrays, maps)
    return _generic(call, arrays, maps)


def _is_sum_of_products(call: KernelCall) -> bool:
    """Whether the region is `out + a·b`: the call says so, or the op is a convolution."""
    signature = call.signature
    convolution = signature.name.startswith(("linalg.conv", "linalg.depthwise_conv"))
    return signature.attributes.get("contraction") is True or convolution


def _is_matrix_product(call: KernelCall, maps: Sequence[IndexingMap]) -> bool:
    """Whether two inputs, each indexed by distinct loops, determine every output loop."""
    plain = all(
        len(set(entries)) == len(entries) and all(isinstance(loop, int) for loop in entries) for entries in maps
    )
    boolean = call.result.dtype == "i1"
    return plain and not boolean and len(maps) == 3 and {*maps[2]} <= {*maps[0], *maps[1]}


def _contraction(call: KernelCall, operands: Sequence[Array], maps: Sequence[IndexingMap]) -> tuple[Array, ...]:
    """`out + Σ a·b`; an output known to be zero is not added."""
    dtype = numpy_dtype(call.result.dtype)
    a, b, out = operands
    dims = [[loop for loop in entries if isinstance(loop, int)] for entries in maps]
    left, right = (_read(call, operand, array) for operand, array in enumerate((a, b)))
    product = contract(call.xp, call.batch, (left, dims[0]), (right, dims[1]), dims[2], dtype)
    if is_splat(out) and not out.flat[0]:
        return (product,)
    return (combine(call.xp, "sum", out, product),)


def _read(call: KernelCall, operand: int, array: Array) -> Array:
    """An operand of a contraction; ops that cast their integers as unsigned say so."""
    signature = call.signature
    dtype = signature.operands[operand].dtype
    if integer_bits(dtype) is None:
        return array
    cast = signature.attributes.get("cast") == "cast_unsigned" or signature.name.endswith("_unsigned")
    return (as_unsigned if cast else as_signed)(array, dtype)


def _generic(call: KernelCall, operands: Sequence[Array], maps: Sequence[IndexingMap]) -> tuple[Array, ...]:
    signature = call.signature
    space = loop_space(call, operands, maps)
    first_output = len(maps) - len(signature.results)
    inputs = [
        space.seen(call, array, entries)
        for array, entries in zip(operands[:first_output], maps[:first_output], strict=True)
    ]
    outputs = [
        _Output(call, space, index, operands[first_output + index], maps[first_output + index])
        for index in range(len(signature.results))
    ]
    if any(output.reduced and output.kind is None for output in outputs):
        return _folded(call, space, inputs, outputs)
    values = call.regions[0](*inputs, *(output.argument() for output in outputs), indices=space.indices())
    return tuple(output.finished(value) for output, value in zip(outputs, values, strict=True))


def _folded(
    call: KernelCall, space: LoopSpace, inputs: Sequence[Array], outputs: Sequence[_Output]
) -> tuple[Array, ...]:
    """Runs the region along the reduced loops, position by position, on what it gave before."""
    loops = outputs[0].reduced
    if any(output.reduced != loops for output in outputs):
        name, lacking = call.signature.name, [output.reduced for output in outputs]
        raise ValueError(f"'{name}': results are reduced by no known reduction, over different loops {lacking}")
    indices = space.indices()
    values = [output.seen() for output in outputs]
    for position in np.ndindex(*(space.sizes[loop] for loop in loops)):
        taken = [_at(call.batch, array, loops, position) for array in (*inputs, *indices)]
        given = call.regions[0](*taken[: len(inputs)], *values, indices=tuple(taken[len(inputs) :]))
        values = [output.typed(value) for output, value in zip(outputs, given, strict=True)]
    return tuple(output.stored(value) for output, value in zip(outputs, values, strict=True))


def _at(batch: int, array: Array, loops: Sequence[int], position: Sequence[int]) -> Array:
    """An array seen in loop space, at one position of some loops."""
    for loop, at in zip(loops, position, strict=True):
        axis = batch + loop
        if array.shape[axis] > 1:
            array = array[(slice(None),) * axis + (slice(at, at + 1),)]
    return array


class _Output:
    """One output of a structured op: what its region argument is, and how what the region yields is stored."""

    def __init__(self, call: KernelCall, space: LoopSpace, index: int, initial: Array, entries: IndexingMap) -> None:
        """Raises ValueError if the output is indexed by no plain loops."""
        self.call = call
        self.space = space
        self.initial = initial
        self.entries = entries
        self.loops = [loop for loop in entries if isinstance(loop, int)]
        computed = any(entry for entry in entries if not isinstance(entry, int))
        if len(set(self.loops)) < len(self.loops) or computed:
            raise ValueError(f"'{call.signature.name}': result {index} is not indexed by distinct loops")
        self.dtype = numpy_dtype(call.signature.results[index].dtype)
        self.reduced = [loop for loop in range(space.rank) if loop not in self.loops]
        self.kind = self._reduction(index) if self.reduced else None

    def _reduction(self, index: int) -> str | None:
        combiners = self.call.signature.attributes.get("combiners")
        kind = combiners[index] if isinstance(combiners, tuple) and index < len(combiners) else None
        return kind if isinstance(kind, str) else None

    def argument(self) -> Array:
        """What the region reads as the output's value, at all points at once."""
        if self.kind is None:
            return self.seen()
        shape = (1,) * (self.space.batch + self.space.rank)
        return self.call.xp.asarray(neutral(self.kind, self.dtype).reshape(shape))

    def seen(self) -> Array:
        """The output's value before the op, in loop space."""
        return self.space.seen(self.call, self.initial, self.entries)

    def finished(self, value: Array) -> Array:
        """The result tensor from the value yielded at every point."""
        space, xp = self.space, self.call.xp
        if self.kind is None:
            return self.stored(self.typed(value))
        value = space.spread(self.call, xp.asarray(value, dtype=self.dtype))
        reduced = reduce_axes(xp, self.kind, value, tuple(space.batch + loop for loop in self.reduced))
        return combine(xp, self.kind, self.initial, self.stored(reduced))

    def typed(self, value: Array) -> Array:
        """A yielded value in loop space, of the output's type and with its sizes."""
        return self.space.spread(self.call, self.call.xp.asarray(value, dtype=self.dtype), self.loops)

    def stored(self, value: Array) -> Array:
        """A value in loop space as the result tensor, some of whose dims of size 1 may not be indexed by loops."""
        shape = self.initial.shape[self.space.batch :]
        return local_reshape(self.space.stored(self.call, value, self.loops), self.space.batch, shape)


def _in_result_type(call: KernelCall, value: Array) -> Array:
    return call.xp.asarray(value, dtype=numpy_dtype(call.result.dtype))


def _fill(call: KernelCall, value: Array, output: Array) -> tuple[Array, ...]:
    """A view of the scalar; integers are cast as signed."""
    del output
    value = as_signed(value, "i1") if call.signature.operands[0].dtype == "i1" != call.result.dtype else value
    return (filled(call.xp, _in_result_type(call, value), call.batch, call.result.shape),)


def _copy(call: KernelCall, source: Array, output: Array) -> tuple[Array, ...]:
    del output
    return (_in_result_type(call, source),)


def _transpose(call: KernelCall, source: Array, output: Array) -> tuple[Array, ...]:
    del output
    return (local_transpose(call.xp, source, call.batch, call.signature.integers("permutation")),)


def _broadcast(call: KernelCall, source: Array, output: Array) -> tuple[Array, ...]:
    """`dimensions` are the result's dims that the source lacks."""
    del output
    added, shape = call.signature.integers("dimensions"), call.result.shape
    ones = tuple(1 if dim in added else size for dim, size in enumerate(shape))
    return (local_broadcast(call.xp, local_reshape(source, call.batch, ones), call.batch, shape),)


@quiet
def _softmax(call: KernelCall, source: Array, output: Array) -> tuple[Array, ...]:
    """exp(x - max) / Σ exp(x - max) along `dimension`."""
    del output
    xp: Any = call.xp
    axis = call.batch + call.signature.integer("dimension")
    wide = widen(source)
    exponentials = xp.exp(wide - xp.max(wide, axis=axis, keepdims=True))
    return (_in_result_type(call, exponentials / xp.sum(exponentials, axis=axis, keepdims=True)),)


_STRUCTURED = """
generic map reduce contract elementwise elemwise_unary elemwise_binary
abs add ceil div div_unsigned erf exp floor log max min mul negf powf reciprocal round rsqrt select sqrt square sub
tanh
matmul matmul_transpose_a matmul_transpose_b matmul_unsigned quantized_matmul
batch_matmul batch_matmul_transpose_a batch_matmul_transpose_b quantized_batch_matmul batch_reduce_matmul
dot matvec vecmat batch_matvec batch_vecmat mmt4d batch_mmt4d
conv_1d conv_2d conv_3d conv_1d_ncw_fcw conv_1d_nwc_wcf conv_2d_nchw_fchw conv_2d_nchw_fchw_q conv_2d_ngchw_fgchw
conv_2d_ngchw_gfchw conv_2d_ngchw_gfchw_q conv_2d_nhwc_fhwc conv_2d_nhwc_fhwc_q conv_2d_nhwc_hwcf
conv_2d_nhwc_hwcf_q conv_2d_nhwgc_gfhwc conv_2d_nhwgc_gfhwc_q conv_3d_ncdhw_fcdhw conv_3d_ndhwc_dhwcf
conv_3d_ndhwc_dhwcf_q
depthwise_conv_1d_ncw_cw depthwise_conv_1d_nwc_wc depthwise_conv_1d_nwc_wcm depthwise_conv_2d_nchw_chw
depthwise_conv_2d_nhwc_hwc depthwise_conv_2d_nhwc_hwc_q depthwise_conv_2d_nhwc_hwcm depthwise_conv_2d_nhwc_hwcm_q
depthwise_conv_3d_ncdhw_cdhw depthwise_conv_3d_ndhwc_dhwc depthwise_conv_3d_ndhwc_dhwcm
pooling_nchw_max pooling_nchw_sum pooling_ncw_max pooling_ncw_sum pooling_ndhwc_max pooling_ndhwc_min
pooling_ndhwc_sum pooling_nhwc_max pooling_nhwc_min
pooling_nhwc_sum pooling_nwc_max pooling_nwc_min pooling_nwc_sum
"""

KERNELS: dict[str, Kernel] = {
    **{f"linalg.{name}": _structured for name in _STRUCTURED.split()},
    "linalg.fill": _fill,
    "linalg.copy": _copy,
    "linalg.transpose": _transpose,
    "linalg.broadcast": _broadcast,
    "linalg.softmax": _softmax,
}
