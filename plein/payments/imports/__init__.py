"""Awards that run already: read from a file of another system, checked, and taken over at once."""
