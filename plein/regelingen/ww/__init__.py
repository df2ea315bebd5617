"""Unemployment benefit."""
