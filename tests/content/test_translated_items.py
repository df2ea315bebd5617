"""A text in another language says what the Dutch says: as many steps, and the same amounts."""

import pytest

from plein.content.item import Item
from plein.content.library import FOLDER, items
from plein.content.reading import read_item
from plein.content.translated import translation_problems
from plein.journeys.problems import DeclarationDoesNotFit

FILE = FOLDER / "schulden/kwijtschelding.yaml"
NORM = "{norm:kwijtschelding.auto_vrij}"


def in_english(**changes: object) -> Item:
    """The text about kwijtschelding, with something else in its English."""
    item = items()["kwijtschelding"]
    english = item.texts["en"].model_copy(update=changes)
    return item.model_copy(update={"texts": {**item.texts, "en": english}})


def told(item: Item) -> list[str]:
    return [problem.what for problem in translation_problems(item)]


@pytest.mark.parametrize("key", items())
def test_every_text_reads_in_every_language(key):
    assert set(items()[key].texts) == {"nl", "en", "ar", "uk"}


def test_a_translation_that_is_true_to_the_dutch_is_read():
    assert told(in_english()) == []


def test_a_step_less_or_more_is_refused():
    steps = items()["kwijtschelding"].texts["en"].steps

    assert told(in_english(steps=steps[1:])) == ["hier staan 3 stappen, en in het Nederlands 4"]
    assert told(in_english(steps=(*steps, "Wait."))) == [
        "hier staan 5 stappen, en in het Nederlands 4"
    ]


def test_an_amount_that_went_missing_is_refused():
    body = items()["kwijtschelding"].texts["en"].body.replace(NORM, "little")

    assert told(in_english(body=body)) == [f"het bedrag {NORM} ontbreekt in deze taal"]


def test_an_amount_that_the_dutch_does_not_have_is_refused():
    lead = "You get {norm:bijstand.norm_alleen}."

    assert told(in_english(lead=lead)) == [
        "het bedrag {norm:bijstand.norm_alleen} staat niet in het Nederlands"
    ]


def test_an_amount_may_stand_in_another_sentence():
    english = items()["kwijtschelding"].texts["en"]

    moved = in_english(lead=f"At most {NORM}.", body=english.body.replace(NORM, "that"))

    assert told(moved) == []


def test_what_was_left_in_dutch_is_refused_also_one_step():
    dutch = items()["kwijtschelding"].texts["nl"]
    steps = (dutch.steps[0], *items()["kwijtschelding"].texts["en"].steps[1:])

    assert told(in_english(title=dutch.title)) == [
        f"'{dutch.title}' staat hier nog in het Nederlands"
    ]
    assert told(in_english(steps=steps)) == [f"'{dutch.steps[0]}' staat hier nog in het Nederlands"]


def read_with(tmp_path, good: str, bad: str) -> str:
    text = FILE.read_text()
    assert good in text
    folder = tmp_path / "schulden"
    folder.mkdir()
    file = folder / FILE.name
    file.write_text(text.replace(good, bad, 1))
    with pytest.raises(DeclarationDoesNotFit) as problem:
        read_item(file)
    return str(problem.value)


def test_the_line_and_an_example_are_said(tmp_path):
    said = read_with(tmp_path, "      - Wait until you have the bill.\n", "")

    assert "kwijtschelding.yaml, regel " in said
    assert "hier staan 3 stappen, en in het Nederlands 4" in said
    assert "Voorbeeld: elke stap een eigen regel" in said


@pytest.mark.parametrize(
    "markup", ["<b>fast</b>", "<script>", "&nbsp;", "&#60;", "\N{RIGHT-TO-LEFT OVERRIDE}"]
)
def test_a_text_is_without_markup_and_scripts(tmp_path, markup):
    said = read_with(tmp_path, "Ask quickly whether", f"Ask {markup} whether")

    assert "een tekst is zonder opmaak" in said


@pytest.mark.parametrize(
    "amount", ["5 percent", "5 per cent", "مئة يورو", "5 بالمئة", "5 відсотків", "7 євро"]
)
def test_no_language_has_amounts_of_its_own(tmp_path, amount):
    said = read_with(tmp_path, "Ask quickly whether", f"Ask {amount} whether")

    assert "een bedrag komt uit de normen" in said
