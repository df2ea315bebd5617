"""What the contrast check found, in words and in the numbers of the stylesheet itself."""

import pytest

from plein.tenants.actions import HouseStyle, style_sheet
from plein.tenants.findings import Finding, findings


def found(**chosen) -> list[Finding]:
    style = HouseStyle(**chosen)
    return findings(style, style_sheet("emmen", style))


def test_a_dark_colour_is_used_as_it_was_chosen():
    (finding,) = found(brand="#0a5a9c")

    assert (finding.house, finding.is_too_light) == ("#0a5a9c", False)
    assert finding.on_house == ("Witte letters op #0a5a9c zijn goed te lezen. Het contrast is 7,1.")


def test_a_light_colour_is_darkened_and_we_say_so():
    (finding,) = found(brand="#ffcc00")

    assert finding.is_too_light
    assert finding.house != "#ffcc00"
    assert "#ffcc00 is te licht voor witte letters" in finding.on_house
    assert "Het contrast is 1,5 en moet minstens 4,6 zijn" in finding.on_house
    assert finding.house in finding.on_house


@pytest.mark.parametrize(("colour", "is_too_light"), [("#757575", False), ("#777777", True)])
def test_the_edge_lies_between_two_greys(colour, is_too_light):
    (finding,) = found(brand=colour)

    assert finding.is_too_light == is_too_light
    assert (finding.house == colour) != is_too_light


def test_each_chosen_colour_has_its_own_finding_in_order():
    three = found(brand="#0a5a9c", action="#7a2350", accent="#2c6e49")

    assert [str(one.name) for one in three] == ["Merkkleur", "Actiekleur", "Accentkleur"]
    assert [one.house for one in three] == ["#0a5a9c", "#7a2350", "#2c6e49"]
    assert [str(one.name) for one in found(brand="#0a5a9c", accent="#2c6e49")] == [
        "Merkkleur",
        "Accentkleur",
    ]


def test_letters_in_the_colour_are_measured_on_the_darkest_paper():
    (finding,) = found(brand="#0a5a9c")

    assert finding.on_light == f"Letters in deze kleur worden {finding.text}. Het contrast is 5,5."


def test_the_own_token_of_a_municipality_is_what_is_measured():
    tokens = {"--basis-color-accent-1-color-default": "#000"}

    (finding,) = found(brand="#0a5a9c", tokens=tokens)

    assert finding.text == "#000000"
