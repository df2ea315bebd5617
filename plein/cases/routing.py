"""Which organisation helps at an address, for a service, on a day: exactly one, or a person says.

Nothing is guessed: a secret address and a place where nobody works go to a person.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from plein.audit.actions import Purpose
from plein.cases.models import AreaContract, Case
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day
from plein.kernel.postcodes import NotAPostcode, read_postcode
from plein.kernel.refusal import Refusal
from plein.tenants.models import Organisation
from plein.vault.access import NotYourVault
from plein.vault.gate import read
from plein.vault.models import Vault
from plein.vault.readings import Reading
from plein.vault.secrecy import lives_in_secret

ADDRESS = "adres"
WHY = Purpose(
    "om te zien welke organisatie in uw buurt helpt", "Wmo 2015 art. 2.6.3 en Awb art. 3:2"
)


class Because(StrEnum):
    """Why a person has to choose."""

    SECRET = "geheim"
    UNKNOWN = "onbekend"
    NOBODY = "niemand"


WORDS = {
    Because.SECRET: _("Dit adres is geheim. Kies zelf, samen met de inwoner."),
    Because.UNKNOWN: _("Wij weten niet waar de inwoner woont. Vraag het, en kies zelf."),
    Because.NOBODY: _("Voor dit adres is geen organisatie vastgelegd. Kies zelf."),
}


@dataclass(frozen=True, slots=True)
class Routed:
    organisation: Organisation | None
    because: Because | None = None


@dataclass(frozen=True, slots=True)
class RoutingAccess:
    """Who handles a case sees where the resident lives, and nothing else; never a secret place."""

    handled: Case
    by: Actor
    purpose: Purpose = WHY
    activity: str = field(default="gebied@1", init=False)
    grant: str = field(default="", init=False)
    sees_secrets: bool = field(default=False, init=False)

    @property
    def case(self) -> str:
        return self.handled.number

    def refuses(self, vault: Vault, keys: Collection[str], _at: datetime) -> Refusal | None:
        is_theirs = vault.resident_id == self.handled.dossier.resident_id
        return None if is_theirs and set(keys) == {ADDRESS} else NotYourVault()


def organisation_at(postcode: int, service: str, day: date) -> Organisation | None:
    return organisations_at(postcode, [service], day).get(service)


def organisations_at(
    postcode: int, services: Collection[str], day: date
) -> dict[str, Organisation]:
    """By service, of those for which there is one; one query."""
    found = AreaContract.objects.on(day).at(postcode).filter(service__in=services)
    return {each.service: each.organisation for each in found.select_related("organisation")}


def route(case: Case, *, by: Actor, at: datetime) -> Routed:
    """By the address in the vault; the resident reads in the log that it was looked at."""
    vault = Vault.objects.filter(resident=case.dossier.resident_id).first()
    if vault is None:
        return Routed(None, Because.UNKNOWN)
    if lives_in_secret(vault):
        return Routed(None, Because.SECRET)
    postcode = _postcode(read(vault, [ADDRESS], access=RoutingAccess(case, by), at=at))
    if postcode is None:
        return Routed(None, Because.UNKNOWN)
    found = organisation_at(postcode, case.case_type.key, local_day(at))
    return Routed(found, None if found else Because.NOBODY)


def _postcode(readings: Collection[Reading]) -> int | None:
    for reading in readings:
        if isinstance(reading.value, dict):
            try:
                return read_postcode(str(reading.value.get("postcode", "")))
            except NotAPostcode:
                continue
    return None
