"""The rights of a resident over their own data (AVG art. 15 to 20)."""
