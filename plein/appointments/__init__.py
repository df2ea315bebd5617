"""Appointments: offered, chosen, moved, cancelled; no place is given away twice."""
