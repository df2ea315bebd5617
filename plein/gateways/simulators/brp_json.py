"""Dates as the BRP API writes them, and only the fields that were asked for."""

from typing import Any

from plein.gateways.partial_date import PartialDate
from plein.gateways.simulators.people import Tree

_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
# These come along unasked, at every level where they are.
_UNASKED = {
    "type",
    "inOnderzoek",
    "geheimhoudingPersoonsgegevens",
    "opschortingBijhouding",
}


def as_json(value: Any) -> Any:
    match value:
        case PartialDate():
            return _date(value)
        case dict():
            return {key: as_json(inner) for key, inner in value.items()}
        case list():
            return [as_json(inner) for inner in value]
    return value


def _date(day: PartialDate) -> Tree:
    month = _MONTHS[day.month - 1] if day.month else ""
    if day.year is None:
        return {"type": "DatumOnbekend", "onbekend": True, "langFormaat": "onbekend"}
    if day.month is None:
        return {"type": "JaarDatum", "jaar": day.year, "langFormaat": str(day.year)}
    if day.day is None:
        words = {"langFormaat": f"{month} {day.year}"}
        return {"type": "JaarMaandDatum", "jaar": day.year, "maand": day.month, **words}
    return {"type": "Datum", "datum": str(day), "langFormaat": f"{day.day} {month} {day.year}"}


def pick(found: Any, fields: list[str]) -> Any:
    """`naam` is all of the name, `naam.voornamen` a part of it; a list gives it of each."""
    if isinstance(found, list):
        return [pick(one, fields) for one in found]
    if not isinstance(found, dict):
        return found
    picked = {name: value for name, value in found.items() if name in _UNASKED}
    for name in dict.fromkeys(field.partition(".")[0] for field in fields):
        deeper = [field.partition(".")[2] for field in fields if field.partition(".")[0] == name]
        if name in found:
            picked[name] = found[name] if "" in deeper else pick(found[name], deeper)
    return picked
