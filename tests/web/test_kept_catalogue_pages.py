"""Staff keep the catalogue of a club on screen; the club sees it, and takes it back."""

import pytest

from plein.identity.models import Role
from plein.web.doors import DESK
from plein.webshop.actions.catalogue import offer_product
from plein.webshop.actions.keeping_catalogue import keep_catalogue, stop_keeping_catalogue
from plein.webshop.models import Product, ProductVersion, Provider, VersionStatus
from tests.cast import NOON, staff_member
from tests.web.desk.test_announcement_desk import url as desk_url
from tests.web.provider.conftest import (  # noqa: F401 - fixtures of the provider
    OFFER,
    noon,
    own_media,
    till,
    url,
    yara_signs_in,
)
from tests.web.provider.test_product_pages import AS_IT_IS, GOOD, photo
from tests.webshop.conftest import YARA


def text(page) -> str:
    return " ".join(page.content.decode().split())


@pytest.fixture
def desk(bas, at_work):
    return at_work(bas.account, DESK)


@pytest.fixture
def colleague(emmen, at_work):
    return at_work(staff_member("rik", Role.SCHEME_MANAGER).account, DESK)


@pytest.fixture
def kept(de_plons, bas):
    keep_catalogue(de_plons, by=bas, at=NOON)
    return de_plons


def test_staff_begin_to_keep_it_and_the_provider_takes_it_back(desk, till, de_plons):
    page = desk.post(desk_url("desk-provider-keep", de_plons.pk), {"on": "1"}, follow=True)
    assert "Wij houden het aanbod bij" in text(page)
    assert "De gemeente houdt uw aanbod bij." in text(till.get(url("provider-products")))

    till.post(url("provider-kept-stop"))

    assert "Houd het weer zelf bij" not in text(till.get(url("provider-business")))
    assert not Provider.objects.get().kept_by_municipality


def test_staff_stop_keeping_it(desk, kept):
    desk.post(desk_url("desk-provider-keep", kept.pk), {"off": "1"})

    assert not Provider.objects.get().kept_by_municipality


def test_a_product_of_staff_is_approved_by_a_colleague_and_named_to_the_provider(
    desk, colleague, till, kept, kindpakket, swimming_lessons
):
    page = desk.post(desk_url("desk-product-new", kept.pk), GOOD | {"photo": photo()}, follow=True)
    version = ProductVersion.objects.get(title="Zwemkaart")
    assert "Een collega moet het beoordelen." in text(page)
    assert "Keur goed" not in text(page)

    decide = desk_url("desk-product-decide", version.pk)
    approval = {"schemes": [kindpakket.scheme_id]}
    assert "U maakte dit zelf." in text(desk.post(decide, approval, follow=True))
    assert "Gemaakt door Bas" in text(colleague.get(desk_url("desk-product", version.pk)))
    colleague.post(decide, approval)

    version.refresh_from_db()
    assert version.status == VersionStatus.APPROVED
    assert "door de gemeente gemaakt" in text(till.get(url("provider-products")))
    assert "Door de gemeente gemaakt" in text(
        till.get(url("provider-product-edit", version.product_id))
    )


def test_staff_change_words_for_a_colleague_and_stock_at_once(desk, kept, swimming_lessons):
    address = desk_url("desk-product-edit", swimming_lessons.product_id)
    assert "Zwemles: 10 lessen" in text(desk.get(address))

    desk.post(address, AS_IT_IS | {"stock": "7", "price": "90"})

    product = Product.objects.get()
    assert product.stock == 7
    assert product.versions.get(number=2).offered_by.account.name == "Bas"


def test_staff_keep_the_kinds_for_the_provider(desk, kept, swimming_lessons):
    product = swimming_lessons.product
    address = desk_url("desk-product-kinds", product.pk)
    assert address in text(desk.get(desk_url("desk-product-edit", product.pk)))
    rows = {"nieuw0-name": "Ochtend", "nieuw0-stock": "4", "nieuw1-name": "Ochtend"}

    twice = desk.post(address, rows)
    assert twice.status_code == 422
    assert "U hebt twee soorten die Ochtend heten." in text(twice)
    assert not product.variants.exists()
    desk.post(address, rows | {"nieuw1-name": "Middag"})

    kinds = product.variants.values_list("name", "stock")
    assert list(kinds.order_by("position")) == [("Ochtend", 4), ("Middag", None)]


def test_a_wrong_answer_of_staff_is_explained(desk, kept):
    page = desk.post(desk_url("desk-product-new", kept.pk), GOOD | {"price": "gratis"})

    assert page.status_code == 422
    assert "Vul het bedrag in met cijfers" in text(page)


def test_what_the_provider_took_back_meanwhile_is_not_found(desk, kept, swimming_lessons):
    stop_keeping_catalogue(kept, by=YARA, at=NOON)

    for address in (
        desk_url("desk-product-new", kept.pk),
        desk_url("desk-product-edit", swimming_lessons.product_id),
        desk_url("desk-product-kinds", swimming_lessons.product_id),
    ):
        assert desk.get(address).status_code == 404
        assert desk.post(address, GOOD).status_code == 404
    assert "Wijzig dit product" not in text(desk.get(desk_url("desk-product", swimming_lessons.pk)))


def test_who_may_not_review_products_makes_none(sam, at_work, kept):
    client = at_work(sam.account, DESK)

    assert client.get(desk_url("desk-product-new", kept.pk)).status_code == 403
    assert client.post(desk_url("desk-provider-keep", kept.pk)).status_code == 403


def test_its_pages_ask_few_queries(desk, kept, swimming_lessons, django_assert_max_num_queries):
    for _product in range(4):
        offer_product(kept, OFFER, by=YARA, at=NOON)

    for address in (
        desk_url("desk-product-new", kept.pk),
        desk_url("desk-product-edit", swimming_lessons.product_id),
        desk_url("desk-product-kinds", swimming_lessons.product_id),
        desk_url("desk-product", swimming_lessons.pk),
    ):
        with django_assert_max_num_queries(12):
            desk.get(address)
