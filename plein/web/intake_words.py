"""What was filled in, as a page shows it: per step, a line for each answer."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plein.intake.answers import Answers, Confirmed
from plein.intake.progress import asked_in, route
from plein.journeys.intake import Intake
from plein.journeys.questions import Kind, Question
from plein.kernel.iban import grouped
from plein.kernel.money import euros
from plein.vault.catalogue import catalogue
from plein.vault.words import partial_date


def steps_shown(intake: Intake, answers: Answers, lacking: frozenset[str]) -> list[dict[str, Any]]:
    """Of the route that was taken."""
    return [
        {
            "step": step,
            "rows": [
                *(_confirmed(key, answers.confirmed.get(key), lacking) for key in step.confirms),
                *_given(asked_in(intake, step, answers), answers, lacking),
            ],
        }
        for step in route(intake, answers)
    ]


def _confirmed(key: str, each: Confirmed | None, lacking: frozenset[str]) -> dict[str, Any]:
    row = {"name": _(catalogue().elements[key].nl), "is_missing": key in lacking}
    if each is None:
        return row | {"says": "", "source": ""}
    if each.right:
        source = _("Van: {source}. U zei: dit klopt.").format(source=each.source)
        return row | {"says": each.shown, "source": source}
    wrong = _("Bij ons stond: {shown} (van: {source}). Wij laten nakijken wat klopt.")
    source = wrong.format(shown=each.shown, source=each.source) if each.shown else ""
    return row | {"says": each.says, "source": source}


def _given(
    questions: tuple[Question, ...], answers: Answers, lacking: frozenset[str]
) -> Iterator[dict[str, Any]]:
    for question in questions:
        says = in_words(question, answers.given.get(question.key))
        yield {"name": question.title, "says": says, "is_missing": question.key in lacking}


def in_words(question: Question, value: Any) -> str:
    if value is None:
        return ""
    labels = {each.value: each.label for each in question.choices}
    if question.choices:
        chosen = value if isinstance(value, list) else [value]
        return ", ".join(labels.get(str(each), str(each)) for each in chosen)
    tell = WORDS.get(question.kind, str)
    return tell(value)


def _papers(keys: list[str]) -> str:
    words = ngettext("1 foto of papier", "{n} foto's of papieren", len(keys))
    return words.format(n=len(keys))


WORDS: Mapping[Kind, Callable[[Any], str]] = {
    Kind.YES_NO: lambda value: _("Ja") if value else _("Nee"),
    Kind.AMOUNT: euros,
    Kind.DAY: partial_date,
    Kind.ACCOUNT: grouped,
    Kind.FILES: _papers,
}
