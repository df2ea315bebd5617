"""A resident reads why, how much is left, and proposes what fits; a neighbour finds nothing."""

from io import BytesIO
from uuid import uuid4

import pytest
from pypdf import PdfReader

from plein.delivery.models import Delivery
from plein.identity.actions import household_of, know_resident
from plein.kernel.bsn import Bsn
from plein.payments.actions.debts import decide_debt, propose_debt
from plein.payments.actions.paying_back import agree_plan
from plein.payments.actions.remitting import Asked, propose_letting_go, propose_remission
from plein.payments.models import Cause, Ground, Plan, PlanState
from plein.workflows.owed_letters import decide_remission, write_owed_letter
from tests.cast import NOON, TESTS, TODAY
from tests.documents.conftest import kept_files  # noqa: F401 - fixture of documents
from tests.payments.conftest import (  # noqa: F401 - fixtures of payments
    AT,
    award_of,
    calculated,
    claim,
    debt,
    katja,
    new_award,
    noor,
    overpaid,
    paid,
)
from tests.web.conftest import url

pytestmark = pytest.mark.usefixtures("kept_files")


@pytest.fixture
def katjas(katja, signed_in):
    household_of(katja, at=NOON, day=TODAY, name="Katja")
    return signed_in(katja)


def test_she_reads_why_and_how_much_is_left(katjas, debt):
    assert "385,28" in katjas.get(url("payback")).content.decode()

    page = katjas.get(url("payback-one", debt.pk)).content.decode()

    assert "Uw broer woont bij u." in page
    assert "50,69" in page  # the most that leaves enough


def test_she_proposes_what_fits(katjas, debt, noor):
    katjas.post(url("payback-one", debt.pk), {"per_month": "40"})

    assert "De gemeente is aan de beurt" in katjas.get(url("payback-one", debt.pk)).content.decode()
    agree_plan(Plan.objects.get(), by=noor, at=AT)
    assert "Elke maand gaat" in katjas.get(url("payback-one", debt.pk)).content.decode()


def test_a_cent_too_much_is_kindly_refused_and_kept(katjas, debt):
    answer = katjas.post(url("payback-one", debt.pk), {"per_month": "50,70"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "dan houdt u te weinig over" in page
    assert 'value="50,70"' in page
    assert not Plan.objects.exists()


def test_two_clicks_leave_one_proposal(katjas, debt):
    for _click in range(2):
        katjas.post(url("payback-one", debt.pk), {"per_month": "40"})

    assert Plan.objects.filter(state=PlanState.PROPOSED).count() == 1


def test_a_neighbour_finds_nothing(debt, signed_in):
    neighbour = know_resident(Bsn("999990044"), by=TESTS, at=NOON)
    household_of(neighbour, at=NOON, day=TODAY)

    client = signed_in(neighbour)

    assert client.get(url("payback-one", debt.pk)).status_code == 404
    assert "U hoeft niets terug te betalen" in client.get(url("payback")).content.decode()


@pytest.fixture
def let_go(debt, noor, sam):
    """One euro of the debt is let go, with its letter."""
    asked = Asked(100, Ground.URGENT, "U was lang ziek.")
    row = propose_remission(debt, asked, key=uuid4(), by=noor, at=AT)
    row = decide_remission(row, by=sam, at=AT)
    write_owed_letter(row.letter.pk, at=AT)
    return row


def test_she_reads_what_need_not_be_paid_any_more_and_why(katjas, debt, let_go):
    page = katjas.get(url("payback-one", debt.pk)).content.decode()

    assert "U was lang ziek." in page
    assert url("payback-letter", let_go.letter.pk) in page


def test_she_reads_what_was_never_asked_back(katjas, overpaid, noor, sam):
    asked = Asked(38_528, Ground.POLICY, "Wij maakten een fout.")
    row = propose_letting_go(overpaid, Cause.OWN_MISTAKE, asked, key=uuid4(), by=noor, at=AT)
    decide_remission(row, by=sam, at=AT)

    page = katjas.get(url("payback")).content.decode()

    assert "385,28" in page
    assert "niet terug te betalen" in page


def test_what_a_colleague_did_not_agree_on_yet_is_not_told(katjas, debt, noor):
    asked = Asked(100, Ground.URGENT, "U was lang ziek.")
    propose_remission(debt, asked, key=uuid4(), by=noor, at=AT)

    assert "U was lang ziek." not in katjas.get(url("payback-one", debt.pk)).content.decode()


def test_the_overview_adds_up_and_is_a_paper_too(katjas, let_go):
    page = katjas.get(url("payback-overview")).content.decode()
    paper = katjas.get(url("payback-overview-pdf"))

    words = " ".join(each.extract_text() for each in PdfReader(BytesIO(paper.content)).pages)
    assert "384,28" in page
    assert "384,28" in words
    assert "Hoeft niet meer betaald te worden" in words


def test_the_overview_takes_as_many_queries_with_more_debts(
    katjas, overpaid, noor, sam, django_assert_max_num_queries
):
    for _number in range(3):
        decide_debt(propose_debt(overpaid, claim(1_000), by=noor, at=AT), by=sam, at=AT)
    katjas.get(url("payback-overview"))

    with django_assert_max_num_queries(12):
        katjas.get(url("payback-overview"))


def test_a_neighbour_opens_no_letter_and_has_no_overview(let_go, signed_in):
    neighbour = know_resident(Bsn("999990044"), by=TESTS, at=NOON)
    household_of(neighbour, at=NOON, day=TODAY)
    client = signed_in(neighbour)

    assert client.get(url("payback-letter", let_go.letter.pk)).status_code == 404
    assert client.get(url("payback-overview")).status_code == 404
    assert client.get(url("payback-overview-pdf")).status_code == 404


@pytest.mark.parametrize("opens", ["letter", "debt"])
def test_a_letter_is_found_from_her_benefit_and_opening_it_counts_as_read(katjas, let_go, opens):
    word = Delivery.objects.get(key=f"terugbetalen:{let_go.letter.pk}")
    assert word.read_at is None
    assert url("payback") in katjas.get(url("benefit")).content.decode()
    Delivery.objects.update(read_at=None)

    if opens == "letter":
        assert katjas.get(url("payback-letter", let_go.letter.pk)).status_code == 302
    else:
        katjas.get(url("payback-one", let_go.debt_id))

    word.refresh_from_db()
    assert word.read_at is not None
