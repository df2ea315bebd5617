"""Verklaringen: what the municipality signs for, so that a resident can show it to others."""
