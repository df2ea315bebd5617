"""Afspraken at the desk: who comes today, and which times there are."""
