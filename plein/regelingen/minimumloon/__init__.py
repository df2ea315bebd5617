"""The lowest wage per hour."""
