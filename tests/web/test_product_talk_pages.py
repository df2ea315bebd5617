"""The talk on the page of a product, at both sides."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plein.web.doors import DESK
from plein.webshop.actions.catalogue import offer_product
from plein.webshop.actions.reviewing import reject_product
from plein.webshop.models import ProductMessage
from tests.cast import NOON
from tests.web.desk.test_announcement_desk import url as desk_url
from tests.web.provider.conftest import (  # noqa: F401 - fixtures of the provider
    OFFER,
    de_spaak,
    mo,
    noon,
    till,
    url,
    yara_signs_in,
)
from tests.webshop.conftest import YARA
from tests.webshop.test_product_talk import answers, asks

LONG = "Dit is te lang. " * 70


@pytest.fixture
def product(swimming_lessons):
    return swimming_lessons.product


@pytest.fixture
def desk(bas, at_work):
    return at_work(bas.account, DESK)


@pytest.fixture
def at_desk(swimming_lessons):
    return desk_url("desk-product", swimming_lessons.pk)


def typed(words: str) -> dict[str, str]:
    return {"words": words, "key": str(uuid4())}


def text(page) -> str:
    return " ".join(page.content.decode().split())


def test_a_question_goes_to_staff_and_the_answer_comes_back(till, desk, product, at_desk):
    till.post(url("provider-product-say", product.pk), typed("Waarom is dit afgewezen?"))

    assert "Berichten van aanbieders" in text(desk.get(desk_url("desk-home")))
    assert "Nieuwe berichten" in text(desk.get(desk_url("desk-products")))
    page = text(desk.get(at_desk))
    assert "De aanbieder, vandaag, 12.00 uur" in page
    assert "Waarom is dit afgewezen?" in page

    desk.post(f"{at_desk}bericht/", typed("De foto is te <b>donker</b>."))

    assert "De gemeente schreef u" in text(till.get(url("provider-home")))
    assert "1 nieuw bericht" in text(till.get(url("provider-products")))
    page = text(till.get(url("provider-product-edit", product.pk)))
    assert "Gemeente Emmen, vandaag, 12.00 uur" in page
    assert "te &lt;b&gt;donker&lt;/b&gt;." in page
    assert "Bas" not in page
    assert "Gelezen vandaag, 12.00 uur" in page


def test_reading_it_takes_it_off_the_lists(till, desk, product, at_desk, bas):
    asks(product)
    answers(product, bas)
    assert "Nog niet gelezen" in text(desk.get(at_desk))

    till.get(url("provider-product-edit", product.pk))

    assert "Nieuwe berichten" not in text(desk.get(desk_url("desk-products")))
    assert "Berichten van aanbieders" not in text(desk.get(desk_url("desk-home")))
    assert "nieuw bericht" not in text(till.get(url("provider-products")))
    assert "De gemeente schreef u" not in text(till.get(url("provider-home")))
    assert "Nog niet gelezen" not in text(desk.get(at_desk))


def test_who_wrote_it_does_not_read_it_for_the_other(till, desk, product, at_desk, bas):
    asks(product)
    answers(product, bas)

    till.get(url("provider-product-edit", product.pk))
    assert ProductMessage.objects.get(staff=None).read_at is None

    desk.get(at_desk)
    assert not ProductMessage.objects.filter(read_at=None).exists()


@pytest.mark.parametrize(
    ("words", "says"), [("", "Schrijf hier uw bericht."), (LONG, "hoogstens 1.000 letters")]
)
def test_what_cannot_be_sent_is_said_kindly_and_stays(till, desk, product, at_desk, words, says):
    mine = till.post(url("provider-product-say", product.pk), typed(words))
    theirs = desk.post(f"{at_desk}bericht/", typed(words))

    for page in (mine, theirs):
        assert page.status_code == 422
        assert says in text(page)
        assert 'href="#id_words"' in text(page)
        assert words.strip() in text(page)
    assert not ProductMessage.objects.exists()


def test_the_form_asks_not_to_name_customers(till, desk, product, at_desk):
    for page in (till.get(url("provider-product-edit", product.pk)), desk.get(at_desk)):
        assert "Noem geen namen van klanten." in text(page)


def test_another_provider_finds_nothing(mo, product):
    assert mo.post(url("provider-product-say", product.pk), typed("Hoi")).status_code == 404
    assert mo.get(url("provider-product-edit", product.pk)).status_code == 404
    assert not ProductMessage.objects.exists()


def test_who_may_not_review_products_cannot_talk(sam, at_work, at_desk):
    client = at_work(sam.account, DESK)

    assert client.post(f"{at_desk}bericht/", typed("Hoi")).status_code == 403


def test_a_long_talk_asks_no_more_queries(till, desk, product, at_desk, bas):
    def all_pages() -> list[int]:
        pages = [
            (till, url("provider-home")),
            (till, url("provider-products")),
            (till, url("provider-product-edit", product.pk)),
            (desk, desk_url("desk-products")),
            (desk, at_desk),
            (desk, desk_url("desk-home")),
        ]
        return [queries_of(client, address) for client, address in pages]

    answers(product, bas)
    asks(product)
    all_pages()
    before = all_pages()
    for _more in range(5):
        asks(product)
        answers(product, bas)
    all_pages()

    assert all_pages() == before
    assert max(before) <= 14  # of which two choose the municipality


def queries_of(client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)


def test_a_reason_and_a_talk_stand_beside_each_other(till, desk, de_plons, bas):
    version = offer_product(de_plons, OFFER, by=YARA, at=NOON)
    reject_product(version, "Te kort.", by=bas, at=NOON)
    answers(version.product, bas, "Schrijf erbij waar het is.")

    page = text(till.get(url("provider-product-edit", version.product_id)))

    assert "Te kort." in page
    assert "Schrijf erbij waar het is." in page
