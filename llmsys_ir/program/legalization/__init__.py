"""Ops of other dialects as StableHLO."""
