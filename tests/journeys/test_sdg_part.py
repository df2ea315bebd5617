"""What a journey says for the Single Digital Gateway: all of it in English, or it is refused."""

import pytest
import yaml

from plein.content.references import products
from plein.journeys.problems import DeclarationDoesNotFit
from plein.journeys.reading import check_journey, check_journey_file
from plein.regelingen.library import journeys

SDG = {
    "heading": "Apply for money",
    "description": "Money for who has little.",
    "steps": ["Log in with DigiD."],
    "costs": "This is free.",
    "terms": "Apply before you start.",
    "remedies": "You can also talk to us.",
}


def refused(tmp_path, **changes) -> str:
    """What a file is told, of which the part differs in this."""
    sdg = {name: text for name, text in (SDG | changes).items() if text is not None}
    document = journeys()["individuele_inkomenstoeslag"] | {"sdg": sdg}
    file = tmp_path / "journey.yaml"
    file.write_text(yaml.safe_dump(document, allow_unicode=True, sort_keys=False))
    with pytest.raises(DeclarationDoesNotFit) as refusal:
        check_journey_file(file)
    (line,) = refusal.value.lines
    return line


@pytest.mark.parametrize("key", sorted(journeys()))
def test_every_journey_says_what_the_gateway_asks(key):
    assert check_journey(journeys()[key]).sdg is not None


@pytest.mark.parametrize("key", sorted(journeys()))
def test_a_name_of_the_upl_is_one_that_we_looked_up(key):
    upl = journeys()[key].get("upl")

    assert upl is None or upl in products().values()


@pytest.mark.parametrize("name", sorted(SDG))
def test_what_misses_is_told_with_file_line_and_example(tmp_path, name):
    said = refused(tmp_path, **{name: None})

    assert said.startswith("journey.yaml, regel ")
    assert f"'{name}' ontbreekt. Voorbeeld: {name}: " in said


@pytest.mark.parametrize("empty", ["", "   ", {"nl": "Vraag geld aan"}])
def test_a_text_that_is_empty_or_not_english_is_refused(tmp_path, empty):
    assert ": 'heading' is " in refused(tmp_path, heading=empty)


def test_dutch_is_not_asked_of_what_is_english_alone():
    document = journeys()["individuele_inkomenstoeslag"] | {"sdg": SDG}

    assert check_journey(document).sdg.heading == SDG["heading"]


def test_a_journey_may_leave_it_out():
    document = {**journeys()["individuele_inkomenstoeslag"]}
    document.pop("sdg")

    assert check_journey(document).sdg is None
