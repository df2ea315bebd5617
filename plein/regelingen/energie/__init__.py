"""Tijdelijk Noodfonds Energie: help with the energy bill, until the end of 2025."""
