"""The bank: what we ask it to pay, and what it answers (ISO 20022)."""
