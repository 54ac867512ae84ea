"""Meshes, shardings, sharding rules and resharding; no IR."""
