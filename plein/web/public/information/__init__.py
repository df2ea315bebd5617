"""Informatie: what may concern somebody now. For everybody; nothing of who reads is kept."""
