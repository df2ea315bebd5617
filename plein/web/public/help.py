"""Hulp nodig? First an answer, then the ways to a person; also for who is not signed in."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import resolve
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from plein.appointments.opening import OpenPlace, open_places
from plein.appointments.waiting import usually_waited
from plein.content.help.answer import Answer
from plein.content.help.library import about, answers
from plein.content.item import Item
from plein.content.library import shown_on
from plein.content.searching import search
from plein.inbox.models import Page
from plein.journeys.languages import DUTCH
from plein.tenants.models import Module
from plein.web.from_page import FROM, asks_from, told
from plein.web.opening_words import hour, standing_words, waited_words
from plein.web.policies import policy_of, public_before_opening
from plein.web.public.information.told import told as text_told
from plein.web.request import PleinRequest

LONGEST = 100  # characters
SHOWN_FIRST = 5  # answers


@public_before_opening
@require_GET
def help_page(request: PleinRequest) -> HttpResponse:
    if request.municipality is None:  # the front page of the installation
        return render(request, "web/public/help.html")
    page = asks_from(request)
    words = request.GET.get("zoek", "").replace("\0", "").strip()[:LONGEST]
    context = {
        "page": page,
        "from_key": FROM,
        "told": told(page),
        "words": words,
        **(_found(words, request) if words else _often_asked(page or Page.OVERVIEW, request)),
        "places": (places := [_place(each, request) for each in open_places(request.now)]),
        "has_phone_hours": any(not each["place"] for each in places),
        "has_place": any(each["place"] for each in places),
        **_persons(request),
        **({} if words else _waited(request)),
    }
    return render(request, "web/public/help.html", context)


def _often_asked(page: Page, request: PleinRequest) -> dict[str, Any]:
    shown = [each for each in about(page) if _is_offered(each, request)]
    return {"answers": _answers(shown[:SHOWN_FIRST])}


def _is_offered(answer: Answer, request: PleinRequest) -> bool:
    """Not about a part that this municipality left off."""
    policy = policy_of(resolve(f"/{answer.pages[0]}/").func)
    return not policy or not policy.module or request.municipality.has(policy.module)


def _found(words: str, request: PleinRequest) -> dict[str, Any]:
    """Answers and texts in one search."""
    offered = [each for each in answers().values() if _is_offered(each, request)]
    sought: list[Answer | Item] = [*offered, *shown_on(request.today)]
    found = search(sought, words, get_language() or DUTCH)
    texts = [text_told(each, request.today) for each in found if isinstance(each, Item)]
    return {
        "answers": _answers([each for each in found if isinstance(each, Answer)]),
        "texts": texts,
    }


def _answers(shown: list[Answer]) -> list[dict[str, Any]]:
    language = get_language() or DUTCH
    return [{"words": each.words_in(language), "page": each.pages[0]} for each in shown]


def _place(open_place: OpenPlace, request: PleinRequest) -> dict[str, Any]:
    return {
        "place": open_place.place,
        "is_open": bool(open_place.standing and open_place.standing.is_open),
        "standing": standing_words(open_place.standing, request.today),
        "closed_for": open_place.closed_for,
        "hours": [
            {
                "day": each.get_weekday_display(),
                "from": hour(each.opens),
                "until": hour(each.closes),
            }
            for each in open_place.hours
        ],
    }


def _persons(request: PleinRequest) -> dict[str, Any]:
    """What needs a login; nothing of it for who helps another, as these are the other's own."""
    resident = getattr(request, "resident", None)
    if resident is None or request.mandate or request.assisted:  # type: ignore[attr-defined]
        return {"is_own": False, "is_signed_in": resident is not None}
    return {
        "is_own": True,
        "is_signed_in": True,
        "answer_within": request.municipality.answer_within,
        "has_vault": request.municipality.has(Module.VAULT),
    }


def _waited(request: PleinRequest) -> dict[str, str]:
    """Beside the ways to a person; who searches looks for an answer first."""
    waited = usually_waited(request.now)
    return {
        "answered": waited_words(waited.for_an_answer),
        "called": waited_words(waited.for_a_call),
    }
