"""Everything of one resident in one ZIP: to read, to take along, and to check (AVG art. 15, 20)."""
