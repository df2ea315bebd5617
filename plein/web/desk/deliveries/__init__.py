"""Bellen of schrijven: what no mail brings, and the letters for it."""
