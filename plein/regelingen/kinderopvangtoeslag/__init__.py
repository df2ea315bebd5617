"""Kinderopvangtoeslag: a share of the costs of registered child care."""
