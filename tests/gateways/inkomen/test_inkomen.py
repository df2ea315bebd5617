"""The income that is shared once: amount, year, status."""

import pytest
from sources import KATJA, LOTTE, PIET, SAMIR, TODAY, Sources

from plein.gateways.answers import NothingFound
from plein.gateways.inkomen.client import InkomenClient
from plein.gateways.inkomen.types import Inkomens, Status


@pytest.fixture
def inkomen(sources: Sources) -> InkomenClient:
    return InkomenClient(f"{sources.url}/inkomen")


def test_the_latest_year_comes_with_its_status(inkomen: InkomenClient):
    latest = inkomen.income(KATJA).value.latest

    assert latest.belastingjaar == TODAY.year - 1
    assert latest.bedrag_cents == 20_980_00
    assert latest.status is Status.VOORLOPIG


def test_no_income_is_an_income_of_nothing(inkomen: InkomenClient):
    assert inkomen.income(SAMIR).value.latest.bedrag_cents == 0


def test_an_income_that_is_not_known_yet_is_not_nothing(inkomen: InkomenClient):
    found = inkomen.income(LOTTE)

    assert found.value.latest.bedrag_cents is None
    assert found.warnings == ("Van een jaar weet de Belastingdienst uw inkomen nog niet.",)


def test_an_income_under_investigation_gives_a_warning(inkomen: InkomenClient):
    assert inkomen.income(PIET).warnings == ("De Belastingdienst onderzoekt of dit inkomen klopt.",)


def test_who_stops_sharing_shares_nothing(sources: Sources, inkomen: InkomenClient):
    with sources.ill("cancelled", source="inkomen"):
        found = inkomen.income(KATJA)

    assert found == NothingFound(("U bent gestopt met het delen van uw inkomen.",))


def test_without_any_year_there_is_no_latest():
    assert Inkomens(burgerservicenummer=KATJA.reveal()).latest is None
