"""Programs from frameworks, as modules."""
