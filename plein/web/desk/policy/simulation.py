"""Beleid: what another norm would cost, and whom it would reach. Nothing changes by it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.policy.actions import ask_run
from plein.policy.invented import drawn_facts, margins
from plein.policy.own_file import Problem, RowsDiffer, read_households
from plein.policy.running import queue_run
from plein.policy.trial import Trial, norms_of_today
from plein.regelingen.library import local_norms, municipalities_with, rule_book
from plein.regelingen.trying import Topic, topics
from plein.rules.norms import Norm
from plein.rules.refusals import CannotCalculate
from plein.web.desk.policy.form import MOST_AT_ONCE, PolicyForm
from plein.web.desk.policy.kept import Calculation
from plein.web.desk.policy.results import shown
from plein.web.desk.policy.words import figure_word, norm_label, place_name
from plein.web.policies import staff_may
from plein.web.request import StaffRequest

MOST_SHOWN = 200  # wrong cells on one page
SAMPLE = 10  # households, to hear before a job begins that a norm misses


@staff_may(Right.SIMULATE)
@require_http_methods(["GET", "POST"])
def simulation(request: StaffRequest, target: str) -> HttpResponse:
    topic = topic_of(target)
    places = municipalities_with(topic.regeling)
    place = request.GET.get("voorbeeld", "")
    place = place if place in places else ""
    form = _form(request, topic, place)
    context: dict[str, Any] = {
        "form": form,
        "topic": topic,
        "place": place_name(place),
        "places": [{"key": each, "name": place_name(each)} for each in places],
        "chosen": place,
        "missing": _missing(topic),
        "columns": columns_of(request, topic),
    }
    if form.is_bound and form.is_valid():
        try:
            answer = _answer(request, topic, form)
        except RowsDiffer as refusal:
            context |= _problems(refusal.problems)
            form.add_error("file", str(refusal))
        except Refusal as refusal:
            form.add_error("file", str(refusal))
        except CannotCalculate as refusal:
            form.add_error(None, str(refusal))
        else:
            if isinstance(answer, HttpResponse):
                return answer
            context |= answer
    status = 422 if form.errors else 200
    return render(request, "web/desk/policy/regeling.html", context, status=status)


def topic_of(target: str) -> Topic:
    if target not in topics():
        raise Http404
    return topics()[target]


def _form(request: StaffRequest, topic: Topic, place: str) -> PolicyForm:
    own = topic.norms(rule_book(), request.today, norms_of_today())
    begin = local_norms(topic.regeling, place) if place else {}
    return PolicyForm(
        request.POST or None,
        request.FILES or None,
        day=request.today,
        own=own,
        begin=begin,
        margins=dict(margins()) | {"facts": topic.facts},
    )


def _answer(request: StaffRequest, topic: Topic, form: PolicyForm) -> HttpResponse | dict[str, Any]:
    """What came out; or where to see it, when it is made in the background."""
    trial = Trial(topic, request.today, form.now(), form.then())
    if upload := form.cleaned_data["file"]:
        asks, must = trial.change.asks, drawn_facts(topic.facts)
        households = read_households(upload.read(), rule_book(), asks, must)
        outcome = trial.over(households.chunks())
        done = Calculation(trial, None, outcome)
        return answered(request, done) | {"absent": len(households.absent)}
    size, given = form.cleaned_data["size"], form.chosen_margins()
    if size > MOST_AT_ONCE:
        trial.over_invented(SAMPLE, given)
        with transaction.atomic():
            run = ask_run(trial, size, given, by=request.staff, at=request.now)
            queue_run(run)
        return redirect("desk-policy-run", run.pk)
    return answered(request, Calculation(trial, given, trial.over_invented(size, given)))


def answered(request: StaffRequest, done: Calculation) -> dict[str, Any]:
    context = {
        "changed": changed_norms(done.trial.topic, done.trial.now, done.trial.then),
        "is_invented": done.margins is not None,
        "signed": done.signed(request.staff),
    }
    return context | shown(done.outcome)


def changed_norms(
    topic: Topic, now: Mapping[str, str], then: Mapping[str, str]
) -> list[dict[str, Any]]:
    own = norms_of_today().of(topic.regeling)
    pairs = [(own[name], Decimal(now[name]), Decimal(then[name])) for name in then]
    return [
        {
            "label": norm_label(norm),
            "is_national": not norm.municipal,
            "now": figure_word(norm, before),
            "then": figure_word(norm, after),
        }
        for norm, before, after in pairs
        if before != after
    ]


def _missing(topic: Topic) -> list[Norm]:
    """Which figures of the law we could not find."""
    own = rule_book().norms.of(topic.regeling).values()
    return [norm for norm in own if norm.missing and not norm.values]


def _problems(problems: Sequence[Problem]) -> dict[str, Any]:
    return {
        "problems": problems[:MOST_SHOWN],
        "hidden": max(0, len(problems) - MOST_SHOWN),
    }


def columns_of(request: StaffRequest, topic: Topic) -> list[dict[str, Any]]:
    """What a file of somebody's own may hold; first what it must."""
    book = rule_book()
    asks = book.plan([topic.target, "middelen_in_aanmerking", "bijstandsnorm"], request.today).asks
    must = drawn_facts(topic.facts)
    facts = [book.facts[name] for name in sorted(asks, key=lambda name: (name not in must, name))]
    return [
        {
            "name": fact.name,
            "label": fact.label,
            "kind": {"ja_nee": _("ja of nee"), "bedrag": _("euro")}.get(fact.type, _("getal")),
            "is_must": fact.name in must,
        }
        for fact in facts
    ]
