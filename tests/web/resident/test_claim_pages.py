"""Geld terugvragen, as Fatima meets it: a form, a receipt, and who is at turn."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from plein.webshop.actions.deciding_claims import approve_claim, ask_for_more, refuse_claim
from plein.webshop.models import Claim, ClaimStatus, SchemePeriod
from tests.documents.conftest import kept_files, scanner  # noqa: F401 - fixtures of documents
from tests.documents.files import photo
from tests.web.conftest import url
from tests.webshop.claiming import IBAN, submit

pytestmark = pytest.mark.usefixtures("scanner", "kept_files")


@pytest.fixture
def grant(kindpakket, lina, grant_for):
    SchemePeriod.objects.update(takes_claims=True)
    return grant_for(kindpakket, lina, cents=10_000)


@pytest.fixture
def client(fatima, signed_in, lina):
    return signed_in(fatima, names={str(lina.pk): "Lina"})


@pytest.fixture
def claim(fatima, lina, grant):
    return submit(fatima, lina, grant, at=timezone.now())


def filled_in(lina, grant, **changes):
    standard = {
        "what": "Contributie voetbal",
        "pot": f"{lina.pk}.{grant.pk}",
        "amount": "40,00",
        "name": "F. Yilmaz",
        "iban": "nl91 abna 0417 1643 00",
        "key": str(uuid4()),
        "receipts": SimpleUploadedFile("bon.jpg", photo(), "image/jpeg"),
    }
    return standard | changes


def text(page) -> str:
    return " ".join(page.content.decode().split())


def test_a_declaratie_goes_from_form_to_a_page_that_says_who_is_at_turn(client, lina, grant):
    page = text(client.get(url("claim-new")))
    assert "Voor Lina, uit Kindpakket: nog € 100,00" in page

    done = text(client.post(url("claim-new"), filled_in(lina, grant), follow=True))

    claim = Claim.objects.get()
    assert claim.amount == 4_000
    assert "Wij hebben uw declaratie ontvangen" in done
    assert "Wij zijn aan de beurt" in done
    assert "Contributie voetbal" in done
    assert "NL91 ABNA 0417 1643 00" in done
    assert claim.number in text(client.get(url("claims")))


def test_the_account_of_the_last_one_is_filled_in(client, claim):
    assert 'value="NL91 ABNA 0417 1643 00"' in text(client.get(url("claim-new")))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"iban": "NL91ABNA0417164301"}, "rekeningnummer"),
        ({"amount": "0"}, "minstens"),
        ({"amount": "100,01"}, "te veel"),
        ({"receipts": ""}, "Kies een foto of een pdf"),
        ({"receipts": SimpleUploadedFile("x.jpg", b"MZ program")}, "x.jpg"),
        ({"what": ""}, "Wat hebt u betaald?"),
    ],
)
def test_what_is_not_right_is_said_and_nothing_is_held(client, lina, grant, changes, words):
    page = client.post(url("claim-new"), filled_in(lina, grant, **changes))

    assert page.status_code == 422
    assert words in text(page)
    assert not Claim.objects.exists()


def test_without_a_budget_that_takes_them_there_is_no_form(client, lina, grant):
    SchemePeriod.objects.update(takes_claims=False)

    assert "U kunt nu niets terugvragen" in text(client.get(url("claim-new")))
    assert "U kunt nu niets terugvragen" in text(client.get(url("claims")))


def test_a_question_is_answered_with_a_file(client, claim, sam):
    day = timezone.localdate() + timedelta(days=14)
    ask_for_more(claim, "Van welke maand?", answer_by=day, by=sam, at=timezone.now())
    page = text(client.get(url("claim", claim.pk)))
    assert "U bent aan de beurt" in page
    assert "Van welke maand?" in page

    given = {"answer": "Mei", "papers": SimpleUploadedFile("mei.jpg", photo(), "image/jpeg")}
    done = text(client.post(url("claim-answer", claim.pk), given, follow=True))

    assert "Wij zijn aan de beurt" in done
    claim.refresh_from_db()
    assert (claim.status, claim.papers.count()) == (ClaimStatus.SUBMITTED, 2)


def test_a_decision_is_told_with_its_reason(client, claim, sam):
    approve_claim(claim, 3_000, reason="Zonder de drankjes.", by=sam, at=timezone.now())

    page = text(client.get(url("claim", claim.pk)))

    assert "U krijgt € 30,00 op uw rekening" in page
    assert "Zonder de drankjes." in page


def test_a_refusal_says_that_one_can_object(client, claim, sam):
    refuse_claim(claim, "Valt er niet onder.", by=sam, at=timezone.now())

    page = text(client.get(url("claim", claim.pk)))

    assert "Valt er niet onder." in page
    assert "binnen 6 weken om er nog een keer naar te kijken" in page


def test_it_can_be_taken_back(client, claim):
    page = client.post(url("claim-withdraw", claim.pk), follow=True)

    assert "Het geld staat weer op uw budget" in text(page)


def test_a_neighbour_finds_nothing(claim, katjas):
    other = katjas
    document = claim.papers.get().document_id

    assert other.get(url("claim", claim.pk)).status_code == 404
    assert other.post(url("claim-withdraw", claim.pk)).status_code == 404
    assert other.post(url("claim-answer", claim.pk), {"answer": "x"}).status_code == 404
    assert other.get(url("claim-paper", claim.pk, document)).status_code == 404
    assert claim.number not in text(other.get(url("claims")))


def test_the_receipt_opens_from_a_host_of_its_own(client, claim):
    answer = client.get(url("claim-paper", claim.pk, claim.papers.get().document_id))

    assert answer.status_code == 302
    assert "emmen.localhost" in answer.url


def test_the_list_takes_few_queries_however_long(
    client, fatima, lina, grant, claim, django_assert_max_num_queries
):
    for number in range(5):
        submit(fatima, lina, grant, cents=100, key=str(number), at=timezone.now())

    with django_assert_max_num_queries(12):
        client.get(url("claims"))
    with django_assert_max_num_queries(12):  # with the line in the log of its look
        client.get(url("claim", claim.pk))


def test_an_account_number_stands_in_no_list(client, claim):
    assert IBAN not in text(client.get(url("claims"))).replace(" ", "")
