"""What stands on an envelope, for many people in one question."""

import json

import pytest
from sources import FATIMA, KATJA, NOBODY, SAMIR, Sources

from plein.gateways.answers import AnswerRefused, SourceUnreachable
from plein.gateways.back_channel import Answer
from plein.gateways.brp.client import BrpClient
from plein.kernel.bsn import Bsn


@pytest.fixture
def brp(sources: Sources) -> BrpClient:
    return BrpClient(f"{sources.url}/brp")


def test_name_greeting_and_lines_come_together(brp: BrpClient):
    found = brp.envelopes([KATJA, SAMIR, NOBODY])

    assert set(found) == {KATJA, SAMIR}
    katja, samir = found[KATJA].adressering, found[SAMIR].adressering
    assert katja.aanhef == "Geachte K. Veenstra"
    assert katja.aanschrijfwijze.naam == "K. Veenstra"
    assert (katja.adresregel1, katja.adresregel2) == ("Voorbeeldlaan 18B", "7811 ZZ EMMEN")
    assert samir.adresregel1 == "Probeerplein 7-9"


def test_nothing_else_of_them_comes_along(brp: BrpClient):
    katja = brp.envelopes([KATJA])[KATJA]

    assert katja.partners == katja.kinderen == ()
    assert katja.geboorte is katja.verblijfplaats is katja.naam is None


def test_twenty_people_are_one_question_and_one_more_is_two(monkeypatch):
    asked = []

    def call(*_args, content: bytes, **_kwargs) -> Answer:
        asked.append(json.loads(content)["burgerservicenummer"])
        return Answer(200, b'{"personen": []}')

    monkeypatch.setattr("plein.gateways.source.call", call)
    many = [Bsn(number) for number in NUMBERS]

    assert BrpClient("http://localhost").envelopes(many) == {}
    assert [len(each) for each in asked] == [20, 1]


def test_somebody_whom_nobody_asked_for_is_refused(brp: BrpClient, sources: Sources):
    with sources.ill("other_person", source="brp"), pytest.raises(AnswerRefused):
        brp.envelopes([KATJA, FATIMA])


def test_a_register_that_is_down_says_so(brp: BrpClient, sources: Sources):
    with sources.ill("down", source="brp"), pytest.raises(SourceUnreachable):
        brp.envelopes([KATJA])


def eleven_proof(number: int) -> bool:
    digits = [int(sign) for sign in str(number)]
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(one * weight for one, weight in zip(digits, weights, strict=True)) % 11 == 0


NUMBERS = [str(number) for number in range(999_990_000, 999_999_999) if eleven_proof(number)][:21]
