"""Declaraties, as staff judge them."""
