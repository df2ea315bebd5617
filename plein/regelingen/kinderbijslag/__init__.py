"""Kinderbijslag: an amount for each child, after each quarter, whatever the income."""
