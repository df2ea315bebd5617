"""At the till: the right code, at the right shop, in time, and once."""

from datetime import UTC, datetime, timedelta

import pytest

from plein.kernel.short_code import spaced
from plein.ledger.models import Account
from plein.ledger.queries import check_books
from plein.tenants.models import Organisation
from plein.tenants.scope import within
from plein.webshop.actions.catalogue import admit_provider
from plein.webshop.actions.orders import cancel_line
from plein.webshop.actions.reserving import PICKUP_DAYS
from plein.webshop.actions.till import (
    CodeHasExpired,
    CodeIsTooShort,
    NothingToHandOver,
    TooLateToUndo,
    UnknownCode,
    find_pickup,
    hand_over,
    undo_hand_over,
)
from plein.webshop.codes import code_of
from plein.webshop.models import LineStatus, ProviderKind
from tests.cast import NOON, TESTS
from tests.webshop.conftest import YARA, children_of, order

LAST_MOMENT = datetime(2027, 1, 4, 22, 59, 59, tzinfo=UTC)  # of the 42nd day
MIDNIGHT = datetime(2026, 11, 24, 23, 0, tzinfo=UTC)


@pytest.fixture
def grant(fatima, kindpakket, grant_for):
    return grant_for(kindpakket, children_of(fatima)[0])


@pytest.fixture
def pickup(fatima, swimming_lessons, grant):
    return order(fatima, (swimming_lessons, children_of(fatima)[0], grant)).pickups.get()


@pytest.fixture
def ali(emmen):
    organisation = Organisation.objects.create(name="Ali Fietsen", kvk="90000002")
    return admit_provider(
        organisation, kind=ProviderKind.SHOP, iban="NL91ABNA0417164300", by=TESTS, at=NOON
    )


def balance(account: Account) -> int:
    return Account.objects.get(pk=account.pk).balance


def test_a_code_is_found_however_it_is_typed(emmen, pickup, de_plons):
    code = code_of(emmen, pickup)

    for typed in (code, code.lower(), spaced(code), f" {' '.join(code)} "):
        assert find_pickup(de_plons, typed) == pickup


def test_a_code_that_nobody_has_is_unknown(pickup, de_plons):
    with pytest.raises(UnknownCode):
        find_pickup(de_plons, "AAAA-AAAA")


@pytest.mark.parametrize("typed", ["", "ABCD-EFG", "ABCD-EFGHJ", "----"])
def test_a_code_of_another_length_is_not_looked_up(pickup, de_plons, typed):
    with pytest.raises(CodeIsTooShort, match="7KQ4-M2PX"):
        find_pickup(de_plons, typed)


def test_the_code_of_another_shop_is_unknown_here(emmen, pickup, ali):
    with pytest.raises(UnknownCode):
        find_pickup(ali, code_of(emmen, pickup))


def test_the_code_of_another_municipality_is_unknown_here(emmen, buren, pickup, de_plons):
    code = code_of(emmen, pickup)

    with within(buren), pytest.raises(UnknownCode):
        find_pickup(de_plons, code)


def test_what_is_handed_over_becomes_the_shops_money_once(pickup, de_plons, grant):
    hand_over(pickup, by=YARA, at=NOON)

    with pytest.raises(NothingToHandOver):
        hand_over(pickup, by=YARA, at=NOON)

    assert (balance(grant.reserve), balance(de_plons.payable)) == (0, 9_500)


def test_two_tills_at_once_hand_over_once(at_once, pickup, de_plons):
    answers = at_once([lambda: hand_over(pickup, by=YARA, at=NOON)] * 5)

    assert [type(answer) for answer in answers].count(NothingToHandOver) == 4
    assert balance(de_plons.payable) == 9_500


def test_what_was_cancelled_is_not_handed_over(fatima, pickup):
    cancel_line(pickup.lines.get(), by=fatima.actor, at=NOON)

    with pytest.raises(NothingToHandOver):
        hand_over(pickup, by=YARA, at=NOON)


def test_a_code_is_good_until_the_end_of_its_last_day(pickup):
    hand_over(pickup, by=YARA, at=LAST_MOMENT)

    assert pickup.lines.get().status == LineStatus.HANDED_OVER
    assert PICKUP_DAYS == 42


def test_a_code_is_no_longer_good_the_day_after(pickup, grant):
    with pytest.raises(CodeHasExpired):
        hand_over(pickup, by=YARA, at=LAST_MOMENT + timedelta(seconds=1))

    assert balance(grant.reserve) == 9_500


def test_a_mistake_is_undone_the_same_day_and_the_code_works_again(pickup, de_plons, grant):
    for _time in range(2):
        hand_over(pickup, by=YARA, at=NOON)
        undo_hand_over(pickup, by=YARA, at=MIDNIGHT - timedelta(seconds=1))
        assert (balance(grant.reserve), balance(de_plons.payable)) == (9_500, 0)

    hand_over(pickup, by=YARA, at=NOON)

    assert balance(de_plons.payable) == 9_500
    assert check_books().is_right()


def test_a_mistake_is_not_undone_the_next_day(pickup, de_plons):
    hand_over(pickup, by=YARA, at=NOON)

    with pytest.raises(TooLateToUndo):
        undo_hand_over(pickup, by=YARA, at=MIDNIGHT)

    assert balance(de_plons.payable) == 9_500


def test_what_was_not_handed_over_cannot_be_undone(pickup):
    with pytest.raises(TooLateToUndo):
        undo_hand_over(pickup, by=YARA, at=NOON)
