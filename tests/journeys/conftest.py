"""A small intake that fits, to change one thing in, and a journey around it."""

from copy import deepcopy
from typing import Any

import pytest

from plein.journeys.intake import Intake
from plein.journeys.reading import check_journey

SMALL: dict[str, Any] = {
    "steps": [
        {"key": "gegevens", "title": "Klopt dit?", "confirms": ["adres"]},
        {"key": "wonen", "title": "Wonen", "asks": ["woonsituatie", "kinderen"]},
        {
            "key": "partner",
            "title": "Uw partner",
            "when": 'woonsituatie == "samen"',
            "asks": ["partner_werkt", "kosten"],
        },
        {"key": "geld", "title": "Geld", "asks": ["spaargeld", "sinds"]},
    ],
    "questions": [
        {
            "key": "woonsituatie",
            "kind": "keuze",
            "title": "Hoe woont u?",
            "choices": [
                {"value": "alleen", "label": "Alleen"},
                {"value": "samen", "label": "Samen"},
            ],
        },
        {"key": "kinderen", "kind": "getal", "title": "Hoeveel kinderen?", "least": 0, "most": 20},
        {"key": "partner_werkt", "kind": "ja_nee", "title": "Werkt uw partner?"},
        {
            "key": "kosten",
            "kind": "meerkeuze",
            "title": "Wat deelt u?",
            "required": False,
            "when": "partner_werkt == ja",
            "choices": [
                {"value": "huur", "label": "De huur"},
                {"value": "eten", "label": "Het eten"},
            ],
        },
        {"key": "spaargeld", "kind": "bedrag", "title": "Hoeveel geld?", "element": "saldi"},
        {
            "key": "sinds",
            "kind": "datum",
            "title": "Sinds wanneer?",
            "when": '"huur" in kosten',
        },
    ],
}


STATION = {"resident": "Wij zijn bezig", "staff": "Bezig", "inform": True, "days": 1}
AROUND: dict[str, Any] = {
    "name": "Proef",
    "law": "Participatiewet art. 36",
    "decide_within": 56,
    "may_extend": 28,
    "object_within": 42,
    "stations": [
        {"key": phase, "phase": phase} | STATION
        for phase in ("ontvangen", "in_behandeling", "besloten")
    ],
    "results": [{"key": "toegekend", "resident": "U krijgt het", "is_favourable": True}],
}


def read_intake(given: Any) -> Intake:
    """Raises `DeclarationDoesNotFit`."""
    intake = check_journey(AROUND | {"intake": given}).intake
    assert intake
    return intake


@pytest.fixture
def small() -> dict[str, Any]:
    return deepcopy(SMALL)
