"""Declaraties: what a resident paid themselves, and asks back from a budget."""
