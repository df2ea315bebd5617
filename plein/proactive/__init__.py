"""Help that the municipality offers by itself, as two people agreed (docs/how-to/offer-help.md)."""
