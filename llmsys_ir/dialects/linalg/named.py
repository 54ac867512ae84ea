"""Named structured linalg ops: for each name its indexing maps, its scalar body and its attributes."""

from __future__ import annotations

from abc import ABC
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import new_class
from typing import Self, cast

from xdsl.dialects.builtin import (
    ArrayAttr,
    DenseIntElementsAttr,
    ShapedType,
)
from xdsl.dialects.linalg.abstract_ops import NamedOperation
from xdsl.dialects.linalg.attrs import IteratorTypeAttr
from xdsl.ir import Attribute, Region, SSAValue
from xdsl.ir.affine import AffineMap
from xdsl.irdl import irdl_op_definition, opt_prop_def
from xdsl.parser import Parser
from xdsl.printer import Printer
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.dialects.linalg.attributes import (
    BinaryFunctionAttr,
    FunctionAttr,
    TernaryFunctionAttr,
    TypeFunctionAttr,
    UnaryFunctionAttr,
)
from llmsys_ir.dialects.linalg.scalar import (
    Body,
    accumulate,
    build_body,
    converted,
    converted_elementwise,
    elementwise,
    multiply_add,
    quantized_multiply_add,
    random_number,
    tensor_types,
)
from llmsys_ir.dialects.linalg.signature import Signature, signature
from llmsys_ir.dialects.linalg.syntax import (
    parse_operands,
    parse_results,
    print_attributes,
    print_operands,
    print_results,
)


@dataclass(frozen=True)
class Definition:
    """What a name stands for.

    Attributes:
        text: the indexing maps, see `signature`; none for an op that is elementwise on any rank.
        body: what is computed; none if the attribute `fun` says it.
        unsigned: whether integers are converted as unsigned ones.
        arity: how many inputs an elementwise op has.
    """

    text: str | None
    body: Body | None
    unsigned: bool = False
    arity: int = 1

    def input_count(self) -> int:
        """How many inputs the op has."""
        return self.arity if self.text is None else len(signature(self.text).operands) - 1


def check_results(outputs: Sequence[SSAValue], results: Sequence[SSAValue]) -> None:
    """Raise unless the results have the types of the outputs that are tensors."""
    expected = tensor_types(outputs)
    got = [result.type for result in results]
    if expected != got:
        raise VerifyException(
            f"result types must be the types of the output tensors, "
            f"got {', '.join(map(str, got)) or 'none'} != {', '.join(map(str, expected)) or 'none'}"
        )


class NamedOp(NamedOperation, ABC):
    """A structured op whose maps and body follow from its name, its attributes and its operands."""

    def __init__(
        self,
        inputs: Sequence[SSAValue],
        outputs: Sequence[SSAValue],
        properties: Mapping[str, Attribute | None] | None = None,
        attributes: Mapping[str, Attribute] | None = None,
    ):
        properties = {name: value for name, value in (properties or {}).items() if value is not None}
        super().__init__(
            ins=inputs,
            outs=outputs,
            result_types=[tensor_types(outputs)],
            properties=properties,
            attributes=attributes,
            hidden_region=self.body_for(inputs, outputs, properties),
        )

    @classmethod
    def body_for(
        cls, inputs: Sequence[SSAValue], outputs: Sequence[SSAValue], properties: Mapping[str, Attribute | None]
    ) -> Region:
        """The body for some operands and properties."""
        definition = DEFINITIONS[cls.name]
        if (len(inputs), len(outputs)) != (expected := (definition.input_count(), 1)):
            raise VerifyException(f"numbers of inputs and outputs must be {expected}, got {len(inputs), len(outputs)}")
        body, cast_kind, function = definition.body, properties.get("cast"), properties.get("fun")
        if body is None:
            default = "exp" if len(inputs) == 1 else "add"
            body = converted_elementwise(function.data if isinstance(function, FunctionAttr) else default)
        unsigned = definition.unsigned or cast_kind == TypeFunctionAttr("cast_unsigned")
        return build_body(inputs, outputs, body, unsigned)

    @classmethod
    def get_hidden_region(cls, inputs: Sequence[SSAValue], outputs: Sequence[SSAValue]) -> Region:
        """The body without attributes."""
        return cls.body_for(inputs, outputs, {})

    def signature(self) -> Signature | None:
        """The op's loops; none for an op that is elementwise on any rank."""
        text = DEFINITIONS[self.name].text
        return None if text is None else signature(text)

    def steps(self, windows: int) -> tuple[Sequence[int], Sequence[int]]:
        """The strides and the dilations of the op's windows."""
        return [1] * windows, [1] * windows

    def get_default_indexing_maps(self) -> Sequence[AffineMap]:
        """The indexing map of each operand."""
        if (loops := self.signature()) is not None:
            return loops.maps(*self.steps(loops.windows()))
        rank = self.rank()
        return [
            AffineMap.identity(rank) if isinstance(operand.type, ShapedType) else AffineMap(rank, 0, ())
            for operand in self.operands
        ]

    def get_iterator_types(self) -> ArrayAttr[IteratorTypeAttr]:
        """The kind of each loop."""
        loops = self.signature()
        return ArrayAttr([IteratorTypeAttr.parallel()] * self.rank() if loops is None else loops.iterators())

    def rank(self) -> int:
        """The rank of the first output."""
        type_ = self.outputs[0].type
        return len(type_.get_shape()) if isinstance(type_, ShapedType) else 0

    def verify_(self) -> None:
        """Check operands and body against the maps, and the result types."""
        super().verify_()
        check_results(self.outputs, self.res)

    @classmethod
    def parse(cls, parser: Parser) -> Self:
        """Parse attributes, inputs, outputs and result types; the body follows from them."""
        position = parser.pos
        attributes = parser.parse_optional_attr_dict()
        inputs, outputs = parse_operands(parser, "ins"), parse_operands(parser, "outs")
        if parser.parse_optional_keyword("attrs"):
            parser.parse_punctuation("=")
            attributes |= parser.parse_optional_attr_dict()
        results = parse_results(parser)
        names = cls.get_irdl_definition().properties
        properties = {name: attributes.pop(name) for name in names if name in attributes}
        try:
            region = cls.body_for(inputs, outputs, properties)
        except VerifyException as error:
            parser.raise_error(f"{cls.name}: {error}", position)
        return cls.build(
            operands=(inputs, outputs),
            result_types=(results,),
            properties=properties,
            attributes=attributes,
            regions=(region,),
        )

    def print(self, printer: Printer) -> None:
        """Print attributes, inputs, outputs and result types."""
        print_attributes(printer, self.attributes, self.properties)
        print_operands(printer, "ins", self.inputs)
        print_operands(printer, "outs", self.outputs)
        print_results(printer, self.res.types)


class CastingOp(NamedOp, ABC):
    """A named op that says how it converts integers."""

    cast = opt_prop_def(TypeFunctionAttr)


class UnaryOp(CastingOp, ABC):
    """A named op that says which function of one number it computes."""

    fun = opt_prop_def(UnaryFunctionAttr)


class BinaryOp(CastingOp, ABC):
    """A named op that says which function of two numbers it computes."""

    fun = opt_prop_def(BinaryFunctionAttr)


class WindowOp(NamedOp, ABC):
    """A named op that slides windows, by strides and dilations of 1 unless it says otherwise."""

    strides = opt_prop_def(DenseIntElementsAttr)
    dilations = opt_prop_def(DenseIntElementsAttr)

    def steps(self, windows: int) -> tuple[Sequence[int], Sequence[int]]:
        """The strides and the dilations of the op's windows."""
        strides, dilations = (
            [1] * windows if steps is None else [int(step) for step in steps.get_values()]
            for steps in (self.strides, self.dilations)
        )
        return strides, dilations

    def verify_(self) -> None:
        """Check that every window has a stride and a dilation."""
        loops = self.signature()
        windows = loops.windows() if loops is not None else 0
        for what, steps in zip(("strides", "dilations"), self.steps(windows), strict=True):
            if len(steps) != windows:
                raise VerifyException(f"number of {what} must be {windows}, got {len(steps)}")
        super().verify_()


CASTING = {
    name: Definition(text, multiply_add)
    for name, text in {
        "matmul": "m k, k n -> m n",
        "matmul_transpose_a": "k m, k n -> m n",
        "matmul_transpose_b": "m k, n k -> m n",
    }.items()
} | {"copy": Definition(None, converted)}
"""Ops with an attribute `cast`."""

UNARY = {"elemwise_unary": Definition(None, None)}
"""Ops with an attribute `fun` of one number."""

BINARY = {"elemwise_binary": Definition(None, None, arity=2)}
"""Ops with an attribute `fun` of two numbers."""


def arity_of(function: str) -> int:
    """How many inputs a scalar function has."""
    kinds = (UnaryFunctionAttr, BinaryFunctionAttr, TernaryFunctionAttr)
    return 1 + next(index for index, kind in enumerate(kinds) if function in kind.CASES)


ELEMENTWISE = {
    name: Definition(None, elementwise(function), arity=arity_of(function))
    for name, function in {
        **{name: name for name in ("exp", "log", "abs", "ceil", "floor", "negf", "reciprocal", "round")},
        **{name: name for name in ("sqrt", "rsqrt", "square", "tanh", "erf", "add", "sub", "mul", "div")},
        **{name: name for name in ("div_unsigned", "powf", "select")},
        "max": "max_signed",
        "min": "min_signed",
    }.items()
} | {"fill": Definition(None, converted), "fill_rng_2d": Definition(None, random_number, arity=3)}
"""Ops on each element, for any rank."""

CONTRACTIONS = {
    name: Definition(text, multiply_add)
    for name, text in {
        "batch_matmul": "b m k, b k n -> b m n",
        "batch_matmul_transpose_a": "b k m, b k n -> b m n",
        "batch_matmul_transpose_b": "b m k, b n k -> b m n",
        "batch_reduce_matmul": "b m n k: b m k, b k n -> m n",
        "mmt4d": "m n k m0 n0 k0: m k m0 k0, n k n0 k0 -> m n m0 n0",
        "batch_mmt4d": "b m n k m0 n0 k0: b m k m0 k0, b n k n0 k0 -> b m n m0 n0",
        "matvec": "m n, n -> m",
        "vecmat": "m, m n -> n",
        "batch_matvec": "b m k, b k -> b m",
        "batch_vecmat": "b k, b k n -> b n",
        "dot": "m, m -> ()",
        "conv_1d": "ow+kw, kw -> ow",
        "conv_2d": "oh+kh ow+kw, kh kw -> oh ow",
        "conv_3d": "od+kd oh+kh ow+kw, kd kh kw -> od oh ow",
    }.items()
} | {
    name: Definition(text, quantized_multiply_add)
    for name, text in {
        "quantized_matmul": "m k, k n, (), () -> m n",
        "quantized_batch_matmul": "b m k, b k n, (), () -> b m n",
    }.items()
}
"""Sums of products."""

CONVOLUTION_TEXTS = {
    "conv_1d_nwc_wcf": "n ow+kw c, kw c f -> n ow f",
    "conv_1d_ncw_fcw": "n c ow+kw, f c kw -> n f ow",
    "conv_2d_nhwc_hwcf": "n oh+kh ow+kw c, kh kw c f -> n oh ow f",
    "conv_2d_nhwc_fhwc": "n oh+kh ow+kw c, f kh kw c -> n oh ow f",
    "conv_2d_nchw_fchw": "n c oh+kh ow+kw, f c kh kw -> n f oh ow",
    "conv_2d_ngchw_fgchw": "n g c oh+kh ow+kw, f g c kh kw -> n g f oh ow",
    "conv_2d_ngchw_gfchw": "n g c oh+kh ow+kw, g f c kh kw -> n g f oh ow",
    "conv_2d_nhwgc_gfhwc": "n oh+kh ow+kw g c, g f kh kw c -> n oh ow g f",
    "conv_3d_ndhwc_dhwcf": "n od+kd oh+kh ow+kw c, kd kh kw c f -> n od oh ow f",
    "conv_3d_ncdhw_fcdhw": "n od oh ow f kd kh kw c: n c od+kd oh+kh ow+kw, f c kd kh kw -> n f od oh ow",
    "depthwise_conv_1d_nwc_wc": "n ow+kw c, kw c -> n ow c",
    "depthwise_conv_1d_ncw_cw": "n ow c kw: n c ow+kw, c kw -> n c ow",
    "depthwise_conv_1d_nwc_wcm": "n ow+kw c, kw c cm -> n ow c cm",
    "depthwise_conv_2d_nhwc_hwc": "n oh+kh ow+kw c, kh kw c -> n oh ow c",
    "depthwise_conv_2d_nchw_chw": "n oh ow c kh kw: n c oh+kh ow+kw, c kh kw -> n c oh ow",
    "depthwise_conv_2d_nhwc_hwcm": "n oh+kh ow+kw c, kh kw c cm -> n oh ow c cm",
    "depthwise_conv_3d_ndhwc_dhwc": "n od oh ow kd kh kw c: n od+kd oh+kh ow+kw c, kd kh kw c -> n od oh ow c",
    "depthwise_conv_3d_ncdhw_cdhw": "n od oh ow kd kh kw c: n c od+kd oh+kh ow+kw, c kd kh kw -> n c od oh ow",
    "depthwise_conv_3d_ndhwc_dhwcm": "n od oh ow m kd kh kw c: n od+kd oh+kh ow+kw c, kd kh kw c m -> n od oh ow c m",
}
"""The maps of convolutions, of which some also come quantized, with two zero points."""

QUANTIZED = (
    "conv_2d_nhwc_hwcf",
    "conv_2d_nhwc_fhwc",
    "conv_2d_nchw_fchw",
    "conv_2d_ngchw_gfchw",
    "conv_2d_nhwgc_gfhwc",
    "conv_3d_ndhwc_dhwcf",
    "depthwise_conv_2d_nhwc_hwc",
    "depthwise_conv_2d_nhwc_hwcm",
)

CONVOLUTIONS = {name: Definition(text, multiply_add) for name, text in CONVOLUTION_TEXTS.items()} | {
    f"{name}_q": Definition(CONVOLUTION_TEXTS[name].replace(" ->", ", (), () ->"), quantized_multiply_add)
    for name in QUANTIZED
}
"""Convolutions."""

FUNCTION_OF_POOLING = {
    "sum": "add",
    "max": "max_signed",
    "min": "min_signed",
    "max_unsigned": "max_unsigned",
    "min_unsigned": "min_unsigned",
}
"""The scalar function a pooling accumulates with."""

POOLINGS = {
    f"pooling_{layout}_{function}": Definition(
        text,
        accumulate(FUNCTION_OF_POOLING[function]),
        function.endswith("unsigned"),
    )
    for layout, text, functions in (
        ("nwc", "n ow+kw c, kw -> n ow c", "sum max max_unsigned min min_unsigned"),
        ("ncw", "n c ow+kw, kw -> n c ow", "sum max"),
        ("nhwc", "n oh+kh ow+kw c, kh kw -> n oh ow c", "sum max max_unsigned min min_unsigned"),
        ("nchw", "n c oh+kh ow+kw, kh kw -> n c oh ow", "sum max"),
        ("ndhwc", "n od+kd oh+kh ow+kw c, kd kh kw -> n od oh ow c", "sum max min"),
    )
    for function in functions.split()
}
"""Poolings; the second operand only gives the shape of the window."""


def define(definitions: Mapping[str, Definition], base: type[NamedOp]) -> dict[str, type[NamedOp]]:
    """A class for each definition."""

    def one(name: str) -> type[NamedOp]:
        words = "".join(word.capitalize() for word in name.split("_"))
        text = definitions[name].text or "elementwise"
        body = {"name": f"linalg.{name}", "__doc__": f"`linalg.{name}`: {text}.", "__module__": __name__}
        created = new_class(f"{words}Op", (base,), exec_body=lambda namespace: namespace.update(body))
        return irdl_op_definition(cast(type[NamedOp], created))

    return {name: one(name) for name in definitions}


DEFINITIONS = {
    f"linalg.{name}": definition
    for table in (CASTING, UNARY, BINARY, ELEMENTWISE, CONTRACTIONS, CONVOLUTIONS, POOLINGS)
    for name, definition in table.items()
}
"""The definition of every named op."""

NAMED_OPS: dict[str, type[NamedOp]] = {
    **define(CASTING, CastingOp),
    **define(UNARY, UnaryOp),
    **define(BINARY, BinaryOp),
    **define(ELEMENTWISE, NamedOp),
    **define(CONTRACTIONS, NamedOp),
    **define(CONVOLUTIONS, WindowOp),
    **define(POOLINGS, WindowOp),
}
"""The class of every named op, by its name without `linalg.`."""
