"""What a decision gives: set with the decision, and stopped on a day with a reason."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.cases.actions.moving import WhyNeeded
from plein.cases.models import Decision, Provision
from plein.inbox import event_words as said
from plein.inbox.timeline import tell
from plein.kernel.actor import Actor
from plein.kernel.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Given:
    """`amount` in cents; `last_day` counts in full, and none has no end."""

    start: date
    amount: int | None = None
    last_day: date | None = None


class EndsBeforeItStarts(Refusal):
    message = _("De laatste dag ligt voor de eerste dag.")


class EndsAlready(Refusal):
    message = _("Dit stopt al eerder.")


def provide(decision: Decision, what: str, given: Given, *, by: Actor, at: datetime) -> Provision:
    """In the transaction of the decision. Raises `EndsBeforeItStarts`."""
    if given.last_day is not None and given.last_day < given.start:
        raise EndsBeforeItStarts
    provision = Provision.objects.create(
        decision=decision,
        what=what,
        amount=given.amount,
        start=given.start,
        until=given.last_day + timedelta(days=1) if given.last_day else None,
    )
    record("cases.provision.given", on=provision, by=by, at=at)
    return provision


@transaction.atomic
def end_provision(
    provision: Provision, last_day: date, why: str, *, by: Actor, at: datetime
) -> Provision:
    """Sooner than it would. Raises `WhyNeeded`, `EndsBeforeItStarts` and `EndsAlready`."""
    if not why.strip():
        raise WhyNeeded
    found = Provision.objects.select_for_update(of=["self"])
    provision = found.select_related("decision__case__topic").get(pk=provision.pk)
    if last_day < provision.start:
        raise EndsBeforeItStarts
    until = last_day + timedelta(days=1)
    if provision.until is not None and provision.until <= until:
        raise EndsAlready
    provision.until, provision.ended_because = until, why
    provision.save(update_fields=["until", "ended_because"])
    record("cases.provision.ended", on=provision, by=by, at=at)
    topic, day = provision.decision.case.topic, f"{last_day:%d-%m-%Y}"
    tell(said.PROVISION_ENDED, topic, by=by, at=at, what=provision.what, day=day)
    return provision
