"""Automatic sharding of tensor programs: plan, partition and simulate."""
