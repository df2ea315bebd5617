"""Terugvordering: what must be paid back, how fast, and what must be left to live on."""
