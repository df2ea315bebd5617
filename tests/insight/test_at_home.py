"""Which children live here, and who shares the costs."""

from datetime import date

import pytest

from plein.insight.at_home import children_of, sharers_of

TODAY = date(2026, 11, 27)


def child(name="Mees", born="2022-02-11"):
    return {"voornaam": name, "geboortedatum": born}


def test_the_brp_says_which_children_live_here():
    values = {
        "kinderen": [child(), child("Evi", "2017-04-23")],
        "medebewoners": [{"geboortedatum": "2017-04-23"}],
        "kind_woonsituatie": [child() | {"woonsituatie": "1"}],
    }

    mees, evi = children_of(values)

    assert (mees.is_at_home, evi.is_at_home) == (False, True)


def test_where_nobody_else_lives_here_no_child_does():
    assert not children_of({"kinderen": [child()], "medebewoners": []})[0].is_at_home


@pytest.mark.parametrize("known", ["2022", "2022-02", "2022-02-11"])
def test_a_child_is_known_again_by_what_is_known_of_its_birth(known):
    values = {"kinderen": [child()], "medebewoners": [{"geboortedatum": known}]}

    assert children_of(values)[0].is_at_home


@pytest.mark.parametrize(("where", "at_home"), [("1", True), ("2", False)])
def test_without_the_address_the_svb_says_it(where, at_home):
    values = {"kinderen": [child()], "kind_woonsituatie": [child() | {"woonsituatie": where}]}

    assert children_of(values)[0].is_at_home is at_home


def test_without_either_a_child_is_at_home():
    assert children_of({"kinderen": [child()]})[0].is_at_home


def test_others_of_27_share_the_costs_and_the_partner_does_not():
    born = ("1990-05-03", "1999-11-27", "1999-11-28", "2022-02-11")
    values = {
        "partner": {"geboortedatum": "1990-05-03"},
        "medebewoners": [{"geboortedatum": day} for day in born],
    }

    assert sharers_of(values, TODAY) == 1  # who is 27 today; not who is tomorrow
