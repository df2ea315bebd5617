"""Terugbellen: who asked for a call, by when, and how it went."""
