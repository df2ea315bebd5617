"""An award on one screen: its months, how somebody lives, where it goes, and what is open."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plein.identity.roles import Right
from plein.kernel.iban import grouped
from plein.payments.decided import BY_DECISION
from plein.payments.died import died_since
from plein.payments.models import Award, PayAccount
from plein.payments.payee import Payee
from plein.web.desk.payments.forms import (
    AccountForm,
    DeathForm,
    EndForm,
    SituationForm,
    filled_from,
)
from plein.web.desk.payments.looking import Opened, find_award, opened
from plein.web.desk.payments.papers import papers_of
from plein.web.desk.payments.shown import living_words, months_shown
from plein.web.policies import staff_may
from plein.web.request import StaffRequest

MOST_RUNS = 24


@staff_may(Right.HANDLE_AWARDS)
@require_GET
def show(request: StaffRequest, award_id: UUID) -> HttpResponse:
    """Opening it is a look, with a line in the log."""
    return page(request, find_award(award_id))


def page(request: StaffRequest, award: Award, **bound: Any) -> HttpResponse:
    """`bound` are forms with mistakes, by name: what was typed is kept."""
    found = opened(request, award)
    days = [row.from_on for row, _living in found.situations]
    context = {
        "award": award,
        "months": months_shown(award, days),
        "situations": _situations(found),
        "payee": _account(found.paid),
        "proposed": _account(found.proposed),
        "is_own": found.is_proposed_by(request.staff),
        "ahead": -award.advance.balance,
        "overpaid": -award.overpaid.balance,
        "lines": award.lines.select_related("run").order_by("-run__number")[:MOST_RUNS],
        "form": next(iter(bound.values()), None),
        "situation_form": SituationForm(initial=filled_from(found.living)),
        "end_form": EndForm(),
        "death_form": DeathForm(),
        "died": bool(died_since([award], request.now)),
        "account_form": AccountForm(),
        "documents": papers_of(request, award),
    } | bound
    status = 422 if bound else 200
    return render(request, "web/desk/payments/award.html", context, status=status)


def _situations(found: Opened) -> list[dict[str, Any]]:
    """The newest first."""
    return [
        {"row": row, "lines": living_words(living, BY_DECISION)}
        for row, living in reversed(found.situations)
    ]


def _account(found: tuple[PayAccount, Payee] | None) -> dict[str, Any] | None:
    if found is None:
        return None
    row, payee = found
    return {"row": row, "name": payee.name, "iban": grouped(payee.iban)}
