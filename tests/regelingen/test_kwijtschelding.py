"""Uitvoeringsregeling Invorderingswet 1990 art. 11 to 16: eighty percent of what is left."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from plein.regelingen.library import rule_book
from plein.rules.calculate import calculate
from plein.rules.norms import Dated
from plein.rules.refusals import NormMissing, NormNotSet
from tests.regelingen.conftest import as_known

DAY = date(2026, 1, 1)
TARGET = "kwijtschelding_van_aanslag"
SINGLE = {"leeftijd_in_maanden": 40 * 12, "aanslag_lokale_belasting": 400}
INCOME = {"netto_loon_per_maand", "netto_uitkering_per_maand"}
NO_DEDUCTIONS = {"woonlasten_boven_de_norm": 0, "zorgpremie_boven_de_norm": 0}


def a_board(**chosen):
    declared = rule_book().norms.of("kwijtschelding")
    return rule_book().norms.with_local(
        replace(declared[name], values=(Dated(date(2024, 1, 1), Decimal(value), ("besluit",)),))
        for name, value in ({"kostennorm": "1", "extra_vermogen_vrij": "0"} | chosen).items()
    )


def remission(norms, **facts):
    """As if rent and premium lie within the norm: their figures are missing."""
    book = rule_book()
    known = NO_DEDUCTIONS | {name: as_known(facts.pop(name)) for name in INCOME & facts.keys()}
    asked = book.plan([TARGET], DAY, known.keys()).asks
    given = {name: book.facts[name].nought for name in asked}
    return calculate(book, [TARGET], given | facts, DAY, known=known, norms=norms)[TARGET]


def test_the_rent_and_premium_in_the_norm_are_missing_and_not_guessed(outcome):
    with pytest.raises(NormMissing, match="huur in de norm"):
        outcome("woonlasten_boven_de_norm", DAY)
    with pytest.raises(NormMissing, match="premie in de norm"):
        outcome("zorgpremie_boven_de_norm", DAY)


def test_whether_savings_are_free_is_for_the_municipality_to_say(outcome):
    with pytest.raises(NormNotSet, match="extra vermogen vrij"):
        outcome("vermogen_voor_belasting", DAY)


def test_whoever_has_bijstand_need_not_pay_at_all():
    assert remission(a_board(), **SINGLE) == 400


def test_without_a_choice_of_its_own_ninety_percent_of_the_norm_is_for_living():
    """Ten percent of 1401.50 is left, twelve months, eighty percent: more than the tax."""
    assert remission(a_board(kostennorm="0.90"), **SINGLE) == 0


def test_eighty_percent_of_a_year_of_what_is_left_goes_to_the_tax():
    """1350 x 1.07 = 1444.50, which is 43 above the norm; 43 x 12 x 80 percent = 412.80."""
    working = {"netto_loon_per_maand": 1350, "aanslag_lokale_belasting": 500, "bezit": 50_000}

    assert remission(a_board(), **SINGLE | working) == Decimal("87.20")


def test_savings_are_free_only_where_they_were_chosen():
    saved = SINGLE | {"saldo_na_vaste_lasten": 1600}

    assert remission(a_board(), **saved) == 0
    assert remission(a_board(extra_vermogen_vrij="1"), **saved) == 300


@pytest.mark.parametrize(
    ("household", "free"),
    [({}, 1500), ({"kinderen_0_5": 1}, 1800), ({"heeft_gezamenlijke_huishouding": True}, 2000)],
)
def test_each_household_has_its_own_free_savings(outcome, household, free):
    norms = a_board(extra_vermogen_vrij="1")

    found = outcome("spaargeld_vrij_bij_kwijtschelding", DAY, norms=norms, **household)

    assert found["spaargeld_vrij_bij_kwijtschelding"] == free


def test_a_car_is_free_at_the_limit_and_counts_as_a_whole_above_it(outcome):
    def assets(worth):
        found = outcome("vermogen_voor_belasting", DAY, norms=a_board(), waarde_auto=worth)
        return found["vermogen_voor_belasting"]

    assert assets(3350) == 0
    assert assets("3350.01") == Decimal("3350.01")
