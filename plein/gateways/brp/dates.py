"""The four forms of a date in the BRP API (`AbstractDatum`), as one value."""

import re
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator

from plein.gateways.partial_date import PartialDate
from plein.gateways.shape import Day

_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _read(found: object) -> PartialDate:
    match found:
        case {"type": "Datum", "datum": str(text)} if _ISO_DAY.fullmatch(text):
            return PartialDate.of(date.fromisoformat(text))
        case {"type": "JaarMaandDatum", "jaar": int(year), "maand": int(month)}:
            return PartialDate(_number(year), _number(month))
        case {"type": "JaarDatum", "jaar": int(year)}:
            return PartialDate(_number(year))
        case {"type": "DatumOnbekend", "onbekend": True}:
            return PartialDate()
    raise ValueError("not a date of the BRP")


def _number(value: int) -> int:
    if isinstance(value, bool) or value == 0:  # to Python, true is a number as well
        raise ValueError("not a part of a date")
    return value


BrpDatum = Annotated[Day, BeforeValidator(_read)]
