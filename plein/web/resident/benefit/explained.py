"""Hoe komt dit bedrag? A month of the benefit, down to its articles."""

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from plein.kernel.months import days_in, month_of
from plein.payments.calculating import NORM, TARGETS, Inputs, explain, explain_norm, version
from plein.payments.known import known_of
from plein.payments.models import AwardMonth
from plein.payments.seen import lines_seen
from plein.rules.of_municipality import Rules
from plein.rules.outcome import Outcome
from plein.web.policies import resident_only
from plein.web.request import ResidentRequest
from plein.web.resident.benefit.own import WHY, own_awards
from plein.web.resident.money.explained import explanation
from plein.workflows.our_rules import our_rules


@resident_only
@require_GET
def explained(request: ResidentRequest, month: date, target: str) -> HttpResponse:
    name = target.replace("-", "_")
    if name not in {NORM, *TARGETS}:
        raise Http404
    worked, rules = _month(request, month), our_rules()
    inputs = _inputs(request, worked)
    outcome = _outcome(rules, inputs, name, month)
    back = reverse("benefit-month", args=[month])
    notes = _notes(rules, worked, inputs, name)
    return explanation(request, outcome, name, month, back=back, notes=notes)


def _month(request: ResidentRequest, month: date) -> AwardMonth:
    """As it was paid. Not found before the payment is announced."""
    lines = lines_seen(own_awards(request), request.today).filter(month__month=month)
    months = AwardMonth.objects.filter(pk__in=lines.order_by().values("month"))
    return get_object_or_404(months.select_related("award__resident").order_by("-pk")[:1])


def _inputs(request: ResidentRequest, worked: AwardMonth) -> Inputs:
    known = known_of(
        [worked.award],
        worked.month,
        at=worked.known_at,
        by=request.actor,
        now=request.now,
        why=WHY,
    )
    inputs = known[worked.award_id].inputs
    if inputs is None:
        raise Http404
    return inputs


def _outcome(rules: Rules, inputs: Inputs, name: str, month: date) -> Outcome:
    if name == NORM:
        return explain_norm(rules, inputs.stretches[-1], month)
    return explain(rules, inputs, month)


def _notes(rules: Rules, worked: AwardMonth, inputs: Inputs, name: str) -> list[str]:
    found = []
    if name == NORM and (days := _days(inputs)) is not None:
        said = ngettext(
            "Dit is de norm voor een hele maand. U had recht over 1 dag.",
            "Dit is de norm voor een hele maand. U had recht over {days} dagen.",
            days,
        )
        found.append(said.format(days=days))
    if worked.rules != version(rules, worked.month):
        found.append(_("De regels zijn daarna veranderd. Het bedrag dat u kreeg, blijft gelden."))
    return found


def _days(inputs: Inputs) -> int | None:
    """None where one norm held for the whole month."""
    days, last = sum(each.days for each in inputs.stretches), inputs.stretches[-1]
    is_whole = len(inputs.stretches) == 1 and last.days == days_in(month_of(last.on))
    return None if is_whole else days
