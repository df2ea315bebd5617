"""The Basisregistratie Personen: BRP API Personen v2 and BRP API Bewoning (RvIG)."""
