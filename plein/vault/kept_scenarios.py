"""Scenarios under the key of the vault; opening them is a look, and leaves a line."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Subquery

from plein.audit.actions import Purpose, log_look
from plein.identity.models import Resident
from plein.tenants.scope import current_id
from plein.vault.access import NotYourVault
from plein.vault.keys import KeyRing, wrapped_key
from plein.vault.models import Scenario

CONTENT = "scenario"
OPENING = Purpose("omdat u bekeek wat u bewaarde bij wat als", "AVG artikel 15")
TAKING_ALONG = Purpose("omdat u al uw gegevens meenam", "AVG artikel 15 en 20")


@dataclass(frozen=True, slots=True, repr=False)
class Opened:
    """What was kept; `events` as `insight` wrote them."""

    pk: UUID
    name: str
    events: list[dict[str, Any]]
    changed_at: datetime


def put_away(scenario: Scenario, name: str, events: list[dict[str, Any]]) -> None:
    """Seal both under the newest key; the caller saves the row. Raises `VaultErased`."""
    ring = KeyRing(scenario.vault)
    plain = json.dumps({"name": name, "events": events}).encode()
    scenario.generation = ring.newest
    scenario.sealed = ring.seal(plain, version=scenario.pk, element=CONTENT)


def open_scenarios(*, by: Resident, at: datetime, why: Purpose = OPENING) -> list[Opened]:
    """All that this resident kept, the last changed first; one look."""
    kept = Scenario.objects.filter(vault__resident=by).select_related("vault")
    return _opened(list(kept.annotate(key=_key()).order_by("-changed_at", "pk")), by, at, why)


def open_scenario(scenario: Scenario, *, by: Resident, at: datetime) -> Opened:
    kept = Scenario.objects.filter(pk=scenario.pk).select_related("vault")
    (opened,) = _opened(list(kept.annotate(key=_key())), by, at, OPENING)
    return opened


def _key() -> Subquery:
    return wrapped_key("generation")


@transaction.atomic
def _opened(kept: list[Any], by: Resident, at: datetime, why: Purpose) -> list[Opened]:
    """Of one vault."""
    if not kept:
        return []
    vault = kept[0].vault
    if vault.resident_id != by.pk:
        raise NotYourVault
    log_look(
        subject=vault.resident_id,
        municipality_id=current_id(),
        action="lezen",
        elements=[CONTENT],
        purpose=why,
        by=by.actor,
        at=at,
        activity="inzicht@1",
    )
    ring = KeyRing(vault, {each.generation: each.key for each in kept})
    return [_open(ring, each) for each in kept]


def _open(ring: KeyRing, each: Scenario) -> Opened:
    plain = ring.unseal(each.sealed, each.generation, version=each.pk, element=CONTENT)
    found = json.loads(plain)
    return Opened(each.pk, found["name"], found["events"], each.changed_at)
