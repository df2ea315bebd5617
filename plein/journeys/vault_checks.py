"""We ask nothing that the vault gets elsewhere, and nothing that the law forbids to ask."""

from collections.abc import Iterator

from plein.journeys.intake import Intake
from plein.journeys.problems import Problem, nearest
from plein.vault.catalogue import catalogue
from plein.vault.catalogue.types import Ask, Element

FORBID_ASKING = {"pw_53a", "brp_1_7"}


def vault_problems(intake: Intake) -> Iterator[Problem]:
    for number, question in enumerate(intake.questions):
        if question.element is not None:
            for what, example in _asking(question.element):
                yield Problem(("questions", number, "element"), what, example)
    for number, step in enumerate(intake.steps):
        for index, key in enumerate(step.confirms):
            if key not in catalogue().elements:
                example = f"confirms: [{nearest(key, catalogue().elements, 'adres')}]"
                yield Problem(("steps", number, "confirms", index), _unknown(key), example)


def _asking(key: str) -> Iterator[tuple[str, str]]:
    element = catalogue().elements.get(key)
    if element is None:
        may_ask = [name for name, each in catalogue().elements.items() if each.ask == Ask.ASK]
        yield _unknown(key), f"element: {nearest(key, may_ask, 'saldi')}"
    elif element.ask == Ask.NEVER:
        yield (
            f"de wet verbiedt deze vraag: '{key}' staat al bij {_source(element)}, {_law(element)}",
            f"haal de vraag weg, of laat het gegeven zien met confirms: [{key}]",
        )
    elif element.ask == Ask.CONFIRM:
        yield (
            f"vraag niet naar '{key}': het staat al bij {_source(element)}",
            f"laat zien en vraag of het klopt, met confirms: [{key}]",
        )


def _unknown(key: str) -> str:
    return f"gegeven '{key}' staat niet in de kluis"


def _source(element: Element) -> str:
    return catalogue().source_of(element).nl


def _law(element: Element) -> str:
    """What forbids it, or else why we have it."""
    keys = [key for key in element.bases if key in FORBID_ASKING] or element.bases
    return " en ".join(catalogue().bases[key].law for key in keys)
