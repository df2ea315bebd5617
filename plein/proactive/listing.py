"""Who stands on the list of staff: of needs that are on, and nobody who said no since the night."""

from collections.abc import Mapping
from datetime import date

from django.db.models import Q, QuerySet

from plein.identity.models import Resident
from plein.proactive.models import HelpOffer, Outcome
from plein.proactive.standing import Running
from plein.proactive.wanting import wanting

OVER = (Outcome.YES, Outcome.NOT_NEEDED)  # for the resident


def listed(on: Mapping[str, Running], day: date) -> QuerySet[HelpOffer]:
    """What staff can still do something about, the longest waiting first."""
    rows = HelpOffer.objects.on_list(day).filter(_of(on))
    return rows.select_related("taken_by__account").order_by("found_on", "pk")


def offered_to(resident: Resident, on: Mapping[str, Running], day: date) -> QuerySet[HelpOffer]:
    """What this resident reads, until they answered or it is over."""
    rows = HelpOffer.objects.lives_on(day).filter(_of(on), resident=resident)
    return rows.exclude(outcome__in=OVER).order_by("found_on", "kind")


def _of(on: Mapping[str, Running]) -> Q:
    """Of these needs, without who does not want help of their kind. Nobody where there are none."""
    of_any = Q(pk=None)
    for need in (each.rule for each in on.values()):
        of_any |= Q(kind=need.key, version=need.version, resident__in=wanting(need))
    return of_any
