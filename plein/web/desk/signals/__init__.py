"""Signals for staff: what is to be looked into, what is on, and whether it is fair."""
