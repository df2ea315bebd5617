"""What a case type asks, as its version declared it."""

from typing import cast

from plein.cases.models import CaseType
from plein.journeys.intake import Intake


def journey_of(case_type: CaseType) -> Intake | None:
    """None where one button is enough."""
    return case_type.read.intake


def must_have_journey(case_type: CaseType) -> Intake:
    """Of an application, which began with something to fill in."""
    return cast(Intake, case_type.read.intake)
