"""What a model refuses, in words for who writes the declaration."""

from collections.abc import Iterator

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from plein.intake.problems import DOES_NOT_FIT, Problem

_SAYS = {
    "missing": "'{field}' ontbreekt",
    "extra_forbidden": "'{field}' kennen wij niet",
    "enum": "'{given}' kan niet bij '{field}'",
    "string_type": "'{field}' hoort tekst te zijn",
    "string_pattern_mismatch": "'{given}' kan niet: gebruik kleine letters, cijfers en _",
    "string_too_short": "'{field}' is leeg",
    "string_too_long": "'{field}' is te lang",
    "too_short": "'{field}' is leeg",
    "too_long": "'{field}' is te lang",
    "tuple_type": "'{field}' hoort een lijst te zijn",
    "int_type": "'{field}' hoort een heel getal te zijn",
    "int_parsing": "'{field}' hoort een heel getal te zijn",
    "int_from_float": "'{field}' hoort een heel getal te zijn",
    "bool_type": "'{field}' hoort true of false te zijn",
    "model_type": "hier horen velden te staan",
}
_EXAMPLES = {
    "steps": "steps: [{key: wonen, title: Wonen, asks: [woonsituatie]}]",
    "questions": "questions: [{key: woonsituatie, kind: tekst, title: 'Hoe woont u?'}]",
    "key": "key: woonsituatie",
    "value": "value: samen",
    "label": "label: Ik woon samen",
    "kind": "kind: keuze, meerkeuze, ja_nee, tekst, lange_tekst, bedrag, getal of datum",
    "title": "title: 'Hoe woont u?'",
    "choices": "choices: [{value: alleen, label: Alleen}, {value: samen, label: Samen}]",
    "asks": "asks: [woonsituatie]",
    "confirms": "confirms: [adres]",
    "required": "required: false",
    "element": "element: saldi",
    "least": "least: 0",
    "most": "most: 10",
}
_KNOWN = {
    "": "steps en questions",
    "steps": "key, title, text, when, asks en confirms",
    "questions": "key, kind, title, help, example, choices, element, required, when, least en most",
    "choices": "value en label",
}


def shape_problems(refused: ValidationError) -> Iterator[Problem]:
    for error in refused.errors(include_url=False):
        yield _problem(error)


def _problem(error: ErrorDetails) -> Problem:
    place, kind = error["loc"], error["type"]
    if kind == DOES_NOT_FIT:
        return Problem(place, error["ctx"]["what"], error["ctx"]["example"])
    names = [""] + [part for part in place if isinstance(part, str)]
    says = _SAYS.get(kind, "'{field}' klopt niet").format(field=names[-1], given=error["input"])
    if kind == "extra_forbidden":
        return Problem(place, says, f"hier kan {_KNOWN[names[-2]]}")
    return Problem(place, says, _EXAMPLES.get(names[-1], f"{names[-1]}: een tekst"))
