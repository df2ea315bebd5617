"""Mijn 18: what a resident arranges around the eighteenth birthday, on their own days."""
