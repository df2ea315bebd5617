"""One household with its reasons, and many without: the same amounts."""

from datetime import date, timedelta
from decimal import Decimal

import numpy as np
import pytest

from plein.rules.calculate import calculate, calculate_many
from plein.rules.outcome import Origin
from plein.rules.population import CHUNK, calculate_population
from plein.rules.refusals import (
    FactsMissing,
    ImpossibleFact,
    NormMissing,
    NoRuleOnDay,
    UnknownName,
)
from tests.rules.conftest import SPRING, SUMMER, book_of, hulp, norm, toeslag, totaal

KATJA = {"inkomen": "600.25", "is_alleen": True}
DAY = timedelta(days=1)


def test_an_amount_follows_from_facts_and_the_norms_of_the_day(book):
    assert calculate(book, ["totaal"], KATJA, SPRING)["totaal"] == Decimal("439.73")


def test_another_regime_takes_over_on_its_first_day(book):
    before = calculate(book, ["totaal"], KATJA, SUMMER - DAY)
    after = calculate(book, ["totaal"], KATJA, SUMMER)

    assert (before["totaal"], after["totaal"]) == (Decimal("439.73"), Decimal("420.25"))


def test_the_plan_asks_exactly_what_is_still_needed(book):
    assert book.plan(["totaal"], SPRING).asks == {"inkomen", "is_alleen"}
    assert book.plan(["totaal"], SUMMER).asks == {"inkomen"}
    assert book.plan(["totaal"], SPRING, {"hulp"}).asks == {"is_alleen"}


def test_an_actual_amount_stands_in_for_a_rule_and_says_so(book):
    outcome = calculate(book, ["totaal"], {"is_alleen": True}, SPRING, known={"hulp": Decimal(50)})

    assert outcome["totaal"] == 55
    parts = {part.name: (part.origin, part.says) for part in outcome.explain("totaal").parts}
    assert parts == {
        "hulp": (Origin.ACTUAL, "Wat u te weinig hebt."),
        "toeslag": (Origin.RULE, "Een deel erbij als u alleen bent."),
    }


def test_a_value_that_stands_in_for_itself_changes_nothing(book):
    first = calculate(book, ["totaal"], KATJA, SPRING)

    for name in ("hulp", "toeslag"):
        again = calculate(book, ["totaal"], KATJA, SPRING, known={name: first[name]})
        assert again["totaal"] == first["totaal"]


def test_the_explanation_goes_down_to_the_article_the_norm_and_the_fact(book):
    told = [
        (depth, node.name, node.law or node.source, [used.norm.name for used in node.norms])
        for depth, node in calculate(book, ["totaal"], KATJA, SUMMER).explain("totaal").walk()
    ]

    assert told == [
        (0, "totaal", "Testwet art. 3", []),
        (1, "hulp", "Testwet art. 1", ["minimum"]),
        (2, "inkomen", "bri_inkomen", []),
    ]


def test_many_households_get_what_one_gets(book):
    incomes = np.array([0, 600.25, 999.99, 1000, 5000])
    alone = np.array([True, True, False, True, False])

    many = calculate_many(book, ["totaal"], {"inkomen": incomes, "is_alleen": alone}, SPRING)

    for income, single, amount in zip(incomes, alone, many["totaal"], strict=True):
        facts = {"inkomen": str(income), "is_alleen": bool(single)}
        assert round(amount, 2) == float(calculate(book, ["totaal"], facts, SPRING)["totaal"])


def test_chunks_change_nothing(book):
    rows = 2 * CHUNK + 7
    columns = {"inkomen": np.arange(rows) % 1500.0, "is_alleen": np.arange(rows) % 2 == 0}

    whole = calculate_many(book, ["totaal"], columns, SPRING)["totaal"]

    chunked = calculate_population(book, ["totaal"], columns, SPRING)["totaal"]
    assert np.array_equal(whole, chunked)


def test_a_municipality_lays_its_own_norm_over_that_of_the_law(book):
    own = norm("deel", (SPRING, "0.50"))

    outcome = calculate(book, ["totaal"], KATJA, SPRING, norms=book.norms.with_local([own]))

    assert outcome["totaal"] == Decimal("599.63")
    (used,) = outcome.explain("toeslag").norms
    assert used.is_local


def test_a_fact_that_is_missing_is_asked_for_by_name(book):
    with pytest.raises(FactsMissing, match="is_alleen"):
        calculate(book, ["totaal"], {"inkomen": 1}, SPRING)


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"inkomen": -0.01}, "inkomen kan niet: het kan niet lager zijn dan 0"),
        ({"inkomen": "veel"}, "inkomen kan niet: het moet een getal zijn"),
        ({"inkomen": "NaN"}, "inkomen kan niet: het moet een eindig getal zijn"),
        ({"inkomen": True}, "inkomen kan niet: het moet een getal zijn"),
        ({"is_alleen": "ja"}, "is_alleen kan niet: antwoord met ja of nee"),
    ],
)
def test_an_impossible_fact_is_refused_by_name_with_the_reason(book, facts, reason):
    with pytest.raises(ImpossibleFact, match=reason):
        calculate(book, ["totaal"], KATJA | facts, SPRING)


def test_a_missing_norm_says_which_and_since_when(book):
    with pytest.raises(NormMissing, match=r"‘minimum’ .* 31-12-2025.*01-01-2026"):
        calculate(book, ["totaal"], KATJA, SPRING - DAY)


def test_a_regime_that_has_ended_is_named():
    book = book_of(hulp, toeslag, totaal)

    with pytest.raises(NoRuleOnDay, match="totaal geldt niet op 01-07-2026"):
        calculate(book, ["totaal"], KATJA, SUMMER)


def test_an_unknown_target_is_named(book):
    with pytest.raises(UnknownName, match="bijslag"):
        calculate(book, ["bijslag"], KATJA, SPRING)


def test_a_figure_whose_successor_is_late_is_marked(book):
    (used,) = calculate(book, ["hulp"], KATJA, date(2027, 1, 1)).explain("hulp").norms

    assert (used.is_due, used.is_sure, used.figure.since) == (True, False, SUMMER)
