"""A bicycle that a resident paid a part of comes back: each gets what was theirs."""

from datetime import date, timedelta

import pytest

from plein.ledger.models import Account, AccountKind
from plein.ledger.queries import check_books
from plein.webshop.actions import paying
from plein.webshop.actions.returning import CameBack, return_line
from plein.webshop.actions.settlement import approve_batch, make_batch
from plein.webshop.actions.till import hand_over
from plein.webshop.models import (
    AssortmentEntry,
    LineStatus,
    OwnShareRefund,
    Participation,
    ReturnReason,
)
from plein.webshop.queries.accountant import way_of
from plein.webshop.queries.control import totals_of
from plein.webshop.queries.line_way import way_of_line
from tests.cast import NOON, TODAY
from tests.webshop.conftest import YARA, children_of, order

BACK = CameBack(ReturnReason.DOES_NOT_FIT, on_shelf=True)


@pytest.fixture
def bicycle(product_for, kindpakket):
    """€ 150, of which a resident pays € 10; De Plons contributes ten percent of the rest."""
    version = product_for(kindpakket.scheme, title="Fiets", price=15_000)
    AssortmentEntry.objects.filter(product=version.product).update(own_share=1_000)
    Participation.objects.update(contribution=1_000)
    return version


@pytest.fixture
def line(fatima, bicycle, kindpakket, grant_for):
    """Ordered, paid and taken home."""
    lina = children_of(fatima)[0]
    placed = order(fatima, (bicycle, lina, grant_for(kindpakket, lina)))
    paying.note_paid(placed.payments.get(), cents=1_000, at=NOON)
    hand_over(placed.pickups.get(), by=YARA, at=NOON)
    return placed.lines.get()


@pytest.fixture
def pay(ingrid, tom):
    def make(days):
        at, pay_on = NOON + timedelta(days=days), date(2026, 12, 10)
        batch = make_batch(until=TODAY + timedelta(days=days), by=ingrid, at=at)
        return approve_batch(batch, pay_on=pay_on, by=tom, at=at)

    return make


def balance(kind: AccountKind, owner: object = "") -> int:
    return sum(
        Account.objects.filter(kind=kind, owner=str(owner)).values_list("balance", flat=True)
    )


def test_the_contribution_is_of_what_the_budget_pays(line, de_plons):
    assert (line.own_share, line.contribution, line.for_provider) == (1_000, 1_400, 13_600)
    assert balance(AccountKind.TE_BETALEN, de_plons.pk) == 13_600
    assert balance(AccountKind.AANBIEDERSBIJDRAGE) == 1_400
    assert balance(AccountKind.EIGEN_BIJDRAGE) == -1_000


def test_before_the_payment_everybody_is_where_they_were(line, de_plons):
    return_line(line, BACK, by=YARA, at=NOON)

    line.refresh_from_db()
    assert line.status == LineStatus.RETURNED
    assert balance(AccountKind.BUDGET, line.grant_id) == 25_000
    assert balance(AccountKind.TE_BETALEN, de_plons.pk) == 0
    assert balance(AccountKind.AANBIEDERSBIJDRAGE) == balance(AccountKind.EIGEN_BIJDRAGE) == 0
    assert OwnShareRefund.objects.get().amount == 1_000
    assert check_books().is_right()


def test_after_the_payment_the_provider_owes_all_that_it_got(line, de_plons, pay):
    pay(1)

    row = return_line(line, BACK, by=YARA, at=NOON + timedelta(days=2))

    assert row.owed == 13_600
    assert balance(AccountKind.VORDERING, de_plons.pk) == -13_600
    assert balance(AccountKind.BUDGET, line.grant_id) == 25_000
    assert OwnShareRefund.objects.get().amount == 1_000
    assert check_books().is_right()


def test_the_control_follows_the_own_share_to_the_cent(line, kindpakket, pay):
    totals = totals_of(pay(1))
    way = way_of(kindpakket)
    line.refresh_from_db()

    assert totals.are_one
    assert totals.file == 13_600
    assert way.unexplained == 0
    assert {step.key: step.cents for step in way.steps}["eigen"] == 1_000
    booked = {booked.transfer.kind for booked in way_of_line(line)}
    assert {"reserveren", "leveren", "bijbetalen", "betaalopdracht"} <= booked


def test_what_waits_for_its_own_share_is_held_in_the_control(
    fatima, bicycle, kindpakket, grant_for
):
    lina = children_of(fatima)[0]
    order(fatima, (bicycle, lina, grant_for(kindpakket, lina)))

    way = way_of(kindpakket)

    assert {step.key: step.cents for step in way.steps}["vast"] == 14_000
    assert way.unexplained == 0
