"""The next period of a scheme: the same agreements, a year later, with a pot of its own."""

from dataclasses import replace
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.models import Staff
from plein.kernel.refusal import Refusal
from plein.webshop.actions.schemes import start_period
from plein.webshop.models import Scheme, SchemePeriod, SchemeStatus
from plein.webshop.scheme_plan import SchemePlan, plan_of


class PeriodIsThere(Refusal):
    message = _("Deze regeling heeft al een volgende periode: {name}.")


class SchemeIsClosed(Refusal):
    message = _("Deze regeling is gesloten. Maak een nieuwe regeling.")


@transaction.atomic
def follow_up(period: SchemePeriod, name: str, *, by: Staff, at: datetime) -> SchemePeriod:
    """Copy a period to the next year; assortment and limits are of the scheme and go on.

    Raises `PeriodIsThere` and `SchemeIsClosed`.
    """
    scheme = Scheme.objects.select_for_update().get(pk=period.scheme_id)
    if scheme.status == SchemeStatus.CLOSED:
        raise SchemeIsClosed
    there = scheme.periods.filter(spend_from__gt=period.spend_from).order_by("spend_from").first()
    same_name = scheme.periods.filter(name=name).first()
    if found := there or same_name:
        raise PeriodIsThere(name=found.name)
    following = start_period(scheme, _year_later(plan_of(period), name))
    record("webshop.period.followed", on=scheme, by=by.actor, at=at, period=name)
    return following


def _year_later(plan: SchemePlan, name: str) -> SchemePlan:
    return replace(
        plan,
        period_name=name,
        apply_from=year_later(plan.apply_from),
        apply_until=year_later(plan.apply_until),
        spend_from=year_later(plan.spend_from),
        spend_until=year_later(plan.spend_until),
    )


def year_later(day: date) -> date:
    """29 February becomes 28 February."""
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if leap else day.day)
