"""What a sharded program costs: clusters, collectives, compute, memory."""
