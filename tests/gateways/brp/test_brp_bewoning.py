"""Who lives with somebody: asked by address, answered for the person."""

from datetime import date, timedelta

import pytest
from sources import FATIMA, HENK, JAN, KATJA, LOTTE, PIET, TODAY, Sources

from plein.gateways.answers import AnswerRefused, NothingFound, Reason, SourceUnreachable
from plein.gateways.brp.bewoning_client import BewoningClient
from plein.gateways.brp.client import BrpClient


@pytest.fixture
def bewoning(sources: Sources) -> BewoningClient:
    return BewoningClient(f"{sources.url}/brp")


def test_katja_lives_with_her_children(bewoning: BewoningClient):
    home = bewoning.residents(KATJA, on=TODAY).value

    assert [one.naam.voornamen for one in home.bewoners] == ["Katja", "Mees", "Evi"]
    assert home.houses(KATJA)
    assert not home.houses(JAN)


def test_everybody_at_one_address_gets_the_same_answer(bewoning: BewoningClient):
    assert bewoning.residents(FATIMA, on=TODAY) == bewoning.residents(JAN, on=TODAY)
    assert len(bewoning.residents(JAN, on=TODAY).value.bewoners) == 5


def test_somebody_alone_lives_with_nobody(bewoning: BewoningClient):
    assert len(bewoning.residents(HENK, on=TODAY).value.bewoners) == 1


def test_at_a_briefadres_nobody_lives(bewoning: BewoningClient):
    assert bewoning.residents(PIET, on=TODAY) == NothingFound()


def test_of_a_day_before_somebody_came_nothing_is_told(bewoning: BewoningClient):
    came = date(2011, 5, 2)

    assert bewoning.residents(LOTTE, on=came - timedelta(days=1)) == NothingFound()
    assert len(bewoning.residents(LOTTE, on=came).value.bewoners) == 2


def test_who_perhaps_lives_there_is_kept_apart(sources: Sources, bewoning: BewoningClient):
    with sources.ill("partial", source="bewoning"):
        found = bewoning.residents(KATJA, on=TODAY)

    assert len(found.value.bewoners) == 1
    assert len(found.value.mogelijkeBewoners) == 2
    assert found.warnings == ("Van sommige mensen is niet zeker of zij hier wonen.",)


def test_without_the_address_there_is_no_answer(sources: Sources, bewoning: BewoningClient):
    with sources.ill("down", source="brp"), pytest.raises(SourceUnreachable):
        bewoning.residents(KATJA, on=TODAY)


def test_the_address_can_come_from_elsewhere(sources: Sources):
    elsewhere = BrpClient(f"{sources.url}/brp")
    bewoning = BewoningClient(f"{sources.url}/nowhere", brp=elsewhere)

    with pytest.raises(AnswerRefused) as refused:
        bewoning.residents(KATJA, on=TODAY)

    assert refused.value.reason is Reason.STATUS
