from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from plein.web.doors import PROVIDER
from plein.webshop.models import Product, ProductVersion, VersionStatus

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


def url(name, *args):
    return reverse(name, "plein.web.provider.urls", args=args)


@pytest.fixture(autouse=True)
def own_media(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)


@pytest.fixture
def client(yara, at_work):
    return at_work(yara.account, PROVIDER)


def photo() -> SimpleUploadedFile:
    out = BytesIO()
    Image.new("RGB", (60, 40), "teal").save(out, "JPEG")
    return SimpleUploadedFile("foto.jpg", out.getvalue(), "image/jpeg")


def test_a_product_with_a_photo_goes_to_the_municipality(client):
    page = client.post(url("provider-product-new"), GOOD | {"photo": photo()}, follow=True)

    version = ProductVersion.objects.get()
    assert (version.price, version.age_until, version.status) == (4_550, 13, "ingediend")
    assert version.photo.name.endswith(".webp")
    assert "wacht op controle" in page.content.decode()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"price": "gratis"}, "Vul het bedrag in met cijfers"),
        ({"price": "0"}, "hoger is dan 0"),
        ({"age_last": "3"}, "lager dan de eerste"),
        ({"title": ""}, "Vul in hoe het product heet"),
        ({"fulfilment": ""}, "Kies hoe de klant het krijgt"),
    ],
)
def test_a_wrong_answer_is_explained_and_everything_is_kept(client, change, says):
    page = client.post(url("provider-product-new"), GOOD | change)

    html = page.content.decode()
    assert page.status_code == 422
    assert says in html
    assert "Tien keer zwemmen." in html
    assert not Product.objects.exists()


def test_a_file_that_is_no_photo_is_refused(client):
    upload = SimpleUploadedFile("foto.jpg", b"<svg onload=alert(1)>", "image/jpeg")

    page = client.post(url("provider-product-new"), GOOD | {"photo": upload})

    assert "geen foto die wij kunnen lezen" in page.content.decode()


def test_a_change_waits_while_the_old_version_keeps_selling(client, swimming_lessons):
    product = swimming_lessons.product

    client.post(url("provider-product-edit", product.pk), GOOD | {"stock": "5"})

    statuses = dict(product.versions.values_list("number", "status"))
    assert statuses == {1: VersionStatus.APPROVED, 2: VersionStatus.SUBMITTED}
    product.refresh_from_db()
    assert product.stock == 5


def test_withdrawn_is_not_for_sale_and_can_come_back(client, swimming_lessons):
    product = swimming_lessons.product

    client.post(url("provider-product-withdraw", product.pk))
    product.refresh_from_db()
    assert product.is_withdrawn

    client.post(url("provider-product-put-back", product.pk))
    product.refresh_from_db()
    assert not product.is_withdrawn
