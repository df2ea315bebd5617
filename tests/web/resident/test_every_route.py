"""Every route of every journey, walked as a resident does, in each of its languages."""

import html
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction

from plein.cases.actions.publishing import publish_case_type
from plein.cases.models import Case
from plein.intake.models import Application, ApplicationState
from plein.journeys.intake import Intake
from plein.journeys.journey import Journey
from plein.journeys.languages import DUTCH
from plein.journeys.reading import read_journey
from plein.regelingen.library import journeys
from tests.cases.conftest import *  # noqa: F403
from tests.cast import NOON, TESTS
from tests.documents.conftest import kept_files, scanner  # noqa: F401 - fixtures of documents
from tests.journeys.routes import FILES, name_of, walks
from tests.web.resident.walking import TELLS, Walk

# Measured: 13, most of them for the session, the resident, the municipality and the draft; none is
# for each question, so that a long step asks no more than a short one.
MOST_QUERIES = 16


def document_of(file: Path) -> dict[str, Any]:
    return journeys()[name_of(file)]


IN_OTHERS = [
    pytest.param(file, language, id=f"{name_of(file)}-{language}")
    for file in FILES
    for language in document_of(file).get("languages", [DUTCH])
    if language != DUTCH
]
pytestmark = [pytest.mark.long, pytest.mark.usefixtures("scanner", "kept_files")]


@pytest.fixture
def walk(fatima, signed_in):
    """`walk(file, plan)` is the whole of it; nothing of it is left after the test."""

    def take(file: Path, plan: dict[str, Any], language: str = DUTCH, *, is_brief=False) -> Walk:
        case_type = publish_case_type(name_of(file), document_of(file), by=TESTS, at=NOON)
        client = signed_in(fatima)
        client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
        taken = Walk(client, case_type.in_dutch.intake, plan, is_brief)
        taken.go(case_type.slug)
        return taken

    return take


def declared(file: Path, language: str = DUTCH) -> Journey:
    return read_journey(document_of(file), language=language)


@cache
def plans(file: Path) -> list[dict[str, Any]]:
    """The same walks in every language."""
    journey = declared(file)
    return walks(journey, journey.intake)


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_every_route_ends_at_a_receipt_with_what_was_sent(file, walk):
    journey = declared(file)
    took, asked = set(), set()

    for number, plan in enumerate(plans(file)):
        with transaction.atomic():
            taken = walk(file, plan, is_brief=bool(number % 2))
            assert_sent(journey.intake, taken)
            transaction.set_rollback(True)
        took |= set(taken.took)
        asked |= taken.asked

    assert took == {step.key for step in journey.intake.steps}
    assert asked == {question.key for question in journey.intake.questions}


def assert_sent(intake: Intake, taken: Walk) -> None:
    """One aanvraag, and the receipt has each question with its answer."""
    application = Application.objects.get()
    assert application.state == ApplicationState.FILED
    assert Case.objects.get() == application.case
    assert len(taken.said) == application.asked
    receipt = words_of(taken.pages[-1])
    asked = {intake.question(key).title for key in taken.asked}
    for question in intake.questions:
        assert (question.title in receipt) == (question.title in asked), question.key
    assert receipt.count(TELLS) >= sum(len(intake.step(key).confirms) for key in taken.took)
    assert max(taken.queries) <= MOST_QUERIES, taken.queries


@pytest.mark.parametrize(("file", "language"), IN_OTHERS)
def test_every_route_speaks_the_language_that_was_chosen(file, language, walk):
    dutch, other = declared(file), declared(file, language)

    for number, plan in enumerate(plans(file)):
        with transaction.atomic():
            speaks(walk(file, plan, language, is_brief=bool(number % 2)), dutch, other)
            transaction.set_rollback(True)


def speaks(taken: Walk, dutch: Journey, other: Journey) -> None:
    """No page has a Dutch text of the declaration; each has its own in the other language."""
    start, *steps, check, receipt = map(words_of, taken.pages)
    for page in (start, *steps, check, receipt):
        assert not [each for each in only_in(dutch, other) if stands_in(each, page)]
    assert other.name in start
    for key, page in zip(taken.took, steps, strict=True):
        said = other.intake.step(key)
        assert said.title in page
        assert said.title in receipt or not (said.asks or said.confirms)
    for key in taken.asked:
        question = other.intake.question(key)
        assert any(question.title in page for page in steps)
        assert question.title in check
        assert question.title in receipt


def only_in(dutch: Journey, other: Journey) -> set[str]:
    """The Dutch texts that are said otherwise in the other language."""
    spoken = " ".join(texts_of(other))
    return {each for each in texts_of(dutch) if not stands_in(each, spoken)}


def texts_of(journey: Journey) -> Iterator[str]:
    """All that a resident reads on the way from the start to the receipt."""
    yield journey.name
    if journey.audience:
        yield from lines(journey.audience.text)
    if journey.report:
        yield from lines(journey.report.text)
    for step in journey.intake.steps:
        yield step.title
        yield from lines(step.text)
    for each in journey.intake.questions:
        yield from (each.title, *lines(each.help), *lines(each.example))
        yield from (choice.label for choice in each.choices)


def lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def words_of(page: str) -> str:
    """The words of a page, without tags and as they were declared."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page)).split())


def stands_in(text: str, page: str) -> bool:
    """As whole words."""
    return re.search(rf"(?<!\w){re.escape(text)}(?!\w)", page) is not None
