"""A case type as data: its steps in the words of resident and staff, its terms, its outcomes."""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, field, fields, replace
from enum import StrEnum
from typing import Any

from plein.cases.phases import Phase

INCOME = "inkomen en meedoen"  # what the household is helped with, where nothing else is said


class OnMovingAway(StrEnum):
    """What becomes of what somebody gets, when they leave the municipality."""

    ENDS = "ends"
    HAND_OVER = "hand_over"  # offered to the municipality where they go
    STAYS = "stays"


@dataclass(frozen=True, slots=True)
class Step:
    """One station of the line. `resident` and `staff` are sentences; `inform` sends a message."""

    key: str
    phase: Phase
    resident: str
    staff: str
    inform: bool
    days: int  # about how long it takes


@dataclass(frozen=True, slots=True)
class Ask:
    """Something that is often asked: a task with its words ready, and so many days for it."""

    key: str
    kind: str
    title: str
    why: str
    example: str
    consequence: str
    days: int
    needs_review: bool


@dataclass(frozen=True, slots=True)
class Result:
    """`resident` says it in a sentence: u krijgt het, or not. `gives` names what somebody gets."""

    key: str
    resident: str
    is_favourable: bool
    gives: str = ""


@dataclass(frozen=True, slots=True)
class CaseTypeDocument:
    """Days are calendar days. `law` says on what the terms rest; `question` which dossier it is.

    `signed_by_partner` is for what partners ask for together: both sign. `intake` is kept as it
    was given: what is asked with the aanvraag.
    """

    name: str
    law: str
    decide_within: int
    may_extend: int
    object_within: int
    steps: tuple[Step, ...]
    asks: tuple[Ask, ...]
    results: tuple[Result, ...]
    question: str
    on_moving_away: OnMovingAway
    signed_by_partner: bool
    intake: Mapping[str, Any] = field(default_factory=dict)

    def step(self, key: str) -> Step:
        return next(step for step in self.steps if step.key == key)

    def step_of(self, phase: Phase) -> Step:
        """The first step of a phase; one that has none stays at the words of the review."""
        found = next((step for step in self.steps if step.phase == phase), None)
        return found or replace(self.step_of(Phase.IN_REVIEW), phase=phase)

    def result(self, key: str) -> Result:
        return next(result for result in self.results if result.key == key)

    def ask(self, key: str) -> Ask:
        return next(ask for ask in self.asks if ask.key == key)


class CaseTypeDoesNotFit(Exception):
    """Every problem of a document, by its place."""


def read_case_type(given: Mapping[str, Any]) -> CaseTypeDocument:
    """Raises `CaseTypeDoesNotFit` with all that is wrong."""
    if problems := list(_problems(given)):
        raise CaseTypeDoesNotFit("\n".join(problems))
    return CaseTypeDocument(
        name=given["name"],
        law=given["law"],
        decide_within=given["decide_within"],
        may_extend=given["may_extend"],
        object_within=given["object_within"],
        steps=tuple(Step(**each | {"phase": Phase(each["phase"])}) for each in given["steps"]),
        asks=tuple(Ask(**each) for each in given["asks"]),
        results=tuple(Result(**each) for each in given["results"]),
        question=given.get("question", INCOME),
        on_moving_away=OnMovingAway(given.get("on_moving_away", OnMovingAway.STAYS)),
        signed_by_partner=given.get("signed_by_partner", False),
        intake=given.get("intake", {}),
    )


FIELDS: dict[str, type] = {
    "name": str,
    "law": str,
    "decide_within": int,
    "may_extend": int,
    "object_within": int,
    "steps": list,
    "asks": list,
    "results": list,
}
MAY_BE_LEFT_OUT: dict[str, type] = {
    "question": str,
    "on_moving_away": str,
    "signed_by_partner": bool,
    "intake": dict,
}
PARTS: dict[str, Any] = {"steps": Step, "asks": Ask, "results": Result}
NEEDED = (Phase.RECEIVED, Phase.IN_REVIEW, Phase.DECIDED)


def _problems(given: Mapping[str, Any]) -> Iterator[str]:
    yield from _of_fields(given)
    for name, part in PARTS.items():
        yield from _of_rows(name, part, given.get(name) or [])
    phases = {row.get("phase") for row in given.get("steps") or []}
    if unknown := phases - set(Phase.values):
        yield f"steps: phase {', '.join(map(str, unknown))} not known"
    for phase in NEEDED:
        if phase not in phases:
            yield f"steps: none for phase {phase}"


def _of_fields(given: Mapping[str, Any]) -> Iterator[str]:
    for name, kind in FIELDS.items():
        if not isinstance(given.get(name), kind):
            yield f"{name}: {kind.__name__} expected"
    for name in given.keys() - FIELDS.keys() - MAY_BE_LEFT_OUT.keys():
        yield f"{name}: not known"
    for name, kind in MAY_BE_LEFT_OUT.items():
        if not isinstance(given.get(name, kind()), kind):
            yield f"{name}: {kind.__name__} expected"
    if given.get("on_moving_away", OnMovingAway.STAYS) not in list(OnMovingAway):
        yield f"on_moving_away: {', '.join(OnMovingAway)} expected"


def _of_rows(name: str, part: Any, rows: list[Mapping[str, Any]]) -> Iterator[str]:
    expected = {field.name for field in fields(part)}
    optional = {field.name for field in fields(part) if field.default is not MISSING}
    for number, row in enumerate(rows, 1):
        if wrong := (expected ^ set(row)) - (optional - set(row)):
            yield f"{name} {number}: {', '.join(sorted(wrong))} missing or not known"
    keys = [row.get("key") for row in rows]
    if len(keys) != len(set(keys)):
        yield f"{name}: a key stands in it twice"
