"""The law as functions: one body for one household on `Decimal` and for a million on arrays."""
