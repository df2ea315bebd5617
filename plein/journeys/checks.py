"""Does everything in a journey fit together?"""

from collections.abc import Iterator
from dataclasses import replace

from plein.journeys.condition_checks import condition_problems
from plein.journeys.doubles import doubles
from plein.journeys.intake_checks import intake_problems
from plein.journeys.journey import Journey
from plein.journeys.moving import moving_problems
from plein.journeys.partner_checks import partner_problems
from plein.journeys.phases import Phase
from plein.journeys.problems import Problem, nearest
from plein.journeys.task_checks import task_problems
from plein.journeys.vault_checks import vault_problems
from plein.vault.catalogue import catalogue

NEEDED = (Phase.RECEIVED, Phase.IN_REVIEW, Phase.DECIDED)
STATION = "{{key: station, phase: {phase}, resident: …, staff: …, inform: true, days: 1}}"


def problems_of(journey: Journey) -> Iterator[Problem]:
    yield from doubles("stations", "station", [each.key for each in journey.stations])
    yield from doubles("tasks", "opdracht", [each.key for each in journey.tasks])
    yield from doubles("results", "uitkomst", [each.key for each in journey.results])
    yield from _stations(journey)
    yield from task_problems(journey)
    yield from partner_problems(journey)
    yield from _purpose(journey)
    if journey.moves:
        yield from moving_problems(journey.moves, journey.intake)
    if journey.intake:
        for checks in (intake_problems, vault_problems, condition_problems):
            for each in checks(journey.intake):
                yield replace(each, place=("intake", *each.place))
    elif journey.report:
        example = "intake: {steps: […], questions: […]}"
        yield Problem(("report",), "na een melding hoort een aanvraag om in te vullen", example)


def _stations(journey: Journey) -> Iterator[Problem]:
    phases = {each.phase for each in journey.stations}
    for phase in (*NEEDED, *([Phase.REPORTED] if journey.report else [])):
        if phase not in phases:
            what = f"er is geen station voor '{phase}'"
            yield Problem(("stations",), what, STATION.format(phase=phase.value))


def _purpose(journey: Journey) -> Iterator[Problem]:
    """What the rules look at, is looked at for a purpose of the catalogue."""
    key, known = journey.decision.purpose, catalogue().purposes
    if key is not None and key not in known:
        what = f"doel '{key}' staat niet in de kluis"
        yield Problem(("decision", "purpose"), what, f"purpose: {nearest(key, known, 'pw')}")
