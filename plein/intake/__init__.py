"""Filling in an aanvraag: what is known already, what was answered, and sending it."""
