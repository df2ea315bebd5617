"""Amounts in a text come from the norms of the day: `{norm:bijstand.norm_alleen}`."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plein.kernel.money import euros
from plein.rules.norms import Norms
from plein.rules.refusals import NormMissing

NORM = re.compile(r"\{norm:(?P<regeling>[a-z_]+)\.(?P<name>[a-z0-9_]+)\}")
_AMOUNT_WORDS = (
    r"€|%",
    r"\beuro'?s?\b|\bprocent\b|\b(?:per)?cent\b",
    r"يورو|\bسنت\b|بالمئة|بالمائة|في المئة|في المائة",
    r"\bєвро\b|\bцент(?:и|ів)?\b|\bвідсот|\bпроцент",
)
_LOOSE = re.compile("|".join(_AMOUNT_WORDS), re.IGNORECASE)
_MONTHS, _LEAST_YEARS = 12, 24  # from here months are said in years


def norms_in(text: str) -> set[tuple[str, str]]:
    return {(found["regeling"], found["name"]) for found in NORM.finditer(text)}


def loose_amounts(text: str) -> Iterator[str]:
    """What is written in the text and should have come from a norm; a brace that is no norm."""
    rest = NORM.sub("", text)
    yield from (found[0] for found in _LOOSE.finditer(rest))
    yield from (brace for brace in "{}" if brace in rest)


def filled(text: str, norms: Norms, day: date) -> str:
    """With the figures of this day, in the active language: that of the text, as it says "procent".

    A figure that nobody knows yet is said to be so.
    """
    return NORM.sub(lambda found: _said(norms, found["regeling"], found["name"], day), text)


def _said(norms: Norms, regeling: str, name: str, day: date) -> str:
    norm = norms.of(regeling)[name]
    try:
        value = norm.on(day).value
    except NormMissing:
        return _("(dit bedrag is nog niet bekend)")
    if isinstance(value, tuple):
        raise TypeError(f"{regeling}.{name} is a table")
    return _in_words(value, norm.unit)


def _in_words(value: Decimal, unit: str) -> str:
    if unit.startswith("euro"):
        return euros(int(value * 100))
    if unit == "deel":
        return _("{number} procent").format(number=_plain(value * 100))
    if unit == "maanden" and value >= _LEAST_YEARS:
        return _age(*divmod(int(value), _MONTHS))
    return _plain(value)


def _age(years: int, months: int) -> str:
    if not months:
        return _("{years} jaar").format(years=years)
    and_months = ngettext("{n} maand", "{n} maanden", months).format(n=months)
    return _("{years} jaar en {months}").format(years=years, months=and_months)


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", ",")
