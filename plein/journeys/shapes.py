"""What a model refuses, in words for who writes the declaration."""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from plein.journeys.audience import Audience, Report, SearchPeriod
from plein.journeys.intake import Intake, Step
from plein.journeys.journey import Journey
from plein.journeys.moving import Moves
from plein.journeys.outcomes import HowDecided, Result, Weighed
from plein.journeys.problems import DOES_NOT_FIT, Problem
from plein.journeys.questions import Choice, Question
from plein.journeys.sdg import Sdg
from plein.journeys.stations import Station
from plein.journeys.taking_part import PaperKind, Partner, Reminders
from plein.journeys.task_templates import TaskTemplate

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
    "greater_than_equal": "'{given}' is te weinig bij '{field}'",
    "less_than_equal": "'{given}' is te veel bij '{field}'",
    "date_from_datetime_parsing": "'{given}' is geen dag",
    "date_parsing": "'{given}' is geen dag",
    "int_parsing": "'{field}' hoort een heel getal te zijn",
    "int_from_float": "'{field}' hoort een heel getal te zijn",
    "bool_type": "'{field}' hoort true of false te zijn",
    "model_type": "hier horen velden te staan",
}
_EXAMPLES = {
    "name": "name: Individuele inkomenstoeslag",
    "law": "law: Participatiewet art. 36",
    "decide_within": "decide_within: 56",
    "may_extend": "may_extend: 28",
    "object_within": "object_within: 42",
    "days": "days: 14",
    "stations": "stations: [{key: ontvangen, phase: ontvangen, resident: Wij hebben het, …}]",
    "phase": "phase: ontvangen",
    "tasks": "tasks: [{key: cv, kind: papier, title: Maak uw cv, due: melding + 14 dagen, …}]",
    "results": "results: [{key: toegekend, resident: U krijgt het, is_favourable: true}]",
    "due": "due: melding + 14 dagen",
    "starts": "starts: melding, aanvraag of besluit",
    "on_moving_away": "on_moving_away: ends, hand_over of stays",
    "way": "way: in of uit",
    "rule": "rule: heeft_laag_inkomen",
    "steps": "steps: [{key: wonen, title: Wonen, asks: [woonsituatie]}]",
    "questions": "questions: [{key: woonsituatie, kind: tekst, title: 'Hoe woont u?'}]",
    "key": "key: woonsituatie",
    "value": "value: samen",
    "label": "label: Ik woon samen",
    "kind": "kind: keuze, meerkeuze, ja_nee, tekst, lange_tekst, bedrag, getal, datum of rekening",
    "title": "title: 'Hoe woont u?'",
    "choices": "choices: [{value: alleen, label: Alleen}, {value: samen, label: Samen}]",
    "asks": "asks: [woonsituatie]",
    "confirms": "confirms: [adres]",
    "required": "required: false",
    "element": "element: saldi",
    "least": "least: 0",
    "most": "most: 10",
    "sdg": "sdg: {heading: Apply for help, description: …, steps: [Log in with DigiD.], costs: …}",
    "heading": "heading: Apply for help",
    "description": "description: You get help at home.",
    "costs": "costs: This is free.",
    "terms": "terms: Apply before you start.",
    "remedies": "remedies: You can also talk to us.",
}
_PARTS: dict[str, type[BaseModel]] = {
    "": Journey,
    "intake": Intake,
    "steps": Step,
    "questions": Question,
    "choices": Choice,
    "stations": Station,
    "tasks": TaskTemplate,
    "results": Result,
    "decision": HowDecided,
    "conditions": Weighed,
    "audience": Audience,
    "report": Report,
    "search_period": SearchPeriod,
    "moves": Moves,
    "partners": Partner,
    "papers": PaperKind,
    "reminders": Reminders,
    "sdg": Sdg,
}


def shape_problems(
    refused: ValidationError,
    parts: Mapping[str, type[BaseModel]] = _PARTS,
    examples: Mapping[str, str] = _EXAMPLES,
) -> Iterator[Problem]:
    """Of a journey, or of another declaration with its own parts and examples."""
    for error in refused.errors(include_url=False):
        yield _problem(error, parts, examples)


def _problem(
    error: ErrorDetails, parts: Mapping[str, type[BaseModel]], examples: Mapping[str, str]
) -> Problem:
    place, kind = error["loc"], error["type"]
    if kind == DOES_NOT_FIT:
        return Problem(place, error["ctx"]["what"], error["ctx"]["example"])
    names = [""] + [part for part in place if isinstance(part, str)]
    says = _SAYS.get(kind, "'{field}' klopt niet").format(field=names[-1], given=error["input"])
    if kind == "extra_forbidden":
        return Problem(place, says, f"hier kan {', '.join(parts[names[-2]].model_fields)}")
    return Problem(place, says, examples.get(names[-1], f"{names[-1]}: een tekst"))
