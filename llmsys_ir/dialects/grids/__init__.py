"""What the mesh and the shard dialect share: checks, and the halves of their ops that do not depend on the words."""
