"""Individuele inkomenstoeslag: a sum a year after a long time on a low income."""
