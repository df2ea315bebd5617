"""A household's money: this month, the months ahead, and what a change does. Nothing is kept."""
