"""Budgets of the shop, granted by the own system of a municipality."""
