"""Values in words for people."""

import ast
from pathlib import Path

import pytest

from plein.config.environment import ROOT
from plein.vault.catalogue import catalogue
from plein.vault.words import address, lines, masked, partial_date


def words(key, value):
    return lines(catalogue().elements[key], value)


@pytest.mark.parametrize(
    ("key", "value", "text"),
    [
        ("ww_bruto", 122_600, "€\N{NO-BREAK SPACE}1.226,00"),
        ("ww_bruto", 0, "€\N{NO-BREAK SPACE}0,00"),
        ("geboortedatum", "1998-03-14", "14 maart 1998"),
        ("geboortedatum", "1998-03", "maart 1998"),
        ("geboortedatum", "1998", "1998"),
        ("curatele", False, "nee"),
        ("contractvorm", "B", "tijdelijk contract"),
        ("contractvorm", "Z", "Z"),
        ("verloonde_uren", 104, "104"),
        (
            "partner",
            {"geboortedatum": "1990-01-01", "voornaam": "Jan"},
            "Jan, geboren 1 januari 1990",
        ),
    ],
)
def test_a_value_reads_as_people_say_it(key, value, text):
    assert words(key, value) == [text]


@pytest.mark.parametrize("nothing", [None, "", [], {}])
def test_nothing_has_no_words(nothing):
    assert words("voertuigen", nothing) == []


def test_each_item_of_a_list_has_a_line_of_its_own():
    cars = [{"kenteken": "00TST1", "merk": "Voorbeeld"}, {"kenteken": "00TST2"}]

    assert words("voertuigen", cars) == ["Voorbeeld, 00TST1", "00TST2"]


def test_an_address_reads_as_on_an_envelope():
    home = {
        "straat": "Voorbeeldlaan",
        "huisnummer": "18B",
        "postcode": "7811ZZ",
        "woonplaats": "Emmen",
    }

    assert address(home) == "Voorbeeldlaan 18B, 7811ZZ Emmen"


def test_a_number_shows_its_last_digits_only():
    assert masked("999990019") == "••••••019"


def test_an_unknown_day_in_a_date_is_not_made_up():
    assert partial_date("2009-04") == "april 2009"


def test_every_part_that_a_source_writes_has_words():
    """The names of the parts in `without_empty(...)` of every source."""
    written = set()
    for file in Path(ROOT / "plein/vault/sources").glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "without_empty":
                written |= {keyword.arg for keyword in node.keywords if keyword.arg}

    assert written
    assert written <= set(catalogue().parts)
