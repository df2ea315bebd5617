"""Staff make a scheme, open it, and fill its pot with four eyes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.models import School, Staff
from plein.kernel.refusal import Refusal
from plein.ledger.actions import Move, open_account, transfer
from plein.ledger.models import AccountKind, TransferKind
from plein.webshop.models import (
    AmountRule,
    CreditProposal,
    Scheme,
    SchemeKind,
    SchemePeriod,
    SchemeStatus,
    SubjectKind,
)


class NameIsTaken(Refusal):
    message = _("Er is al een regeling met deze naam. Kies een andere naam.")


class MoveNotAllowed(Refusal):
    message = _("Een regeling die {status} is, kan dit niet worden.")


class ApproverIsProposer(Refusal):
    message = _("U hebt dit zelf voorgesteld. Een collega moet het goedkeuren.")


class AlreadyApproved(Refusal):
    message = _("Dit voorstel is al goedgekeurd.")


@dataclass(frozen=True, slots=True)
class Amount:
    """Cents for people of `age_from` up to (not including) `age_until`, in this kind of school."""

    cents: int
    age_from: int | None = None
    age_until: int | None = None
    school: str = ""


@dataclass(frozen=True, slots=True)
class SchemePlan:
    """All that staff fill in for a new scheme."""

    kind: SchemeKind
    name: str
    summary: str
    legal_ground: str
    subject: SubjectKind
    period_name: str
    apply_from: date
    apply_until: date
    spend_from: date
    spend_until: date
    amounts: Sequence[Amount]


@transaction.atomic
def make_scheme(plan: SchemePlan, *, by: Staff, at: datetime) -> SchemePeriod:
    """Make a scheme with its first period, a pot that is still empty, and its amounts."""
    if Scheme.objects.filter(name=plan.name).exists():
        raise NameIsTaken
    scheme = Scheme.objects.create(
        kind=plan.kind,
        name=plan.name,
        summary=plan.summary,
        legal_ground=plan.legal_ground,
        subject=plan.subject,
    )
    period = _start_period(scheme, plan)
    record("webshop.scheme.made", on=scheme, by=by.actor, at=at)
    return period


def _start_period(scheme: Scheme, plan: SchemePlan) -> SchemePeriod:
    period = SchemePeriod(
        scheme=scheme,
        name=plan.period_name,
        apply_from=plan.apply_from,
        apply_until=plan.apply_until,
        spend_from=plan.spend_from,
        spend_until=plan.spend_until,
    )
    period.pot = open_account(AccountKind.POT, period.pk)
    period.save()
    _set_amounts(period, plan.amounts)
    return period


def _set_amounts(period: SchemePeriod, amounts: Sequence[Amount]) -> None:
    period.amounts.all().delete()
    AmountRule.objects.bulk_create(
        AmountRule(
            period=period,
            amount=amount.cents,
            age_from=amount.age_from,
            age_until=amount.age_until,
            school=amount.school,
            position=position,
        )
        for position, amount in enumerate(amounts)
    )


@transaction.atomic
def change_scheme(period: SchemePeriod, plan: SchemePlan, *, by: Staff, at: datetime) -> None:
    """Change texts, dates and amounts. Grants that were made keep their amount."""
    scheme = period.scheme
    if Scheme.objects.filter(name=plan.name).exclude(pk=scheme.pk).exists():
        raise NameIsTaken
    for name in ("name", "summary", "legal_ground"):
        setattr(scheme, name, getattr(plan, name))
    for name in ("apply_from", "apply_until", "spend_from", "spend_until"):
        setattr(period, name, getattr(plan, name))
    period.name = plan.period_name
    scheme.save()
    period.save()
    _set_amounts(period, plan.amounts)
    record("webshop.scheme.changed", on=scheme, by=by.actor, at=at)


@transaction.atomic
def move_scheme(scheme: Scheme, to: SchemeStatus, *, by: Staff, at: datetime) -> None:
    """Open, pause or close a scheme. Raises `MoveNotAllowed`."""
    scheme = Scheme.objects.select_for_update().get(pk=scheme.pk)
    if to not in Scheme.MOVES[SchemeStatus(scheme.status)]:
        raise MoveNotAllowed(status=scheme.get_status_display())
    scheme.status = to
    scheme.save(update_fields=["status"])
    record("webshop.scheme.moved", on=scheme, by=by.actor, at=at, to=to)


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


def suggested_amounts(kind: SchemeKind) -> list[Amount]:
    """The rows a template starts with; the amounts are for staff to fill in."""
    if kind == SchemeKind.KINDPAKKET:
        return [
            Amount(0, age_from=4, age_until=12, school=School.PRIMARY),
            Amount(0, age_from=12, age_until=18),
        ]
    return [Amount(0, age_from=18)] if kind == SchemeKind.DOE_MEE_PAS else [Amount(0)]
