"""A journey: one document that says how an aanvraag goes, from the first question to the letter."""

from datetime import date
from enum import StrEnum
from typing import Any

from pydantic import Field, StrictBool

from plein.journeys.audience import Audience, Report
from plein.journeys.declared import Declared, Line, Text
from plein.journeys.intake import Intake
from plein.journeys.moving import Moves
from plein.journeys.outcomes import HowDecided, Result
from plein.journeys.phases import Phase
from plein.journeys.sdg import Sdg
from plein.journeys.stations import Station
from plein.journeys.taking_part import PaperKind, Partner, Reminders, Way
from plein.journeys.task_templates import TaskTemplate

INCOME = "inkomen en meedoen"  # what the household is helped with, where nothing else is said


class OnMovingAway(StrEnum):
    """What becomes of what somebody gets, when they leave the municipality."""

    ENDS = "ends"
    HAND_OVER = "hand_over"  # offered to the municipality where they go
    STAYS = "stays"


class Journey(Declared):
    """Terms are in calendar days; `law` says on what they rest, `question` which dossier it is.

    `upl` is the name in the uniforme productnamenlijst. `signed_by_partner` is for what partners
    ask for together: both sign. Without an intake one button is enough.
    """

    name: Line
    law: Line
    decide_within: int = Field(ge=1, le=400)
    may_extend: int = Field(ge=0, le=400)
    object_within: int = Field(ge=0, le=400)
    stations: tuple[Station, ...] = Field(min_length=1, max_length=20)
    results: tuple[Result, ...] = Field(max_length=20)
    tasks: tuple[TaskTemplate, ...] = Field(default=(), max_length=60)
    intake: Intake | None = None
    languages: tuple[str, ...] = ("nl",)
    upl: Text = ""
    owner: Text = ""
    valid_from: date | None = None
    valid_until: date | None = None  # not in it
    audience: Audience | None = None
    report: Report | None = None
    question: Line = INCOME
    on_moving_away: OnMovingAway = OnMovingAway.STAYS
    signed_by_partner: StrictBool = False
    moves: Moves | None = None
    partners: tuple[Partner, ...] = Field(default=(), max_length=20)
    papers: tuple[PaperKind, ...] = Field(default=(), max_length=40)
    appointments: tuple[Line, ...] = Field(default=(), max_length=20)
    reminders: Reminders | None = None  # as the municipality does it
    decision: HowDecided = HowDecided()
    sdg: Sdg | None = None  # without it the service is not in the feed

    def station(self, key: str) -> Station:
        return next(each for each in self.stations if each.key == key)

    def station_of(self, phase: Phase) -> Station:
        """The first of a phase; a phase that has none stays at the words of the review."""
        found = next((each for each in self.stations if each.phase == phase), None)
        return found or self.station_of(Phase.IN_REVIEW).model_copy(update={"phase": phase})

    def result(self, key: str) -> Result:
        return next(result for result in self.results if result.key == key)

    def task(self, key: str) -> TaskTemplate:
        return next(task for task in self.tasks if task.key == key)

    @property
    def papers_of_resident(self) -> tuple[PaperKind, ...]:
        return tuple(each for each in self.papers if each.way == Way.IN)

    def is_valid_on(self, day: date) -> bool:
        """Whether somebody may begin with it."""
        begins, ends = self.valid_from or date.min, self.valid_until or date.max
        return begins <= day < ends


def as_json_schema() -> dict[str, Any]:
    """For editors, which then help while somebody writes."""
    return Journey.model_json_schema()
