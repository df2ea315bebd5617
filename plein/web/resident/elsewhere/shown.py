"""Aanvragen of other departments in the words of the page, and what we do not know of them now."""

from collections.abc import Sequence
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from django.urls import reverse

from plein.cases.light import CaseState, Light, light_of
from plein.casestores.kept import Details, Paper
from plein.casestores.models import CaseStore, ForeignCase
from plein.casestores.queries import Shown, state_in
from plein.journeys.phases import Phase
from plein.web.light_words import light_words
from plein.web.request import ResidentRequest
from plein.web.resident.elsewhere.own import own_shown, own_stores
from plein.web.templatetags.plein_ui import day as in_words


def beside_ours(request: ResidentRequest) -> dict[str, Any] | None:
    """For a page that shows them beside ours; None where no store is connected."""
    stores = own_stores(request)
    return elsewhere_shown(request, stores) if stores else None


def elsewhere_shown(request: ResidentRequest, stores: list[CaseStore]) -> dict[str, Any]:
    rows = [row_of(each, request.now, request.today) for each in own_shown(request, stores)]
    failing = [store for store in stores if _has_failed(store, request.now)]
    return {
        "running": [row for row in rows if row["is_open"]],
        "closed": [row for row in rows if not row["is_open"]],
        "failing": [_failing(store) for store in failing],
        "is_under_way": is_under_way(stores, request.now),
        "is_asked_next": is_asked_next(stores, request.now),
    }


def is_under_way(stores: Sequence[CaseStore], at: datetime) -> bool:
    states = [state for store in stores if (state := state_in(store))]
    marked = [case for state in states for case in state.cases.all() if case.is_marked]
    return any(each.is_under_way(at) for each in (*states, *marked))


def is_asked_next(stores: Sequence[CaseStore], at: datetime) -> bool:
    return any(_may_be_asked(store, at) for store in stores)


def row_of(shown: Shown, at: datetime, today: date) -> dict[str, Any]:
    """One aanvraag in a list."""
    told = shown.summary
    return {
        "url": reverse("elsewhere-case", args=[shown.case.pk]),
        "name": told.name,
        "store": shown.store.name,
        "station": told.station,
        "outcome": told.outcome,
        "light": light_words(light_of_shown(shown, at, today)),
        "is_open": shown.case.is_open,
        "started_on": told.started_on,
        "ended_on": told.ended_on,
        "answer_by": told.answer_by,
        "stands_still": told.stands_still is not None,
        "seen_at": shown.case.seen_at,
    }


def light_of_shown(shown: Shown, at: datetime, today: date) -> Light:
    """None for what we do not know now; nor while it stands still, for we cannot see why."""
    told = shown.summary
    is_known = shown.case.is_known_now(at)
    if is_known and told.stands_still is not None:
        return Light(None)
    phase = Phase.IN_REVIEW if shown.case.is_open else Phase.DONE
    by = told.answer_by
    return light_of(CaseState(phase, decide_before=by, is_fresh=is_known), today)


def line_of(details: Details, *, is_open: bool) -> list[dict[str, str]]:
    """The stations for `web/parts/steps.html`; a station of later that was reached is done too."""
    stations = details.stations
    here = next((n for n, station in enumerate(stations) if station.is_here), -1)
    return [
        {
            "state": _state(number, here, is_open=is_open),
            "title": station.title,
            "meta": in_words(station.reached_on) if station.reached_on else "",
        }
        for number, station in enumerate(stations)
    ]


def paper_row(case: ForeignCase, paper: Paper) -> dict[str, Any]:
    return {
        "title": paper.title,
        "sender": paper.sender,
        "made_on": paper.made_on,
        "size": paper.size,
        "url": reverse("elsewhere-paper", args=[case.pk, paper_key(paper)]),
    }


def paper_key(paper: Paper) -> str:
    """In our address stands nothing of theirs."""
    return sha256(paper.url.encode()).hexdigest()[:16]


def _state(number: int, here: int, *, is_open: bool) -> str:
    if number < here or (number == here and not is_open):
        return "done"
    return "now" if number == here else "todo"


def _has_failed(store: CaseStore, at: datetime) -> bool:
    state = state_in(store)
    return state is not None and state.has_failed(at)


def _may_be_asked(store: CaseStore, at: datetime) -> bool:
    state = state_in(store)
    if state is None or state.may_be_asked(at):
        return True
    return any(case.is_marked and case.may_be_asked(at) for case in state.cases.all())


def _failing(store: CaseStore) -> dict[str, Any]:
    state = state_in(store)
    return {"name": store.name, "seen_at": state.read_at if state else None}
