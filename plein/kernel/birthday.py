"""The day on which somebody reaches an age."""

from datetime import date


def birthday(born: date, age: int) -> date:
    """Who was born on 29 February has it on 1 March in other years (BW 1:1)."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)
