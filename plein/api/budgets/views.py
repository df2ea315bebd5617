"""Grants: many at once, all of them or none, and the state of one. Nobody is named in an answer."""

from typing import Any
from uuid import UUID

from plein.api.asked import asked, body_of, text
from plein.api.budgets.rows import GRANTS, named, rows_do_not_fit, rows_of
from plein.api.door import ApiRequest, reads, writes
from plein.api.problems import Invalid, InvalidParam, NotAllowed, NotFound, Problem
from plein.identity.application import Scope
from plein.identity.imports.records import RowsDoNotFit
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal
from plein.webshop.imports.applying import grant_rows
from plein.webshop.imports.rows import Row
from plein.webshop.models import Grant, SchemePeriod

PERIOD = "regelingperiode"


def _uuid(value: Any) -> UUID:
    return UUID(text(value))


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError
    return value


@writes(Scope.GRANTS)
def grant(request: ApiRequest) -> dict[str, Any]:
    """A reference that was granted before stays as it was, so a question can be asked again."""
    given = asked(body_of(request), {PERIOD: _uuid, GRANTS: _list})
    if not request.application.may_have_bsn:
        raise NotAllowed("Deze applicatie heeft geen recht op het BSN.")
    missing = [name for name in (PERIOD, GRANTS) if name not in given]
    if missing:
        raise Invalid(*(InvalidParam(name, "required", f"Vul {name} in.") for name in missing))
    rows = rows_of(given[GRANTS])
    period = SchemePeriod.objects.filter(pk=given[PERIOD]).first()
    if period is None:
        raise Invalid(InvalidParam(PERIOD, "invalid", "Deze periode van een regeling is er niet."))
    again = _booked(request, rows, period)
    grants = _grants().filter(period=period, reference__in=[row.reference for row in rows])
    by_reference = {grant.reference: shown(grant) for grant in grants}
    return {
        "nieuw": len(rows) - again,
        "alToegekend": again,
        GRANTS: [by_reference[row.reference] for row in rows],
    }


def _booked(request: ApiRequest, rows: list[Row], period: SchemePeriod) -> int:
    """How many were granted before. Raises `Problem`."""
    try:
        actor = request.application.actor
        return grant_rows(rows, period=period, by=actor, at=request.now).again
    except RowsDoNotFit as refusal:
        raise rows_do_not_fit(named(refusal.problems)) from None
    except Refusal as refusal:
        raise Problem(409, "conflict", "Nu niet mogelijk", str(refusal)) from None


@reads(Scope.GRANTS)
def one(request: ApiRequest, reference: str) -> dict[str, Any]:
    """The same reference may stand in more periods: then the question says which."""
    given = asked(request.GET.dict(), {PERIOD: _uuid})
    found = _grants().filter(reference=reference)
    if PERIOD in given:
        found = found.filter(period=given[PERIOD])
    grants = list(found[:2])
    if not grants:
        raise NotFound
    if len(grants) > 1:
        reason = "Dit kenmerk staat in meer perioden. Noem de periode."
        raise Invalid(InvalidParam(PERIOD, "required", reason))
    return shown(grants[0])


def _grants() -> Any:
    return Grant.objects.select_related("budget", "reserve")


def shown(grant: Grant) -> dict[str, Any]:
    """Amounts in whole cents. What is held for open orders is not left, and not spent yet."""
    return {
        "kenmerk": grant.reference,
        PERIOD: grant.period_id,
        "status": grant.status,
        "toegekendOp": local_day(grant.granted_at),
        "toegekendInCenten": grant.amount,
        "gereserveerdInCenten": grant.reserve.balance,
        "overInCenten": grant.budget.balance,
    }
