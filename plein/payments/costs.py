"""Under what a benefit is booked: the costs of a law in a year, for the yearly account."""

from datetime import date


def costs_in(day: date) -> str:
    """What is set right in a later year counts in that year."""
    return f"bijstand {day.year}"
