"""Products: offered, changed, and taken out of the shop."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import F
from PIL import Image

from plein.audit.models import Act
from plein.webshop.actions.catalogue import change_product
from plein.webshop.actions.reviewing import reject_product
from plein.webshop.models import Product, ProductVersion, VersionStatus
from tests.cast import NOON
from tests.web.provider.conftest import OFFER, url
from tests.webshop.conftest import YARA

GOOD = {
    "title": "Zwemkaart",
    "description": "Tien keer zwemmen.",
    "category": "sport",
    "price": "45,50",
    "age_from": "4",
    "age_last": "12",
    "fulfilment": "code",
    "stock": "",
}
AS_IT_IS = {
    "title": "Zwemles: 10 lessen",
    "description": "Leer zwemmen.",
    "category": "sport",
    "price": "95,00",
    "age_from": "",
    "age_last": "",
    "fulfilment": "code",
    "initial-stock": "",
    "stock": "",
}


def text(page) -> str:
    return " ".join(page.content.decode().split())


def photo(kind: str = "JPEG") -> SimpleUploadedFile:
    out = BytesIO()
    Image.new("RGB", (60, 40), "teal").save(out, kind)
    return SimpleUploadedFile("foto.jpg", out.getvalue(), "image/jpeg")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_product_with_a_photo_goes_to_the_municipality(till, kind):
    page = till.post(url("provider-product-new"), GOOD | {"photo": photo(kind)}, follow=True)

    version = ProductVersion.objects.get()
    assert (version.price, version.age_from, version.age_until) == (4_550, 4, 13)
    assert version.status == VersionStatus.SUBMITTED
    assert version.photo.name.endswith(".webp")
    assert "wacht op controle" in text(page)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"price": "gratis"}, "Vul het bedrag in met cijfers"),
        ({"price": "0"}, "hoger is dan 0"),
        ({"price": "10000,01"}, "Vul hoogstens € 10.000,00 in."),
        ({"age_from": "vier"}, "Vul een leeftijd in met cijfers"),
        ({"age_last": "121"}, "Vul een leeftijd in met cijfers"),
        ({"age_last": "3"}, "lager dan de eerste"),
        ({"title": ""}, "Vul in hoe het product heet"),
        ({"title": "Z" * 81}, "Maak de naam korter"),
        ({"fulfilment": ""}, "Kies hoe de klant het krijgt"),
        ({"stock": "-1"}, "Vul 0 of meer in"),
        ({"stock": "veel"}, "Vul een aantal in met cijfers"),
    ],
)
def test_a_wrong_answer_is_explained_and_everything_is_kept(till, change, says):
    page = till.post(url("provider-product-new"), GOOD | change)

    assert page.status_code == 422
    assert "data-error-summary" in text(page)
    assert says in text(page)
    assert "Tien keer zwemmen." in text(page)
    assert not Product.objects.exists()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"<svg onload=alert(1)>", "geen foto die wij kunnen lezen"),
        (b"\xff" * (10 * 1024 * 1024 + 1), "hoogstens 10 MB"),
    ],
)
def test_a_file_that_will_not_do_is_refused_at_the_field(till, content, says):
    upload = SimpleUploadedFile("foto.jpg", content, "image/jpeg")

    page = till.post(url("provider-product-new"), GOOD | {"photo": upload})

    assert page.status_code == 422
    assert says in text(page)
    assert 'href="#id_photo"' in text(page)


def test_the_photo_that_is_there_is_shown_and_kept(till):
    till.post(url("provider-product-new"), GOOD | {"photo": photo()})
    first = ProductVersion.objects.get()

    page = till.post(url("provider-product-edit", first.product_id), GOOD | {"price": "?"})
    till.post(url("provider-product-edit", first.product_id), GOOD | {"price": "40"})

    assert first.photo_url in text(page)
    assert ProductVersion.objects.get(number=2).photo == first.photo


def test_a_change_waits_while_the_old_version_keeps_selling(till, swimming_lessons):
    product = swimming_lessons.product

    page = till.post(url("provider-product-edit", product.pk), GOOD, follow=True)

    statuses = dict(product.versions.values_list("number", "status"))
    assert statuses == {1: VersionStatus.APPROVED, 2: VersionStatus.SUBMITTED}
    assert "te koop" in text(page)
    assert "Uw wijziging: Zwemkaart, € 45,50" in text(page)


def test_the_form_says_that_the_current_version_keeps_selling(till, swimming_lessons):
    page = text(till.get(url("provider-product-edit", swimming_lessons.product_id)))

    assert "blijft het te koop zoals het nu is. Alleen de voorraad verandert meteen." in page


def test_stock_changes_at_once_and_needs_no_approval(till, swimming_lessons):
    product = swimming_lessons.product

    till.post(url("provider-product-edit", product.pk), AS_IT_IS | {"stock": "5"})

    product.refresh_from_db()
    assert product.stock == 5
    assert product.versions.count() == 1
    assert Act.objects.filter(name="webshop.product.stocked").count() == 1


def test_a_piece_that_sells_while_the_form_is_open_does_not_come_back(till, swimming_lessons):
    product = swimming_lessons.product
    Product.objects.update(stock=5)
    assert 'name="initial-stock" value="5"' in text(
        till.get(url("provider-product-edit", product.pk))
    )
    Product.objects.update(stock=F("stock") - 1)

    change = {"initial-stock": "5", "stock": "5", "price": "90"}
    till.post(url("provider-product-edit", product.pk), AS_IT_IS | change)

    product.refresh_from_db()
    assert product.stock == 4
    assert product.versions.count() == 2


def test_nothing_changed_sends_nothing(till, swimming_lessons):
    page = till.post(
        url("provider-product-edit", swimming_lessons.product_id), AS_IT_IS, follow=True
    )

    assert "U hebt niets veranderd." in text(page)
    assert swimming_lessons.product.versions.count() == 1


def test_a_rejected_change_shows_its_reason_and_the_old_one_sells(till, swimming_lessons, bas):
    change = change_product(swimming_lessons.product, OFFER, by=YARA, at=NOON)
    reject_product(change, "De prijs klopt niet.", by=bas, at=NOON)

    listed = text(till.get(url("provider-products")))
    form = text(till.get(url("provider-product-edit", swimming_lessons.product_id)))

    for shown in ("te koop", "wijziging afgewezen", "De prijs klopt niet.", "€ 95,00"):
        assert shown in listed
    assert "De prijs klopt niet." in form


def test_withdrawn_is_not_for_sale_and_can_come_back(till, swimming_lessons):
    product = swimming_lessons.product

    page = till.post(url("provider-product-withdraw", product.pk), follow=True)
    product.refresh_from_db()
    assert product.is_withdrawn
    assert "uit de winkel</span>" in text(page)

    till.post(url("provider-product-put-back", product.pk))
    product.refresh_from_db()
    assert not product.is_withdrawn


def test_a_shop_without_products_hears_what_to_do(till):
    assert "Voeg toe wat u verkoopt" in text(till.get(url("provider-products")))
