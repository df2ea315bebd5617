"""People who look at somebody else's data: who helps, and a parent of a minor."""
