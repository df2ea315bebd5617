"""Aanvragen maken: staff write a journey on screen, and take over what others made."""
