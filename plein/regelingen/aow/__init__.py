"""State pension."""
