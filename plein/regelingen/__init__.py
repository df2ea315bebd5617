"""One folder per regeling: its rules in the order of the law, its norms with their source."""
