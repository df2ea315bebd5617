"""Who takes part looks only at what is asked."""

from collections.abc import Iterator

from plein.journeys.condition_checks import problems_in
from plein.journeys.journey import Journey
from plein.journeys.problems import Problem


def partner_problems(journey: Journey) -> Iterator[Problem]:
    questions = {each.key: each for each in journey.intake.questions} if journey.intake else {}
    for number, partner in enumerate(journey.partners):
        if partner.when:
            place = ("partners", number, "when")
            yield from problems_in(place, partner.when, frozenset(questions), questions)
