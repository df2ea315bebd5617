"""The scenario that somebody is busy with. It lives in the session, which is sealed at rest."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib.sessions.backends.base import SessionBase

from plein.insight.events import Event, from_json, in_order, to_json
from plein.web.request import ResidentRequest

_KEY = "what_if"


@dataclass
class Working:
    """Events in their order; the month and the hours that somebody looks at; what was opened."""

    session: SessionBase
    events: list[Event] = field(default_factory=list)
    month: date | None = None
    hours: int | None = None
    scenario: str = ""  # id of what was kept
    name: str = ""

    def put(self, event: Event, instead_of: Event | None = None) -> None:
        others = [each for each in self.events if each is not instead_of]
        self.events = in_order([*others, event])

    def keep(self) -> None:
        self.session[_KEY] = {
            "events": [to_json(event) for event in self.events],
            "month": self.month.isoformat() if self.month else "",
            "hours": self.hours,
            "scenario": self.scenario,
            "name": self.name,
        }


def working_on(request: ResidentRequest) -> Working:
    kept: dict[str, Any] = request.session.get(_KEY, {})
    return Working(
        request.session,
        events=[from_json(each) for each in kept.get("events", [])],
        month=date.fromisoformat(kept["month"]) if kept.get("month") else None,
        hours=kept.get("hours"),
        scenario=kept.get("scenario", ""),
        name=kept.get("name", ""),
    )


def begin_anew(request: ResidentRequest) -> None:
    request.session.pop(_KEY, None)
