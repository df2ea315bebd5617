"""Taking over awards that run, from a file of another system."""
