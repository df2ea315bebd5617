"""A budget is granted, and taken back. The money leaves the pot here, never at order time."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.models import Household, Member
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal
from plein.ledger.actions import Move, open_account, transfer
from plein.ledger.models import Account, AccountKind, TransferKind
from plein.ledger.refusals import NotEnoughMoney
from plein.webshop.holders import earlier_grant, holder_of, kind_of
from plein.webshop.models import Grant, GrantStatus, SchemePeriod, SubjectKind
from plein.webshop.rules import Holder, fitting_amount


class NoAmountFits(Refusal):
    message = _("Bij deze persoon past geen bedrag van de regeling. Vul zelf een bedrag in.")


class AlreadyGranted(Refusal):
    message = _("Voor deze persoon is al een budget van deze regeling.")


class GrantedTooRecently(Refusal):
    message = _("Dit budget kan één keer in {years} jaar. Het vorige is van {day:%d-%m-%Y}.")


class SchemeNotOpen(Refusal):
    message = _("Deze regeling is niet open. Zet de regeling eerst open.")


class PotIsEmpty(Refusal):
    message = _("In de pot van deze regeling zit niet genoeg geld voor dit budget.")


@transaction.atomic
def grant_budget(
    period: SchemePeriod,
    household: Household,
    member: Member | None,
    *,
    cents: int | None = None,
    reference: str,
    by: Actor,
    at: datetime,
) -> Grant:
    """Move money from the pot to a budget for this person, or for the whole household.

    Without `cents` the amount follows from the rules of the period. The same reference gives
    the same grant. Raises `SchemeNotOpen`, `AlreadyGranted`, `NoAmountFits` and `PotIsEmpty`.
    """
    period = locked_period(period)
    if earlier := Grant.objects.filter(period=period, reference=reference).first():
        return earlier
    if period.scheme.status != "open":
        raise SchemeNotOpen
    owner = None if period.scheme.subject == SubjectKind.HOUSEHOLD else member
    if has_grant(period, household, owner):
        raise AlreadyGranted
    if recent := earlier_grant(period, household, owner, local_day(at)):
        raise GrantedTooRecently(day=recent, years=period.once_in_years)
    cents = cents or amount_by_rule(period, household, owner, at)
    grant = _open_grant(period, household, owner, cents, reference, at)
    _fill(grant, period.pot, at)
    record("webshop.grant.made", on=grant, by=by, at=at, cents=cents)
    return grant


def locked_period(period: SchemePeriod) -> SchemePeriod:
    """As it is now, with its pot locked: grants from one pot are made one after another."""
    periods = SchemePeriod.objects.select_for_update(of=["pot"])
    return periods.select_related("scheme", "pot").get(pk=period.pk)


def has_grant(period: SchemePeriod, household: Household, member: Member | None) -> bool:
    live = Grant.objects.filter(period=period, status__in=[GrantStatus.ACTIVE, GrantStatus.BLOCKED])
    if member is None:
        return live.filter(household=household, member=None).exists()
    return live.filter(member=member).exists()


def amount_by_rule(
    period: SchemePeriod, household: Household, member: Member | None, at: datetime
) -> int:
    day = local_day(at)
    holder = holder_of(member) if member else Holder(household_kind=kind_of(household, day))
    cents = fitting_amount(period.amounts.all(), period, holder, day)
    if cents is None:
        raise NoAmountFits
    return cents


def _open_grant(
    period: SchemePeriod,
    household: Household,
    member: Member | None,
    cents: int,
    reference: str,
    at: datetime,
) -> Grant:
    grant = Grant(
        period=period,
        household=household,
        member=member,
        amount=cents,
        reference=reference,
        granted_at=at,
    )
    grant.budget = open_account(AccountKind.BUDGET, grant.pk)
    grant.reserve = open_account(AccountKind.RESERVERING, grant.pk)
    grant.save()
    return grant


def _fill(grant: Grant, pot: Account, at: datetime) -> None:
    move = Move(pot, grant.budget, grant.amount)
    try:
        transfer(TransferKind.TOEKENNEN, [move], key=f"grant-{grant.pk}", at=at)
    except NotEnoughMoney:
        raise PotIsEmpty from None
    grant.budget.balance = grant.amount
