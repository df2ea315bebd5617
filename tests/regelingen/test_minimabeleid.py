"""Minimabeleid: the limit and the amounts are the municipality's; invented here."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from plein.regelingen.library import rule_book
from plein.rules.norms import Dated
from plein.rules.refusals import NormNotSet
from tests.regelingen.conftest import outcome_of

DAY = date(2026, 11, 1)
INVENTED = {
    "inkomensgrens": "1.10",
    "bedrag_volwassene": "150",
    "bedrag_kind_tot_6": "100",
    "bedrag_kind_van_6_tot_12": "200",
    "bedrag_kind_van_12_tot_18": "300",
}


@pytest.fixture(scope="module")
def norms():
    norms = rule_book().norms
    known = norms.of("minimabeleid")
    return norms.with_local(
        replace(known[name], values=(Dated(date(2026, 1, 1), Decimal(figure)),))
        for name, figure in INVENTED.items()
    )


def amount(target, norms, **facts):
    return outcome_of(target, DAY, norms=norms, leeftijd_in_maanden=480, **facts)[target]


def test_two_adults_get_twice_what_one_gets(norms):
    assert amount("meedoen_per_jaar", norms) == 150
    both = {"heeft_gezamenlijke_huishouding": True, "leeftijd_in_maanden_partner": 480}
    assert amount("meedoen_per_jaar", norms, **both) == 300


def test_each_child_counts_by_its_age(norms):
    children = {"kinderen_0_5": 1, "kinderen_6_11": 2, "kinderen_12_15": 1, "kinderen_16_17": 1}

    assert amount("kindpakket_per_jaar", norms, **children) == 100 + 400 + 600


def test_an_income_below_the_limit_belongs_to_it_and_a_cent_more_does_not(norms):
    below, beyond = "1561.40", "1561.41"  # 1.10 x 1,419.46 = 1,561.406

    assert amount("meedoen_per_jaar", norms, kinderalimentatie_per_maand=below) == 150
    assert amount("meedoen_per_jaar", norms, kinderalimentatie_per_maand=beyond) == 0


def test_who_owns_more_than_may_gets_nothing(norms):
    assert amount("meedoen_per_jaar", norms, bezit=100_000) == 0


def test_without_a_verordening_the_amount_that_misses_is_named():
    with pytest.raises(NormNotSet, match="inkomensgrens"):
        amount("meedoen_per_jaar", None)
