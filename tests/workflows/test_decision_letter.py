"""The letter of a decision lies among the papers: one, accessible, with all that the law asks."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from plein.audit.actions import Purpose
from plein.cases.actions.providing import Given
from plein.cases.models import DecisionLetter
from plein.cases.weighing import Draft, Unmet, Weighing
from plein.documents.models import Direction, Document
from plein.documents.opening import open_document
from plein.inbox.models import Enclosure
from plein.kernel.short_code import spaced
from plein.workflows.deciding import decide_case
from plein.workflows.letters import ask_for_letter, queue_letters, write_decision
from tests.cast import NOON, TODAY
from tests.workflows.conftest import CHILD

OPENING = Purpose("omdat u een papier van uw aanvraag opende", "AVG artikel 15")
UNMET = Unmet(CHILD, "U hebt geen kind thuis.", "Participatiewet art. 4 lid 1 onder e")
NO = Draft("afgewezen", "U hebt geen kind.", weighing=Weighing((UNMET,), "Niet voor de inwoner."))
YES = Draft("toegekend", "U voldoet.", Given(TODAY, 50_000))


@pytest.fixture
def letter_of(taken_up, sam):
    def made(draft):
        decision = decide_case(taken_up(), draft, by=sam, at=NOON)
        return write_decision(decision.letter.pk, at=NOON)

    return made


@pytest.fixture
def opened(fatima):
    def read(letter):
        return open_document(letter.document, purpose=OPENING, by=fatima.actor, at=NOON)

    return read


def words(content):
    pages = [page.extract_text() for page in PdfReader(BytesIO(content)).pages]
    return " ".join(" ".join(pages).split()).replace("- ", "-").replace("\xa0", " ")


def test_a_refusal_names_each_condition_with_its_article_and_how_to_object(letter_of, opened):
    letter = letter_of(NO)

    text = words(opened(letter))

    assert "U krijgt het geld niet." in text
    assert "U hebt geen kind thuis. Dit staat in Participatiewet art. 4 lid 1 onder e." in text
    assert "bezwaar maken tot en met 5 januari 2027" in text
    assert f"Ons kenmerk: {spaced(letter.decision.case.number)}" in text
    assert "Niet voor de inwoner" not in text


def test_what_somebody_gets_and_what_it_means_stand_in_it(letter_of, opened):
    text = words(opened(letter_of(YES)))

    assert "Toeslag: € 500,00, vanaf 24 november 2026." in text
    assert "Het geld komt binnen 10 dagen." in text


def test_it_is_made_for_who_listens(letter_of, opened):
    content = opened(letter_of(YES))

    assert b"pdfuaid:part" in content
    assert PdfReader(BytesIO(content)).trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_it_lies_among_the_papers_as_one_of_ours(letter_of, fatima):
    letter = letter_of(YES)

    document = Document.objects.get()
    assert (document.direction, document.can_be_opened) == (Direction.OUT, True)
    enclosure = Enclosure.objects.of(fatima).get()
    assert (enclosure.document, enclosure.topic) == (document, letter.decision.case.topic)


def test_a_second_time_makes_no_second_letter(letter_of):
    letter = letter_of(YES)

    again = write_decision(ask_for_letter(letter.decision).pk, at=NOON)

    assert again.document == letter.document
    assert Document.objects.count() == DecisionLetter.objects.count() == 1


def test_what_was_broken_off_is_made_at_night(taken_up, sam):
    decide_case(taken_up(), YES, by=sam, at=NOON)
    assert queue_letters() == 1
    write_decision(DecisionLetter.objects.get().pk, at=NOON)

    assert queue_letters() == 0


def test_two_jobs_at_once_make_one_letter(committed, taken_up, sam, at_once):
    letter = decide_case(taken_up(), YES, by=sam, at=NOON).letter.pk

    at_once([lambda: write_decision(letter, at=NOON)] * 2)

    assert Document.objects.count() == 1
