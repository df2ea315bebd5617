"""The contribution to health care that is withheld from AOW and pension."""
