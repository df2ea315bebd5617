"""What a case type asks, as its version declared it."""

from functools import lru_cache

from plein.cases.models import CaseType
from plein.intake.declaration import Intake
from plein.intake.reading import read_intake

KEPT = 256  # versions; each is small, and never changes


def journey_of(case_type: CaseType) -> Intake | None:
    """None where one button is enough. Raises `DeclarationDoesNotFit`."""
    return must_have_journey(case_type) if case_type.read.intake else None


@lru_cache(maxsize=KEPT)
def must_have_journey(case_type: CaseType) -> Intake:
    """Of an application, which began with something to fill in."""
    return read_intake(case_type.read.intake)
