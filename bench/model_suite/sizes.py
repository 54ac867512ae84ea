"""The sizes that the models are built with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Sizes:
    """Sizes of dims; each model reads those that it has.

    Attributes:
        batch: examples, sequences, images or queries.
        layers: transformer, state-space or message passing layers.
        width: features of a token or a node.
        hidden: features between the two matrices of a feed-forward layer.
        inner: features inside a state-space layer.
        heads: attention heads; with grouped queries, key and value heads.
        queries_per_key: query heads per key head, with grouped queries.
        head: features of a head; even.
        sequence: tokens of a sequence.
        cache: positions that a key-value cache holds.
        vocabulary: token values.
        classes: labels of an image, an example or a node.
        experts: experts of a mixture.
        states: state variables of a feature in a state-space layer.
        image: height and width of an image in pixels.
        patch: height and width of a patch in pixels.
        channels: features of each stage of a convolutional model.
        groups: groups of a group norm; divides each of `channels`.
        beams: partial sequences that a beam search keeps.
        rows: rows of an embedding table or of a database.
        tables: embedding tables.
        bag: rows that an example looks up in a table.
        nodes: nodes of a graph.
        edges: edges of a graph.
        neighbours: best matches to return; at most `rows` and `vocabulary`.
    """

    batch: int = 8
    layers: int = 2
    width: int = 64
    hidden: int = 256
    inner: int = 128
    heads: int = 8
    queries_per_key: int = 2
    head: int = 8
    sequence: int = 16
    cache: int = 32
    vocabulary: int = 256
    classes: int = 16
    experts: int = 8
    states: int = 8
    image: int = 16
    patch: int = 4
    channels: tuple[int, ...] = (16, 32)
    groups: int = 4
    beams: int = 4
    rows: int = 512
    tables: int = 4
    bag: int = 4
    nodes: int = 64
    edges: int = 256
    neighbours: int = 8


SMALL = Sizes()
"""Batches, heads, widths, vocabularies, experts, channels and rows are multiples of 8."""

ODD = Sizes(
    batch=7,
    width=49,
    hidden=143,
    inner=77,
    heads=7,
    sequence=11,
    cache=23,
    vocabulary=211,
    classes=13,
    experts=7,
    states=7,
    image=11,
    channels=(49, 77),
    groups=7,
    beams=7,
    rows=331,
    nodes=61,
    edges=253,
    neighbours=7,
)
"""No dim that one would shard is a multiple of 2, 3 or 5."""

GPT_2_6B = Sizes(batch=32, layers=32, width=2560, hidden=10240, heads=32, head=80, sequence=1024, vocabulary=51200)
"""The GPT of 2.65 billion parameters that the Alpa paper measures."""

GPT_175B = Sizes(batch=32, layers=96, width=12288, hidden=49152, heads=96, head=128, sequence=1024, vocabulary=51200)
"""GPT-3, of 175 billion parameters."""

NAMED_SIZES = {"small": SMALL, "odd": ODD, "gpt-2.6b": GPT_2_6B, "gpt-175b": GPT_175B}
"""The sizes that the command line knows."""
