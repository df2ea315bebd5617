"""Tips: which text may concern this resident now, by rules that are data, and why."""
