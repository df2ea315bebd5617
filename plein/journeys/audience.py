"""For whom a journey is, and how it begins where somebody first has to report (melding)."""

from pydantic import Field

from plein.journeys.declared import Declared, Line, Text


class Audience(Declared):
    """`text` says it in a sentence. `until_age` ends at that birthday; nobody is kept out."""

    text: Line
    from_age: int | None = Field(default=None, ge=0, le=120)
    until_age: int | None = Field(default=None, ge=0, le=120)


class SearchPeriod(Declared):
    """Who is younger than `under_age` waits so many days with the aanvraag, with exceptions."""

    under_age: int = Field(ge=1, le=120)
    days: int = Field(ge=1, le=365)
    law: Line
    text: Text
    exceptions: Text


class Report(Declared):
    """The day of the melding is kept. Without an aanvraag in `file_within` days we ask."""

    text: Text
    file_within: int = Field(ge=1, le=365)
    search_period: SearchPeriod | None = None
