"""Mijn uitkering: what comes, when, why, and what the resident tells of it."""
