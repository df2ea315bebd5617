"""What was paid, and for which orders; no person in it."""

from datetime import timedelta

import pytest

from plein.webshop.actions.settlement import approve_batch, make_batch, reject_batch
from plein.webshop.actions.till import hand_over
from plein.webshop.models import PaymentInstruction, ProductVersion
from tests.cast import NOON, TODAY
from tests.web.provider.conftest import url
from tests.webshop.conftest import YARA


def text(page) -> str:
    return " ".join(page.content.decode().split())


@pytest.fixture
def batch(pickup, ingrid):
    hand_over(pickup, by=YARA, at=NOON - timedelta(days=1))
    return make_batch(until=TODAY, by=ingrid, at=NOON)


@pytest.fixture
def payment(batch, tom):
    approve_batch(batch, pay_on=TODAY, by=tom, at=NOON)
    return PaymentInstruction.objects.get()


def test_the_list_shows_number_day_and_amount(till, payment):
    page = text(till.get(url("provider-payments")))

    for shown in ("Betaling 1", "24 nov 2026", "€ 95,00"):
        assert shown in page


def test_the_specification_shows_order_product_day_and_amount(till, payment, pickup):
    page = text(till.get(url("provider-payment", payment.pk)))

    for shown in (pickup.order.number, "Zwemles: 10 lessen", "23 nov 2026", "€ 95,00"):
        assert shown in page


def test_the_file_has_the_same_rows(till, payment, pickup):
    answer = till.get(url("provider-payment-sheet", payment.pk))

    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert answer.content.decode("utf-8-sig").splitlines() == [
        "bestelling;product;meegegeven of terug op;prijs;bijdrage;bedrag",
        f"{pickup.order.number};Zwemles: 10 lessen;2026-11-23;95,00;0,00;95,00",
    ]


def test_a_title_in_the_file_never_becomes_a_formula(till, payment):
    ProductVersion.objects.update(title="=HYPERLINK(1)")

    answer = till.get(url("provider-payment-sheet", payment.pk))

    assert ";'=HYPERLINK(1);" in answer.content.decode()


@pytest.mark.parametrize("name", ["provider-payment", "provider-payment-sheet"])
def test_a_batch_that_waits_is_not_shown(till, batch, name):
    payment = PaymentInstruction.objects.get()

    assert till.get(url(name, payment.pk)).status_code == 404
    assert "Er is nog niets betaald" in text(till.get(url("provider-payments")))


def test_a_rejected_batch_is_not_shown_and_its_money_is_still_to_come(till, batch, tom):
    reject_batch(batch, "Nog even wachten.", by=tom, at=NOON)

    page = text(till.get(url("provider-payments")))

    assert "Er is nog niets betaald" in page
    assert "€ 95,00" in page
