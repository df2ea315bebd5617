"""A budget: who gets it, how much, once, and only while there is money."""

from datetime import date
from types import SimpleNamespace

import pytest

from plein.identity.models import MemberRole
from plein.ledger.models import Account
from plein.ledger.queries import check_books
from plein.webshop.actions.ending import GrantHasEnded, lapse_grant, revoke_grant
from plein.webshop.actions.grants import (
    AlreadyGranted,
    NoAmountFits,
    PotIsEmpty,
    SchemeNotOpen,
    grant_budget,
)
from plein.webshop.actions.schemes import move_scheme
from plein.webshop.models import Grant, GrantStatus, SchemeStatus, SubjectKind
from plein.webshop.rules import Holder, fitting_amount
from plein.webshop.scheme_plan import Amount
from tests.cast import NOON, TESTS
from tests.webshop.conftest import children_of, household

DAY = date(2026, 11, 24)
WHOLE = SimpleNamespace(
    is_pro_rata=False, spend_from=date(2026, 1, 1), spend_until=date(2027, 1, 1)
)
BY_AGE = [
    Amount(35_000, age_from=4, age_until=12, school="basisschool"),
    Amount(50_000, age_from=12, age_until=18),
    Amount(25_000, age_from=18),
]


def balance(account: Account) -> int:
    return Account.objects.get(pk=account.pk).balance


class AsRule:
    def __init__(self, amount: Amount) -> None:
        self.amount, self.school = amount.cents, amount.school
        self.age_from, self.age_until = amount.age_from, amount.age_until
        self.household_kind = amount.household_kind


@pytest.mark.parametrize(
    ("born", "school", "cents"),
    [
        (date(2022, 12, 1), "basisschool", None),  # still 3
        (date(2022, 11, 1), "basisschool", 35_000),
        (date(2022, 11, 1), "geen", None),
        (date(2014, 12, 1), "basisschool", 35_000),  # still 11
        (date(2014, 11, 1), "basisschool", 50_000),
        (date(2008, 12, 1), "mbo", 50_000),  # still 17
        (date(2008, 11, 1), "mbo", 25_000),
        (None, "", 25_000),
    ],
)
def test_the_first_rule_that_fits_the_age_and_school_counts(born, school, cents):
    rules = [AsRule(amount) for amount in BY_AGE]

    assert fitting_amount(rules, WHOLE, Holder(born, school), DAY) == cents


def test_an_adult_of_unknown_age_gets_no_amount_for_children():
    rules = [AsRule(Amount(1, age_from=4, age_until=18)), AsRule(Amount(2, age_from=21))]

    assert fitting_amount(rules, WHOLE, Holder(None, ""), DAY) is None


def test_a_rule_without_ages_fits_everybody():
    rules = [AsRule(Amount(7))]

    assert fitting_amount(rules, WHOLE, Holder(None, ""), DAY) == 7
    assert fitting_amount(rules, WHOLE, Holder(date(2026, 11, 1), "geen"), DAY) == 7


def test_money_leaves_the_pot_when_it_is_granted(fatima, kindpakket, grant_for):
    grant = grant_for(kindpakket, children_of(fatima)[0])

    assert balance(grant.budget) == grant.amount == 25_000
    assert balance(kindpakket.pot) == 975_000
    assert check_books().is_right()


def test_who_fits_no_rule_gets_what_staff_fill_in_or_nothing(fatima, kindpakket, grant_for):
    adult = household(fatima).members.get(role=MemberRole.ADULT)

    with pytest.raises(NoAmountFits):
        grant_for(kindpakket, adult)

    assert grant_for(kindpakket, adult, cents=100).amount == 100


def test_the_same_row_of_an_import_grants_once(fatima, kindpakket, grant_for):
    lina = children_of(fatima)[0]

    first, again = grant_for(kindpakket, lina), grant_for(kindpakket, lina, cents=99)

    assert first == again
    assert balance(kindpakket.pot) == 975_000


def test_another_row_for_the_same_person_is_refused(fatima, kindpakket, grant_for):
    lina = children_of(fatima)[0]
    grant_for(kindpakket, lina)

    with pytest.raises(AlreadyGranted):
        grant_budget(kindpakket, lina.household, lina, reference="other row", by=TESTS, at=NOON)


def test_a_household_scheme_grants_a_household_once(fatima, open_period, grant_for):
    energy = open_period(name="Energie", subject=SubjectKind.HOUSEHOLD, amounts=[Amount(27_500)])
    lina, sami, _noor = children_of(fatima)

    grant = grant_for(energy, lina)
    with pytest.raises(AlreadyGranted):
        grant_for(energy, sami)

    assert grant.member is None
    assert grant.covers(sami)


def test_the_last_cent_of_the_pot_can_be_granted_and_no_more(fatima, open_period, grant_for):
    period = open_period(pot=49_999)
    lina, sami, _noor = children_of(fatima)
    grant_for(period, lina)

    with pytest.raises(PotIsEmpty):
        grant_for(period, sami)
    assert Grant.objects.count() == 1

    grant_for(period, sami, cents=24_999)

    assert balance(period.pot) == 0


@pytest.mark.parametrize("status", [SchemeStatus.PAUSED, SchemeStatus.CLOSED])
def test_a_scheme_that_is_not_open_grants_nothing(fatima, kindpakket, grant_for, bas, status):
    move_scheme(kindpakket.scheme, status, by=bas, at=NOON)

    with pytest.raises(SchemeNotOpen):
        grant_for(kindpakket, children_of(fatima)[0])


@pytest.mark.parametrize(
    ("end", "status"), [(revoke_grant, GrantStatus.REVOKED), (lapse_grant, GrantStatus.LAPSED)]
)
def test_what_is_left_goes_back_once(fatima, kindpakket, grant_for, end, status):
    grant = grant_for(kindpakket, children_of(fatima)[0])

    end(grant, by=TESTS, at=NOON)
    with pytest.raises(GrantHasEnded):
        end(grant, by=TESTS, at=NOON)

    grant.refresh_from_db()
    assert grant.status == status
    assert balance(kindpakket.pot) == 1_000_000


def test_after_a_revocation_somebody_can_be_granted_anew(fatima, kindpakket, grant_for):
    lina = children_of(fatima)[0]
    revoke_grant(grant_for(kindpakket, lina), by=TESTS, at=NOON)

    again = grant_budget(kindpakket, lina.household, lina, reference="anew", by=TESTS, at=NOON)

    assert balance(again.budget) == 25_000
