"""A look, as a resident reads it."""

import pytest

from plein.audit.models import Look
from plein.web.look_words import element_words, sentence_of


def look(**given) -> Look:
    usual = {
        "organisation": "gemeente Emmen",
        "team": "Team Inkomen",
        "channel": "medewerker",
        "action": "lezen",
        "elements": ["ww"],
        "purpose": "voor uw aanvraag",
        "basis": "Participatiewet art. 53a",
    }
    return Look(**usual | given)


WORDS = {"ww": "uw WW-gegevens", "inkomen": "uw inkomen"}


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (
            {},
            "Team Inkomen van gemeente Emmen bekeek uw WW-gegevens"
            " voor uw aanvraag (Participatiewet artikel 53a).",
        ),
        (
            {"team": "", "purpose": "omdat u belde", "basis": ""},
            "Gemeente Emmen bekeek uw WW-gegevens, omdat u belde.",
        ),
        (
            {"elements": ["inkomen", "ww", "adres"], "purpose": "", "basis": "x"},
            "Team Inkomen van gemeente Emmen bekeek uw inkomen, uw WW-gegevens en adres.",
        ),
        (
            {"result": "geweigerd", "purpose": "", "basis": ""},
            "Team Inkomen van gemeente Emmen wilde uw WW-gegevens bekijken. Dat mocht niet.",
        ),
        (
            {"action": "gebruiken", "channel": "systeem", "team": "inloggen", "basis": ""}
            | {"organisation": "Plein"},
            "Plein gebruikte uw WW-gegevens voor uw aanvraag.",
        ),
        (
            {"channel": "inwoner", "organisation": "uzelf", "team": "", "purpose": ""},
            "Iemand van uw huishouden bekeek uw WW-gegevens.",
        ),
        (
            {"elements": [], "action": "wissen", "result": "geweigerd", "purpose": "om 1%"},
            "Team Inkomen van gemeente Emmen wilde uw gegevens gebruiken, om 1%"
            " (Participatiewet artikel 53a). Dat mocht niet.",
        ),
    ],
)
def test_a_look_reads_as_a_sentence(given, sentence):
    assert sentence_of(look(**given), WORDS) == sentence


def test_an_element_that_nobody_named_is_called_by_its_key():
    assert element_words("ww", WORDS) == "uw WW-gegevens"
    assert element_words("iets_nieuws", WORDS) == "iets_nieuws"
    assert element_words("email") == "uw e-mailadres"
