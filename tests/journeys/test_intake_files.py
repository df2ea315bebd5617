"""The files themselves: every problem with its line, and every step of a real one in reach."""

from datetime import date, timedelta
from decimal import Decimal
from io import StringIO
from itertools import product

import pytest
import yaml
from django.core.management import CommandError, call_command

from plein.journeys.comparisons import Comparison, IsIn
from plein.journeys.files import read_yaml
from plein.journeys.problems import DeclarationDoesNotFit
from plein.journeys.questions import Kind
from plein.journeys.reading import check_journey_file
from plein.regelingen.library import FOLDER

FILES = [file for file in sorted(FOLDER.glob("*/journey.yaml")) if "\nintake:" in file.read_text()]

TEXT = """\
name: Proef
decide_within: 56
intake:
  steps:
    - key: gegevens
      title: Klopt dit?
      confirms: [adres]
    - key: wonen
      title: Wonen
      asks: [woonsituatie, kinderen]
    - key: partner
      title: Uw partner
      when: woonsituatie == "samen"
      asks:
        - partner_werkt
        - kosten
  questions:
    - key: woonsituatie
      kind: keuze
      title: Hoe woont u?
      choices:
        - {value: alleen, label: Alleen}
        - {value: samen, label: Samen}
    - {key: kinderen, kind: getal, title: Hoeveel kinderen hebt u, least: 0}
    - key: partner_werkt
      kind: ja_nee
      title: Werkt uw partner?
      when: kinderen >= 1
    - key: kosten
      kind: meerkeuze
      title: Wat deelt u?
      choices: [{value: huur, label: De huur}, {value: eten, label: Het eten}]
law: Participatiewet art. 36
may_extend: 28
object_within: 42
stations:
  - {key: ontvangen, phase: ontvangen, resident: Bezig, staff: Bezig, inform: true, days: 1}
  - {key: bekijken, phase: in_behandeling, resident: Bezig, staff: Bezig, inform: true, days: 1}
  - {key: besloten, phase: besloten, resident: Klaar, staff: Klaar, inform: true, days: 1}
results: []
"""

PROBLEMS = [
    # what stands there, what somebody makes of it, the line, what is told
    ("        - kosten", "        - koste", 16, "stap 'partner': vraag 'koste' bestaat niet"),
    ("        - kosten\n", "", 28, "vraag 'kosten': wordt in geen stap gevraagd"),
    ("        - kosten", "        - kosten\n        - kosten", 30, "wordt twee keer gevraagd"),
    ("[adres]", "[schoenmaat]", 7, "stap 'gegevens': gegeven 'schoenmaat' staat niet in de kluis"),
    ("least: 0", "element: schoen", 24, "vraag 'kinderen': gegeven 'schoen' staat niet in de"),
    (
        "least: 0",
        "element: loon_sv",
        24,
        "vraag 'kinderen': de wet verbiedt deze vraag: 'loon_sv' staat al bij UWV, "
        "Participatiewet artikel 53a lid 1",
    ),
    (
        "least: 0",
        "element: kinderen",
        24,
        "vraag niet naar 'kinderen': het staat al bij Basisregistratie Personen (BRP)",
    ),
    ('== "samen"', '= "samen"', 13, "stap 'partner': voorwaarde, kolom 14: '=': schrijf =="),
    ('when: woonsituatie == "samen"', "when: true", 13, "'when' hoort tekst te zijn"),
    ("when: woonsituatie ==", "when: huis ==", 13, "stap 'partner': vraag 'huis' bestaat niet"),
    ('woonsituatie == "samen"', "partner_werkt", 13, "vraag 'partner_werkt' komt pas later"),
    ("when: kinderen >= 1", "when: partner_werkt", 28, "vraag 'partner_werkt' komt pas later"),
    ("when: kinderen >= 1", "when: kinderen == ja", 28, "vraag 'partner_werkt': kinderen is een"),
    ('== "samen"', '== "getrouwd"', 13, "'getrouwd' is geen keuze van vraag 'woonsituatie'"),
    ("- key: partner\n", "- key: wonen\n", 11, "stap 'wonen': 'wonen' staat er twee keer"),
    ("{key: kinderen", "{key: woonsituatie", 24, "'woonsituatie' staat er twee keer"),
    ("kind: getal", "kind: nummer", 24, "vraag 'kinderen': 'nummer' kan niet bij 'kind'"),
    ("kind: getal", "kind: datum", 24, "vraag 'kinderen': bij datum horen geen least en most"),
    ("least: 0", "least: 3, most: 1", 24, "vraag 'kinderen': least is meer dan most"),
    ("least: 0", "least: veel", 24, "vraag 'kinderen': 'least' hoort een heel getal te zijn"),
    ("least: 0", "required: soms", 24, "vraag 'kinderen': 'required' hoort true of false te zijn"),
    ("least: 0", "verplicht: true", 24, "vraag 'kinderen': 'verplicht' kennen wij niet"),
    ("title: Wonen", "titel: Wonen", 8, "stap 'wonen': 'title' ontbreekt"),
    ("title: Wonen", "title: 2026", 9, "stap 'wonen': 'title' hoort tekst te zijn"),
    ("title: Wonen", 'title: ""', 9, "stap 'wonen': 'title' is leeg"),
    ("key: gegevens", "key: Mijn gegevens", 5, "'Mijn gegevens' kan niet: gebruik kleine letters"),
    ("{key: kinderen", "{key: ja", 24, "vraag 'ja': 'ja' is een vast woord en geen sleutel"),
    ("      confirms: [adres]\n", "", 5, "een stap heeft asks, confirms of text"),
    ("asks: [woonsituatie, kinderen]", "asks: kinderen", 10, "'asks' hoort een lijst te zijn"),
    (", {value: eten, label: Het eten}", "", 29, "vraag 'kosten': bij meerkeuze horen twee"),
    ("value: eten", "value: huur", 29, "vraag 'kosten': een keuze staat er twee keer"),
    ("kind: meerkeuze", "kind: tekst", 29, "vraag 'kosten': bij tekst horen geen keuzes"),
    ("value: eten", "waarde: eten", 32, "vraag 'kosten': 'value' ontbreekt"),
    ("  questions:", "  vragen:", 17, "'vragen' kennen wij niet"),
    ("title: Wonen", "title: Wonen: thuis", 9, "dit is geen YAML"),
    ("title: Wonen", "title: Wonen\n      title: Huis", 10, "'title' staat er twee keer"),
    ("confirms: [adres]", "confirms: &lijst [*lijst]", 7, "een verwijzing met * kan niet"),
    ("name: Proef", "name: Proef\nintake: {}", 4, "'intake' staat er twee keer"),
]


@pytest.fixture
def written(tmp_path):
    """`written(text)` is the path of a journey.yaml with this text."""

    def write(text):
        path = tmp_path / "journey.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_an_intake_reads_from_beside_the_other_keys_of_a_case_type(written):
    intake = check_journey_file(written(TEXT)).intake

    assert [step.key for step in intake.steps] == ["gegevens", "wonen", "partner"]
    assert intake.question("kinderen").kind == Kind.NUMBER


@pytest.mark.parametrize(("right", "wrong", "line", "what"), PROBLEMS)
def test_a_problem_is_told_with_file_line_and_example(written, right, wrong, line, what):
    assert right in TEXT

    with pytest.raises(DeclarationDoesNotFit) as refused:
        check_journey_file(written(TEXT.replace(right, wrong, 1)))

    told = [each for each in refused.value.lines if what in each]
    assert len(told) == 1, refused.value.lines
    assert told[0].startswith(f"journey.yaml, regel {line}: ")
    assert ". Voorbeeld: " in told[0]
    assert all("Voorbeeld: " in each for each in refused.value.lines)


@pytest.mark.parametrize(
    "text",
    ["", "name: Proef", "intake: [", "intake: \x07", "intake: 3"],
)
def test_a_file_without_an_intake_says_how_one_looks(written, text):
    with pytest.raises(DeclarationDoesNotFit, match=r"^journey\.yaml.*: .*Voorbeeld: "):
        check_journey_file(written(text))


@pytest.mark.parametrize(
    ("right", "wrong", "example"),
    [
        ("        - kosten", "        - koste", "asks: [kosten]"),
        ("[adres]", "[partners]", "confirms: [partner]"),
        ("least: 0", "element: rekening", "element: rekeningen"),
        ("when: woonsituatie", "when: woonsitatie", "when: woonsituatie =="),
    ],
)
def test_an_example_names_what_somebody_may_have_meant(written, right, wrong, example):
    with pytest.raises(DeclarationDoesNotFit) as refused:
        check_journey_file(written(TEXT.replace(right, wrong, 1)))

    assert f"Voorbeeld: {example}" in refused.value.lines[0]


def test_the_command_tells_how_much_is_in_each_file(written):
    out = StringIO()

    call_command("check_journey", str(written(TEXT)), stdout=out)

    assert "in orde: 3 stappen, 4 vragen, 1 gegevens bevestigen" in out.getvalue()


def test_the_command_fails_with_every_problem_of_every_file(written, tmp_path):
    wrong = written(TEXT.replace("[adres]", "[schoenmaat]"))

    with pytest.raises(CommandError) as refused:
        call_command("check_journey", str(wrong), str(tmp_path / "weg.yaml"), stdout=StringIO())

    assert "journey.yaml, regel 7: stap 'gegevens'" in str(refused.value)
    assert "weg.yaml: dit bestand kunnen wij niet lezen" in str(refused.value)


def test_there_is_an_intake_to_look_at():
    assert FILES


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_every_step_and_every_question_of_a_regeling_is_in_reach(file):
    intake = check_journey_file(file).intake
    steps, questions = set(), set()

    for answers in every_way(intake):
        for step in intake.route(answers):
            steps.add(step.key)
            questions |= {question.key for question in intake.asked_in(step, answers)}

    assert steps == {step.key for step in intake.steps}
    assert questions == {question.key for question in intake.questions}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_every_route_ends_when_all_that_it_needs_is_answered(file):
    intake = check_journey_file(file).intake

    for answers in every_way(intake):
        rest = dict.fromkeys(intake.needed(answers) - answers.keys(), "x")
        assert not intake.missing(answers | rest)
        assert intake.counting(answers | rest).keys() >= intake.needed(answers)


def every_way(intake):
    """Every combination of what conditions look at; one without an answer too."""
    conditions = [each.when for each in (*intake.steps, *intake.questions) if each.when]
    names = sorted({name for condition in conditions for name in condition.names})
    options = [[None, *answers_to(intake.question(name), conditions)] for name in names]
    for chosen in product(*options):
        yield {name: value for name, value in zip(names, chosen, strict=True) if value is not None}


def answers_to(question, conditions):
    if question.kind == Kind.YES_NO:
        return [True, False]
    if question.kind == Kind.MANY:
        return [(value,) for value in question.values]
    if question.kind == Kind.ONE:
        return list(question.values)
    return [near for value in compared_with(question, conditions) for near in around(value)]


def compared_with(question, conditions):
    for each in (each for condition in conditions for each in condition.comparisons()):
        if each.name == question.key and isinstance(each, Comparison | IsIn):
            yield from each.values if isinstance(each, IsIn) else [each.other]


def around(value):
    """Just under, the same and just over."""
    if isinstance(value, date):
        return [value - timedelta(days=1), value, value + timedelta(days=1)]
    if isinstance(value, Decimal):
        return [value - 1, value, value + 1]
    return [value, f"{value}x"]


def test_yaml_is_read_as_everybody_reads_it(written):
    path = written(TEXT)

    assert (
        check_journey_file(path).intake.question("kosten").title
        == (yaml.safe_load(path.read_text())["intake"]["questions"][3]["title"])
    )


def test_on_is_a_name_and_no_is_an_answer(written):
    path = written("name: No\nmoves: {on: verhuisdag, yes: off, right: true, wrong: false}\n")

    given, _ = read_yaml(path)

    assert given == {
        "name": "No",
        "moves": {"on": "verhuisdag", "yes": "off", "right": True, "wrong": False},
    }
