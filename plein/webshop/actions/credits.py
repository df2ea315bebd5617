"""Money for a pot: one person proposes it, another books it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.models import Staff
from plein.kernel.refusal import Refusal
from plein.ledger.actions import Move, open_account, transfer
from plein.ledger.models import AccountKind, TransferKind
from plein.webshop.models import CreditProposal, SchemePeriod


class ApproverIsProposer(Refusal):
    message = _("U hebt dit zelf voorgesteld. Een collega moet het goedkeuren.")


class AlreadyApproved(Refusal):
    message = _("Dit voorstel is al goedgekeurd.")


@transaction.atomic
def propose_credit(period: SchemePeriod, cents: int, *, by: Staff, at: datetime) -> CreditProposal:
    """Ask for money in a pot; nothing is booked until somebody else approves."""
    proposal = CreditProposal.objects.create(
        period=period, amount=cents, proposed_by=by, proposed_at=at
    )
    record("webshop.credit.proposed", on=proposal, by=by.actor, at=at, cents=cents)
    return proposal


@transaction.atomic
def approve_credit(proposal: CreditProposal, *, by: Staff, at: datetime) -> CreditProposal:
    """Book the money into the pot. Raises `ApproverIsProposer` and `AlreadyApproved`."""
    proposal = (
        CreditProposal.objects.select_for_update(of=["self"])
        .select_related("period__pot")
        .get(pk=proposal.pk)
    )
    if proposal.approved_by_id is not None:
        raise AlreadyApproved
    if proposal.proposed_by_id == by.pk:
        raise ApproverIsProposer
    move = Move(open_account(AccountKind.BEGROTING), proposal.period.pot, proposal.amount)
    proposal.booked = transfer(TransferKind.KREDIET, [move], key=f"credit-{proposal.pk}", at=at)
    proposal.approved_by, proposal.approved_at = by, at
    proposal.save()
    record("webshop.credit.approved", on=proposal, by=by.actor, at=at, cents=proposal.amount)
    return proposal
