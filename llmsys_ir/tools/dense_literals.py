"""Dense literals that xDSL's parser cannot take: splats of billions of elements, booleans in hex, resources."""

from __future__ import annotations

import math
from typing import cast

from xdsl.dialect_interfaces.op_asm import OpAsmDialectInterface
from xdsl.dialects.builtin import (
    DYNAMIC_INDEX,
    AnyDenseElement,
    AnyFloat,
    BytesAttr,
    ComplexType,
    DenseIntOrFPElementsAttr,
    DenseResourceAttr,
    IndexType,
    IntegerType,
    MemRefType,
    RankedStructure,
    ShapedType,
    TensorType,
    VectorType,
    i1,
)
from xdsl.ir import Attribute
from xdsl.parser import AttrParser, Parser
from xdsl.utils.mlir_lexer import MLIRTokenKind

from llmsys_ir.tools.locations import LocationParser

LARGE = 1 << 16
"""A splat of more elements than this is kept as its one value; xDSL repeats the value for each element."""

_SCALAR = (
    MLIRTokenKind.BARE_IDENT,
    MLIRTokenKind.FLOAT_LIT,
    MLIRTokenKind.INTEGER_LIT,
    MLIRTokenKind.MINUS,
)

DenseType = RankedStructure[AnyDenseElement]


class DenseLiteralParser(LocationParser):
    """xDSL's parser with these literals added.

    `blobs` has the resources of the text by name, in hex; xDSL keeps those of all texts together.
    """

    blobs: dict[str, str]

    def _parse_builtin_dense_resource_attr(self) -> DenseResourceAttr:
        with self.in_angle_brackets():
            name = self.parse_identifier(" for resource handle")
        self.parse_punctuation(":")
        type_ = self.parse_type()
        if not isinstance(type_, ShapedType):
            self.raise_error(f"dense resource should have a shaped type, got: {type_}")
        return DenseResourceAttr.from_params(name, type_)

    def _parse_resource(self, dialect_name: str, interface: OpAsmDialectInterface) -> None:
        if dialect_name != "builtin":
            super()._parse_resource(dialect_name, interface)
            return
        name = self.parse_identifier(" for resource handle")
        self.parse_punctuation(":")
        self.blobs[name] = self.parse_str_literal()

    class _Element(Parser._TensorLiteralElement):  # pyright: ignore[reportPrivateUsage]
        """An element of which hexadecimal digits are the bits if it is a float."""

        def to_type(
            self, parser: AttrParser, type: AnyFloat | IntegerType | IndexType | ComplexType
        ) -> int | float | tuple[float, float] | tuple[int, int]:
            if isinstance(type, ComplexType) and not isinstance(self.value, tuple):
                parser.raise_error(f"expected a pair of numbers such as (1.0, 2.0) for {type}", self.span)
            if not isinstance(type, AnyFloat) or not self.span.text.startswith(("0x", "0X")):
                return super().to_type(parser, type)
            assert isinstance(self.value, int)
            try:
                raw = self.value.to_bytes(type.compile_time_size, "little")
            except OverflowError:
                parser.raise_error(f"hexadecimal float constant out of range for {type}", self.span)
            return type.unpack(raw, 1)[0]

    def _parse_tensor_literal_element(self) -> _Element:
        element = super()._parse_tensor_literal_element()
        return self._Element(element.is_negative, element.value, element.span)

    def parse_dense_int_or_fp_elements_attr(self, type: DenseType | None) -> DenseIntOrFPElementsAttr:
        """Parse `<...> : type`, or `<...>` if the type is known.

        A splat of more than `LARGE` elements has one element in `data`.
        """
        start = self.pos
        self.parse_punctuation("<", " in dense attribute")
        dense = None
        if self._current_token.kind in _SCALAR:
            dense = self._parse_large_splat(type)
        elif self._current_token.kind is MLIRTokenKind.STRING_LIT:
            dense = self._parse_hex(type)
        if dense is not None:
            return dense
        self._resume_from(start)
        return super().parse_dense_int_or_fp_elements_attr(type)

    def _parse_large_splat(self, type: DenseType | None) -> DenseIntOrFPElementsAttr | None:
        element = self._parse_tensor_literal_element()
        type = self._parse_rest(type)
        element_type = type.get_element_type()
        if math.prod(type.get_shape()) <= LARGE or isinstance(element_type, ComplexType):
            return None
        value = element.to_type(self, element_type)
        one = element_type.pack([value])  # pyright: ignore
        return DenseIntOrFPElementsAttr(type, BytesAttr(one))

    def _parse_hex(self, type: DenseType | None) -> DenseIntOrFPElementsAttr | None:
        text = self.parse_str_literal()
        type = self._parse_rest(type)
        count = math.prod(type.get_shape())
        try:
            data = bytes.fromhex(text.removeprefix("0x"))
        except ValueError:
            return None
        if type.get_element_type() == i1 and len(data) == (count + 7) // 8 and count > 1:
            return DenseIntOrFPElementsAttr(type, BytesAttr(unpacked_bits(data, count)))
        if count > LARGE and len(data) == type.get_element_type().compile_time_size:
            return DenseIntOrFPElementsAttr(type, BytesAttr(data))
        return None

    def _parse_dense_literal_type(self) -> RankedStructure[AnyDenseElement]:
        """Parse the type of a dense literal; xDSL builds the constraint that it checks each time anew."""
        position = self.pos
        type_ = self.parse_type()
        if not isinstance(type_, TensorType | VectorType | MemRefType) or not _is_number(type_.element_type):  # pyright: ignore
            self.raise_error(
                "Expected memref, vector or tensor type of integer, index, float, or complex type", position
            )
        dense_type = cast(DenseType, type_)
        if DYNAMIC_INDEX in dense_type.get_shape():
            self.raise_error("Dense literal attribute should have a static shape.", position)
        return dense_type

    def _parse_rest(self, type: DenseType | None) -> DenseType:
        self.parse_punctuation(">", " in dense attribute")
        if type is not None:
            return type
        self.parse_punctuation(":", " in dense attribute")
        return self._parse_dense_literal_type()


def _is_number(element_type: Attribute) -> bool:
    return isinstance(element_type, IntegerType | IndexType | ComplexType | AnyFloat)


def packed_bits(booleans: bytes) -> bytes:
    """One bit for each byte that is not zero, the lowest bit first."""
    digits = "".join("1" if boolean else "0" for boolean in reversed(booleans))
    return int(digits or "0", 2).to_bytes((len(booleans) + 7) // 8, "little")


def unpacked_bits(packed: bytes, count: int) -> bytes:
    """One byte, 0 or 1, for each of the first `count` bits."""
    return bytes(packed[index // 8] >> (index % 8) & 1 for index in range(count))
