"""Each payment has its specification, once, among the papers of who got it."""

from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader

from plein.audit.actions import Purpose
from plein.documents.models import Direction, Document
from plein.documents.opening import names_of, open_document
from plein.identity.actions import know_resident
from plein.inbox.models import Enclosure
from plein.kernel.bsn import Bsn
from plein.kernel.money import euros
from plein.payments.living import Income
from plein.payments.models import Specification
from plein.workflows import specifying
from plein.workflows.specifying import (
    progress_of,
    queue_left_over,
    queue_specifications,
    specify_part,
    specify_run,
)
from tests.cast import BSN_OF, NOON, TESTS
from tests.documents.conftest import kept_files  # noqa: F401 - fixture of documents
from tests.payments.conftest import (  # noqa: F401 - fixtures of the payments
    AT,
    award_of,
    calculated,
    katja,
    new_award,
    noor,
    paid,
)

pytestmark = pytest.mark.usefixtures("kept_files")
WHY = Purpose("om te kijken", "test")


@pytest.fixture
def three(award_of):
    """Fatima, Jan and Katja get a benefit."""

    def make(**changes):
        return [
            award_of(
                resident=know_resident(Bsn(BSN_OF[name]), by=TESTS, at=NOON),
                number=f"E-{number}",
                **changes,
            )
            for number, name in enumerate(("fatima", "jan", "katja"), start=1)
        ]

    return make


def words_of(document) -> str:
    pdf = open_document(document, purpose=WHY, by=TESTS, at=AT)
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def test_it_says_to_the_cent_how_the_amount_came_about(award_of, paid):
    made = award_of(income=Income(wage=40_000))
    run = paid()

    specify_part(run.pk, at=AT)

    document = Specification.objects.get(line__award=made).document
    words, month = words_of(document), run.lines.get().month
    assert month.income > 0
    assert document.direction == Direction.OUT
    for cents in (month.norm, month.income, month.reserved, run.lines.get().pays):
        assert euros(cents) in words
    assert "op 4 december 2026" in words
    names = names_of(made.resident, [document], purpose=WHY, by=TESTS, at=AT)
    assert names == {document.pk: "Specificatie uitkering november 2026"}


def test_it_is_a_tagged_pdf(award_of, paid):
    award_of()
    specify_part(paid().pk, at=AT)

    pdf = open_document(Document.objects.get(), purpose=WHY, by=TESTS, at=AT)
    catalog = PdfReader(BytesIO(pdf)).trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in catalog


def test_it_lies_among_the_papers_of_who_got_the_money(three, paid):
    awards = three()

    specify_part(paid().pk, at=AT)

    for made in awards:
        made.refresh_from_db()
        (enclosed,) = Enclosure.objects.of(made.resident)
        assert enclosed.topic_id == made.topic_id
        assert enclosed.document == made.lines.get().specification.document


def test_a_job_that_was_killed_goes_on_and_makes_nothing_twice(three, paid, monkeypatch):
    three()
    run = paid()
    monkeypatch.setattr(specifying, "PART", 2)

    assert specify_part(run.pk, at=AT) == 2
    assert progress_of(run) == (2, 3)
    assert queue_left_over() == 1
    specify_run.func(run.municipality_id, str(run.pk))

    assert progress_of(run) == (3, 3)
    assert Document.objects.count() == 3
    assert queue_left_over() == 0
    assert specify_part(run.pk, at=AT) == 0


def test_a_part_that_fails_leaves_no_row(three, paid, monkeypatch):
    three()
    run = paid()

    class Killed(Exception):
        pass

    def broken(*_args, **_kwargs):
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(specifying, "topics_of", broken)
        with pytest.raises(Killed):
            specify_part(run.pk, at=AT)

    assert progress_of(run) == (0, 3)
    assert not Document.objects.exists()


def test_nothing_is_made_before_the_run_is_ready(award_of, calculated):
    award_of()

    assert specify_part(calculated().pk, at=AT) == 0


def test_a_large_run_is_shared_by_more_jobs(award_of, paid):
    award_of()
    run = paid()

    assert queue_specifications(run) == 1
    run.size = 20_001
    assert queue_specifications(run) == 5
    run.size = 120_000
    assert queue_specifications(run) == 8


def test_more_payments_ask_no_more_questions(three, paid, monkeypatch):
    three()
    run = paid()

    monkeypatch.setattr(specifying, "PART", 1)
    with CaptureQueriesContext(connection) as for_one:
        specify_part(run.pk, at=AT)
    monkeypatch.setattr(specifying, "PART", 2)
    with CaptureQueriesContext(connection) as for_two:
        specify_part(run.pk, at=AT)

    assert len(for_one) == len(for_two)


def test_the_papers_say_nothing_in_the_clear(award_of, paid):
    award_of()
    specify_part(paid().pk, at=AT)

    document = Document.objects.get()
    assert b"Specificatie" not in bytes(document.name_sealed)
    assert document.can_be_opened
