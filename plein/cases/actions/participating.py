"""Organisations that work in a dossier: let in for a purpose, and out again at once."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.cases.actions.handing_over import hand_back
from plein.cases.models import Case, Dossier, Participation
from plein.identity.models import Staff
from plein.inbox import event_words as said
from plein.inbox.timeline import tell
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal
from plein.tenants.models import Organisation

LET_IN, ENDED = "cases.participation.begun", "cases.participation.ended"
CHANGED = "cases.participation.changed"


class TakesPartAlready(Refusal):
    message = _("Deze organisatie werkt al mee in dit dossier.")


class EndsBeforeItBegins(Refusal):
    message = _("Kies een dag die nog komt.")


class NotTheDirector(Refusal):
    message = _("{name} heeft de leiding over dit dossier, en laat organisaties erin en eruit.")


class HasEnded(Refusal):
    message = _("Deze organisatie werkt al niet meer mee.")


@transaction.atomic
def let_in(
    case: Case,
    organisation: Organisation,
    *,
    purpose: str,
    basis: str,
    parts: Collection[str],
    until: date | None,
    by: Staff,
    at: datetime,
) -> Participation:
    """From today, for the cases of these types. The resident reads it on the timeline.

    Raises `NotTheDirector`, `TakesPartAlready` and `EndsBeforeItBegins`.
    """
    today = local_day(at)
    if until is not None and until <= today:
        raise EndsBeforeItBegins
    dossier = Dossier.objects.select_for_update(of=["self"]).get(pk=case.dossier_id)
    must_direct(dossier, by)
    running = dossier.participations.on(today)
    if running.filter(organisation=organisation).exists():
        raise TakesPartAlready
    participation = Participation.objects.create(
        dossier=dossier,
        organisation=organisation,
        purpose=purpose,
        basis=basis,
        parts=sorted(parts),
        start=today,
        until=until,
    )
    record(LET_IN, on=participation, by=by.actor, at=at, parts=participation.parts)
    tell(said.PARTNER_IN, case.topic, by=by.actor, at=at, partner=organisation.name)
    return participation


@transaction.atomic
def let_out(
    participation: Participation, case: Case, why: str, *, by: Actor, at: datetime
) -> Participation:
    """No access from the next request on. Raises `HasEnded`."""
    participation = (
        Participation.objects.select_for_update(of=["self"])
        .select_related("organisation")
        .get(pk=participation.pk)
    )
    if participation.until is not None and participation.until <= local_day(at):
        raise HasEnded
    participation.until, participation.ended_because = local_day(at), why
    participation.save(update_fields=["until", "ended_because"])
    record(ENDED, on=participation, by=by, at=at)
    _take_the_turn_back(participation, by=by, at=at)
    tell(said.PARTNER_OUT, case.topic, by=by, at=at, partner=participation.organisation.name)
    return participation


def take_in(
    dossier: Dossier,
    organisation: Organisation,
    part: str,
    *,
    purpose: str,
    basis: str,
    by: Actor,
    at: datetime,
    until: date | None = None,
) -> Participation:
    """For one type of case more, where it takes part already. The dossier is locked."""
    running = dossier.participations.on(local_day(at)).filter(organisation=organisation).first()
    if running:
        set_parts(running, {*running.parts, part}, by=by, at=at)
        return running
    begun = Participation.objects.create(
        dossier=dossier,
        organisation=organisation,
        purpose=purpose,
        basis=basis,
        parts=[part],
        start=local_day(at),
        until=until,
    )
    record(LET_IN, on=begun, by=by, at=at, parts=begun.parts)
    return begun


def set_parts(running: Participation, parts: set[str], *, by: Actor, at: datetime) -> None:
    running.parts = sorted(parts)
    running.save(update_fields=["parts"])
    record(CHANGED, on=running, by=by, at=at, parts=running.parts)


def must_direct(dossier: Dossier, by: Staff) -> None:
    """Raises `NotTheDirector`; a dossier that nobody leads is open to all who handle cases."""
    if dossier.director and dossier.director != by:
        raise NotTheDirector(name=dossier.director.account.name)


def _take_the_turn_back(participation: Participation, *, by: Actor, at: datetime) -> None:
    """Nothing waits for an organisation that left."""
    waiting = Case.objects.filter(dossier=participation.dossier_id)
    for case in waiting.filter(waits_for=participation.organisation_id):
        hand_back(case, by=by, at=at)
