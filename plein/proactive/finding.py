"""Who has a need by our own books, and on which day it ends. Each a fixed number of queries."""

from collections.abc import Callable, Collection
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q

from plein.cases.models import Case, Provision
from plein.identity.models import Member
from plein.proactive.need import Finds
from plein.webshop.queries.lapsing import ending_within, who_hears_of

Among = Collection[UUID] | None  # residents; None is everybody
DAYS = 60  # ahead
LOOKED_AT = {Finds.BUDGET: "budget in de winkel", Finds.PROVISION: "hulp die stopt"}


def budgets(day: date, among: Among) -> dict[UUID, date]:
    """More than half is left, and the last day to spend it comes. By resident, the first day."""
    grants = ending_within(DAYS, day).filter(budget__balance__gt=F("amount") / 2)
    if among is not None:
        homes = Member.objects.on(day).filter(resident__in=among)
        grants = grants.filter(household__in=homes.values("household"))
    found = [(each.resident, each.until) for each in who_hears_of(grants, day)]
    return _first([pair for pair in found if among is None or pair[0] in among])


def provisions(day: date, among: Among) -> dict[UUID, date]:
    """The last days of what was given, with no aanvraag after it and nothing that goes on."""
    ending = Provision.objects.filter(
        until__gt=day, until__lte=day + timedelta(days=DAYS + 1), ended_because=""
    )
    dossier = OuterRef("decision__case__dossier")
    asked = Case.objects.filter(dossier=dossier, filed_at__gt=OuterRef("decision__decided_at"))
    longer = Provision.objects.filter(decision__case__dossier=dossier).filter(
        Q(until=None) | Q(until__gt=OuterRef("until"))
    )
    ending = ending.filter(~Exists(asked), ~Exists(longer))
    if among is not None:
        ending = ending.filter(decision__case__dossier__resident__in=among)
    return _first(ending.values_list("decision__case__dossier__resident", "until"))


def _first(found: Collection[tuple[UUID, date | None]]) -> dict[UUID, date]:
    """The last day on which it still is, the first of each resident."""
    days: dict[UUID, date] = {}
    for resident, until in found:
        if until is not None:
            last = until - timedelta(days=1)
            days[resident] = min(days.get(resident, last), last)
    return days


LOOKS: dict[Finds, Callable[[date, Among], dict[UUID, date]]] = {
    Finds.BUDGET: budgets,
    Finds.PROVISION: provisions,
}
