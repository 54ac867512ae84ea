"""Programs that make use of everything the partitioner does, each with shardings of its arguments and results."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Subject:
    """A program on a mesh.

    Attributes:
        name: what it is about.
        mesh: the devices.
        arguments: types and shardings of `%0`, `%1`, ...; a sharding with `!` must be taken as it is, and one that is
            empty is left to the partitioner.
        body: lines that make `%r` of `%0`, `%1`, ...
        result: the type and sharding of `%r`.
    """

    name: str
    mesh: str
    arguments: tuple[tuple[str, str], ...]
    body: str
    result: tuple[str, str]

    def text(self) -> str:
        """The annotated program."""
        ends = [(f"%a{number}", f"%{number}", *end) for number, end in enumerate(self.arguments)]
        lines = [_shard(*end) for end in ends]
        lines += [self.body, _shard("%r", "%end", *self.result), f"return %end : {self.result[0]}"]
        arguments = ", ".join(f"{name}: {type_}" for name, _, type_, _ in ends)
        head = f"mesh.mesh @mesh(shape = {self.mesh})\nfunc.func @main({arguments}) -> {self.result[0]} {{\n"
        return head + "\n".join(lines) + "\n}\n"


def _shard(value: str, made: str, type_: str, sharding: str) -> str:
    if not sharding:
        return f"{made} = stablehlo.optimization_barrier {value} : {type_}"
    directive = "annotate_for_users " if sharding.endswith("!") else ""
    return f"{made} = mesh.shard {value} to <@mesh, {sharding.removesuffix('!')}> {directive}: {type_}"


_ADD = """({
^bb0(%x: tensor<f32>, %y: tensor<f32>):
  %w = stablehlo.add %x, %y : tensor<f32>
  stablehlo.return %w : tensor<f32>
})"""


def _reduction(kind: str, size: str, rest: str, element: str = "f32") -> str:
    zero = {"maximum": "0xFF800000", "minimum": "0x7F800000", "add": "0.0", "multiply": "1.0"}.get(kind, "true")
    return (
        f"%c = stablehlo.constant dense<{zero}> : tensor<{element}>\n"
        f"%r = stablehlo.reduce(%0 init: %c) applies stablehlo.{kind} across dimensions = [1] : "
        f"(tensor<{size}x{element}>, tensor<{element}>) -> tensor<{rest}x{element}>"
    )


def _reshard(name: str, before: str, after: str, mesh: str = "2x4", type_: str = "tensor<64x96xf32>") -> Subject:
    return Subject(name, mesh, ((type_, before),), f"%r = stablehlo.negate %0 : {type_}", (type_, after))


_PRODUCT = (
    "%r = stablehlo.dot_general %0, %1, contracting_dims = [1] x [0] : "
    "(tensor<{m}x{k}xf32>, tensor<{k}x{n}xf32>) -> tensor<{m}x{n}xf32>"
)


def _product(name: str, sizes: tuple[int, int, int], shardings: tuple[str, str, str], mesh: str = "2x4") -> Subject:
    m, k, n = sizes
    types = (f"tensor<{m}x{k}xf32>", f"tensor<{k}x{n}xf32>", f"tensor<{m}x{n}xf32>")
    arguments = tuple(zip(types[:2], shardings[:2], strict=True))
    return Subject(name, mesh, arguments, _PRODUCT.format(m=m, k=k, n=n), (types[2], shardings[2]))


_SOFTMAX = """%m = stablehlo.constant dense<0xFF800000> : tensor<f32>
%z = stablehlo.constant dense<0.0> : tensor<f32>
%t = stablehlo.reduce(%0 init: %m) applies stablehlo.maximum across dimensions = [1] : \
(tensor<40x110xf32>, tensor<f32>) -> tensor<40xf32>
%u = stablehlo.broadcast_in_dim %t, dims = [0] : (tensor<40xf32>) -> tensor<40x110xf32>
%d = stablehlo.subtract %0, %u : tensor<40x110xf32>
%e = stablehlo.exponential %d : tensor<40x110xf32>
%s = stablehlo.reduce(%e init: %z) applies stablehlo.add across dimensions = [1] : \
(tensor<40x110xf32>, tensor<f32>) -> tensor<40xf32>
%v = stablehlo.broadcast_in_dim %s, dims = [0] : (tensor<40xf32>) -> tensor<40x110xf32>
%r = stablehlo.divide %e, %v : tensor<40x110xf32>"""

_LOOKUP = (
    '%r = "stablehlo.gather"(%0, %1) <{dimension_numbers = #stablehlo.gather<offset_dims = [1], '
    "collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, slice_sizes = array<i64: 1, 48>}> : "
    "(tensor<512x48xf32>, tensor<128xi32>) -> tensor<128x48xf32>"
)

_SCATTER = (
    '%r = "stablehlo.scatter"(%0, %1, %2) <{scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [1], '
    "inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 1>}> "
    f"{_ADD} : (tensor<512x48xf32>, tensor<128xi32>, tensor<128x48xf32>) -> tensor<512x48xf32>"
)

_CONVOLUTION = (
    "%r = stablehlo.convolution(%0, %1) dim_numbers = [b, 0, f]x[0, i, o]->[b, 0, f], "
    "window = {{stride = [{stride}], pad = [[{pad}]]}} {{batch_group_count = 1 : i64, feature_group_count = 1 : i64}} "
    ": (tensor<4x256x8xf32>, tensor<3x8x16xf32>) -> tensor<4x{places}x16xf32>"
)


def _convolution(name: str, stride: int, pad: str, places: int) -> Subject:
    arguments = (("tensor<4x256x8xf32>", "[[], [0]]"), ("tensor<3x8x16xf32>", ""))
    body = _CONVOLUTION.format(stride=stride, pad=pad, places=places)
    return Subject(name, "4", arguments, body, (f"tensor<4x{places}x16xf32>", "[[], [0]]"))


def _windows(name: str, size: int, padding: str) -> Subject:
    body = (
        '%z = stablehlo.constant dense<0.0> : tensor<f32>\n%r = "stablehlo.reduce_window"(%0, %z) <{'
        f"padding = dense<[[0, 0], [{padding}]]> : tensor<2x2xi64>, window_dimensions = array<i64: 1, {size}>}}> "
        f"{_ADD} : (tensor<24x256xf32>, tensor<f32>) -> tensor<24x256xf32>"
    )
    end = ("tensor<24x256xf32>", "[[], [0]]")
    return Subject(name, "4", (end,), body, end)


_CONCATENATE = "%r = stablehlo.concatenate %0, %1, dim = 0 : (tensor<96xf32>, tensor<160xf32>) -> tensor<256xf32>"

_ARGMAX = """%i = stablehlo.iota dim = 1 : tensor<24x256xi32>
%m = stablehlo.constant dense<0xFF800000> : tensor<f32>
%n = stablehlo.constant dense<0> : tensor<i32>
%v, %r = stablehlo.reduce(%0 init: %m), (%i init: %n) across dimensions = [1] : \
(tensor<24x256xf32>, tensor<24x256xi32>, tensor<f32>, tensor<i32>) -> (tensor<24xf32>, tensor<24xi32>)
 reducer(%a: tensor<f32>, %c: tensor<f32>) (%b: tensor<i32>, %d: tensor<i32>) {
  %g = stablehlo.compare GT, %a, %c : (tensor<f32>, tensor<f32>) -> tensor<i1>
  %w = stablehlo.compare NE, %a, %a : (tensor<f32>, tensor<f32>) -> tensor<i1>
  %p = stablehlo.or %g, %w : tensor<i1>
  %q = stablehlo.compare EQ, %a, %c : (tensor<f32>, tensor<f32>) -> tensor<i1>
  %s = stablehlo.compare LT, %b, %d : (tensor<i32>, tensor<i32>) -> tensor<i1>
  %t = stablehlo.and %q, %s : tensor<i1>
  %u = stablehlo.or %p, %t : tensor<i1>
  %x = stablehlo.select %p, %a, %c : tensor<i1>, tensor<f32>
  %y = stablehlo.select %u, %b, %d : tensor<i1>, tensor<i32>
  stablehlo.return %x, %y : tensor<f32>, tensor<i32>
}"""

_MAP = "affine_map<(i, j) -> (i, j)>"
_COUNTED = (
    "%e = tensor.empty() : tensor<64x96xf32>\n"
    f'%r = linalg.generic {{indexing_maps = [{_MAP}, {_MAP}], iterator_types = ["parallel", "parallel"]}} '
    "ins(%0 : tensor<64x96xf32>) outs(%e : tensor<64x96xf32>) {\n^bb0(%x: f32, %y: f32):\n"
    "  %i = linalg.index 1 : index\n  %j = arith.index_cast %i : index to i32\n"
    "  %f = arith.sitofp %j : i32 to f32\n  %s = arith.addf %x, %f : f32\n  linalg.yield %s : f32\n"
    "} -> tensor<64x96xf32>"
)

_MATRIX, _TABLE = "tensor<64x96xf32>", "tensor<512x48xf32>"

_SUBJECTS = (
    _product("product", (48, 512, 96), ("[[], [1]]", "[[1]]", "[[]]")),
    _product("product, both axes", (48, 512, 96), ("[[], [0, 1]]", "[[0, 1]]", "[[]]")),
    _product("product, scattered", (48, 512, 96), ("[[], [1]]", "[[1]]", "[[], [1]]")),
    _product("product, partial", (48, 512, 96), ("[[0], [1]]", "[[1]]", "[[0], []], partial = sum[1]")),
    _product("product, uneven", (50, 515, 98), ("[[0], [1]]", "[[1]]", "[[0]]"), "3x2"),
    _reshard("gather", "[[0, 1]]", "[[]]"),
    _reshard("gather, reordered", "[[1, 0]]", "[[]]"),
    _reshard("gather, square", "[[0, 1]]", "[[]]", "4x4"),
    _reshard("slice, square", "[[]]", "[[0, 1]]", "4x4"),
    _reshard("slice", "[[]]", "[[0, 1]]"),
    _reshard("slice, reordered", "[[]]", "[[1, 0]]"),
    _reshard("other dim", "[[1]]", "[[], [1]]"),
    _reshard("other order", "[[0, 1]]", "[[1, 0]]", "3x4", "tensor<96x96xf32>"),
    _reshard("other axis", "[[0]]", "[[1]]", "4x4"),
    _reshard("partial", "[[]]", "[[]], partial = sum[1]"),
    _reshard("partial product", "[[]]", "[[]], partial = product[1]"),
    _reshard("from partial", "[[]], partial = sum[1]", "[[]]"),
    _reshard("from partial max", "[[]], partial = max[1]", "[[]]"),
    *(
        Subject(f"{kind}", "2x4", (("tensor<48x256xf32>", "[[], [1]]"),), _reduction(kind, "48x256", "48"), end)
        for kind in ("maximum", "minimum", "add")
        for end in [("tensor<48xf32>", "[[]]")]
    ),
    *(
        Subject(f"{kind}, uneven", "4", (("tensor<48x250xf32>", "[[], [0]]"),), _reduction(kind, "48x250", "48"), end)
        for kind in ("maximum", "minimum", "multiply")
        for end in [("tensor<48xf32>", "[[]]")]
    ),
    Subject(
        "and, uneven",
        "4",
        (("tensor<48x250xi1>", "[[], [0]]"),),
        _reduction("and", "48x250", "48", "i1"),
        ("tensor<48xi1>", "[[]]"),
    ),
    Subject(
        "softmax, uneven", "4", (("tensor<40x110xf32>", "[[], [0]]"),), _SOFTMAX, ("tensor<40x110xf32>", "[[], [0]]")
    ),
    Subject(
        "exponentials, uneven",
        "4",
        (("tensor<48x250xf32>", "[[], [0]]"),),
        "%e = stablehlo.exponential %0 : tensor<48x250xf32>\n"
        + _reduction("add", "48x250", "48").replace("reduce(%0", "reduce(%e"),
        ("tensor<48xf32>", "[[]]"),
    ),
    Subject(
        "initial value",
        "4",
        (("tensor<48x256xf32>", "[[], [0]]"),),
        _reduction("add", "48x256", "48").replace("dense<0.0>", "dense<3.0>"),
        ("tensor<48xf32>", "[[]]"),
    ),
    Subject(
        "lookup", "2x4", ((_TABLE, "[[1]]!"), ("tensor<128xi32>", "[[]]")), _LOOKUP, ("tensor<128x48xf32>", "[[]]")
    ),
    Subject(
        "lookup, both axes",
        "2x4",
        ((_TABLE, "[[0, 1]]!"), ("tensor<128xi32>", "[[]]")),
        _LOOKUP,
        ("tensor<128x48xf32>", "[[]]"),
    ),
    Subject(
        "scatter",
        "4",
        ((_TABLE, "[[0]]!"), ("tensor<128xi32>", "[[]]"), ("tensor<128x48xf32>", "[[]]")),
        _SCATTER,
        (_TABLE, "[[0]]"),
    ),
    Subject(
        "iota",
        "2x4",
        ((_MATRIX, "[[], [0, 1]]"),),
        f"%c = stablehlo.iota dim = 1 : {_MATRIX}\n"
        f"%i = mesh.shard %c to <@mesh, [[], [0, 1]]> : {_MATRIX}\n%r = stablehlo.add %0, %i : {_MATRIX}",
        (_MATRIX, "[[], [0, 1]]"),
    ),
    Subject(
        "constant",
        "4",
        (("tensor<8xf32>", "[[0]]"),),
        "%c = stablehlo.constant dense<[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0]> : tensor<8xf32>\n"
        "%r = stablehlo.add %0, %c : tensor<8xf32>",
        ("tensor<8xf32>", "[[0]]"),
    ),
    Subject(
        "dynamic slice",
        "4",
        ((_TABLE, "[[0]]!"), ("tensor<i32>", "")),
        f"%z = stablehlo.constant dense<0> : tensor<i32>\n%r = stablehlo.dynamic_slice %0, %1, %z, sizes = [1, 48] : "
        f"({_TABLE}, tensor<i32>, tensor<i32>) -> tensor<1x48xf32>",
        ("tensor<1x48xf32>", "[[]]"),
    ),
    Subject(
        "dynamic update",
        "4",
        ((_TABLE, "[[0]]"), ("tensor<2x48xf32>", "[[]]"), ("tensor<i32>", "")),
        "%z = stablehlo.constant dense<0> : tensor<i32>\n%r = stablehlo.dynamic_update_slice %0, %1, %2, %z : "
        f"({_TABLE}, tensor<2x48xf32>, tensor<i32>, tensor<i32>) -> {_TABLE}",
        (_TABLE, "[[0]]"),
    ),
    Subject(
        "shift",
        "4",
        (("tensor<256x48xf32>", "[[0]]"),),
        "%s = stablehlo.slice %0 [1:256, 0:48] : (tensor<256x48xf32>) -> tensor<255x48xf32>\n"
        "%z = stablehlo.constant dense<7.0> : tensor<f32>\n"
        "%r = stablehlo.pad %s, %z, low = [0, 0], high = [1, 0], interior = [0, 0] : "
        "(tensor<255x48xf32>, tensor<f32>) -> tensor<256x48xf32>",
        ("tensor<256x48xf32>", "[[0]]"),
    ),
    Subject(
        "pad",
        "4",
        (("tensor<256x48xf32>", "[[0]]!"),),
        "%z = stablehlo.constant dense<7.0> : tensor<f32>\n"
        "%r = stablehlo.pad %0, %z, low = [4, 0], high = [-4, 0], interior = [0, 0] : "
        "(tensor<256x48xf32>, tensor<f32>) -> tensor<256x48xf32>",
        ("tensor<256x48xf32>", "[[0]]"),
    ),
    Subject(
        "half",
        "4",
        (("tensor<256x48xf32>", "[[0]]"),),
        "%r = stablehlo.slice %0 [64:192, 0:48] : (tensor<256x48xf32>) -> tensor<128x48xf32>",
        ("tensor<128x48xf32>", "[[0]]"),
    ),
    Subject(
        "concatenate",
        "4",
        (("tensor<96xf32>", "[[0]]"), ("tensor<160xf32>", "[[0]]")),
        _CONCATENATE,
        ("tensor<256xf32>", "[[0]]"),
    ),
    Subject(
        "roll",
        "4",
        (("tensor<256xf32>", "[[0]]!"),),
        "%s = stablehlo.slice %0 [16:256] : (tensor<256xf32>) -> tensor<240xf32>\n"
        "%t = stablehlo.slice %0 [0:16] : (tensor<256xf32>) -> tensor<16xf32>\n"
        "%r = stablehlo.concatenate %s, %t, dim = 0 : (tensor<240xf32>, tensor<16xf32>) -> tensor<256xf32>",
        ("tensor<256xf32>", "[[0]]"),
    ),
    Subject(
        "reverse",
        "2x4",
        ((_MATRIX, "[[0], [1]]"),),
        f"%r = stablehlo.reverse %0, dims = [0, 1] : {_MATRIX}",
        (_MATRIX, "[[0], [1]]"),
    ),
    _convolution("convolution", 1, "1, 1", 256),
    _convolution("convolution, strided", 2, "1, 1", 128),
    _windows("windows", 3, "1, 1"),
    _windows("scan", 256, "255, 0"),
    Subject("argmax", "4", (("tensor<24x256xf32>", "[[], [0]]!"),), _ARGMAX, ("tensor<24xi32>", "[[]]")),
    Subject(
        "top_k",
        "4",
        (("tensor<24x256xf32>", "[[], [0]]"),),
        "%v, %r = chlo.top_k(%0, k = 3) : tensor<24x256xf32> -> (tensor<24x3xf32>, tensor<24x3xi32>)",
        ("tensor<24x3xi32>", "[[]]"),
    ),
    Subject("loop index", "2x4", ((_MATRIX, "[[], [0, 1]]"),), _COUNTED, (_MATRIX, "[[], [0, 1]]")),
    Subject(
        "tosa gather",
        "4",
        (("tensor<2x512x16xf32>", "[[], [0]]!"), ("tensor<2x64xi32>", "[[]]")),
        "%r = tosa.gather %0, %1 : (tensor<2x512x16xf32>, tensor<2x64xi32>) -> tensor<2x64x16xf32>",
        ("tensor<2x64x16xf32>", "[[]]"),
    ),
)

PROGRAMS: Mapping[str, Subject] = MappingProxyType({subject.name: subject for subject in _SUBJECTS})
"""By name."""
