"""What is wrong with a file is said with its file, its line and an example."""

import pytest

from plein.content.library import FOLDER
from plein.content.reading import read_item
from plein.journeys.problems import DeclarationDoesNotFit

GOOD, _other_languages = (FOLDER / "schulden/kwijtschelding.yaml").read_text().split("  en:\n")


@pytest.fixture
def read(tmp_path):
    def read(text: str, name: str = "kwijtschelding"):
        folder = tmp_path / "schulden"
        folder.mkdir()
        file = folder / f"{name}.yaml"
        file.write_text(text)
        return read_item(file)

    return read


def refused(read, text: str, **more) -> str:
    with pytest.raises(DeclarationDoesNotFit) as problem:
        read(text, **more)
    return str(problem.value)


def test_a_good_file_is_read(read):
    item = read(GOOD)

    assert item.upl.uri == "http://standaarden.overheid.nl/owms/terms/belastingkwijtschelding"
    assert item.law[0].url == "https://wetten.overheid.nl/BWBR0004770"


def test_an_amount_in_the_text_is_refused(read):
    said = refused(read, GOOD.replace("{norm:kwijtschelding.auto_vrij}", "3350 euro"))

    assert said == (
        "kwijtschelding.yaml, regel 16: 'euro' in een tekst: een bedrag komt uit de normen."
        " Voorbeeld: {norm:bijstand.norm_alleen}"
    )


@pytest.mark.parametrize("amount", ["€ 12", "12 %", "5 procent", "{norm:kwijtschelding}", "3 cent"])
def test_no_way_of_writing_an_amount_gets_through(read, amount):
    said = refused(read, GOOD.replace("{norm:kwijtschelding.auto_vrij}", amount))

    assert "een bedrag komt uit de normen" in said


@pytest.mark.parametrize(
    ("good", "bad", "says"),
    [
        ("upl: belastingkwijtschelding", "upl: belastingen", "staat niet in de UPL"),
        ("Invorderingswet 1990 art. 26", "Invorderingswet art. 26", "geen artikel van een wet"),
        ("decides: gemeente", "decides: burgemeester", "kan niet bij 'decides'"),
        ("reviewed_on: 2026-11-28", "reviewed_on: gisteren", "is geen dag"),
        ("schulden: {days: 21}", "schulden: {dagen: 21}", "'dagen' kennen wij niet"),
        ("schulden: {days: 21}", "schuld: {days: 21}", "gebeurtenis 'schuld' kennen wij niet"),
        ("owner: Belastingen\n", "", "'owner' ontbreekt"),
        ("  nl:", "  fy:", "de tekst in het Nederlands ontbreekt"),
        ("key: kwijtschelding", "key: anders", "niet de naam van het bestand"),
    ],
)
def test_what_does_not_fit_is_said(read, good, bad, says):
    assert good in GOOD

    said = refused(read, GOOD.replace(good, bad, 1))

    assert says in said
    assert "Voorbeeld: " in said


def test_a_source_is_an_address_or_norms_and_never_both(read):
    both = GOOD.replace("norms: kwijtschelding", "norms: kwijtschelding, url: https://www.svb.nl/")

    assert "url of norms" in refused(read, both)


def test_a_source_without_a_safe_address_is_refused(read):
    bad = GOOD.replace("norms: kwijtschelding", "url: http://www.svb.nl/")

    assert "begint" in refused(read, bad)


def test_a_text_is_not_too_short(read):
    start = GOOD.index("    body:")

    said = refused(read, GOOD[:start] + "    body: Kort.\n")

    assert "60 tot en met 150 woorden" in said
