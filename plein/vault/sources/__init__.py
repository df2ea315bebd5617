"""The sources that fill a vault: one file per source, which says what it knows in our words."""
