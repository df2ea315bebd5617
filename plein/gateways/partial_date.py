"""A date as base registers know it: sometimes without its day, its month, or at all."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class PartialDate:
    """`2020-03-14`, `2020-03`, `2020`, or unknown. Raises `ValueError` for what never was."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if (self.year is None and self.month) or (self.month is None and self.day):
            raise ValueError("a date is known from its year on")
        try:
            date(self.year or 1, self.month or 1, self.day or 1)
        except OverflowError:
            raise ValueError("no such date") from None

    @classmethod
    def of(cls, day: date) -> "PartialDate":
        return cls(day.year, day.month, day.day)

    @property
    def exact(self) -> date | None:
        """The day, only where the register knows it."""
        return self.earliest if self.day else None

    @property
    def earliest(self) -> date | None:
        return date(self.year, self.month or 1, self.day or 1) if self.year else None

    @property
    def latest(self) -> date | None:
        if self.year is None:
            return None
        month = self.month or _DECEMBER
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def __str__(self) -> str:
        """As ISO 8601 writes it, with what is known; unknown is empty."""
        parts = [(self.year, 4), (self.month, 2), (self.day, 2)]
        return "-".join(f"{part:0{width}}" for part, width in parts if part is not None)
