"""Declaraties at the desk: a list without names, one page with the receipt, and three decisions."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from plein.audit.models import Look
from plein.web.doors import DESK
from plein.webshop.models import ClaimStatus, SchemePeriod
from tests.documents.conftest import kept_files  # noqa: F401 - a fixture of documents
from tests.webshop.claiming import submit

pytestmark = pytest.mark.usefixtures("kept_files")


def url(name, *args):
    return reverse(name, "plein.web.desk.urls", args=args)


def text(page) -> str:
    return " ".join(page.content.decode().split())


@pytest.fixture
def claim(fatima, lina, kindpakket, grant_for):
    SchemePeriod.objects.update(takes_claims=True)
    grant = grant_for(kindpakket, lina, cents=10_000)
    return submit(fatima, lina, grant, at=timezone.now())


@pytest.fixture
def desk(sam, at_work):
    return at_work(sam.account, DESK)


def status_of(claim) -> str:
    claim.refresh_from_db()
    return claim.status


def test_what_waits_stands_in_a_list_without_names(desk, claim):
    page = text(desk.get(url("desk-claims")))

    assert claim.number in page
    assert "Lina" not in page
    assert "Declaraties" in text(desk.get(url("desk-home")))


def test_one_page_shows_what_it_was_for_and_the_look_is_logged(desk, claim):
    before = Look.objects.count()

    page = text(desk.get(url("desk-claim", claim.pk)))

    assert "Contributie van de voetbalclub" in page
    assert "Lina" in page
    assert "NL91 ABNA 0417 1643 00" in page
    assert Look.objects.count() > before


def test_all_of_it_is_approved(desk, claim):
    page = desk.post(url("desk-claim-approve", claim.pk), {"cents": "40,00"}, follow=True)

    assert "Het geld gaat mee in een volgende betaling" in text(page)
    assert status_of(claim) == ClaimStatus.APPROVED


def test_of_a_part_a_reason_is_asked(desk, claim):
    page = desk.post(url("desk-claim-approve", claim.pk), {"cents": "25,00"})
    assert page.status_code == 422
    assert "Schrijf op waarom" in text(page)

    given = {"cents": "25,00", "reason": "Niet alles."}
    desk.post(url("desk-claim-approve", claim.pk), given)

    assert status_of(claim) == ClaimStatus.APPROVED
    assert claim.approved == 2_500


def test_more_is_asked_with_a_last_day(desk, claim):
    day = f"{timezone.localdate() + timedelta(days=10):%d-%m-%Y}"
    assert desk.post(url("desk-claim-ask", claim.pk), {"answer_by": day}).status_code == 422

    given = {"question": "Van wanneer?", "answer_by": day}
    page = desk.post(url("desk-claim-ask", claim.pk), given, follow=True)

    assert "De vraag staat klaar voor de inwoner" in text(page)
    assert status_of(claim) == ClaimStatus.ASKED
    assert claim.number in text(desk.get(url("desk-claims") + "?toon=vraag"))


def test_a_refusal_has_a_reason(desk, claim):
    assert desk.post(url("desk-claim-refuse", claim.pk), {"why": ""}).status_code == 422

    desk.post(url("desk-claim-refuse", claim.pk), {"why": "Valt er niet onder."})

    assert status_of(claim) == ClaimStatus.REFUSED
    assert claim.number in text(desk.get(url("desk-claims") + "?toon=klaar"))


def test_after_a_decision_there_is_none_left_to_take(desk, claim):
    desk.post(url("desk-claim-refuse", claim.pk), {"why": "Nee."})

    page = desk.post(url("desk-claim-approve", claim.pk), {"cents": "40,00"})

    assert "al afgehandeld" in text(page)
    assert status_of(claim) == ClaimStatus.REFUSED


@pytest.mark.parametrize("who", ["bas", "ingrid"])
def test_who_may_not_judge_stays_out(claim, who, request, at_work):
    desk = at_work(request.getfixturevalue(who).account, DESK)
    document = claim.papers.get().document_id

    assert desk.get(url("desk-claims")).status_code == 403
    assert desk.get(url("desk-claim", claim.pk)).status_code == 403
    assert desk.get(url("desk-claim-paper", claim.pk, document)).status_code == 403
    assert desk.post(url("desk-claim-approve", claim.pk), {"cents": "40,00"}).status_code == 403


def test_a_long_list_takes_as_few_queries_as_a_short_one(
    desk, claim, fatima, lina, django_assert_max_num_queries
):
    for number in range(5):
        submit(fatima, lina, claim.grant, cents=100, key=str(number), at=timezone.now())

    with django_assert_max_num_queries(12):
        desk.get(url("desk-claims"))
