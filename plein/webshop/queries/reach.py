"""Whom a scheme reaches, step by step, in groups that are never about a few people."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, OuterRef, Q, Sum, TextField
from django.db.models.functions import Cast, Coalesce
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.audit.models import Act
from plein.identity.models import Member, School
from plein.kernel.few import shown_parts, shown_total
from plein.kernel.period import age_on
from plein.tenants.scope import current_id
from plein.webshop.ages import age_words
from plein.webshop.models import GrantStatus, OrderLine, SchemePeriod
from plein.webshop.models.orders import GIVEN_BACK

STEPS: Mapping[str, Promise] = {
    "granted": gettext_lazy("Budget gekregen"),
    "signed_in": gettext_lazy("Daarna ingelogd"),
    "ordered": gettext_lazy("Iets besteld"),
    "received": gettext_lazy("Iets gekregen"),
    "lapsed": gettext_lazy("Geld over toen het stopte"),
}
BANDS = ((None, 4), (4, 12), (12, 18), (18, None))  # years; the second not in it


@dataclass(frozen=True, slots=True)
class Group:
    """A count of None is hidden, for it is about too few people."""

    name: str
    counts: Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class Reach:
    about: str
    groups: list[Group]
    total: Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class Reached:
    """One grant and how far it came."""

    born: date | None
    school: str | None  # None: of a household
    area: str
    status: str
    given: int
    spent: int
    signed_in: bool
    ordered: bool
    received: bool

    def steps(self) -> Iterator[str]:
        yield "granted"
        yield from (step for step in ("signed_in", "ordered", "received") if getattr(self, step))
        if self.status == GrantStatus.LAPSED and self.spent < self.given:
            yield "lapsed"


def reach_of(period: SchemePeriod) -> list[Reach]:
    """By age, school and part of the municipality. One query, whatever there is."""
    grants = list(_reached(period))
    return [
        _reach(_("Leeftijd"), grants, lambda grant: _band(grant, period.spend_from)),
        _reach(_("School"), grants, _school),
        _reach(_("Wijk"), grants, lambda grant: grant.area or _("niet bekend")),
    ]


def _reached(period: SchemePeriod) -> Iterator[Reached]:
    """Each grant with the steps it came to; a child signs in through who lives with it."""
    lines = OrderLine.objects.filter(grant=OuterRef("pk")).exclude(status__in=GIVEN_BACK)
    signed_in = Act.objects.filter(
        municipality_id=current_id(),
        name="identity.resident.signed_in",
        object_id=Cast(OuterRef("resident_id"), TextField()),
        at__gte=OuterRef(OuterRef("granted_at")),
    )
    at_home = Member.objects.filter(household=OuterRef("household_id"), resident__isnull=False)
    kept = ~Q(lines__status__in=GIVEN_BACK)
    grants = period.grants.values_list(
        "member__birth_month",
        "member__school",
        "household__area",
        "status",
        F("amount") + F("carried"),
        Coalesce(Sum("lines__price", filter=kept), 0),
        Exists(at_home.filter(Exists(signed_in))),
        Exists(lines),
        Exists(lines.filter(handed_over_at__isnull=False)),
    )
    return (Reached(*row) for row in grants.iterator())


def _reach(about: str, grants: Sequence[Reached], group_of: Callable[[Reached], str]) -> Reach:
    """What is hidden of one group cannot be worked out from the others or from the total."""
    counts: dict[str, Counter[str]] = {step: Counter() for step in STEPS}
    for grant in grants:
        for step in grant.steps():
            counts[step][group_of(grant)] += 1
    shown: dict[str, dict[str, int | None]] = defaultdict(dict)
    for step in STEPS:
        parts = {name: counts[step][name] for name in counts["granted"]}
        for name, count in shown_parts(parts).items():
            shown[name][step] = count
    total = {step: shown_total(counts[step]) for step in STEPS}
    return Reach(about, [Group(name, shown[name]) for name in sorted(shown)], total)


def _band(grant: Reached, day: date) -> str:
    if grant.school is None:
        return _("heel huishouden")
    if grant.born is None:
        return age_words(18, None)
    age = age_on(day, grant.born)
    return next(
        age_words(first, until)
        for first, until in BANDS
        if (first or 0) <= age and (until is None or age < until)
    )


def _school(grant: Reached) -> str:
    return _("heel huishouden") if grant.school is None else str(School(grant.school).label)
