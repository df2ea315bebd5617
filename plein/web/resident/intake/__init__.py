"""Filling in an aanvraag: one step a page, what is known first, and a check before it goes."""
