"""Socrates: what somebody gets each month, paid to the cent, and paid back with care."""
