"""A vault gets a new key while everybody goes on reading: everything in it is sealed anew."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import QuerySet

from plein.audit.actions import record
from plein.kernel.actor import Actor
from plein.vault.credentials.sealed import HOLDER, TOKEN
from plein.vault.exporting.sealed import PACKAGE
from plein.vault.kept_papers import CONTENT, NAME
from plein.vault.kept_scenarios import CONTENT as SCENARIO
from plein.vault.keys import KeyRing, new_generation
from plein.vault.models import Correction, Credential, Export, Paper, Scenario, SealedValue, Vault
from plein.vault.readings import SAYS

BATCH = 500


class Kind(NamedTuple):
    """A table with sealed content: `elements` per sealed field, and to what each is bound."""

    rows: Callable[[Vault], QuerySet[Any]]
    elements: dict[str, Callable[[Any], str]]
    bound_to: Callable[[Any], Any]
    generation: str = "generation"


# Everything that lies under a vault's key. A test finds a table that is missing here.
KINDS = {
    SealedValue: Kind(
        lambda vault: SealedValue.objects.filter(version__vault=vault).select_related("version"),
        {"sealed": lambda row: row.version.element},
        lambda row: row.version_id,
    ),
    Correction: Kind(
        lambda vault: vault.corrections.exclude(says_sealed=b""),
        {"says_sealed": lambda _row: SAYS},
        lambda row: row.version_id,
        generation="says_generation",
    ),
    Credential: Kind(
        lambda vault: vault.credentials.exclude(sealed=b""),
        {"sealed": lambda _row: TOKEN, "holder_sealed": lambda _row: HOLDER},
        lambda row: row.pk,
    ),
    Paper: Kind(
        lambda vault: Paper.objects.filter(vault=vault),
        {"name_sealed": lambda _row: NAME, "sealed": lambda _row: CONTENT},
        lambda row: row.pk,
    ),
    Scenario: Kind(
        lambda vault: vault.scenarios.all(),
        {"sealed": lambda _row: SCENARIO},
        lambda row: row.pk,
    ),
    Export: Kind(
        lambda vault: vault.exports.exclude(sealed=b""),
        {"sealed": lambda _row: PACKAGE},
        lambda row: row.pk,
    ),
}


@transaction.atomic
def rotate_vault(vault: Vault, *, by: Actor, at: datetime) -> int:
    """Seal everything under a new key and drop the old ones; how many rows.

    A reader who holds the old key reads what it began with; the next read finds the new key.
    """
    Vault.objects.select_for_update().get(pk=vault.pk)  # nothing new comes in meanwhile
    old = KeyRing(vault)
    fresh = new_generation(vault, at=at)
    ring = KeyRing(vault)
    done = sum(_reseal(kind, vault, old, ring) for kind in KINDS.values())
    vault.keys.filter(generation__lt=fresh.generation).delete()
    record("vault.key.rotated", on=vault, by=by, at=at, rows=done)
    return done


def _reseal(kind: Kind, vault: Vault, old: KeyRing, ring: KeyRing) -> int:
    rows = list(kind.rows(vault).select_for_update(of=["self"]))
    for row in rows:
        _reseal_row(kind, row, old, ring)
    if rows:
        fields = [*kind.elements, kind.generation, *_fingerprint(rows)]
        type(rows[0]).objects.bulk_update(rows, fields, batch_size=BATCH)
    return len(rows)


def _reseal_row(kind: Kind, row: Any, old: KeyRing, ring: KeyRing) -> None:
    version, generation = kind.bound_to(row), getattr(row, kind.generation)
    for field, element_of in kind.elements.items():
        place = {"version": version, "element": element_of(row)}
        plain = old.unseal(getattr(row, field), generation, **place)
        setattr(row, field, ring.seal(plain, **place))
        if isinstance(row, SealedValue):
            row.fingerprint = ring.fingerprint(plain, ring.newest, element=place["element"])
    setattr(row, kind.generation, ring.newest)


def _fingerprint(rows: Iterable[Any]) -> list[str]:
    return ["fingerprint"] if isinstance(next(iter(rows)), SealedValue) else []
