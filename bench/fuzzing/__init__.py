"""Random programs on random meshes under random annotations: built, partitioned, run, compared, and made smaller."""
