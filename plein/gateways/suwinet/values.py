"""How SuwiML writes amounts, dates, numbers and yes or no."""

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, model_validator

from plein.gateways.partial_date import PartialDate
from plein.gateways.shape import Burgerservicenummer, Cents, Day, Shape

_DATE = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_NUMBER = re.compile(r"-?[0-9]{1,13}")
_SIGNS = {"+": 1, "-": -1}
_YES_OR_NO = {"1": True, "2": False}


class Piece(Shape):
    """One element. XML repeats a name; what may stand there once is taken out of its tuple."""

    @model_validator(mode="before")
    @classmethod
    def _once(cls, found: Any) -> Any:
        if not isinstance(found, dict):
            return found
        repeated = {name for name, field in cls.model_fields.items() if _repeats(field.annotation)}
        return {
            name: values if name in repeated else _single(values)
            for name, values in found.items()
            if name in cls.model_fields
        }


class Dossier(Piece):
    """What one source knows of one person: `ClientSuwi`."""

    Burgerservicenr: Burgerservicenummer


def _repeats(annotation: Any) -> bool:
    return getattr(annotation, "__origin__", None) is tuple


def _single(values: Any) -> Any:
    """More than one stays a tuple, which no single field accepts."""
    return values[0] if isinstance(values, tuple) and len(values) == 1 else values


def _date(found: object) -> PartialDate:
    """JJJJMMDD; zeros for what is not known."""
    match = _DATE.fullmatch(found) if isinstance(found, str) else None
    if match is None:
        raise ValueError("not a date of SuwiML")
    year, month, day = (int(part) or None for part in match.groups())
    return PartialDate(year, month, day)


def _number(found: object) -> int:
    if not isinstance(found, str) or _NUMBER.fullmatch(found) is None:
        raise ValueError("not a number")
    return int(found)


def _yes_or_no(found: object) -> bool | None:
    """1 is yes and 2 is no (`StdIndJN`); any other digit says that it is not known."""
    if not isinstance(found, str) or not (found.isascii() and found.isdigit()):
        raise ValueError("not an indication")
    return _YES_OR_NO.get(found)


def _amount(found: object) -> int:
    """Whole cents in `WaardeBedr`, the sign in `CdPositiefNegatief`, and always euros."""
    if not isinstance(found, dict) or set(found) - _AMOUNT_PARTS:
        raise ValueError("not an amount")
    parts = {name: _single(values) for name, values in found.items()}
    sign = _SIGNS.get(str(parts.get("CdPositiefNegatief", "+")))
    if sign is None or parts.get("CdMunteenheid", "EUR") != "EUR":
        raise ValueError("not an amount in euros")
    return sign * _number(parts.get("WaardeBedr"))


_AMOUNT_PARTS = {
    "CdMunteenheid",
    "CdPositiefNegatief",
    "WaardeBedr",
    "CdPeriodeEenheidGeldigheidBedr",
}
Datum = Annotated[Day, BeforeValidator(_date)]
Aantal = Annotated[int, BeforeValidator(_number)]
Indicatie = Annotated[bool | None, BeforeValidator(_yes_or_no)]
Bedrag = Annotated[Cents, BeforeValidator(_amount)]
Waarde = Annotated[Cents, BeforeValidator(_number)]  # a `WaardeBedr` without its envelope
