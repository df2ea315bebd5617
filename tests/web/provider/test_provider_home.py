"""The first page: what was handed over today, what waits, and what will be paid."""

from datetime import timedelta

from plein.webshop.actions.catalogue import change_product, offer_product, withdraw_product
from plein.webshop.actions.participation import admit_part
from plein.webshop.actions.reviewing import approve_product, reject_product
from plein.webshop.actions.settlement import approve_batch, make_batch
from plein.webshop.actions.till import hand_over
from tests.cast import NOON, TESTS, TODAY
from tests.web.provider.conftest import OFFER, url
from tests.webshop.conftest import YARA

HOME = "/aanbieders/"


def text(page) -> str:
    return " ".join(page.content.decode().split())


def test_it_names_the_shop_and_the_municipality(till):
    assert "Zwembad De Plons, gemeente Emmen" in text(till.get(HOME))


def test_what_was_handed_over_today_stands_there_with_undo(till, pickup):
    hand_over(pickup, by=YARA, at=NOON)

    page = text(till.get(HOME))

    assert "12.00 uur, € 95,00" in page
    assert f'action="{url("till-undo", pickup.pk)}"' in page


def test_what_was_handed_over_yesterday_does_not(till, pickup):
    hand_over(pickup, by=YARA, at=NOON - timedelta(days=1))

    assert "Vandaag is er nog niets meegegeven." in text(till.get(HOME))


def test_a_rejected_product_stands_there_with_the_reason(till, de_plons, bas):
    version = offer_product(de_plons, OFFER, by=YARA, at=NOON)
    reject_product(version, "Schrijf erbij waar het is.", by=bas, at=NOON)

    page = text(till.get(HOME))

    assert "Afgewezen" in page
    assert "Schrijf erbij waar het is." in page


def test_a_rejection_is_settled_by_a_later_approval(till, de_plons, bas, kindpakket):
    first = offer_product(de_plons, OFFER, by=YARA, at=NOON)
    reject_product(first, "Te kort.", by=bas, at=NOON)
    second = change_product(first.product, OFFER, by=YARA, at=NOON)
    admit_part(de_plons, kindpakket.scheme, by=TESTS, at=NOON)
    approve_product(second, [kindpakket.scheme], by=bas, at=NOON)

    for name in ("provider-home", "provider-products"):
        assert "fgewezen" not in text(till.get(url(name)))


def test_a_product_that_was_withdrawn_asks_for_nothing(till, de_plons):
    version = offer_product(de_plons, OFFER, by=YARA, at=NOON)
    withdraw_product(version.product, by=YARA, at=NOON)

    assert "Wacht op controle" not in text(till.get(HOME))


def test_money_is_still_to_come_until_its_payment_is_approved(till, pickup, ingrid, tom):
    hand_over(pickup, by=YARA, at=NOON - timedelta(days=1))
    batch = make_batch(until=TODAY, by=ingrid, at=NOON)
    assert "€ 95,00" in text(till.get(HOME))

    approve_batch(batch, pay_on=TODAY, by=tom, at=NOON)

    assert "€ 0,00" in text(till.get(HOME))


def test_an_undone_hand_over_is_not_paid(till, pickup):
    hand_over(pickup, by=TESTS, at=NOON)
    till.post(url("till-undo", pickup.pk))

    assert "€ 0,00" in text(till.get(HOME))
