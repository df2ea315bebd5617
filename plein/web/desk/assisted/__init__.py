"""Samen: with a resident at the desk or on the phone, on the resident's own pages."""
