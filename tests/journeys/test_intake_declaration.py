"""An intake is a list: the route, what is asked and what counts follow from it."""

from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.journeys.intake import Counts
from plein.journeys.journey import as_json_schema
from plein.journeys.problems import DeclarationDoesNotFit
from tests.journeys.conftest import AROUND, SMALL, read_intake

TOGETHER = {"woonsituatie": "samen", "partner_werkt": True, "kosten": ("huur",)}


def places_of(document, place=()):
    """Every place in it, as the keys and numbers on the way there."""
    if place:
        yield place
    if isinstance(document, dict | list):
        rows = document.items() if isinstance(document, dict) else enumerate(document)
        for part, inside in rows:
            yield from places_of(inside, (*place, part))


places = st.sampled_from(list(places_of(SMALL)))
rubbish = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.dates()
    | st.sampled_from(["", "adres", "kinderen", "woonsituatie == ja", "getal", "sinds > 1"])
    | st.text(max_size=5),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(st.sampled_from(["key", "kind", "when", "asks", "x"]), inside, max_size=3)
    ),
    max_leaves=4,
)


def keys(found):
    return [each.key for each in found]


def test_a_step_is_on_the_route_when_its_condition_holds(small):
    intake = read_intake(small)

    assert keys(intake.route({})) == ["gegevens", "wonen", "geld"]
    assert keys(intake.route({"woonsituatie": "samen"})) == [
        "gegevens",
        "wonen",
        "partner",
        "geld",
    ]


def test_a_question_that_follows_on_an_answer_is_asked_after_it(small):
    intake = read_intake(small)
    step = intake.step("partner")

    assert keys(intake.asked_in(step, {"woonsituatie": "samen"})) == ["partner_werkt"]
    assert keys(intake.asked_in(step, TOGETHER)) == ["partner_werkt", "kosten"]
    assert intake.asked_in(step, {"woonsituatie": "alleen"}) == ()


def test_what_may_be_skipped_is_not_needed(small):
    intake = read_intake(small)

    assert intake.needed({}) == {"woonsituatie", "kinderen", "spaargeld"}
    assert intake.needed(TOGETHER) == {
        "woonsituatie",
        "kinderen",
        "partner_werkt",
        "spaargeld",
        "sinds",
    }
    assert intake.missing(TOGETHER) == {"kinderen", "spaargeld", "sinds"}


def test_an_answer_to_a_question_that_fell_away_opens_nothing_and_does_not_count(small):
    intake = read_intake(small)

    alone = TOGETHER | {"woonsituatie": "alleen", "sinds": None}

    assert intake.counting(alone) == {"woonsituatie": "alleen"}
    assert "sinds" not in intake.needed(alone)


def test_a_step_of_which_every_question_falls_away_is_passed_by(small):
    small["steps"][3]["asks"] = ["spaargeld"]
    small["steps"].append({"key": "duur", "title": "Hoe lang?", "asks": ["sinds"]})
    intake = read_intake(small)

    assert "duur" not in keys(intake.route({}))
    assert "duur" in keys(intake.route(TOGETHER))


def test_it_counts_what_this_route_asks(small):
    intake = read_intake(small)

    assert intake.counts({}) == Counts(steps=3, questions=3, confirms=1, answered=0)
    assert intake.counts(TOGETHER) == Counts(steps=4, questions=6, confirms=1, answered=3)


def test_a_declaration_cannot_be_changed(small):
    with pytest.raises(ValueError, match="frozen"):
        read_intake(small).steps[0].title = "Anders"


def test_an_editor_gets_a_schema_with_every_field():
    schema = as_json_schema()

    assert AROUND.keys() < set(schema["properties"])
    assert set(schema["$defs"]["Intake"]["properties"]) == {"steps", "questions"}
    assert schema["$defs"]["Step"]["properties"]["when"]["type"] == "string"
    assert "meerkeuze" in schema["$defs"]["Kind"]["enum"]


def test_every_problem_is_told_at_once(small):
    small["steps"][1]["asks"] = ["woonsituatie", "huisdier"]
    small["steps"][0]["confirms"] = ["schoenmaat"]

    with pytest.raises(DeclarationDoesNotFit) as refused:
        read_intake(small)

    assert len(refused.value.lines) == 3
    assert refused.value.lines[0] == (
        "stap 'wonen': vraag 'huisdier' bestaat niet. Voorbeeld: asks: [woonsituatie]"
    )


def test_an_intake_that_is_written_down_reads_the_same(small):
    intake = read_intake(small)

    assert read_intake(intake.model_dump(mode="json")) == intake


@given(places, rubbish)
def test_no_document_does_anything_but_read_or_be_refused(place, value):
    document = put(deepcopy(SMALL), place, value)

    try:
        read_intake(document)
    except DeclarationDoesNotFit as refused:
        assert all("Voorbeeld: " in line for line in refused.lines)


def put(document, place, value):
    """The document with another value at this place."""
    *way, last = place
    inside = document
    for part in way:
        inside = inside[part]
    inside[last] = value
    return document
