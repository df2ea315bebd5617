"""Staff look at a declaratie: they ask for more, approve all or a part, or refuse."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.delivery.actions.planning import send_word
from plein.delivery.notices import Notice
from plein.identity.models import Staff
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal
from plein.ledger.actions import Part, lock, open_account, post
from plein.ledger.models import AccountKind, TransferKind
from plein.webshop.actions.claims import ClaimIsSettled, give_back, locked
from plein.webshop.actions.ending import return_if_ended
from plein.webshop.claim_words import write
from plein.webshop.models import Claim, ClaimStatus


class SayWhatIsMissing(Refusal):
    message = _("Schrijf op wat u nog nodig hebt.")


class AnswerDayPassed(Refusal):
    message = _("Kies een dag die nog moet komen.")


class SayWhyLess(Refusal):
    message = _("Schrijf op waarom u het afwijst, of niet alles goedkeurt.")


class MoreThanAsked(Refusal):
    message = _("U kunt niet meer goedkeuren dan de inwoner vroeg.")


@transaction.atomic
def ask_for_more(claim: Claim, question: str, *, answer_by: date, by: Staff, at: datetime) -> Claim:
    """Raises `SayWhatIsMissing`, `AnswerDayPassed` and `ClaimIsSettled`."""
    if not question.strip():
        raise SayWhatIsMissing
    if answer_by <= local_day(at):
        raise AnswerDayPassed
    claim = _movable(claim, ClaimStatus.ASKED)
    write(claim, "question", question.strip())
    claim.status, claim.asked_at, claim.answer_by = ClaimStatus.ASKED, at, answer_by
    claim.save()
    record("webshop.claim.aanvulling gevraagd", on=claim, by=by.actor, at=at)
    key = f"declaratie-vraag:{claim.pk}:{at.isoformat()}"
    send_word(claim.claimant, Notice.TASK, key=key, day=answer_by, at=at)
    return claim


@transaction.atomic
def approve_claim(claim: Claim, cents: int, *, reason: str = "", by: Staff, at: datetime) -> Claim:
    """It is paid with the next payments; what is not approved goes back to the budget.

    Raises `MoreThanAsked`, `SayWhyLess` for a part, and `ClaimIsSettled`.
    """
    claim = _movable(claim, ClaimStatus.APPROVED)
    if not 0 < cents <= claim.amount:
        raise MoreThanAsked
    if cents < claim.amount and not reason.strip():
        raise SayWhyLess
    claim.due = open_account(AccountKind.INWONER_UIT, claim.pk)
    rest = claim.amount - cents
    lock([claim.grant.budget_id, claim.grant.reserve_id, claim.due.pk])
    post(
        claim.hold,
        target=claim.due,
        less=[Part(claim.grant.budget, rest)],
        kind=TransferKind.CLAIM_GOED,
        key=f"claim-good-{claim.pk}",
        at=at,
    )
    if rest:
        return_if_ended(claim.grant, rest, key=f"claim-pot-{claim.pk}", at=at)
    claim.approved = cents
    _decide(claim, ClaimStatus.APPROVED, reason, by, at)
    return claim


@transaction.atomic
def refuse_claim(claim: Claim, reason: str, *, by: Staff, at: datetime) -> Claim:
    """All of it goes back to the budget. Raises `SayWhyLess` and `ClaimIsSettled`."""
    if not reason.strip():
        raise SayWhyLess
    claim = _movable(claim, ClaimStatus.REFUSED)
    give_back(claim, at)
    _decide(claim, ClaimStatus.REFUSED, reason, by, at)
    return claim


def _movable(claim: Claim, to: ClaimStatus) -> Claim:
    claim = locked(claim)
    if to not in Claim.MOVES[ClaimStatus(claim.status)] or not claim.is_open:
        raise ClaimIsSettled
    return claim


def _decide(claim: Claim, to: ClaimStatus, reason: str, by: Staff, at: datetime) -> None:
    if reason.strip():
        write(claim, "reason", reason.strip())
    claim.status, claim.asked_at, claim.answer_by = to, None, None
    claim.decided_by, claim.decided_at = by, at
    claim.save()
    record(f"webshop.claim.{to}", on=claim, by=by.actor, at=at, cents=claim.approved or 0)
    send_word(claim.claimant, Notice.MESSAGE, key=f"declaratie-besluit:{claim.pk}", at=at)
