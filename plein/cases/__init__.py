"""Dossiers and cases: where each aanvraag stands, whose turn it is, and before which day."""
