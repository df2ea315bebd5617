"""Answers without the value behind them, at their edges."""

from datetime import date

import pytest

from plein.vault.catalogue import catalogue
from plein.vault.derived import answer
from plein.vault.family import latest

DAY = date(2026, 11, 24)


def derive(key, day=DAY, place="Emmen", limit=None, **values):
    return answer(key, values, day=day, place=place, limit=limit)


def test_each_derived_key_of_the_catalogue_has_an_answer_that_starts_unknown():
    for key in catalogue().derived:
        assert derive(key) is None, key


@pytest.mark.parametrize(
    ("born", "day", "adult"),
    [
        ("2008-11-24", DAY, True),
        ("2008-11-25", DAY, False),
        ("2008-02-29", date(2026, 2, 28), False),
        ("2008-02-29", date(2026, 3, 1), True),
        ("2008", DAY, None),
        ("2007", DAY, True),
        ("2009", DAY, False),
        ("2008-11", DAY, None),
        ("2008-10", DAY, True),
        ("2008-12", DAY, False),
        (None, DAY, None),
    ],
)
def test_of_age_on_the_birthday_and_not_the_day_before(born, day, adult):
    assert derive("is_18_plus", day=day, geboortedatum=born) is adult


@pytest.mark.parametrize(
    ("registered", "place", "lives"),
    [
        ("Emmen", "Emmen", True),
        ("emmen", "Emmen", True),
        ("0114", "0114", True),
        ({"code": "0114", "omschrijving": "Emmen"}, "Emmen", True),
        ({"code": "0114", "omschrijving": "Emmen"}, "0114", True),
        ({"code": "0109", "omschrijving": "Coevorden"}, "Emmen", False),
        ("Emmen-Noord", "Emmen", False),
        (None, "Emmen", None),
    ],
)
def test_one_lives_where_one_is_registered(registered, place, lives):
    found = derive("woont_in_gemeente", place=place, gemeente_inschrijving=registered)

    assert found is lives


@pytest.mark.parametrize(
    ("births", "has"),
    [
        ([], False),
        (None, False),
        (["2022-11-24"], True),  # 4 today
        (["2022-11-25"], False),
        (["2008-11-25"], True),  # 17 until tomorrow
        (["2008-11-24"], False),
        (["2022"], None),
        (["2008"], None),
        (["2015"], True),
        (["2022", "2015-01-01"], True),
        ([None], None),
    ],
)
def test_a_child_of_4_to_17(births, has):
    children = births and [{"geboortedatum": born} for born in births]

    assert derive("heeft_kind_4_17", kinderen=children) is has


@pytest.mark.parametrize(
    ("values", "below"),
    [
        ({"loon_sv": 100_000, "ww_bruto": 49_999}, True),
        ({"loon_sv": 100_000, "ww_bruto": 50_000}, False),  # exactly the limit is not below it
        ({"loon_sv": None, "ww_bruto": None}, True),  # both sources say: none
        ({"loon_sv": 100_000}, None),  # the other source was not asked
        ({"loon_sv": 150_000}, False),  # but this is too much already
        ({"bri_inkomen": 12 * 150_000 - 1}, True),
        ({"bri_inkomen": 12 * 150_000}, False),
        ({"bri_inkomen": None}, None),
        ({"loon_sv": 1, "bri_inkomen": 12 * 150_000}, False),
        ({"loon_sv": 0, "ww_bruto": 0, "bri_inkomen": 9_999_999}, True),  # now goes before then
    ],
)
def test_income_below_the_limit_to_the_cent(values, below):
    assert derive("inkomen_onder_grens", limit=150_000, **values) is below


def test_without_a_limit_nothing_is_said_of_income():
    assert derive("inkomen_onder_grens", loon_sv=0, ww_bruto=0) is None


@pytest.mark.parametrize(
    ("scheme", "runs"),
    [
        ({}, True),
        ({"vanaf": "2026-11-24", "tot": "2026-11-25"}, True),
        ({"vanaf": "2026-11-25"}, False),
        ({"tot": "2026-11-24"}, False),  # `tot` is not in it
    ],
)
@pytest.mark.parametrize("has_pass", [True, False])
def test_a_scheme_runs_from_its_first_day_until_its_last(scheme, runs, has_pass):
    schemes = [{"naam": "Meedoenpas", "pas": has_pass, **scheme}]

    assert derive("recht_op_minimaregeling", minimabudgetten=schemes) is runs
    assert derive("pas_geldig", minimabudgetten=schemes) is (runs and has_pass)


@pytest.mark.parametrize("key", ["recht_op_minimaregeling", "pas_geldig"])
def test_without_schemes_the_answer_is_no(key):
    assert derive(key, minimabudgetten=[]) is False
    assert derive(key, minimabudgetten=None) is False


@pytest.mark.parametrize(
    ("partner", "children", "others", "single"),
    [
        (None, ["2017-01-01"], [], True),
        (None, ["2017-01-01"], ["2017-01-01"], True),  # the child itself lives there
        (None, ["2008-11-25"], [], True),
        (None, ["2008-11-24"], [], False),  # 18 today
        (None, ["2008"], [], None),
        ({"voornaam": "Rob"}, ["2017-01-01"], [], False),
        (None, [], [], False),
        (None, ["2017-01-01"], ["1990-01-01"], None),  # a person has to judge this
        (None, ["2017-01-01"], [None], None),
    ],
)
def test_a_single_parent(partner, children, others, single):
    found = derive(
        "alleenstaande_ouder",
        partner=partner,
        kinderen=[{"geboortedatum": born} for born in children],
        medebewoners=[{"geboortedatum": born} for born in others],
    )

    assert found is single


def test_with_a_source_that_was_not_asked_nobody_is_a_single_parent():
    assert derive("alleenstaande_ouder", partner=None, kinderen=[]) is None


@pytest.mark.parametrize(
    ("end", "soon"),
    [
        ("2026-11-24", True),
        ("2027-02-22", True),  # the ninetieth day
        ("2027-02-23", False),
        ("2026-11-23", False),
        (None, False),
    ],
)
def test_ww_that_stops_within_90_days(end, soon):
    assert derive("ww_stopt_binnen_90_dagen", ww_einde_max=end) is soon


@pytest.mark.parametrize(
    ("partial", "day"),
    [
        ("2009", date(2009, 12, 31)),
        ("2024-02", date(2024, 2, 29)),
        ("2009-04-12", date(2009, 4, 12)),
    ],
)
def test_the_last_day_that_half_a_date_can_mean(partial, day):
    assert latest(partial) == day
