"""Who wants no help of this kind, and who said yes to which extra sensitive data.

The choices are those about tips: one no turns off both (`content.tips.choosing`).
"""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from plein.content.models import About, TipChoice
from plein.identity.models import Resident
from plein.proactive.models import HelpOffer
from plein.proactive.need import Need


def _said_no(need: Need) -> QuerySet[TipChoice]:
    of_topic = Q(about=About.TOPIC, key=need.topic)
    return TipChoice.objects.filter(Q(about=About.ALL) | of_topic, ended_at=None)


def wanting(need: Need) -> QuerySet[Resident]:
    """Without who turned off everything, or this topic."""
    return Resident.objects.filter(~Exists(_said_no(need).filter(resident=OuterRef("pk"))))


def unwanted(offers: QuerySet[HelpOffer], need: Need) -> QuerySet[HelpOffer]:
    return offers.filter(Exists(_said_no(need).filter(resident=OuterRef("resident"))))


def consents_of(residents: Collection[UUID]) -> dict[UUID, frozenset[str]]:
    """Of these residents the elements that each said yes to. One query."""
    rows = TipChoice.objects.filter(
        about=About.ELEMENT, ended_at=None, resident__in=residents
    ).values_list("resident", "key")
    found: dict[UUID, set[str]] = defaultdict(set)
    for resident, key in rows:
        found[resident].add(key)
    return {resident: frozenset(found[resident]) for resident in residents}
