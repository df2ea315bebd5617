"""Zorgtoeslag: help with the premium of the health insurance."""
