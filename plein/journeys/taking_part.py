"""Who takes part, with which papers, in which appointments, and how we remind."""

from enum import StrEnum

from pydantic import Field

from plein.journeys.declared import Declared, Key, Line, Text, When


class Partner(Declared):
    """An organisation that sees this part from the moment of the aanvraag.

    By its name (`organisation`), or `by_area`: the one that works where the resident lives.
    `when` looks at the answers: with it, who says no to sharing is not shared.
    """

    key: Key
    purpose: Line
    basis: Line
    organisation: Text = ""
    by_area: bool = False
    when: When = None


class Way(StrEnum):
    IN = "in"
    OUT = "uit"


class PaperKind(Declared):
    """A kind of document, and how secret it is as ZGW says it."""

    key: Key
    title: Line
    way: Way
    confidentiality: Key = "zaakvertrouwelijk"


class Reminders(Declared):
    """Days before and after the last day of a task."""

    before: tuple[int, ...] = Field(default=(14, 3, 1), max_length=5)
    after: tuple[int, ...] = Field(default=(1,), max_length=3)

    @property
    def ladder(self) -> tuple[int, ...]:
        """Counted from the last day, as they are kept."""
        return tuple(-days for days in self.before) + self.after
