"""Mijn uitkering: how much, on which day, why it differs, and what is to be done."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plein.delivery.actions.unread import mark_seen
from plein.kernel.months import month_of, months_after
from plein.payments.models import Award, AwardMonth, RunLine
from plein.payments.offs import with_offs
from plein.payments.queries import letters_of
from plein.payments.seen import lines_seen
from plein.payments.specification import names_of_payees
from plein.web.policies import resident_only
from plein.web.request import ResidentRequest
from plein.web.resident.benefit.debts import debts_of
from plein.web.resident.benefit.looked import signals_seen
from plein.web.resident.benefit.own import (
    WHY,
    own_awards,
    paid_awards,
    task_to_tell,
    to_tell,
)
from plein.web.resident.benefit.shown import line_shown

MOST = 36  # payments in the list


@resident_only
@require_GET
def benefit(request: ResidentRequest) -> HttpResponse:
    awards = own_awards(request)
    _seen(request, awards)
    lines = list(with_offs(lines_seen(awards, request.today))[:MOST])
    waits_for = _next_month(awards, lines, request.today)
    context = {
        "award": awards[0],
        "has_ended": awards[0].ends_on is not None and awards[0].ends_on <= request.today,
        "is_paid": bool(paid_awards(awards, request.today)),
        "reserve": sum(award.reserve.balance for award in awards),
        "tasks": [task_to_tell(each, request.today) for each in to_tell(request)],
        "newest": shown(request, lines[:1], lines)[0] if lines else None,
        "debts": debts_of(request.resident, request.today),
        "has_letters": letters_of(request.resident).exists(),
        "is_new": bool(lines) and month_of(lines[0].run.pay_on) >= month_of(request.today),
        "waits_for": waits_for,
        "earlier": lines[1:],
        "years": sorted({line.run.pay_on.year for line in lines}, reverse=True),
        "was_looked_at": signals_seen(awards).exists(),
        "last_month": months_after(month_of(request.today), -1),
    }
    return render(request, "web/resident/benefit/page.html", context)


@resident_only
@require_GET
def of_month(request: ResidentRequest, month: date) -> HttpResponse:
    """Every payment over this month, the newest first. Not found where there is none."""
    lines = list(with_offs(lines_seen(own_awards(request), request.today))[:MOST])
    own = [line for line in lines if line.run.month == month]
    if not own:
        raise Http404
    context = {
        "month": month,
        "shown": shown(request, own, lines),
        "revised": _revised(own),
    }
    return render(request, "web/resident/benefit/month.html", context)


def _revised(own: Sequence[RunLine]) -> AwardMonth | None:
    """What the month came out at later; None where it stayed as it was paid."""
    paid = [line.month for line in own if line.month]
    if not paid:
        return None
    later = AwardMonth.objects.fixed().filter(award=paid[0].award_id, month=paid[0].month)
    newest = later.order_by("-version").first()
    return newest if newest and newest.version > paid[0].version else None


def shown(
    request: ResidentRequest, lines: Sequence[RunLine], every: Sequence[RunLine]
) -> list[dict[str, Any]]:
    names = names_of_payees(lines, why=WHY, by=request.actor, at=request.now)
    return [line_shown(line, every, names, request.today) for line in lines]


def _next_month(awards: Sequence[Award], lines: Sequence[RunLine], today: date) -> date | None:
    """The first month that is not paid yet; none where nothing comes any more."""
    paid = [line.run.month for line in lines if line.month]
    first = months_after(max(paid), 1) if paid else min(award.paid_from for award in awards)
    month = min(first, month_of(today))
    return month if month not in paid and any(_runs_in(each, month) for each in awards) else None


def _runs_in(award: Award, month: date) -> bool:
    end = months_after(month, 1)
    return award.starts_on < end and (award.ends_on is None or award.ends_on > month)


def _seen(request: ResidentRequest, awards: Sequence[Award]) -> None:
    for award in awards:
        if award.topic_id:
            mark_seen(award.topic_id, at=request.now)
