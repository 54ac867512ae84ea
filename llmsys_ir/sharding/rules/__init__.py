"""The sharding rules of each dialect, one module per dialect."""
