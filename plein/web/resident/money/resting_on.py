"""On what the amounts rest: the income of the year, the children who count, and what is missing."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _

from plein.insight.timeline import Month
from plein.kernel.months import months_after, months_from
from plein.regelingen.library import rule_book
from plein.rules.words import omlaag
from plein.vault.catalogue import catalogue
from plein.web.resident.money.looking import Look
from plein.web.resident.money.words import cents

YEAR = 12  # months
ROUGH = 50  # euros: below it the rounding of the monthly tables is as large as the outcome
LONG = 3  # months: from then on a stretch is named by its ends
TENS = 10  # euros: more precise than that it is not
TAX = {"": "belasting_terug_per_jaar", "_partner": "belasting_terug_per_jaar_partner"}


def year_income(found: Look, now: Month) -> dict[str, Any]:
    """From which months of the year we know what was paid, and which are estimated."""
    every = list(months_from(date(now.first.year, 1, 1), YEAR))
    known = [month for month in every if month in found.known.reported]
    return {
        "year": now.first.year,
        "cents": cents(now.toeslagen["gezamenlijk_toetsingsinkomen"]),
        "known": named_months(known),
        "estimated": named_months(month for month in every if month not in known),
        "has_partner": found.household.at(now.first).partner is not None,
    }


def named_months(months: Iterable[date]) -> str:
    """`januari tot en met april, juni en juli`: stretches of months in words."""
    stretches: list[list[date]] = []
    for month in months:
        if stretches and months_after(stretches[-1][-1], 1) == month:
            stretches[-1].append(month)
        else:
            stretches.append([month])
    *before, last = [name for each in stretches for name in _stretch(each)] or [""]
    return (
        _("%(before)s en %(last)s") % {"before": ", ".join(before), "last": last}
        if before
        else last
    )


def _stretch(months: list[date]) -> list[str]:
    names = [formats.date_format(month, "F") for month in months]
    if len(names) < LONG:
        return names
    return [_("%(first)s tot en met %(last)s") % {"first": names[0], "last": names[-1]}]


def tax_back(now: Month) -> list[dict[str, Any]]:
    """What was withheld too much over the year; it comes on request, so it is in no month."""
    if now.year is None:
        return []
    return [
        {
            "cents": cents(omlaag(now.year[target], TENS)),
            "is_partner": bool(whose),
            "url": reverse(
                "my-money-explained",
                args=[now.first.year, now.first.month, target.replace("_", "-")],
            ),
        }
        for whose, target in TAX.items()
        if now.year.values.get(target, 0) >= ROUGH
    ]


def cannot_be_calculated(months: list[Month]) -> list[dict[str, str]]:
    """Of each amount once: which norm is missing, on which day, and since when it is known."""
    found: dict[str, str] = {}
    for month in months:
        for target, reason in month.missing.items():
            found.setdefault(rule_book().says(target), str(reason))
    return [{"label": label, "why": why} for label, why in found.items()]


def children_who_count(found: Look) -> dict[str, Any]:
    every = found.known.children
    return {
        "here": ", ".join(child.name for child in every if child.is_at_home),
        "elsewhere": [child for child in every if not child.is_at_home],
    }


def missing(found: Look) -> list[dict[str, str]]:
    """With the place to fill it in."""
    elements = [catalogue().elements[key] for key in found.known.missing]
    return [{"name": each.nl, "url": reverse("vault-value", args=[each.key])} for each in elements]
