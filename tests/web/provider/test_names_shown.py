"""Only the provider whose product needs a name sees it, on its own pages, while it waits."""

from dataclasses import replace

import pytest
from django.urls import reverse

from plein.identity.models import Account, ProviderUser
from plein.tenants.models import Organisation
from plein.web.doors import DESK, PROVIDER
from plein.webshop.actions.catalogue import admit_provider, change_product
from plein.webshop.actions.order_desk import set_checks_orders
from plein.webshop.models import ProductVersion, ProviderKind, VersionStatus
from tests.cast import NOON, TESTS
from tests.web.provider.conftest import OFFER, url
from tests.web.provider.test_product_pages import AS_IT_IS
from tests.webshop.conftest import YARA, order

NAME = "Lina Opvallend"


@pytest.fixture
def line(fatima, lina, grant, named_lessons):
    return order(fatima, (named_lessons, lina, grant, NAME)).lines.get()


def pages_of(till, line) -> dict[str, str]:
    """Everything a provider can read of an order."""
    addresses = {
        "order": url("provider-order", line.pk),
        "till": url("till-pickup", line.pickup_id),
        "list": url("provider-orders") + "?stand=alles",
        "sheet": url("provider-orders-sheet") + "?stand=alles",
        "return": url("provider-return-lines", line.pickup_id),
        "payments": url("provider-payments"),
        "home": url("provider-home"),
    }
    found = {name: till.get(address) for name, address in addresses.items()}
    return {name: b"".join(page).decode() for name, page in found.items()}


def test_the_name_stands_at_the_order_and_at_the_till_and_nowhere_else(till, line):
    pages = pages_of(till, line)

    assert {name for name, page in pages.items() if NAME in page} == {"order", "till"}


def test_while_it_waits_for_a_yes_it_stands_there_too(till, line, de_plons):
    set_checks_orders(de_plons, True, by=YARA, at=NOON)

    assert NAME in pages_of(till, line)["order"]


def test_once_it_is_delivered_the_name_stands_nowhere(till, line):
    till.post(url("till-give", line.pickup_id))

    assert not any(NAME in page for page in pages_of(till, line).values())
    assert NAME not in till.get(url("till-done", line.pickup_id)).content.decode()


def test_a_provider_that_does_not_ask_sees_no_name_anywhere(till, ordered):
    line = ordered().lines.get()

    for page in pages_of(till, line).values():
        assert "Op naam van" not in page
        assert not any(name in page for name in ("Lina", "Fatima", "Noor", "Sami"))


def test_another_provider_does_not_find_it(line, at_work):
    shop = Organisation.objects.create(name="Fietsen Ali", kvk="90000002")
    admit_provider(shop, kind=ProviderKind.SHOP, iban="NL20INGB0001234567", by=TESTS, at=NOON)
    account = Account.objects.create_user("ali@plein.example", name="Ali")
    ProviderUser.objects.create(account=account, organisation=shop)
    alis = at_work(account, PROVIDER)

    assert alis.get(url("provider-order", line.pk)).status_code == 404
    assert alis.get(url("till-pickup", line.pickup_id)).status_code == 404


def test_asking_for_the_name_is_a_change_that_the_municipality_looks_at(till, swimming_lessons):
    edit = url("provider-product-edit", swimming_lessons.product_id)

    till.post(edit, AS_IT_IS | {"needs_name": "De les staat op naam. "})

    version = ProductVersion.objects.get(number=2)
    assert (version.needs_name, version.status) == ("De les staat op naam", VersionStatus.SUBMITTED)
    assert 'value="De les staat op naam"' in till.get(edit).content.decode()


def test_at_the_desk_one_reads_the_reason_and_what_was_asked_before(
    named_lessons, swimming_lessons, bas, at_work
):
    def review(product, **change) -> str:
        version = change_product(product, replace(OFFER, **change), by=YARA, at=NOON)
        address = reverse("desk-product", "plein.web.desk.urls", args=[version.pk])
        return at_work(bas.account, DESK).get(address).content.decode()

    assert "De reden: voor de les" in review(swimming_lessons.product, needs_name="voor de les")
    assert "Zonder naam." in review(swimming_lessons.product, needs_name="voor de les")
    assert "Met de naam van wie dit gebruikt: de zwemles staat op naam" in review(
        named_lessons.product
    )
