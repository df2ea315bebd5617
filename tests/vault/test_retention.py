"""How long what is kept: every purpose has a row, and every term a day that hand counting gives."""

from datetime import date

import pytest
from pydantic import ValidationError

from plein.vault.catalogue import catalogue
from plein.vault.retention import Rule, day_after_term, day_before_term, rule_for, rules


@pytest.mark.parametrize("purpose", list(catalogue().purposes))
def test_every_purpose_ends_up_in_a_file_with_a_law_or_a_list(purpose):
    _key, rule = rule_for(purpose)

    assert rule.law
    assert rule.list


def test_no_purpose_ends_up_in_two_files():
    named = [purpose for rule in rules()["files"].values() for purpose in rule.purposes]

    assert len(named) == len(set(named))


def test_what_is_destroyed_when_asked_says_by_which_law():
    assert {key: rule.asked_law for key, rule in rules()["files"].items() if rule.asked} == {
        "wmo": "Wmo 2015 artikel 5.3.5",
        "jeugd": "Jeugdwet artikel 7.3.9",
    }


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("kluis_gegeven", "tot u het wist"),
        ("kluis_oude_versie", "1 jaar nadat er een nieuwe kwam"),
        ("inlogpoging", "6 maanden nadat u inlogde"),
        ("reservekopie", "35 dagen nadat die is gemaakt"),
        ("klaargezet_bestand", "1 dag nadat het klaar is"),
    ],
)
def test_a_term_is_said_in_words(key, words):
    assert rules()["vault"][key].words == words


@pytest.mark.parametrize(
    ("term", "day", "ends"),
    [
        ("P1M", date(2026, 11, 24), date(2026, 12, 24)),
        ("P1M", date(2027, 1, 31), date(2027, 2, 28)),
        ("P1M", date(2028, 1, 31), date(2028, 2, 29)),
        ("P1M", date(2026, 12, 31), date(2027, 1, 31)),
        ("P3M", date(2026, 11, 30), date(2027, 2, 28)),
        ("P1Y", date(2028, 2, 29), date(2029, 2, 28)),
        ("P20Y", date(2028, 2, 29), date(2048, 2, 29)),
        ("P35D", date(2026, 11, 24), date(2026, 12, 29)),
    ],
)
def test_a_term_ends_on_the_day_that_hand_counting_gives(term, day, ends):
    assert day_after_term(term, day) == ends


@pytest.mark.parametrize(
    ("term", "day", "began"),
    [
        ("P1Y", date(2028, 2, 29), date(2027, 2, 28)),
        ("P1M", date(2027, 3, 31), date(2027, 2, 28)),
        ("P1D", date(2027, 1, 1), date(2026, 12, 31)),
    ],
)
def test_and_began_as_long_before(term, day, began):
    assert day_before_term(term, day) == began


@pytest.mark.parametrize("term", ["1Y", "P1W", "P", "forever"])
def test_a_term_that_is_none_is_refused(term):
    with pytest.raises(ValidationError):
        Rule.model_validate({"nl": "Iets", "term": term, "from": "nu"})


def test_a_word_that_is_unknown_is_refused():
    with pytest.raises(ValidationError):
        Rule.model_validate({"nl": "Iets", "term": "P1Y", "from": "nu", "lst": "8.1"})
