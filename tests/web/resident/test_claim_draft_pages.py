"""Geld terugvragen in two sittings: a photo in the shop, the rest at home."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from plein.documents.models import Document
from plein.ledger.models import Account
from plein.tenants.scope import within
from plein.web.templatetags.plein_ui import day
from plein.webshop.actions.ending import lapse_grant
from plein.webshop.models import Claim, ClaimDraft, ClaimDraftPaper, SchemePeriod
from tests.cast import TESTS
from tests.documents.conftest import kept_files, scanner  # noqa: F401 - fixtures of documents
from tests.documents.files import EICAR, photo
from tests.web.conftest import url
from tests.webshop.conftest import children_of

pytestmark = pytest.mark.usefixtures("scanner", "kept_files")


@pytest.fixture
def grant(kindpakket, lina, grant_for):
    SchemePeriod.objects.update(takes_claims=True)
    return grant_for(kindpakket, lina, cents=10_000)


@pytest.fixture
def client(fatima, signed_in, lina):
    return signed_in(fatima, names={str(lina.pk): "Lina"})


def bon(number: int = 0, content: bytes | None = None) -> SimpleUploadedFile:
    content = photo(size=(60 + number, 40)) if content is None else content
    return SimpleUploadedFile(f"bon{number}.jpg", content)


def typed(lina, grant, **changes):
    standard = {
        "what": "Contributie voetbal",
        "pot": f"{lina.pk}.{grant.pk}",
        "amount": "40,00",
        "name": "F. Yilmaz",
        "iban": "nl91 abna 0417 1643 00",
        "key": str(uuid4()),
    }
    return standard | changes


def text(page) -> str:
    return " ".join(page.content.decode().split()).replace("&#x27;", "'")


def key_on(page) -> str:
    return re.search(r'name="key" value="([^"]+)"', text(page))[1]


def test_a_photo_now_and_the_rest_later(client, lina, grant):
    kept = text(client.post(url("claim-new"), {"receipts": bon(), "later": "ja"}, follow=True))

    last_day = day(timezone.localdate() + timedelta(days=30))
    assert "Bewaard. U hebt nog niets verstuurd." in kept
    assert "Nog niet verstuurd" in kept
    assert f"1 foto of bestand. Wij bewaren dit tot en met {last_day}." in kept
    assert "Wij zetten het geld pas apart als u verstuurt." in kept
    assert Account.objects.get(pk=grant.budget_id).balance == 10_000

    form = client.get(url("claim-new"))
    assert "Deze bonnen hebben wij al" in text(form)
    later = typed(lina, grant, key=key_on(form))
    done = text(client.post(url("claim-new"), later, follow=True))

    assert "Wij hebben uw declaratie ontvangen" in done
    assert Claim.objects.get().papers.count() == Document.objects.count() == 1
    assert not ClaimDraft.objects.exists()
    assert "Nog niet verstuurd" not in text(client.get(url("claims")))


def test_what_was_typed_comes_back_as_it_was(client, grant):
    wrong = {"what": "vd zwemles", "amount": "veertig", "iban": "NL91 ABNA", "later": "ja"}
    client.post(url("claim-new"), wrong)

    page = text(client.get(url("claim-new")))

    assert all(f'value="{wrong[field]}"' in page for field in ("what", "amount", "iban"))
    assert "nog niet goed" not in page


def test_an_empty_form_can_be_kept(client, grant):
    page = text(client.post(url("claim-new"), {"later": "ja"}, follow=True))

    assert "Nog niet verstuurd" in page
    assert "bestanden." not in page


def test_a_photo_that_is_in_order_stays_when_something_else_is_wrong(client, lina, grant):
    asked = typed(lina, grant, amount="", receipts=bon())

    page = client.post(url("claim-new"), asked)

    assert page.status_code == 422
    assert "Deze bonnen hebben wij al" in text(page)
    assert "bon0" in text(page)
    again = typed(lina, grant, key=key_on(page))
    client.post(url("claim-new"), again)
    assert Claim.objects.get().papers.count() == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"MZ program", "Dit bestand kennen wij niet"),
        (b"", "Dit bestand is leeg"),
        (photo() + EICAR, "Dit bestand is niet veilig"),
    ],
)
@pytest.mark.parametrize("later", [{}, {"later": "ja"}])
def test_of_two_files_the_one_in_order_is_kept_and_of_the_other_is_said_why_not(
    client, lina, grant, content, words, later
):
    asked = typed(lina, grant, receipts=[bon(1), bon(2, content)], **later)

    page = text(client.post(url("claim-new"), asked, follow=True))

    assert f"bon2.jpg: {words}" in page
    assert "Deze bonnen hebben wij al" in page
    assert "Kies al uw foto's opnieuw" not in page
    assert ClaimDraftPaper.objects.count() == 1
    assert not Claim.objects.exists()


def test_nothing_is_kept_without_a_photo_or_a_wish_to_go_on_later(client, lina, grant):
    client.post(url("claim-new"), typed(lina, grant, amount=""))

    assert not ClaimDraft.objects.exists()


def test_the_sixth_photo_is_named_and_five_are_kept(client, lina, grant):
    asked = typed(lina, grant, receipts=[bon(number) for number in range(6)])

    page = text(client.post(url("claim-new"), asked))

    assert "bon5.jpg: Er passen hoogstens 5 bestanden bij." in page
    assert ClaimDraftPaper.objects.count() == 5
    assert not Claim.objects.exists()


def test_the_sixth_photo_is_named_also_when_five_are_there(client, lina, grant):
    five = [bon(number) for number in range(5)]
    client.post(url("claim-new"), {"receipts": five, "later": "ja"})

    key = key_on(client.get(url("claim-new")))
    asked = typed(lina, grant, key=key, receipts=[bon(0), bon(6)])
    page = text(client.post(url("claim-new"), asked))

    assert "bon6: Er passen hoogstens 5 bestanden bij." in page
    assert "bon0: " not in page
    client.post(url("claim-new"), typed(lina, grant, key=key))
    assert Claim.objects.get().papers.count() == 5


def test_a_photo_is_taken_away_and_what_was_typed_stays(client, lina, grant):
    client.post(url("claim-new"), {"receipts": [bon(1), bon(2)], "later": "ja"})
    first = ClaimDraftPaper.objects.first().document_id

    taken = {"weg": str(first), "what": "Zwemles"}
    page = text(client.post(url("claim-new"), taken, follow=True))

    assert ClaimDraftPaper.objects.count() == Document.objects.count() == 1
    assert 'value="Zwemles"' in page
    assert client.post(url("claim-new"), taken).status_code == 302  # a second click
    assert client.post(url("claim-new"), {"weg": "geen id"}).status_code == 302
    assert ClaimDraftPaper.objects.count() == 1


def test_enter_sends_and_takes_no_photo_away(client, lina, grant):
    """It is a click on the first button of the form."""
    client.post(url("claim-new"), {"receipts": bon(), "later": "ja"})

    form = text(client.get(url("claim-new"))).split('enctype="multipart/form-data"')[1]

    first = re.search(r"<button[^>]*>[^<]*", form)[0]
    assert first.endswith("Verstuur")
    assert "name=" not in first


def test_a_second_click_finds_what_was_sent(client, lina, grant):
    """Also where all of the budget is asked: it is no choice any more."""
    client.post(url("claim-new"), {"receipts": bon(), "later": "ja"})
    asked = typed(lina, grant, amount="100", key=key_on(client.get(url("claim-new"))))

    first, second = (client.post(url("claim-new"), asked) for _click in range(2))

    assert first.url == second.url == url("claim", Claim.objects.get().pk)
    assert not ClaimDraft.objects.exists()


def test_back_in_the_browser_nothing_sent_is_kept_again(client, lina, grant):
    asked = typed(lina, grant, receipts=bon())
    client.post(url("claim-new"), asked)

    page = text(client.post(url("claim-new"), asked | {"later": "ja"}, follow=True))

    assert "Deze declaratie hebt u al verstuurd." in page
    assert not ClaimDraft.objects.exists()


def test_a_budget_that_ended_meanwhile_is_no_choice_and_the_photos_stay(
    client, fatima, lina, grant, kindpakket, grant_for
):
    amira = children_of(fatima)[1]
    grant_for(kindpakket, amira, cents=5_000)
    kept = typed(lina, grant, receipts=bon(), later="ja")
    client.post(url("claim-new"), kept)
    lapse_grant(grant, by=TESTS, at=timezone.now())

    assert str(grant.pk) not in text(client.get(url("claim-new")))
    page = text(client.post(url("claim-new"), typed(lina, grant, key=kept["key"])))

    assert "Dit budget is er niet meer. Kies een ander budget." in page
    assert ClaimDraftPaper.objects.count() == 1


def test_without_any_budget_left_the_draft_can_still_be_thrown_away(client, lina, grant):
    client.post(url("claim-new"), typed(lina, grant, receipts=bon(), later="ja"))
    lapse_grant(grant, by=TESTS, at=timezone.now())

    assert "U kunt nu niets terugvragen" in text(client.get(url("claim-new")))
    assert "Ja, gooi weg" in text(client.get(url("claims")))


def test_thrown_away_it_is_gone_and_one_begins_anew(client, lina, grant):
    client.post(url("claim-new"), typed(lina, grant, receipts=bon(), later="ja"))
    assert "Gooi weg en begin opnieuw" in text(client.get(url("claim-new")))

    anew = client.post(url("claim-draft-drop"), {"opnieuw": "ja"})

    assert anew.url == url("claim-new")
    assert not Document.objects.exists()
    assert "Contributie voetbal" not in text(client.get(url("claim-new")))
    assert client.post(url("claim-draft-drop")).url == url("claims")


def test_a_kept_photo_opens_for_who_kept_it_and_nobody_else(client, lina, grant, katjas, buren):
    client.post(url("claim-new"), typed(lina, grant, receipts=bon(), later="ja"))
    document = ClaimDraftPaper.objects.get().document_id

    assert "emmen.localhost" in client.get(url("claim-draft-paper", document)).url
    assert katjas.get(url("claim-draft-paper", document)).status_code == 404
    katjas.post(url("claim-new"), {"weg": str(document)})
    katjas.post(url("claim-draft-drop"))
    assert ClaimDraft.objects.filter(papers__document=document).exists()
    assert "voetbal" not in text(katjas.get(url("claims")))
    with within(buren):
        assert not ClaimDraft.objects.exists()


def test_the_pages_take_few_queries_however_many_photos(
    client, lina, grant, django_assert_max_num_queries
):
    with django_assert_max_num_queries(12):
        client.get(url("claim-new"))
    five = [bon(number) for number in range(5)]
    client.post(url("claim-new"), typed(lina, grant, receipts=five, later="ja"), follow=True)

    with django_assert_max_num_queries(12):
        client.get(url("claims"))
    with django_assert_max_num_queries(12):
        client.get(url("claim-new"))
