"""A verordening is proposed by one and approved by another: rights of residents change by it."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.bylaws.models import Bylaw
from plein.identity.models import Staff
from plein.kernel.refusal import Refusal

PROPOSED, APPROVED = "bylaws.bylaw.proposed", "bylaws.bylaw.approved"
WITHDRAWN = "bylaws.bylaw.withdrawn"


class NothingSet(Refusal):
    message = _("Vul minstens één bedrag of grens in.")


class BylawIsDecided(Refusal):
    message = _("Dit voorstel is al goedgekeurd of ingetrokken.")


class ProposerCannotApprove(Refusal):
    message = _("U stelde dit zelf voor. Laat een collega het goedkeuren.")


@transaction.atomic
def propose_bylaw(
    *,
    regeling: str,
    title: str,
    url: str,
    since: date,
    figures: Mapping[str, Decimal],
    by: Staff,
    at: datetime,
) -> Bylaw:
    """Nothing holds by it until somebody else approves. Raises `NothingSet`."""
    if not figures:
        raise NothingSet
    bylaw = Bylaw.objects.create(
        regeling=regeling,
        title=title,
        url=url,
        since=since,
        figures={name: f"{figure:f}" for name, figure in sorted(figures.items())},
        proposed_by=by,
        proposed_at=at,
    )
    _note(PROPOSED, bylaw, by=by, at=at)
    return bylaw


@transaction.atomic
def approve_bylaw(bylaw: Bylaw, *, by: Staff, at: datetime) -> Bylaw:
    """From its day on it is calculated with. Raises `BylawIsDecided`, `ProposerCannotApprove`."""
    bylaw = _still_open(bylaw)
    if bylaw.proposed_by_id == by.pk:
        raise ProposerCannotApprove
    bylaw.approved_by, bylaw.approved_at = by, at
    bylaw.save(update_fields=["approved_by", "approved_at"])
    _note(APPROVED, bylaw, by=by, at=at)
    return bylaw


@transaction.atomic
def withdraw_bylaw(bylaw: Bylaw, *, by: Staff, at: datetime) -> Bylaw:
    """Take back a proposal, by whoever may propose or approve. Raises `BylawIsDecided`."""
    bylaw = _still_open(bylaw)
    bylaw.withdrawn_at = at
    bylaw.save(update_fields=["withdrawn_at"])
    _note(WITHDRAWN, bylaw, by=by, at=at)
    return bylaw


def _still_open(bylaw: Bylaw) -> Bylaw:
    found = Bylaw.objects.select_for_update(of=["self"]).get(pk=bylaw.pk)
    if not found.is_open:
        raise BylawIsDecided
    return found


def _note(name: str, bylaw: Bylaw, *, by: Staff, at: datetime) -> None:
    """On the municipality: it stands among what its people changed about it."""
    place, since = bylaw.municipality, bylaw.since.isoformat()
    record(name, on=place, by=by.actor, at=at, regeling=bylaw.regeling, since=since)
