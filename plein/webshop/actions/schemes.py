"""Staff make a scheme with its first period, change it, open it and close it."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.models import Staff
from plein.kernel.refusal import Refusal
from plein.ledger.actions import open_account
from plein.ledger.models import AccountKind
from plein.webshop.models import AmountRule, Scheme, SchemePeriod, SchemeStatus
from plein.webshop.scheme_plan import OF_PERIOD, OF_SCHEME, Amount, SchemePlan

CHANGEABLE = ("name", "summary", "legal_ground", "cents_per_point")  # of a scheme that exists


class NameIsTaken(Refusal):
    message = _("Er is al een regeling met deze naam. Kies een andere naam.")


class MoveNotAllowed(Refusal):
    message = _("Een regeling die {status} is, kan dit niet worden.")


@transaction.atomic
def make_scheme(plan: SchemePlan, *, by: Staff, at: datetime) -> SchemePeriod:
    """Make a scheme with its first period, a pot that is still empty, and its amounts."""
    if Scheme.objects.filter(name=plan.name).exists():
        raise NameIsTaken
    scheme = Scheme.objects.create(**{name: getattr(plan, name) for name in OF_SCHEME})
    period = start_period(scheme, plan)
    record("webshop.scheme.made", on=scheme, by=by.actor, at=at)
    return period


def start_period(scheme: Scheme, plan: SchemePlan) -> SchemePeriod:
    """A period of this scheme, with a pot that is still empty."""
    period = SchemePeriod(scheme=scheme, name=plan.period_name)
    for name in OF_PERIOD:
        setattr(period, name, getattr(plan, name))
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
            household_kind=amount.household_kind,
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
    for name in CHANGEABLE:
        setattr(scheme, name, getattr(plan, name))
    for name in OF_PERIOD:
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
