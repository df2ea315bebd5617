"""What is not theirs does not exist, and nobody can be read from what is."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plein.identity.actions import add_member
from plein.identity.models import MemberRole
from plein.tenants.scope import within
from plein.webshop.actions.catalogue import offer_product
from plein.webshop.actions.places import keep_place
from plein.webshop.actions.settlement import approve_batch, make_batch
from plein.webshop.actions.till import hand_over
from plein.webshop.models import OrderLine, PaymentInstruction, Pickup, Product, ProviderPlace
from tests.cast import NOON, TODAY
from tests.web.provider.conftest import BATH, EMAIL, OFFER, TILL, code, url
from tests.webshop.conftest import YARA, household

LISTS = [
    "provider-announcements",
    *("provider-home", "till", "provider-products", "provider-product-new"),
    *("provider-orders", "provider-orders-sheet"),
    *("provider-payments", "provider-schemes", "provider-business", "provider-place-new"),
]
READ = [
    *("till-pickup", "till-done", "provider-product-edit", "provider-payment"),
    *("provider-place", "provider-kinds", "provider-order"),
]
FILES = ["provider-payment-sheet"]
CHANGE = [
    *("till-give", "till-undo", "provider-product-withdraw", "provider-product-put-back"),
    *("provider-place-drop", "provider-product-say"),
]
PEOPLE = ("identity_member", "identity_household", "identity_resident", "webshop_grant")


@pytest.fixture
def shop(ordered, ingrid, tom):
    """Something of everything; returns what was handed over today."""
    paid, today = ordered(key="paid"), ordered(key="today")
    hand_over(paid, by=YARA, at=NOON - timedelta(days=1))
    approve_batch(make_batch(until=TODAY, by=ingrid, at=NOON), pay_on=TODAY, by=tom, at=NOON)
    hand_over(today, by=YARA, at=NOON)
    keep_place(today.provider, BATH, by=YARA, at=NOON)
    return today


def addresses(names: list[str]) -> list[str]:
    rows = {
        "till": Pickup.objects.get(order__key="today").pk,
        "provider-product-": Product.objects.get().pk,
        "provider-payment": PaymentInstruction.objects.get().pk,
        "provider-order": OrderLine.objects.get(order__key="today").pk,
        "provider-kinds": Product.objects.get().pk,
        "provider-place": ProviderPlace.objects.get().pk,
    }
    return [url(name, _row_for(name, rows)) for name in names]


def _row_for(name: str, rows: dict[str, UUID]) -> UUID:
    return next(pk for start, pk in rows.items() if name.startswith(start))


def test_to_its_own_shop_everything_opens(till, shop):
    for address in [url(name) for name in LISTS] + addresses(READ + FILES):
        assert till.get(address).status_code == 200, address


def test_what_belongs_to_another_shop_is_not_found(mo, shop):
    for address in addresses(READ + FILES):
        assert mo.get(address).status_code == 404, address
    for address in addresses([*CHANGE, "provider-product-edit"]):
        assert mo.post(address).status_code == 404, address


def test_a_code_of_another_shop_is_unknown(mo, pickup):
    assert "kennen wij niet" in mo.post(TILL, {"code": code(pickup)}).content.decode()


def test_what_is_in_another_municipality_is_not_found(till, shop, in_buren):
    for address in addresses(READ + FILES):
        assert till.get(address, headers={"host": "buren.localhost"}).status_code == 404, address
    for address in addresses(CHANGE):
        assert till.post(address, headers={"host": "buren.localhost"}).status_code == 404, address
    assert till.get(url("provider-product-edit", in_buren.pk)).status_code == 404


def test_each_municipality_shows_its_own_products_and_its_name(till, swimming_lessons, in_buren):
    emmen = till.get(url("provider-products")).content.decode()
    buren = till.get(url("provider-products"), headers={"host": "buren.localhost"}).content.decode()

    assert "gemeente Emmen" in emmen
    assert "Zwemles" in emmen
    assert "Zwemkaart" not in emmen
    assert "gemeente Buren" in buren
    assert "Zwemkaart" in buren
    assert "Zwemles" not in buren


def test_a_code_of_emmen_does_not_work_in_buren(till, pickup, in_buren, buren):
    typed = {"code": code(pickup)}

    with within(buren):
        page = till.post(TILL, typed, headers={"host": "buren.localhost"})

    assert "kennen wij niet" in page.content.decode()


def test_no_answer_tells_who_the_customer_is(till, shop, fatima, lina):
    home = household(fatima)
    add_member(home, name="Opvallendia", role=MemberRole.PARTNER, start=TODAY)
    secrets = ["Fatima", "Lina", "Jan", "Noor", "Sami", "Opvallendia", EMAIL, "@inwoner"]
    secrets += [str(row.pk) for row in (fatima, home, lina, *home.members.all())]

    every = [till.get(at) for at in [url(name) for name in LISTS] + addresses(READ + FILES)]
    every += [till.post(TILL, {"code": code(shop)}, follow=True)]
    every += [till.post(at, follow=True) for at in addresses(CHANGE)]

    for page in every:
        found = [secret for secret in secrets if secret in page.content.decode()]
        assert not found, page.request["PATH_INFO"]


def test_no_page_of_a_provider_reads_the_tables_of_people(till, shop):
    with CaptureQueriesContext(connection) as queries:
        for address in [url(name) for name in LISTS] + addresses(READ + FILES):
            till.get(address)

    read = [sql["sql"] for sql in queries if any(f'"{table}"' in sql["sql"] for table in PEOPLE)]
    assert not read


def test_the_till_reads_no_order_either(till, shop):
    typed = {"code": code(shop)}
    with CaptureQueriesContext(connection) as queries:
        till.post(TILL, typed, follow=True)

    assert not [sql["sql"] for sql in queries if '"webshop_order"' in sql["sql"]]


@pytest.mark.parametrize("name", LISTS + READ + FILES)
def test_a_page_asks_few_queries(till, shop, name, django_assert_max_num_queries):
    address = url(name) if name in LISTS else addresses([name])[0]

    with django_assert_max_num_queries(12):
        till.get(address)


def test_more_rows_ask_no_more_queries(till, ordered, shop, de_plons):
    every = [url(name) for name in LISTS] + addresses(READ + FILES)
    till.get(every[0])
    before = [queries_of(till, address) for address in every]

    for _product in range(4):
        offer_product(de_plons, OFFER, by=YARA, at=NOON)
    hand_over(ordered(key="more"), by=YARA, at=NOON)

    assert [queries_of(till, address) for address in every] == before


def queries_of(till, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        till.get(address)
    return len(queries)
