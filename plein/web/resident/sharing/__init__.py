"""Delen: the resident answers who asks, gives of their own accord, and stops when they like."""
