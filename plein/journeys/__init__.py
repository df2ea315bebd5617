"""A journey as data: what is asked, what follows, in whose words and within which terms."""
