"""Afspraken: what is coming, choose a time, another time, or not at all."""
