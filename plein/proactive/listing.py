"""Who stands on the list of staff: of needs that are on, and nobody who said no since the night."""

from datetime import date

from django.db.models import Q, QuerySet

from plein.identity.models import Resident
from plein.proactive.models import HelpOffer
from plein.proactive.need import Need
from plein.proactive.standing import running
from plein.proactive.wanting import wanting


def listed(day: date) -> QuerySet[HelpOffer]:
    """What staff can still do something about, the longest waiting first."""
    on = [each.rule for each in running(day).values()]
    rows = HelpOffer.objects.on_list(day).filter(_of(on))
    return rows.select_related("taken_by__account").order_by("found_on", "pk")


def offered_to(resident: Resident, day: date) -> QuerySet[HelpOffer]:
    """What this resident reads, until they answered or it is over."""
    on = [each.rule for each in running(day).values()]
    rows = HelpOffer.objects.lives_on(day).filter(_of(on), resident=resident)
    return rows.exclude(outcome__in=["ja", "niet_nodig"]).order_by("found_on", "kind")


def _of(needs: list[Need]) -> Q:
    """Of these needs, without who does not want help of their kind. Nobody where there are none."""
    of_any = Q(pk=None)
    for need in needs:
        of_any |= Q(kind=need.key, version=need.version, resident__in=wanting(need))
    return of_any
