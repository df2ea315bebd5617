"""Six doors, each with its own URLs; those for people with a session and session terms.

A door is found by the first part of the path. Each has a cookie of its own, so that somebody
who is both staff and resident is two visitors, and signing out of one leaves the other.
"""

from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


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
    people: Promise  # who come in by it
    shell: str = "web/public.html"

    @property
    def cookie(self) -> str:
        return f"__Host-{self.name}" if settings.HTTPS else f"plein_{self.name}"


MINUTE, HOUR = 60, 3600
RESIDENT = Door(
    "inwoner",
    "/",
    "plein.web.resident.urls",
    15 * MINUTE,
    2 * HOUR,
    "welcome",
    "overview",
    _("inwoners"),
    "web/resident.html",
)
DESK = Door(
    "medewerker",
    "/medewerkers/",
    "plein.web.desk.urls",
    15 * MINUTE,
    8 * HOUR,
    "account_login",
    "desk-home",
    _("medewerkers"),
    "web/desk.html",
)
PROVIDER = Door(
    "aanbieder",
    "/aanbieders/",
    "plein.web.provider.urls",
    15 * MINUTE,
    8 * HOUR,
    "account_login",
    "provider-home",
    _("aanbieders"),
    "web/provider.html",
)
ORGANISATION = Door(
    "organisatie",
    "/organisaties/",
    "plein.web.organisation.urls",
    15 * MINUTE,
    8 * HOUR,
    "account_login",
    "organisation-home",
    _("organisaties"),
    "web/organisation.html",
)
START = Door(
    "start", "/", "plein.web.public.urls", 15 * MINUTE, 2 * HOUR, "start", "start", _("iedereen")
)
PLATFORM = Door(  # on the host of the installation alone, where there is no municipality
    "platform",
    "/platform/",
    "plein.web.platform.urls",
    15 * MINUTE,
    8 * HOUR,
    "account_login",
    "platform-home",
    _("wie het platform beheert"),
    "web/platform.html",
)
DOCUMENTS = Door(  # found by its host
    "documenten", "/", "plein.web.public.document", 0, 0, "", "", _("wie een papier opent")
)
API = Door("api", "/api/", "plein.api.urls", 0, 0, "", "", _("systemen van anderen"))  # no sessions
WORK = (DESK, PROVIDER, ORGANISATION)
WITH_ACCOUNT = (*WORK, PLATFORM)
DOORS = (RESIDENT, *WORK, API)


def door_of(path: str) -> Door:
    return next((door for door in DOORS[1:] if path.startswith(door.prefix)), RESIDENT)


def door_of_the_installation(path: str) -> Door:
    return PLATFORM if path.startswith(PLATFORM.prefix) else START
