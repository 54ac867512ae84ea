"""Random ops of every kind that has a sharding rule: StableHLO's from a source of random numbers, the core dialects'
as hypothesis strategies.
"""
