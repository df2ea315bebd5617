"""Who stands on the list of staff: of needs that are on, and nobody who said no since the night."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from plein.identity.models import Resident
from plein.identity.switch import SwitchState
from plein.proactive.library import needs
from plein.proactive.models import HelpOffer, NeedSwitch, Outcome
from plein.proactive.wanting import wanting

OVER = (Outcome.YES, Outcome.NOT_NEEDED)  # for the resident


def listed(day: date) -> QuerySet[HelpOffer]:
    """What staff can still do something about, the longest waiting first; with its regulation."""
    rows = _of_needs_that_run(HelpOffer.objects.on_list(day), day)
    return rows.select_related("taken_by__account").order_by("found_on", "pk")


def offered_to(resident: Resident, day: date) -> QuerySet[HelpOffer]:
    """What this resident reads, until they answered or it is over."""
    rows = HelpOffer.objects.lives_on(day).filter(resident=resident).exclude(outcome__in=OVER)
    return _of_needs_that_run(rows, day).order_by("found_on", "kind")


def _of_needs_that_run(rows: QuerySet[HelpOffer], day: date) -> QuerySet[HelpOffer]:
    """On, in the version that two people agreed to, and wanted by this resident."""
    switches = NeedSwitch.objects.filter(
        kind=OuterRef("kind"), version=OuterRef("version"), state=SwitchState.ON
    )
    of_any = Q(pk=None)
    for need in (each for each in needs().values() if each.is_reviewed_on(day)):
        of_any |= Q(kind=need.key, version=need.version, resident__in=wanting(need))
    found = rows.filter(of_any, Exists(switches))
    return found.annotate(basis=Subquery(switches.values("basis")))  # type: ignore[no-redef]
