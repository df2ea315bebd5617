"""Three doors, each with its own URLs, session and session terms.

A door is found by the first part of the path. Each has a cookie of its own, so that somebody
who is both staff and resident is two visitors, and signing out of one leaves the other.
"""

from dataclasses import dataclass

from django.conf import settings


@dataclass(frozen=True, slots=True)
class Door:
    """Terms are in seconds: idle, and in all (DigiD rule on sessions; BIO2 5.17)."""

    name: str
    prefix: str
    urlconf: str
    idle: int
    in_all: int
    sign_in: str  # URL names within the door
    home: str

    @property
    def cookie(self) -> str:
        return f"__Host-{self.name}" if settings.HTTPS else f"plein_{self.name}"


MINUTE, HOUR = 60, 3600
RESIDENT = Door(
    "inwoner", "/", "plein.web.resident.urls", 15 * MINUTE, 2 * HOUR, "welcome", "overview"
)
DESK = Door(
    "medewerker",
    "/medewerkers/",
    "plein.web.desk.urls",
    15 * MINUTE,
    8 * HOUR,
    "account_login",
    "desk-home",
)
PROVIDER = Door(
    "aanbieder",
    "/aanbieders/",
    "plein.web.provider.urls",
    15 * MINUTE,
    8 * HOUR,
    "account_login",
    "provider-home",
)
START = Door("start", "/", "plein.web.public.urls", 15 * MINUTE, 2 * HOUR, "start", "start")
DOORS = (RESIDENT, DESK, PROVIDER)


def door_of(path: str) -> Door:
    return next((door for door in (DESK, PROVIDER) if path.startswith(door.prefix)), RESIDENT)
