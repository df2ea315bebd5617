"""What is not right yet, with the names that fields have on screen."""

from django.utils.translation import gettext as _

from plein.journeys.problems import Problem
from plein.web.desk.journeys.labels import LABELS


def says(problem: Problem) -> str:
    name = _field(problem)
    what = problem.what.replace(f"'{name}'", f"‘{LABELS.get(name, name)}’")
    return what[:1].upper() + what[1:]


def says_with_example(problem: Problem) -> str:
    if set("{[") & set(problem.example):  # of a file; on screen there are fields for it
        return says(problem)
    example = problem.example.removeprefix(f"{_field(problem)}: ")
    return _("{what}. Voorbeeld: {example}").format(what=says(problem), example=example)


def _field(problem: Problem) -> str:
    return next((each for each in reversed(problem.place) if isinstance(each, str)), "")
