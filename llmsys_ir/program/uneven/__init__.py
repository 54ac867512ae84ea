"""Dims that the devices along their mesh axes do not divide: they are padded, and padding never reaches a result.

A program is rewritten to one with larger dims before it is partitioned, so that every shard has the same size. What
stands in the padding is of no account: an op that would let it through, such as a reduction, gets a neutral value in
its place, or the dim without its padding.
"""
