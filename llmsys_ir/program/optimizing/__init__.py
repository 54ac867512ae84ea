"""Rewriting the collectives of partitioned functions to cheaper ones."""
