"""Huurtoeslag: help with the rent. Another law since 2026, and other household kinds since 2025."""
