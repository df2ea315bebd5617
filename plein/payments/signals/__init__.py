"""Signals: declared questions about benefits for a person to look into (docs/how-to/signals.md)."""
