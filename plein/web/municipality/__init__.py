"""The forms about a municipality, for its own beheerder and for who starts it."""
