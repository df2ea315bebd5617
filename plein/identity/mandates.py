"""Asking somebody to help, taking that up, and ending it."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.mandate_label import put_label
from plein.identity.models import Mandate, MandateGround, MandateState, Resident
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day, start_of
from plein.kernel.refusal import Refusal
from plein.kernel.short_code import LENGTH, new_code, read_code
from plein.tenants.keys import index_of
from plein.tenants.scope import current

MOST_DAYS = 365
WAITS_DAYS = 14  # for the helper to take it up


class NothingToHelpWith(Refusal):
    message = _("Kies minstens één onderdeel waarmee deze persoon mag helpen.")


class WrongEnd(Refusal):
    message = _("Kies een dag na vandaag, en hoogstens een jaar later.")


class UnknownHelpCode(Refusal):
    message = _("Deze code kennen wij niet. Vraag de code nog eens aan wie u helpt.")


class OnlyTheJudge(Refusal):
    message = _(
        "Uw bewindvoerder is gekozen door de rechter. U kunt dit hier niet stoppen. "
        "Vraag het aan de kantonrechter."
    )


class CannotHelpYourself(Refusal):
    message = _("Dit is uw eigen code. Geef hem aan wie u gaat helpen.")


@transaction.atomic
def invite_helper(
    giver: Resident,
    parts: Collection[str],
    *,
    label: str,
    until: date,
    at: datetime,
    of_age_on: date | None = None,
) -> tuple[Mandate, str]:
    """Let somebody help in these parts until that day; returns the code to give to them.

    What a minor gives ends on the eighteenth birthday at the latest: then they choose anew.
    Raises `NothingToHelpWith` and `WrongEnd`.
    """
    today = local_day(at)
    if not parts:
        raise NothingToHelpWith
    if not today < until <= today + timedelta(days=MOST_DAYS):
        raise WrongEnd
    if of_age_on and today < of_age_on:
        until = min(until, of_age_on)
    code = new_code()
    mandate = Mandate(
        giver=giver, parts=sorted(parts), code_index=_index(code), made_at=at, until=until
    )
    put_label(mandate, label)
    mandate.save()
    record("identity.mandate.invited", on=mandate, by=giver.actor, at=at, parts=mandate.parts)
    return mandate, code


@transaction.atomic
def register_guardian(
    giver: Resident,
    guardian: Resident,
    parts: Collection[str],
    *,
    label: str,
    until: date,
    by: Actor,
    at: datetime,
) -> Mandate:
    """A judge appointed this bewindvoerder (BW boek 1 art. 435): it runs at once, without a code.

    Raises `CannotHelpYourself`.
    """
    if giver.pk == guardian.pk:
        raise CannotHelpYourself
    mandate = Mandate(
        giver=giver,
        holder=guardian,
        ground=MandateGround.GUARDIAN,
        parts=sorted(parts),
        code_index=_index(new_code()),  # handed to nobody
        state=MandateState.ACTIVE,
        made_at=at,
        until=until,
    )
    put_label(mandate, label)
    mandate.save()
    record("identity.mandate.registered", on=mandate, by=by, at=at, parts=mandate.parts)
    return mandate


@transaction.atomic
def take_up_mandate(helper: Resident, typed: str, *, at: datetime) -> Mandate:
    """Become the helper. Raises `UnknownHelpCode` and `CannotHelpYourself`."""
    code = read_code(typed)
    waiting = Mandate.objects.select_for_update().filter(
        code_index=_index(code),
        state=MandateState.INVITED,
        made_at__gt=at - timedelta(days=WAITS_DAYS),
        until__gt=local_day(at),
    )
    mandate = waiting.first() if len(code) == LENGTH else None
    if mandate is None:
        raise UnknownHelpCode
    if mandate.giver_id == helper.pk:
        raise CannotHelpYourself
    mandate.holder, mandate.state = helper, MandateState.ACTIVE
    mandate.save(update_fields=["holder", "state"])
    record("identity.mandate.taken_up", on=mandate, by=helper.actor, at=at)
    return mandate


@transaction.atomic
def end_mandate(mandate: Mandate, *, by: Resident, at: datetime) -> None:
    """The giver or the helper stops; a second click changes nothing. Raises `OnlyTheJudge`."""
    if mandate.ground == MandateGround.GUARDIAN and mandate.giver_id == by.pk:
        raise OnlyTheJudge
    own = Mandate.objects.filter(Q(giver=by) | Q(holder=by), pk=mandate.pk)
    if own.exclude(state=MandateState.ENDED).update(state=MandateState.ENDED, ended_at=at):
        record("identity.mandate.ended", on=mandate, by=by.actor, at=at)


@transaction.atomic
def end_at_of_age(giver: Resident, of_age_on: date, *, by: Actor, at: datetime) -> None:
    """What was given as a minor, before we knew the day of birth. What a judge ordered stays."""
    given = giver.mandates_given.exclude(state=MandateState.ENDED)
    as_minor = given.filter(until__gt=of_age_on, made_at__lt=start_of(of_age_on))
    for mandate in as_minor.exclude(ground=MandateGround.GUARDIAN):
        mandate.until = of_age_on
        mandate.save(update_fields=["until"])
        record("identity.mandate.shortened", on=mandate, by=by, at=at)


@transaction.atomic
def end_all_given(giver: Resident, *, by: Actor, at: datetime) -> None:
    """There is nothing to help with any more. What a judge ordered stays."""
    given = giver.mandates_given.exclude(state=MandateState.ENDED)
    for mandate in given.exclude(ground=MandateGround.GUARDIAN):
        mandate.state, mandate.ended_at = MandateState.ENDED, at
        mandate.save(update_fields=["state", "ended_at"])
        record("identity.mandate.ended", on=mandate, by=by, at=at)


def _index(code: str) -> bytes:
    return index_of(current(), "mandate", code)
