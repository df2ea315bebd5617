"""Many budgets at once: a file is read, checked against what we know, and booked in one go."""
