"""Algemene wet inkomensafhankelijke regelingen: what all toeslagen share."""
