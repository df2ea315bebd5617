"""Answers without the value behind them (bundles.yaml, `derived`): one small function for each.

`values` are by element, written as their `Kind` says. An element that is missing was never
collected; None means that its source says: there is none. The answer is True or False only where
that is certain, and None where we do not know: a yes goes out under the municipality's signature.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from plein.kernel.period import age_on
from plein.vault.family import earliest, latest

Values = Mapping[str, Any]
Answer = bool | None

ADULT = 18  # BW boek 1 art. 233
PUPIL = range(4, 18)  # the words of the answer: 4 tot en met 17 jaar
SOON = 90  # days
MONTHS = 12


def is_18_plus(values: Values, *, day: date) -> Answer:
    born = values.get("geboortedatum")
    if not born:
        return None
    oldest, youngest = age_on(day, earliest(born)), age_on(day, latest(born))
    return None if oldest >= ADULT > youngest else youngest >= ADULT


def woont_in_gemeente(values: Values, *, place: str) -> Answer:
    """`place` is the name or the CBS code; a code may come with its words, as the BRP gives it."""
    found = values.get("gemeente_inschrijving")
    if not found:
        return None
    words = found.values() if isinstance(found, Mapping) else [found]
    return place.casefold() in {str(word).casefold() for word in words}


def heeft_kind_4_17(values: Values, *, day: date) -> Answer:
    if "kinderen" not in values:
        return None
    ages = [_ages(child, day) for child in values["kinderen"] or []]
    if any(low in PUPIL and high in PUPIL for low, high in ages):
        return True
    perhaps = any(low <= max(PUPIL) and high >= min(PUPIL) for low, high in ages)
    return None if perhaps else False


def inkomen_onder_grens(values: Values, *, limit: int) -> Answer:
    """`limit` is in cents per month; exactly the limit is not below it.

    What comes in now (wages and WW) goes before the yearly income of the tax office, which is of
    an earlier year. Half of what comes in can be above the limit already, but never prove the rest.
    """
    now = [values[key] or 0 for key in ("loon_sv", "ww_bruto") if key in values]
    if len(now) == len(("loon_sv", "ww_bruto")) or sum(now) >= limit:
        return sum(now) < limit
    if values.get("bri_inkomen") is not None:
        return bool(values["bri_inkomen"] < limit * MONTHS)
    return None


def recht_op_minimaregeling(values: Values, *, day: date) -> Answer:
    """A budget or scheme that runs today: `{naam, pas, vanaf, tot}`, with `tot` not in it."""
    if "minimabudgetten" not in values:
        return None
    return any(_runs(scheme, day) for scheme in values["minimabudgetten"] or [])


def pas_geldig(values: Values, *, day: date) -> Answer:
    """Of these, one that comes with a pass."""
    if "minimabudgetten" not in values:
        return None
    schemes = values["minimabudgetten"] or []
    return any(scheme.get("pas", False) and _runs(scheme, day) for scheme in schemes)


def alleenstaande_ouder(values: Values, *, day: date) -> Answer:
    """Without a partner, with a child under 18, and with no other adult in the house.

    Another adult may be a child of the house or somebody to share a household with (Participatiewet
    art. 4): that takes a person to judge, so the answer is that we do not know.
    """
    if {"partner", "kinderen", "medebewoners"} - set(values):
        return None
    if values["partner"]:
        return False
    children = [_ages(child, day) for child in values["kinderen"] or []]
    if not any(high < ADULT for _low, high in children):
        return None if any(low < ADULT for low, _high in children) else False
    others = [_ages(person, day) for person in values["medebewoners"] or []]
    return None if any(high >= ADULT for _low, high in others) else True


def ww_stopt_binnen_90_dagen(values: Values, *, day: date) -> Answer:
    """From today up to and with the ninetieth day; what stopped before does not stop any more."""
    if "ww_einde_max" not in values:
        return None
    end = values["ww_einde_max"]
    return end is not None and 0 <= (date.fromisoformat(end) - day).days <= SOON


def answer(key: str, values: Values, *, day: date, place: str, limit: int | None = None) -> Answer:
    """The answer with this key in the catalogue. Without a limit nothing is said of income."""
    if key == "woont_in_gemeente":
        return woont_in_gemeente(values, place=place)
    if key == "inkomen_onder_grens":
        return None if limit is None else inkomen_onder_grens(values, limit=limit)
    return _BY_DAY[key](values, day=day)


_BY_DAY = {
    "is_18_plus": is_18_plus,
    "heeft_kind_4_17": heeft_kind_4_17,
    "recht_op_minimaregeling": recht_op_minimaregeling,
    "pas_geldig": pas_geldig,
    "alleenstaande_ouder": alleenstaande_ouder,
    "ww_stopt_binnen_90_dagen": ww_stopt_binnen_90_dagen,
}


def _ages(person: Mapping[str, Any], day: date) -> tuple[int, int]:
    """The least and the most years; somebody without a birth date can have any age."""
    born = person.get("geboortedatum")
    if not born:
        return 0, 150
    return age_on(day, latest(born)), age_on(day, earliest(born))


def _runs(scheme: Mapping[str, Any], day: date) -> bool:
    """`vanaf` and `tot` (not in it) are ISO dates; either may be missing."""
    start, until = scheme.get("vanaf"), scheme.get("tot")
    return (not start or earliest(start) <= day) and (not until or day < earliest(until))
