"""Beleid: the regelingen that can be tried out, and the calculations that somebody kept."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plein.identity.roles import Right
from plein.policy.invented import households, margins
from plein.policy.kinds import Column
from plein.policy.trial import norms_of_today
from plein.regelingen.library import rule_book
from plein.regelingen.trying import Topic, topics
from plein.rules.facts import FactType
from plein.rules.norms import Norms
from plein.web.desk.norm_fields import figure_on
from plein.web.desk.policy.simulation import columns_of, topic_of
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.web.sheets import csv_file

MOST_RUNS = 20
EXAMPLES = 20  # rows


@staff_may(Right.SIMULATE)
@require_GET
def overview(request: StaffRequest) -> HttpResponse:
    norms = norms_of_today()
    every = [_row(topic, norms, request.today) for topic in topics().values()]
    runs = request.staff.policy_runs.filter(until__gt=request.now).order_by("-asked_at")
    context = {
        "own": [row for row in every if row["count"]],
        "national": [row for row in every if not row["count"]],
        "runs": [{"run": run, "name": topics()[run.target].name} for run in runs[:MOST_RUNS]],
    }
    return render(request, "web/desk/policy/overview.html", context)


def _row(topic: Topic, norms: Norms, day: date) -> dict[str, Any]:
    """A topic, how many norms of it a municipality sets, and how many hold today."""
    every = topic.norms(rule_book(), day, norms).values()
    own = [norm for norm in every if norm.municipal]
    is_set = [norm for norm in own if figure_on(norm, day) is not None]
    return {"topic": topic, "count": len(own), "set": len(is_set)}


@staff_may(Right.SIMULATE)
@require_GET
def example(request: StaffRequest, target: str) -> HttpResponse:
    """A file to begin with: invented households, in the columns that a file may have."""
    topic, book = topic_of(target), rule_book()
    names = [each["name"] for each in columns_of(request, topic)]
    (drawn,) = households(book, frozenset(names), topic.facts, EXAMPLES, margins())
    cells = [list(_written(drawn[name], book.facts[name].type)) for name in names]
    return csv_file("voorbeeld-huishoudens.csv", names, zip(*cells, strict=True))


def _written(column: Column, kind: FactType) -> Iterator[str]:
    for value in column.tolist():
        if kind is FactType.YES_NO:
            yield "ja" if value else "nee"
        else:
            yield f"{value:.2f}".removesuffix(".00").replace(".", ",")
