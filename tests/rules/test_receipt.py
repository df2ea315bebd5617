"""A decision is replayed from its receipt; what changed since then shows by name."""

import json
from decimal import Decimal

from plein.rules.calculate import calculate
from plein.rules.receipt import receipt_of, replay
from tests.rules.conftest import SPRING, From2026, book_of, hulp, norm, toeslag, totaal

KATJA = {"inkomen": "600.25", "is_alleen": True}


def test_a_receipt_survives_as_json_and_replays_to_the_cent(book):
    receipt = json.loads(json.dumps(receipt_of(calculate(book, ["totaal"], KATJA, SPRING))))

    assert replay(book, receipt) == []
    assert receipt["values"]["totaal"] == "439.73"
    assert receipt["norms"] == {"testwet.deel": "0.10", "testwet.minimum": "1000.00"}


def test_a_receipt_with_an_actual_amount_replays(book):
    known = {"hulp": Decimal("50.10")}
    receipt = receipt_of(calculate(book, ["totaal"], {"is_alleen": False}, SPRING, known=known))

    assert replay(book, receipt) == []


def test_another_norm_shows(book):
    receipt = receipt_of(calculate(book, ["totaal"], KATJA, SPRING))
    corrected = norm("minimum", (SPRING, "1001.00"))

    found = replay(book, receipt, norms=book.norms.with_local([corrected]))

    assert found == ["values: hulp", "values: toeslag", "values: totaal", "norms: testwet.minimum"]


def test_another_body_gives_another_version(book):
    before = receipt_of(calculate(book, ["hulp"], KATJA, SPRING))["rules"]
    same = receipt_of(calculate(book_of(hulp, toeslag, totaal), ["hulp"], KATJA, SPRING))["rules"]
    other = receipt_of(calculate(book, ["toeslag"], KATJA, SPRING))["rules"]

    assert before == same
    assert other != before
    assert From2026.totaal.law == totaal.law
