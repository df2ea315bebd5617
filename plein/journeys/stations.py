"""The stations of an aanvraag on its way, in the words of the resident and of staff."""

from pydantic import Field, StrictBool

from plein.journeys.declared import Declared, Key, Line
from plein.journeys.phases import Phase


class Station(Declared):
    """`resident` and `staff` are sentences; `inform` sends a message when it is reached."""

    key: Key
    phase: Phase
    resident: Line
    staff: Line
    inform: StrictBool
    days: int = Field(ge=0)  # about how long it takes
