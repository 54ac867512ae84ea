"""Rules of StableHLO's products: dot_general and convolution."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

from llmsys_ir.sharding.rule import Dim, OpRule, RuleBuilder
from llmsys_ir.sharding.rules.stablehlo.windows import Window, windows_of
from llmsys_ir.sharding.sharding import ReductionKind
from llmsys_ir.sharding.signature import OpSignature

_SUM = (ReductionKind.SUM,)
_OR = (ReductionKind.BITWISE_OR,)


def is_multilinear(signature: OpSignature) -> bool:
    """Whether a product may take one operand as a partial sum: no narrower integers wrap around on the way."""
    dtypes = {spec.dtype for spec in (*signature.operands[:2], *signature.results)}
    return (len(dtypes) == 1 and "i1" not in dtypes) or all(dtype.startswith(("f", "bf")) for dtype in dtypes)


def dot_general(signature: OpSignature) -> OpRule:
    """Batch dims, contracted dims, then the free dims of the left and of the right operand; booleans add by `or`."""
    names = ("batching", "contracting")
    left, right = ([signature.integers(f"{side}_{name}_dimensions") for name in names] for side in ("lhs", "rhs"))
    builder = RuleBuilder.of(2)
    dims: list[dict[int, Dim]] = [{}, {}]
    for shared, reductions in ((0, ()), (1, _OR if signature.results[0].dtype == "i1" else _SUM)):
        for here, there in zip(left[shared], right[shared], strict=True):
            factor = builder.factor(signature.operands[0].shape[here], reductions=reductions)
            dims[0][here] = dims[1][there] = (factor,)
    builder.results[0] = [dims[0][dim] for dim in left[0]]
    for operand in (0, 1):
        for dim, size in enumerate(signature.operands[operand].shape):
            if dim not in dims[operand]:
                dims[operand][dim] = (builder.factor(size),)
                builder.results[0].append(dims[operand][dim])
            builder.operands[operand].append(dims[operand][dim])
    flops = 2 * prod(factor.size for factor in builder.factors)
    return builder.build(linear=[{0}, {1}] if is_multilinear(signature) else (), flops=flops)


def convolution(signature: OpSignature) -> OpRule:
    """Batch, features and groups; the places of windows, and windows that are larger than their places.

    The left operand's features are `(group, in)`, the kernel's outputs and the result's features `(group, out)`; with
    a `batch_group_count` the left operand's batch is `(group, batch)`.
    """
    groups, batch_groups = (signature.integer(f"{kind}_group_count") for kind in ("feature", "batch"))
    left, kernel = (signature.operands[operand].shape for operand in (0, 1))
    builder = RuleBuilder.of(2)
    dims: list[dict[int, Dim]] = [{}, {}, {}]
    group: Dim = (builder.factor(groups * batch_groups),) if groups * batch_groups != 1 else ()
    in_features = kernel[signature.integer("kernel_input_feature_dimension")]
    out_features = kernel[signature.integer("kernel_output_feature_dimension")] // (groups * batch_groups)
    batch = (builder.factor(left[signature.integer("input_batch_dimension")] // batch_groups),)
    reduced = (builder.factor(in_features, reductions=_SUM),)
    free = (builder.factor(out_features),)
    dims[0][signature.integer("input_batch_dimension")] = group + batch if batch_groups != 1 else batch
    dims[0][signature.integer("input_feature_dimension")] = group + reduced if groups != 1 else reduced
    dims[1][signature.integer("kernel_input_feature_dimension")] = reduced
    dims[1][signature.integer("kernel_output_feature_dimension")] = group + free
    dims[2][signature.integer("output_batch_dimension")] = batch
    dims[2][signature.integer("output_feature_dimension")] = group + free
    _add_windows(signature, builder, dims)
    tensors = (*signature.operands, *signature.results)
    for entries, tensor, spec in zip((*builder.operands, *builder.results), dims, tensors, strict=True):
        entries.extend(tensor[dim] for dim in range(spec.rank))
    window = prod(kernel[dim] for dim in signature.integers("kernel_spatial_dimensions"))
    flops = 2 * prod(signature.results[0].shape) * window * in_features
    return builder.build(linear=[{0}, {1}] if is_multilinear(signature) else (), flops=flops)


def _add_windows(signature: OpSignature, builder: RuleBuilder, dims: Sequence[dict[int, Dim]]) -> None:
    """Add the spatial dims of a convolution to those of the left operand, the kernel and the result."""
    for window, at in spatial_windows(signature):
        for side, place, dim in zip(dims, at, window.dims(builder, _SUM), strict=True):
            side[place] = dim


def spatial_windows(signature: OpSignature) -> list[tuple[Window, tuple[int, int, int]]]:
    """The windows of a convolution, and which dims of the left operand, the kernel and the result each is along."""
    places = [signature.integers(f"{side}_spatial_dimensions") for side in ("input", "kernel", "output")]
    tensors = (*signature.operands, *signature.results)
    sizes = [[spec.shape[dim] for dim in side] for spec, side in zip(tensors, places, strict=True)]
    windows = windows_of(signature, *sizes, dilations=("lhs_dilation", "rhs_dilation"))
    return list(zip(windows, zip(*places, strict=True), strict=True))
