"""A provider hears the name that its product needs, for as long as it needs it, and no other."""

from datetime import date, datetime, timedelta

import pytest

from plein.audit.models import Look
from plein.kernel.clock import start_of
from plein.ledger.refusals import KeyUsedForOther
from plein.tenants.models import Organisation
from plein.tenants.scope import within
from plein.webshop.actions.catalogue import admit_provider
from plein.webshop.actions.closing import ADDRESS_DAYS, expire_old_codes, forget_addresses
from plein.webshop.actions.copying import copy_product
from plein.webshop.actions.order_desk import decline_line
from plein.webshop.actions.orders import cancel_line
from plein.webshop.actions.returning import CameBack, return_line
from plein.webshop.actions.till import hand_over, undo_hand_over
from plein.webshop.export import PART
from plein.webshop.models import Order, OrderLine, ProviderKind, ReturnReason
from plein.webshop.names import names_for_provider
from plein.webshop.wishes import NameIsNeeded, NotYours
from tests.cast import NOON, TESTS
from tests.webshop.conftest import YARA, children_of, order

LATER = NOON + timedelta(days=10)


@pytest.fixture
def lina(fatima):
    return children_of(fatima)[0]


@pytest.fixture
def grant(kindpakket, lina, grant_for):
    return grant_for(kindpakket, lina, 60_000)


@pytest.fixture
def line(fatima, lina, grant, named_lessons) -> OrderLine:
    return order(fatima, (named_lessons, lina, grant, "Lina"), at=NOON).lines.get()


def seen(line: OrderLine) -> list[str]:
    line = OrderLine.objects.get(pk=line.pk)
    return list(names_for_provider([line], by=YARA, at=NOON).values())


def test_the_name_lies_sealed_and_the_provider_opens_it_with_a_line_in_the_log(line, fatima):
    assert b"Lina" not in bytes(line.name_sealed)
    assert seen(line) == ["Lina"]

    look = Look.objects.get(elements=["naam bij een bestelling"])
    assert (look.organisation, look.subject) == ("De Plons", line.order.household_id)


def test_without_a_name_it_is_refused_and_nothing_is_ordered(fatima, lina, grant, named_lessons):
    with pytest.raises(NameIsNeeded, match="Zwemles op naam"):
        order(fatima, (named_lessons, lina, grant))

    assert not Order.objects.exists()


def test_a_name_that_nobody_asked_for_is_not_kept(fatima, lina, grant, swimming_lessons):
    with pytest.raises(NotYours):
        order(fatima, (swimming_lessons, lina, grant, "Lina"))

    assert not Order.objects.exists()


def test_a_second_click_gives_the_same_order_and_another_name_is_another_order(
    line, fatima, lina, grant, named_lessons
):
    assert order(fatima, (named_lessons, lina, grant, "Lina")) == line.order

    with pytest.raises(KeyUsedForOther):
        order(fatima, (named_lessons, lina, grant, "Sami"))
    with pytest.raises(KeyUsedForOther):
        order(fatima, (named_lessons, lina, grant))


def handed_over(line):
    hand_over(line.pickup, by=YARA, at=LATER)


def returned(line):
    hand_over(line.pickup, by=YARA, at=NOON)
    return_line(line, CameBack(ReturnReason.NOT_GIVEN, on_shelf=True), by=YARA, at=LATER)


def cancelled(line):
    cancel_line(line, by=TESTS, at=LATER)


def declined(line):
    decline_line(line, "Het is vol.", by=YARA, at=LATER)


def expired(line):
    expire_old_codes(line.pickup.valid_until, by=TESTS, at=LATER)


@pytest.mark.parametrize("ends", [handed_over, returned, cancelled, declined, expired])
def test_when_it_ends_nobody_sees_the_name_and_30_days_later_it_is_gone(line, ends):
    ends(line)
    assert seen(line) == []

    assert forget_addresses(LATER.date() + timedelta(days=ADDRESS_DAYS)) == 0
    assert bytes(OrderLine.objects.get().name_sealed)
    assert forget_addresses(LATER.date() + timedelta(days=ADDRESS_DAYS + 1)) == 1

    assert not bytes(OrderLine.objects.get().name_sealed)


def test_what_waits_keeps_its_name_however_long(line):
    assert forget_addresses(date(2030, 1, 1)) == 0
    assert seen(line) == ["Lina"]


def test_what_was_handed_over_by_mistake_shows_its_name_again(line):
    hand_over(line.pickup, by=YARA, at=NOON)
    undo_hand_over(line.pickup, by=YARA, at=NOON)

    assert seen(line) == ["Lina"]
    assert forget_addresses(date(2030, 1, 1)) == 0


def test_of_two_lines_each_name_goes_at_its_own_time(fatima, lina, grant, named_lessons):
    placed = order(
        fatima, (named_lessons, lina, grant, "Lina"), (named_lessons, lina, grant, "Lientje")
    )
    first, _second = placed.lines.order_by("pk")
    cancel_line(first, by=TESTS, at=NOON)

    assert forget_addresses(date(2027, 1, 1)) == 1

    assert [bool(bytes(each.name_sealed)) for each in placed.lines.order_by("pk")] == [False, True]


def test_an_address_is_kept_from_the_end_of_the_last_line_and_not_from_the_order(
    fatima, lina, grant, swimming_lessons
):
    placed = order(fatima, (swimming_lessons, lina, grant), email="fatima@voorbeeld.example")
    late: datetime = start_of(date(2027, 1, 2))
    cancel_line(placed.lines.get(), by=TESTS, at=late)

    assert forget_addresses(date(2027, 1, 20)) == 0
    assert forget_addresses(date(2027, 2, 2)) == 1


def test_the_resident_takes_the_name_along(line, fatima):
    found = PART.read(fatima, NOON)

    assert found["orders"][0]["lines"][0]["name"] == "Lina"
    assert any("op naam van Lina" in words for row in PART.words(found) for words in row["lines"])


def test_a_copy_for_another_municipality_asks_the_same(named_lessons, de_plons, buren):
    with within(buren):
        admit_provider(
            Organisation.objects.get(pk=de_plons.organisation_id),
            kind=ProviderKind.CLUB,
            iban="NL91ABNA0417164300",
            by=TESTS,
            at=NOON,
        )

    copy = copy_product(named_lessons, buren, by=YARA, at=NOON)

    assert copy.needs_name == "de zwemles staat op naam"
