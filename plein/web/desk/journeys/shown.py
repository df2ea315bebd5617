"""A draft as its page shows it: every part in its place, with what is not right yet."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from plein.authoring.places import value_at, written
from plein.journeys.languages import DUTCH, in_language
from plein.journeys.problems import Place, Problem
from plein.web.desk.journeys.labels import ONE, SECTIONS
from plein.web.desk.journeys.problem_words import says

LISTS = ("tasks", "papers", "stations", "results", "partners")
SINGLE = ("audience", "report", "decision", "moves", "reminders", "sdg")
STEPS, QUESTIONS = ("intake", "steps"), ("intake", "questions")


@dataclass(slots=True)
class Part:
    """One line of the page. `address` is its place; `rows` are what stands in it."""

    address: str
    title: str
    about: str = ""
    problems: list[str] = field(default_factory=list)
    is_there: bool = True
    rows: list["Part"] = field(default_factory=list)


@dataclass(slots=True)
class Section:
    address: str
    title: Any
    one: Any
    rows: list[Part]
    problems: list[str]


def shown(document: Mapping[str, Any], problems: Sequence[Problem]) -> dict[str, Any]:
    """For the template: what it is about, steps with their questions, and the lists."""
    dutch = in_language(document, DUTCH)
    rest = list(problems)
    steps = _steps(dutch, rest)
    lists = [_section((name,), dutch, rest) for name in LISTS]
    single = [_single(name, dutch, rest) for name in SINGLE]
    return {
        "steps": steps,
        "lists": lists,
        "single": single,
        "whole": Part("-", "", problems=[says(each) for each in rest]),
        "count": len(problems),
    }


def _steps(dutch: Mapping[str, Any], rest: list[Problem]) -> Section:
    questions = {
        each.get("key"): _row((*QUESTIONS, number), each, rest)
        for number, each in enumerate(value_at(dutch, QUESTIONS) or [])
    }
    rows = []
    for number, step in enumerate(value_at(dutch, STEPS) or []):
        row = _row((*STEPS, number), step, rest)
        row.rows = [questions.pop(key) for key in step.get("asks", []) if key in questions]
        rows.append(row)
    lost = Part("", "", rows=list(questions.values()))
    section = Section(written(STEPS), SECTIONS["intake"], ONE["steps"], rows, [])
    section.rows += [lost] if lost.rows else []
    section.problems = _take(rest, ("intake",))
    return section


def _section(place: Place, dutch: Mapping[str, Any], rest: list[Problem]) -> Section:
    name = str(place[-1])
    given = value_at(dutch, place) or []
    rows = [_row((*place, number), each, rest) for number, each in enumerate(given)]
    return Section(written(place), SECTIONS[name], ONE[name], rows, _take(rest, place))


def _single(name: str, dutch: Mapping[str, Any], rest: list[Problem]) -> Part:
    given = dutch.get(name)
    about = str(given.get("text", "")) if isinstance(given, dict) else ""
    problems = _take(rest, (name,))
    return Part(name, str(SECTIONS[name]), about, problems, is_there=given is not None)


def _row(place: Place, given: Mapping[str, Any], rest: list[Problem]) -> Part:
    title = given.get("title") or given.get("resident") or given.get("organisation")
    return Part(
        address=written(place),
        title=str(title or given.get("key") or ""),
        about=", ".join(_about(given)),
        problems=_take(rest, place),
    )


def _about(given: Mapping[str, Any]) -> Iterator[str]:
    yield str(given.get("key", ""))
    for name in ("kind", "phase", "due", "starts", "way", "when"):
        if given.get(name):
            yield str(given[name]).replace("_", " ")
    if given.get("choices"):
        yield " / ".join(str(each.get("label", "")) for each in given["choices"])
    if given.get("confirms"):
        yield ", ".join(given["confirms"])


def _take(rest: list[Problem], place: Place) -> list[str]:
    """Those that are about this, taken out of the rest."""
    own = [each for each in rest if each.place[: len(place)] == place]
    rest[:] = [each for each in rest if each not in own]
    return [says(each) for each in own]
