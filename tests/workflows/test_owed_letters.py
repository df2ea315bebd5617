"""The letter of a decision about paying back: what, why, how much, and how to object."""

from io import BytesIO
from uuid import uuid4

import pytest
from pypdf import PdfReader

from plein.audit.actions import Purpose
from plein.delivery.models import Delivery
from plein.delivery.notices import Notice
from plein.documents.opening import open_document
from plein.inbox.models import Enclosure
from plein.payments.actions.debts import ProposerDecides, propose_debt
from plein.payments.actions.remitting import Asked, propose_letting_go, propose_remission
from plein.payments.models import Cause, Ground, OwedLetter
from plein.workflows.owed_letters import (
    decide_on_debt,
    decide_remission,
    queue_owed_letters,
    write_owed_letter,
)
from tests.documents.conftest import kept_files  # noqa: F401 - fixture of documents
from tests.payments.conftest import *  # noqa: F403
from tests.payments.conftest import AT, claim

pytestmark = pytest.mark.usefixtures("kept_files")
OPENING = Purpose("omdat u een papier opende", "AVG artikel 15")


@pytest.fixture
def decided(overpaid, noor, sam):
    return decide_on_debt(propose_debt(overpaid, claim(), by=noor, at=AT), by=sam, at=AT)


@pytest.fixture
def words(katja):
    def read(letter) -> str:
        made = write_owed_letter(letter.pk, at=AT)
        content = open_document(made.document, purpose=OPENING, by=katja.actor, at=AT)
        reader = PdfReader(BytesIO(content))
        assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
        text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
        return text.replace("\N{NO-BREAK SPACE}", " ").replace("- ", "-")

    return read


def test_a_debt_is_told_with_its_months_and_its_law(decided, words):
    text = words(decided.letter)

    assert "U betaalt € 385,28 terug." in text
    assert "Uw broer woont bij u." in text
    assert "Participatiewet artikel 58 lid 1" in text
    assert "november 2026: u kreeg € 1.348,49. Dat had € 963,21 moeten zijn." in text
    assert "Over november 2026 tot en met november 2026." in text
    assert "ten hoogste € 50,69 per maand" in text
    assert "bezwaar maken tot en met 12 januari 2027" in text


def test_it_lies_among_the_papers_once_and_word_of_it_is_sent(decided, katja):
    for _time in range(2):
        write_owed_letter(decided.letter.pk, at=AT)

    decided.letter.refresh_from_db()
    assert Enclosure.objects.filter(document=decided.letter.document_id).count() == 1
    sent = Delivery.objects.filter(resident=katja, notice=Notice.DECISION)
    assert sent.count() == 1


def test_without_a_decision_there_is_no_letter(overpaid, noor):
    with pytest.raises(ProposerDecides):
        decide_on_debt(propose_debt(overpaid, claim(), by=noor, at=AT), by=noor, at=AT)

    assert not OwedLetter.objects.exists()


def test_what_was_not_made_is_found_again_at_night(decided):
    assert queue_owed_letters() == 1
    write_owed_letter(decided.letter.pk, at=AT)
    assert queue_owed_letters() == 0


def test_a_remission_says_what_is_left(decided, noor, sam, words):
    asked = Asked(8_528, Ground.SETTLEMENT, "U doet mee aan een regeling.")
    row = propose_remission(decided, asked, key=uuid4(), by=noor, at=AT)

    text = words(decide_remission(row, by=sam, at=AT).letter)

    assert "U hoeft € 85,28 niet terug te betalen." in text
    assert "U doet mee aan een regeling." in text
    assert "Participatiewet artikel 60c" in text
    assert "U betaalt nog € 300,00 terug." in text


def test_what_is_not_asked_back_at_all_is_told_too(overpaid, noor, sam, words):
    asked = Asked(38_528, Ground.POLICY, "Wij maakten een fout.")
    row = propose_letting_go(overpaid, Cause.OWN_MISTAKE, asked, key=uuid4(), by=noor, at=AT)

    text = words(decide_remission(row, by=sam, at=AT).letter)

    assert "U hoeft € 385,28 niet terug te betalen." in text
    assert "Participatiewet artikel 58 lid 2" in text
    assert "U betaalt nog" not in text
