"""Wij bellen u terug: asked, read back and withdrawn by the resident."""
