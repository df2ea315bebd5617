"""Receipts and texts of a declaratie are erased after their term; the amounts stay."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from plein.audit.actions import record
from plein.documents.storing import throw_away
from plein.kernel.actor import Actor
from plein.kernel.clock import start_of
from plein.webshop.models import Claim, ClaimStatus

PAID_YEARS = 7  # selectielijst 18.1: a payment
OTHER_YEARS = 5  # selectielijst 8.2: refused
SEALED = ("what_sealed", "payee_sealed", "question_sealed", "answer_sealed", "reason_sealed")


def forget_claims(day: date, *, by: Actor, at: datetime) -> int:
    """Nightly: what was settled long enough ago; how many."""
    old = list(Claim.objects.filter(_settled_before(day), forgotten_on=None))
    for claim in old:
        _forget(claim, day, by, at)
    return len(old)


def _settled_before(day: date) -> Q:
    paid, other = (_years_before(day, years) for years in (PAID_YEARS, OTHER_YEARS))
    return (
        Q(status=ClaimStatus.PAID, decided_at__lt=start_of(paid))
        | Q(status=ClaimStatus.REFUSED, decided_at__lt=start_of(other))
        | Q(status=ClaimStatus.WITHDRAWN, submitted_at__lt=start_of(other))
    )


def _years_before(day: date, years: int) -> date:
    """Of 29 February: the 28th."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


@transaction.atomic
def _forget(claim: Claim, day: date, by: Actor, at: datetime) -> None:
    claim = Claim.objects.select_for_update(of=["self"]).get(pk=claim.pk)
    for paper in claim.papers.select_related("document"):
        document = paper.document
        paper.delete()
        throw_away(document)
        document.delete()
    for column in SEALED:
        setattr(claim, column, b"")
    claim.forgotten_on = day
    claim.save()
    record("webshop.claim.vergeten", on=claim, by=by, at=at)
