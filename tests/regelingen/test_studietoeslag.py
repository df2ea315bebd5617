"""Participatiewet art. 36b: from 15 years, the amount of the age, less what an internship pays."""

from datetime import date
from decimal import Decimal

import pytest

from plein.rules.refusals import NormMissing

DAY = date(2026, 1, 1)
STUDENT = {"krijgt_studiefinanciering_of_wtos": True, "kan_niet_werken_naast_studie": True}


@pytest.fixture
def amount(outcome):
    def of(day=DAY, **facts):
        return outcome("studietoeslag_per_maand", day, **facts)["studietoeslag_per_maand"]

    return of


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        (15 * 12 - 1, "0"),
        (15 * 12, "115.55"),
        (18 * 12 - 1, "152.14"),
        (18 * 12, "192.57"),
        (21 * 12 - 1, "308.12"),
        (21 * 12, "385.14"),
        (40 * 12, "385.14"),
    ],
)
def test_the_amount_follows_the_birthday(amount, months, expected):
    assert amount(leeftijd_in_maanden=months, **STUDENT) == Decimal(expected)


@pytest.mark.parametrize("lacking", sorted(STUDENT))
def test_without_study_finance_or_a_limit_of_health_there_is_none(amount, lacking):
    assert amount(leeftijd_in_maanden=300, **STUDENT | {lacking: False}) == 0


def test_pay_of_an_internship_is_free_up_to_a_limit(amount):
    student = STUDENT | {"leeftijd_in_maanden": 300}

    assert amount(**student, stagevergoeding_per_maand="231.09") == Decimal("385.14")
    assert amount(**student, stagevergoeding_per_maand="231.10") == Decimal("385.13")
    assert amount(**student, stagevergoeding_per_maand=900) == 0


def test_the_amounts_before_2026_were_not_found(amount):
    with pytest.raises(NormMissing):
        amount(date(2025, 12, 31), leeftijd_in_maanden=300, **STUDENT)
