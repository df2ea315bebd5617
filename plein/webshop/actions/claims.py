"""A resident declares what they paid: the money is held from that moment, and paid once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.delivery.actions.planning import send_word
from plein.delivery.notices import Notice
from plein.documents.actions.keeping import keep
from plein.documents.models import Direction, Document
from plein.documents.receiving import Received
from plein.identity.models import Household, Resident
from plein.identity.queries import visible_members
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day
from plein.kernel.money import euros
from plein.kernel.refusal import Refusal
from plein.kernel.short_code import new_code
from plein.ledger.actions import hold, lock, void
from plein.ledger.models import Account
from plein.ledger.refusals import KeyUsedForOther, NotEnoughMoney
from plein.webshop.actions.ending import return_if_ended
from plein.webshop.claim_words import ClaimPayee, write, write_payee
from plein.webshop.models import Claim, ClaimPaper, ClaimStatus, Grant, GrantStatus

TERM = timedelta(weeks=8)  # Awb 4:13
MOST_PAPERS = 20  # of one declaratie


class CannotClaim(Refusal):
    message = _("Van dit budget kunt u nu niets terugvragen. Kies een ander budget.")


class ClaimTooLarge(Refusal):
    message = _("U vraagt {short} te veel: op dit budget staat nog {left}.")


class ReceiptMissing(Refusal):
    message = _("Voeg een bon of rekening toe.")


class ClaimIsSettled(Refusal):
    message = _("Deze declaratie is al afgehandeld.")


class TooManyPapers(Refusal):
    message = _("Bij deze declaratie zitten al genoeg bestanden. Stuur ons een bericht.")


@dataclass(frozen=True, slots=True, repr=False)
class Declared:
    """As the resident filled it in: for this member, from this grant, in cents.

    `receipts` come now; `kept` were kept before, with a draft.
    """

    what: str
    member: UUID
    grant: UUID
    cents: int
    payee: ClaimPayee
    receipts: Sequence[Received]
    kept: Sequence[Document] = ()


@transaction.atomic
def submit_claim(
    declared: Declared,
    *,
    household: Household,
    resident: Resident,
    key: str,
    by: Actor,
    at: datetime,
) -> Claim:
    """Hold the money, and keep the receipts. The same key gives the same declaratie.

    Raises `ReceiptMissing`, `CannotClaim`, `ClaimTooLarge` and `KeyUsedForOther`.
    """
    if before := Claim.objects.filter(key=key).first():
        return _as_submitted(before, declared, resident)
    if not declared.receipts and not declared.kept:
        raise ReceiptMissing
    claim = _checked(declared, household, resident, at)
    claim.key = key
    _hold(claim, at)
    write(claim, "what", declared.what)
    write_payee(claim, declared.payee)
    try:
        with transaction.atomic():
            claim.save(force_insert=True)
    except IntegrityError:  # the second of two clicks waited for the budget
        return _as_submitted(Claim.objects.get(key=key), declared, resident)
    _add_papers(claim, declared.receipts, by, at, kept=declared.kept)
    record("webshop.claim.ingediend", on=claim, by=by, at=at, cents=claim.amount)
    send_word(resident, Notice.RECEIPT, key=f"declaratie:{claim.pk}", at=at)
    return claim


def _as_submitted(claim: Claim, declared: Declared, resident: Resident) -> Claim:
    asked = (declared.member, declared.grant, declared.cents)
    if claim.resident_id != resident.pk or (claim.member_id, claim.grant_id, claim.amount) != asked:
        raise KeyUsedForOther
    return claim


def _checked(declared: Declared, household: Household, resident: Resident, at: datetime) -> Claim:
    """The budget locked, and all read anew."""
    today = local_day(at)
    members = {member.pk: member for member in visible_members(resident, household, today)}
    grants = Grant.objects.select_for_update(of=["self"]).filter(household=household)
    grant = grants.select_related("period__scheme").filter(pk=declared.grant).first()
    member = members.get(declared.member)
    if grant is None or member is None or not grant.covers(member):
        raise CannotClaim
    period = grant.period
    is_open = grant.status == GrantStatus.ACTIVE and period.is_spendable_on(today)
    if not is_open or not period.takes_claims:
        raise CannotClaim
    return Claim(
        number=f"D-{new_code()[:7]}",
        resident=resident,
        member=member,
        grant=grant,
        amount=declared.cents,
        submitted_at=at,
        decide_by=today + TERM,
    )


def _hold(claim: Claim, at: datetime) -> None:
    """Under the key of the form: a second click finds the same hold."""
    accounts = lock([claim.grant.budget_id, claim.grant.reserve_id])
    budget, reserve = accounts[claim.grant.budget_id], accounts[claim.grant.reserve_id]
    try:
        claim.hold = hold(
            claim.amount, source=budget, reserve=reserve, key=f"claim-{claim.key}", at=at
        )
    except NotEnoughMoney:
        left = Account.objects.get(pk=budget.pk).balance
        raise ClaimTooLarge(short=euros(claim.amount - left), left=euros(left)) from None


def _add_papers(
    claim: Claim,
    files: Sequence[Received],
    by: Actor,
    at: datetime,
    kept: Sequence[Document] = (),
) -> None:
    if claim.papers.count() + len(kept) + len(files) > MOST_PAPERS:
        raise TooManyPapers
    new = [keep(claim.claimant, each, direction=Direction.IN, by=by, at=at) for each in files]
    ClaimPaper.objects.bulk_create(
        ClaimPaper(claim=claim, document=each, added_at=at) for each in [*kept, *new]
    )


@transaction.atomic
def answer_claim(
    claim: Claim, words: str, files: Sequence[Received], *, by: Actor, at: datetime
) -> Claim:
    """What we asked for is here: we go on, later by as long as we waited (Awb 4:15).

    Raises `ClaimIsSettled` when nothing is asked, and `TooManyPapers`.
    """
    claim = locked(claim)
    if claim.status != ClaimStatus.ASKED or claim.asked_at is None:
        raise ClaimIsSettled
    write(claim, "answer", words)
    claim.decide_by += local_day(at) - local_day(claim.asked_at)
    claim.status, claim.asked_at, claim.answer_by = ClaimStatus.SUBMITTED, None, None
    claim.save()
    _add_papers(claim, files, by, at)
    record("webshop.claim.aangevuld", on=claim, by=by, at=at, files=len(files))
    return claim


@transaction.atomic
def withdraw_claim(claim: Claim, *, by: Actor, at: datetime) -> Claim:
    """The money is on the budget again. Raises `ClaimIsSettled`."""
    claim = locked(claim)
    if ClaimStatus.WITHDRAWN not in Claim.MOVES[ClaimStatus(claim.status)]:
        raise ClaimIsSettled
    give_back(claim, at)
    claim.status = ClaimStatus.WITHDRAWN
    claim.save(update_fields=["status"])
    record("webshop.claim.ingetrokken", on=claim, by=by, at=at)
    return claim


def give_back(claim: Claim, at: datetime) -> None:
    """All of what was held; to the pot when the budget has ended."""
    lock([claim.grant.budget_id, claim.grant.reserve_id])
    void(claim.hold, key=f"claim-back-{claim.pk}", at=at)
    return_if_ended(claim.grant, claim.amount, key=f"claim-pot-{claim.pk}", at=at)


def locked(claim: Claim) -> Claim:
    rows = Claim.objects.select_for_update(of=["self", "grant"])
    return rows.select_related("resident", "hold", "grant__period__pot", "grant__budget").get(
        pk=claim.pk
    )
