"""A resident says no to tips, to a topic, or yes to something extra sensitive; at once."""

from datetime import date, datetime

from django.db import transaction

from plein.audit.actions import record
from plein.content.models import About, TipChoice
from plein.content.tips.tip import Topic
from plein.identity.models import Resident
from plein.kernel.clock import start_of
from plein.vault.retention import day_before_term, rules


@transaction.atomic
def turn_tips(resident: Resident, *, on: bool, at: datetime) -> None:
    """All of them. Off means that nothing is read for a tip any more."""
    if on:
        _end(resident, About.ALL, "", at)
    else:
        _choose(resident, About.ALL, "", at)


@transaction.atomic
def turn_topic(resident: Resident, topic: Topic, *, on: bool, at: datetime) -> None:
    if on:
        _end(resident, About.TOPIC, topic.value, at)
    else:
        _choose(resident, About.TOPIC, topic.value, at)


@transaction.atomic
def consent(resident: Resident, element: str, *, at: datetime) -> None:
    """An explicit yes to this one element (AVG art. 9 lid 2 onder a). Twice is once."""
    _choose(resident, About.ELEMENT, element, at)


@transaction.atomic
def withdraw_consent(resident: Resident, element: str, *, at: datetime) -> None:
    """As easy as giving it (AVG art. 7 lid 3). Safe to do twice."""
    _end(resident, About.ELEMENT, element, at)


def forget_choices(day: date) -> int:
    """What was ended longer ago than its proof is kept; how many."""
    before = start_of(day_before_term(rules()["vault"]["toestemming_tips"].term, day))
    count, _per_table = TipChoice.objects.filter(ended_at__lt=before).delete()
    return count


def _choose(resident: Resident, about: About, key: str, at: datetime) -> None:
    choice, is_new = TipChoice.objects.get_or_create(
        resident=resident, about=about, key=key, ended_at=None, defaults={"chosen_at": at}
    )
    if is_new:
        record("content.tips.chosen", on=choice, by=resident.actor, at=at, about=about.value)


def _end(resident: Resident, about: About, key: str, at: datetime) -> None:
    """Of a no nothing is left; a yes stays as the proof of it."""
    rows = TipChoice.objects.select_for_update(of=["self"])
    choice = rows.filter(resident=resident, about=about, key=key, ended_at=None).first()
    if choice is None:
        return
    record("content.tips.ended", on=choice, by=resident.actor, at=at, about=about.value)
    if about is About.ELEMENT:
        choice.ended_at = at
        choice.save(update_fields=["ended_at"])
    else:
        choice.delete()
