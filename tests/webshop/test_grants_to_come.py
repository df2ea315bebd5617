"""Waiting lists, codes on letters, and budgets that are raised or stand still."""

from collections import Counter
from datetime import date, datetime, timedelta
from functools import partial

import pytest
from django.db import IntegrityError, transaction

from plein.identity.actions import start_household
from plein.ledger.models import Account
from plein.ledger.queries import check_books
from plein.webshop.actions.activating import (
    CodeIsOver,
    CodeIsUsed,
    ReferenceIsTaken,
    UnknownActivationCode,
    activate,
    find_code,
    make_codes,
    withdraw_code,
)
from plein.webshop.actions.changing_grants import (
    CannotBlock,
    NotBlocked,
    block_grant,
    raise_grant,
    unblock_grant,
)
from plein.webshop.actions.ending import GrantHasEnded, revoke_grant
from plein.webshop.actions.following import follow_up
from plein.webshop.actions.grants import (
    AlreadyGranted,
    GrantedTooRecently,
    PotIsEmpty,
    grant_budget,
)
from plein.webshop.actions.waiting import (
    NotWaiting,
    WaitsAlready,
    grant_all_waiting,
    grant_waiting,
    put_on_waiting_list,
    remove_from_waiting_list,
)
from plein.webshop.models import (
    ActivationCode,
    BlockReason,
    Grant,
    GrantStatus,
    HouseholdKind,
    SubjectKind,
    WaitingStatus,
)
from plein.webshop.scheme_plan import Amount
from plein.webshop.wishes import BudgetNotUsable
from tests.cast import NOON, TESTS, TODAY
from tests.webshop.conftest import children_of, household, order


@pytest.fixture
def lina(fatima):
    return children_of(fatima)[0]


def balance(account: Account) -> int:
    return Account.objects.get(pk=account.pk).balance


class TestRaisingAndBlocking:
    def test_money_is_added_from_the_pot_once_for_each_key(self, lina, kindpakket, grant_for):
        grant = grant_for(kindpakket, lina)

        for _click in range(2):
            raise_grant(grant, 5_000, key="form", by=TESTS, at=NOON)

        grant.refresh_from_db()
        assert (grant.amount, balance(grant.budget)) == (30_000, 30_000)
        assert balance(kindpakket.pot) == 970_000

    def test_a_cent_more_than_the_pot_holds_is_refused(self, lina, open_period, grant_for):
        period = open_period(pot=30_000)
        grant = grant_for(period, lina)

        with pytest.raises(PotIsEmpty):
            raise_grant(grant, 5_001, key="form", by=TESTS, at=NOON)
        raise_grant(grant, 5_000, key="form", by=TESTS, at=NOON)

        assert balance(period.pot) == 0

    def test_a_budget_that_was_taken_back_is_not_raised(self, lina, kindpakket, grant_for):
        grant = grant_for(kindpakket, lina)
        revoke_grant(grant, by=TESTS, at=NOON)

        with pytest.raises(GrantHasEnded):
            raise_grant(grant, 5_000, key="form", by=TESTS, at=NOON)

    def test_from_a_blocked_budget_nothing_is_ordered_until_it_is_free(
        self, fatima, lina, kindpakket, swimming_lessons, grant_for
    ):
        grant = grant_for(kindpakket, lina)
        block_grant(grant, BlockReason.LOOKED_INTO, by=TESTS, at=NOON)

        with pytest.raises(BudgetNotUsable):
            order(fatima, (swimming_lessons, lina, grant), key="blocked")
        with pytest.raises(CannotBlock):
            block_grant(grant, BlockReason.ASKED, by=TESTS, at=NOON)
        unblock_grant(grant, by=TESTS, at=NOON)
        with pytest.raises(NotBlocked):
            unblock_grant(grant, by=TESTS, at=NOON)

        assert order(fatima, (swimming_lessons, lina, grant), key="free")

    def test_a_blocked_budget_can_be_taken_back(self, lina, kindpakket, grant_for):
        grant = grant_for(kindpakket, lina)
        block_grant(grant, BlockReason.LOST, by=TESTS, at=NOON)

        revoke_grant(grant, by=TESTS, at=NOON)

        grant.refresh_from_db()
        assert (grant.status, grant.blocked_because) == (GrantStatus.REVOKED, "")
        assert balance(kindpakket.pot) == 1_000_000


class TestTheWaitingList:
    @pytest.fixture
    def small(self, open_period):
        return open_period(
            pot=27_500, name="Witgoed", subject=SubjectKind.HOUSEHOLD, amounts=[Amount(27_500)]
        )

    @pytest.fixture
    def wait(self, small):
        def make(number, minutes=0, cents=None):
            return put_on_waiting_list(
                small,
                start_household(),
                None,
                cents=cents,
                reference=f"W-{number}",
                by=TESTS,
                at=NOON + timedelta(minutes=minutes),
            )

        return make

    def test_who_came_first_gets_first_and_the_rest_keeps_waiting(self, small, wait):
        later, first = wait("later", minutes=5), wait("first")

        (grant,) = grant_waiting(small, by=TESTS, at=NOON)

        first.refresh_from_db()
        later.refresh_from_db()
        assert first.grant == grant
        assert (first.status, later.status) == (WaitingStatus.GRANTED, WaitingStatus.WAITING)
        assert balance(small.pot) == 0

    def test_a_smaller_amount_further_on_does_not_go_first(self, small, wait):
        wait("first", cents=30_000)
        wait("second", minutes=1, cents=100)

        assert grant_waiting(small, by=TESTS, at=NOON) == []

    def test_at_night_what_came_back_to_the_pot_goes_to_who_waits(self, small, wait, grant_for):
        grant = grant_for(small, None, household=start_household())
        wait("first")
        assert grant_all_waiting(NOON, by=TESTS) == 0

        revoke_grant(grant, by=TESTS, at=NOON)

        assert grant_all_waiting(NOON, by=TESTS) == 1
        assert check_books().is_right()

    def test_the_same_reference_is_the_same_place(self, small, fatima):
        home = household(fatima)
        wait = partial(put_on_waiting_list, small, home, None, by=TESTS, at=NOON)

        assert wait(reference="A") == wait(reference="A")
        with pytest.raises(WaitsAlready):
            wait(reference="B")

    def test_who_has_a_budget_does_not_wait_for_one(self, small, fatima, grant_for):
        grant_for(small, None, household=household(fatima))

        with pytest.raises(AlreadyGranted):
            put_on_waiting_list(small, household(fatima), None, reference="A", by=TESTS, at=NOON)

    def test_a_place_is_taken_off_once(self, wait):
        place = wait("first")
        remove_from_waiting_list(place, by=TESTS, at=NOON)

        with pytest.raises(NotWaiting):
            remove_from_waiting_list(place, by=TESTS, at=NOON)

    def test_after_the_last_day_nobody_gets_anything(self, small, wait):
        wait("first")

        assert grant_waiting(small, by=TESTS, at=datetime(2027, 1, 1, tzinfo=NOON.tzinfo)) == []


class TestCodesOnLetters:
    @pytest.fixture
    def codes(self, kindpakket, bas):
        def make(*references, cents=None, until=date(2026, 12, 1)):
            pairs = make_codes(
                kindpakket, references, cents=cents, valid_until=until, by=bas, at=NOON
            )
            return [code for _reference, code in pairs]

        return make

    def test_whoever_has_the_letter_gets_the_budget_of_the_rules(
        self, fatima, lina, kindpakket, codes
    ):
        (code,) = codes("brief-1")

        grant = activate(find_code(code, TODAY), household(fatima), lina, by=fatima.actor, at=NOON)

        assert (grant.amount, grant.reference) == (25_000, "brief brief-1")
        with pytest.raises(CodeIsUsed):
            find_code(code.lower(), TODAY)

    def test_a_code_is_typed_as_people_type(self, codes):
        (code,) = codes("brief-1")

        assert find_code(f" {code[:4].lower()}-{code[4:]} ", TODAY).reference == "brief-1"

    @pytest.mark.parametrize("typed", ["", "ABCD", "ZZZZ-ZZZZ"])
    def test_what_is_no_code_is_not_known(self, codes, typed):
        codes("brief-1")

        with pytest.raises(UnknownActivationCode):
            find_code(typed, TODAY)

    def test_a_code_ends_the_day_before_its_end(self, codes):
        (code,) = codes("brief-1")

        assert find_code(code, date(2026, 11, 30))
        with pytest.raises(CodeIsOver, match="01-12-2026"):
            find_code(code, date(2026, 12, 1))

    def test_a_letter_that_went_astray_gives_nothing(self, codes, bas):
        (code,) = codes("brief-1")
        withdraw_code(ActivationCode.objects.get(), by=bas, at=NOON)

        with pytest.raises(UnknownActivationCode):
            find_code(code, TODAY)

    def test_a_reference_has_one_letter(self, codes):
        codes("brief-1")

        with pytest.raises(ReferenceIsTaken, match="brief-1"):
            codes("brief-2", "brief-1")
        assert ActivationCode.objects.count() == 1

    def test_a_refused_grant_leaves_the_code_as_it_was(
        self, fatima, lina, codes, grant_for, kindpakket
    ):
        (code,) = codes("brief-1")
        grant_for(kindpakket, lina)

        with pytest.raises(AlreadyGranted):
            activate(find_code(code, TODAY), household(fatima), lina, by=TESTS, at=NOON)

        assert find_code(code, TODAY).grant is None

    def test_ten_at_once_with_one_letter_give_one_budget(self, at_once, fatima, kindpakket, codes):
        (code,) = codes("brief-1", cents=1_000)
        letter = find_code(code, TODAY)
        children = children_of(fatima)
        home = household(fatima)

        answers = at_once(
            [partial(activate, letter, home, children[n % 3], by=TESTS, at=NOON) for n in range(10)]
        )

        assert Counter(map(type, answers)) == {Grant: 1, CodeIsUsed: 9}
        assert balance(kindpakket.pot) == 999_000

    def test_every_letter_of_a_large_file_has_a_code_of_its_own(self, codes):
        made = codes(*(f"brief-{n}" for n in range(5_000)))

        assert len(set(made)) == ActivationCode.objects.count() == 5_000

    def test_the_database_holds_that_a_code_is_there_once(self, codes):
        codes("brief-1")
        twin = ActivationCode.objects.get()
        twin.pk, twin.reference = None, "brief-2"

        with pytest.raises(IntegrityError), transaction.atomic():
            twin.save(force_insert=True)


class TestAmounts:
    def test_the_household_decides_the_amount(self, fatima, open_period, grant_for):
        amounts = [
            Amount(10_000, household_kind=HouseholdKind.SINGLE),
            Amount(27_500, household_kind=HouseholdKind.FAMILY),
        ]
        period = open_period(name="Energie", subject=SubjectKind.HOUSEHOLD, amounts=amounts)

        assert grant_for(period, None, household=household(fatima)).amount == 27_500
        assert grant_for(period, None, household=start_household()).amount == 10_000

    def test_pro_rata_who_comes_in_november_gets_two_months_of_twelve(
        self, lina, open_period, grant_for
    ):
        period = open_period(name="Naar rato", amounts=[Amount(24_000)], is_pro_rata=True)

        assert grant_for(period, lina).amount == 4_000

    def test_once_in_three_years_counts_to_the_day(self, lina, open_period, grant_for, bas):
        period = open_period(
            name="Fiets",
            amounts=[Amount(10_000)],
            once_in_years=3,
            spend_until=date(2040, 1, 1),
        )
        grant_for(period, lina)
        following = follow_up(period, "later", by=bas, at=NOON)
        give = partial(grant_budget, following, lina.household, lina, by=TESTS)

        with pytest.raises(GrantedTooRecently, match="24-11-2026"):
            give(reference="too soon", at=NOON.replace(year=2029, day=23))
        with pytest.raises(PotIsEmpty):  # it may, and only money is missing
            give(reference="in time", at=NOON.replace(year=2029))
