"""What we keep of a zaak of elsewhere, in our own words, as it stands sealed in its row."""

from datetime import date

from pydantic import BaseModel, ConfigDict

SUMMARY, DETAILS = "aanvraag elders", "stappen en papieren elders"  # in the log of looks


class _Kept(BaseModel):
    model_config = ConfigDict(frozen=True)


class Summary(_Kept):
    """`stands_still` is the reason of a suspension; None while the clock runs."""

    name: str
    number: str
    station: str
    started_on: date
    ended_on: date | None = None
    answer_by: date | None = None
    stands_still: str | None = None
    outcome: str = ""


class Station(_Kept):
    title: str
    reached_on: date | None = None
    is_here: bool = False


class Paper(_Kept):
    url: str
    title: str
    sender: str
    made_on: date
    size: int | None = None


class Details(_Kept):
    stations: tuple[Station, ...] = ()
    papers: tuple[Paper, ...] = ()
