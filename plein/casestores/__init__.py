"""Aanvragen that run elsewhere in the municipality: read from case stores of others by ZGW."""
