"""Who belong together, how old they are, and what they have: what several laws ask."""
