"""What DigiD says of a person, before we believe it."""

import pytest

from plein.gateways.digid.identifier import read_bsn
from plein.gateways.digid.level import Level
from plein.gateways.digid.means import Means
from plein.gateways.digid.types import Reason, SignInRefused


@pytest.mark.parametrize("text", ["", "12", "999.900.031", " 999900031", "999900032", "٩٩٩٩٠٠٠٣١"])
def test_a_number_that_is_not_nine_good_digits_is_refused(text: str):
    with pytest.raises(SignInRefused) as refused:
        read_bsn(text)

    assert refused.value.reason is Reason.BSN


def test_levels_have_an_order():
    assert Level.BASIS < Level.MIDDEN < Level.SUBSTANTIEEL < Level.HOOG


@pytest.mark.parametrize("level", Level)
def test_a_level_is_known_by_its_name_at_digid(level: Level):
    assert Level.called(level.uri) is level


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("http://eidas.europa.eu/LoA/low", Level.BASIS),
        ("http://eidas.europa.eu/LoA/substantial", Level.SUBSTANTIEEL),
        ("http://eidas.europa.eu/LoA/high", Level.HOOG),
        ("urn:of-our-own-making", None),
        (None, None),
    ],
)
def test_a_level_has_a_name_in_europe_too(name: str | None, level: Level | None):
    assert Level.called(name) is level


@pytest.mark.parametrize(
    ("level", "name"),
    [
        (Level.BASIS, "low"),
        (Level.MIDDEN, "substantial"),
        (Level.SUBSTANTIEEL, "substantial"),
        (Level.HOOG, "high"),
    ],
)
def test_europe_is_never_asked_for_less_than_digid_is(level: Level, name: str):
    assert Means.EIDAS.uri_of(level) == f"http://eidas.europa.eu/LoA/{name}"
    assert Means.DIGID.uri_of(level) == level.uri
