"""Minimabeleid: what a municipality gives to who has little, to take part and for children."""
