"""A no is one choice about tips and about help that we offer: of both nothing is left at once."""

from datetime import datetime

from django.db import transaction

from plein.content.tips.choosing import turn_tips, turn_topic, withdraw_consent
from plein.content.tips.library import traits
from plein.content.tips.tip import Topic
from plein.identity.models import Resident
from plein.proactive.library import needs
from plein.proactive.models import HelpOffer
from plein.proactive.need import Need


@transaction.atomic
def turn_help(resident: Resident, *, on: bool, at: datetime) -> None:
    """All tips and all offers."""
    turn_tips(resident, on=on, at=at)
    if not on:
        HelpOffer.objects.filter(resident=resident).delete()


@transaction.atomic
def turn_help_about(resident: Resident, topic: Topic, *, on: bool, at: datetime) -> None:
    turn_topic(resident, topic, on=on, at=at)
    if not on:
        _drop(resident, [need for need in needs().values() if need.topic is topic])


@transaction.atomic
def withdraw_help_consent(resident: Resident, element: str, *, at: datetime) -> None:
    """What rests on this element goes with the yes."""
    withdraw_consent(resident, element, at=at)
    _drop(resident, [need for need in needs().values() if element in special_of(need)])


def special_of(need: Need) -> set[str]:
    """The elements that it opens only after a yes."""
    if need.finds:
        return set()
    return set().union(*(traits()[name].special for name in need.condition.names))


def _drop(resident: Resident, of: list[Need]) -> None:
    HelpOffer.objects.filter(resident=resident, kind__in=[need.key for need in of]).delete()
