"""How somebody pays back: in terms they propose, with rest where it is needed."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.models import Staff
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day
from plein.kernel.money import euros
from plein.kernel.months import month_of
from plein.kernel.refusal import Refusal
from plein.ledger.actions import lock
from plein.payments.models import AwardMonth, Debt, DebtState, Plan, PlanState


class NotOwed(Refusal):
    message = _("Hier is niets meer te betalen.")


class TooMuchToLiveOn(Refusal):
    message = _("Dat is te veel: dan houdt u te weinig over. U kunt ten hoogste {most} betalen.")


class NothingProposed(Refusal):
    message = _("Vul een bedrag boven 0 euro in.")


class AlreadyAnswered(Refusal):
    message = _("Dit voorstel is al beantwoord.")


class RestTooLong(Refusal):
    message = _("Kies een dag die later is dan vandaag en binnen een jaar.")


LONGEST_REST = 366  # days: then somebody looks again


@transaction.atomic
def propose_plan(debt: Debt, per_month: int, *, by: Actor, at: datetime) -> Plan:
    """By the resident; another proposal takes the place of one that was not answered.

    Raises `NotOwed`, `NothingProposed` and `TooMuchToLiveOn`.
    """
    debt = _owed(debt)
    _must_be_liveable(debt, per_month)
    debt.plans.filter(state=PlanState.PROPOSED).update(state=PlanState.REPLACED)
    plan = Plan.objects.create(
        debt=debt,
        per_month=per_month,
        from_month=month_of(local_day(at)),
        by_resident=True,
        made_at=at,
    )
    record("payments.plan.proposed", on=plan, by=by, at=at)
    return plan


@transaction.atomic
def agree_plan(plan: Plan, *, by: Staff, at: datetime) -> Plan:
    """Raises `AlreadyAnswered`."""
    plan = _open_plan(plan)
    plan.debt.plans.filter(state=PlanState.AGREED).update(state=PlanState.REPLACED)
    return _settled(plan, PlanState.AGREED, "", by, at)


@transaction.atomic
def refuse_plan(plan: Plan, answer: str, *, by: Staff, at: datetime) -> Plan:
    """`answer` says why, to the resident. Raises `AlreadyAnswered`."""
    return _settled(_open_plan(plan), PlanState.REFUSED, answer, by, at)


@transaction.atomic
def rest(debt: Debt, until: date, *, by: Staff, at: datetime) -> Debt:
    """Nothing is taken off until that day. Raises `NotOwed` and `RestTooLong`."""
    debt = _owed(debt)
    if not 0 < (until - local_day(at)).days <= LONGEST_REST:
        raise RestTooLong
    debt.paused_until = until
    debt.save(update_fields=["paused_until"])
    record("payments.debt.rests", on=debt, by=by.actor, at=at, until=until.isoformat())
    return debt


def open_on(debt: Debt) -> int:
    """Cents still to be paid; under a lock."""
    return -lock([debt.account_id])[debt.account_id].balance


def most_per_month(debt: Debt) -> int:
    """What is above the beslagvrije voet in the month that was worked out last, in cents."""
    months = AwardMonth.objects.fixed().filter(award=debt.award_id)
    room = months.order_by("-month", "-version").values_list("room", flat=True).first()
    return room or 0


def _must_be_liveable(debt: Debt, per_month: int) -> None:
    if per_month <= 0:
        raise NothingProposed
    most = most_per_month(debt)
    if per_month > most:
        raise TooMuchToLiveOn(most=euros(most))


def _owed(debt: Debt) -> Debt:
    debt = Debt.objects.select_for_update(of=["self"]).get(pk=debt.pk)
    if debt.state != DebtState.DECIDED or not open_on(debt):
        raise NotOwed
    return debt


def _open_plan(plan: Plan) -> Plan:
    plan = Plan.objects.select_for_update(of=["self"]).get(pk=plan.pk)
    if plan.state != PlanState.PROPOSED:
        raise AlreadyAnswered
    return plan


def _settled(plan: Plan, state: PlanState, answer: str, by: Staff, at: datetime) -> Plan:
    plan.state, plan.settled_by, plan.settled_at, plan.answer = state, by, at, answer
    plan.save(update_fields=["state", "settled_by", "settled_at", "answer"])
    record(f"payments.plan.{state.name.lower()}", on=plan, by=by.actor, at=at)
    return plan
