"""A provider asks to take part in a scheme; staff decide, on what terms, and for how long.

Of each decision the provider hears by e-mail.
"""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.kernel.actor import Actor
from plein.kernel.refusal import Refusal
from plein.webshop.models import Participation, ParticipationStatus, Provider, Scheme
from plein.webshop.provider_mail import tell

MOST = 10_000  # basis points: all of it


class CannotChangePart(Refusal):
    message = _("Dit kan niet: de aanbieder {status} bij {scheme}.")


class NoReasonForPart(Refusal):
    message = _("Schrijf op waarom. De aanbieder leest dit.")


class NotAShare(Refusal):
    message = _("Vul een percentage in van 0 tot en met 100.")


@transaction.atomic
def ask_part(provider: Provider, scheme: Scheme, *, by: Actor, at: datetime) -> Participation:
    """Ask to sell for this scheme; asking twice asks once. Raises `CannotChangePart`."""
    part, is_new = _part(provider, scheme, at)
    if not is_new and part.status != ParticipationStatus.ASKED:
        part.asked_at = at
        _move(part, ParticipationStatus.ASKED, at=at)
    record("webshop.part.asked", on=part, by=by, at=at)
    return part


@transaction.atomic
def admit_part(
    provider: Provider, scheme: Scheme, *, contribution: int = 0, by: Actor, at: datetime
) -> Participation:
    """Let a provider sell for this scheme, asked or not; `contribution` is in basis points.

    For who takes part already it sets the contribution of what is handed over from now on.
    Raises `CannotChangePart` for who is suspended (`resume_part`), and `NotAShare`.
    """
    if not 0 <= contribution <= MOST:
        raise NotAShare
    part, _is_new = _part(provider, scheme, at)
    if part.status == ParticipationStatus.SUSPENDED:
        raise _cannot(part)
    is_news = (part.status, part.contribution) != (ParticipationStatus.ADMITTED, contribution)
    part.contribution, part.reason = contribution, ""
    part.status, part.changed_at = ParticipationStatus.ADMITTED, at
    part.save()
    record("webshop.part.admitted", on=part, by=by, at=at, contribution=contribution)
    if is_news:
        _tell(part)
    return part


@transaction.atomic
def refuse_part(part: Participation, reason: str, *, by: Actor, at: datetime) -> None:
    """Say no, with a reason the provider reads. Raises `CannotChangePart`, `NoReasonForPart`."""
    part = _locked(part)
    _move(part, ParticipationStatus.REFUSED, at=at, reason=_words(reason))
    record("webshop.part.refused", on=part, by=by, at=at)
    _tell(part)


@transaction.atomic
def suspend_part(part: Participation, reason: str, *, by: Actor, at: datetime) -> None:
    """Nothing is sold for this scheme until it is over; what was ordered is handed over.

    Raises `CannotChangePart` and `NoReasonForPart`.
    """
    part = _locked(part)
    _move(part, ParticipationStatus.SUSPENDED, at=at, reason=_words(reason))
    record("webshop.part.suspended", on=part, by=by, at=at)
    _tell(part)


@transaction.atomic
def resume_part(part: Participation, *, by: Actor, at: datetime) -> None:
    """Sell again, on the terms of before. Raises `CannotChangePart`."""
    part = _locked(part)
    if part.status != ParticipationStatus.SUSPENDED:
        raise _cannot(part)
    _move(part, ParticipationStatus.ADMITTED, at=at)
    record("webshop.part.resumed", on=part, by=by, at=at)
    _tell(part)


@transaction.atomic
def end_part(part: Participation, reason: str = "", *, by: Actor, at: datetime) -> None:
    """Sell nothing more for this scheme; what was ordered is handed over and paid.

    Raises `CannotChangePart`.
    """
    part = _locked(part)
    _move(part, ParticipationStatus.ENDED, at=at, reason=reason.strip())
    record("webshop.part.ended", on=part, by=by, at=at)
    _tell(part)


def _part(provider: Provider, scheme: Scheme, at: datetime) -> tuple[Participation, bool]:
    """The one row of these two, locked; new ones start as asked."""
    part, is_new = Participation.objects.get_or_create(
        provider=provider, scheme=scheme, defaults={"asked_at": at, "changed_at": at}
    )
    return _locked(part), is_new


def _locked(part: Participation) -> Participation:
    parts = Participation.objects.select_for_update(of=["self"])
    return parts.select_related("scheme", "provider").get(pk=part.pk)


def _move(part: Participation, to: ParticipationStatus, *, at: datetime, reason: str = "") -> None:
    if not part.may_become(to):
        raise _cannot(part)
    part.status, part.reason, part.changed_at = to, reason, at
    part.save()


def _tell(part: Participation) -> None:
    given = {"status": part.status, "scheme": part.scheme.name, "reason": part.reason}
    tell(part.provider, "part", **given)


def _cannot(part: Participation) -> CannotChangePart:
    return CannotChangePart(status=part.get_status_display(), scheme=part.scheme)


def _words(reason: str) -> str:
    if not reason.strip():
        raise NoReasonForPart
    return reason.strip()
