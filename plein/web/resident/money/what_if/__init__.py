"""Wat als: what a change of life does to somebody's money. Nothing in it is a decision."""
