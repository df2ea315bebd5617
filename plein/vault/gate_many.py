"""The gate for many vaults at once, as a night that looks who may be helped: a line for each.

Only what is about the resident self and is no place, so that nobody's partner or secret address
(`family`, `secrecy`) is ever among it. A vault that is frozen, closed or erased stays shut.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction

from plein.audit.actions import Purpose, log_looks
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day
from plein.tenants.scope import current_id
from plein.vault.answering import asked_for
from plein.vault.catalogue import catalogue
from plein.vault.catalogue.types import About
from plein.vault.gate import opened_value
from plein.vault.keys import KeyRing
from plein.vault.models import Vault, VaultValue
from plein.vault.readings import Reading, reading_of
from plein.vault.rows import Row, rows_of
from plein.vault.secrecy import PLACES


class NotForMany(Exception):
    """An element that needs a look at one person: a mistake in who asks."""


@transaction.atomic
def read_of_many(
    vaults: Iterable[Vault],
    keys: Collection[str],
    *,
    purpose: Purpose,
    activity: str,
    by: Actor,
    at: datetime,
) -> dict[UUID, list[Reading]]:
    """By resident, as `gate.read` gives it. A fixed number of queries, however many they are."""
    _must_be_own(keys)
    open_ones = {each.pk: each for each in vaults if not each.is_frozen and not each.closed_at}
    log_looks(
        [vault.resident_id for vault in open_ones.values()],
        municipality_id=current_id(),
        action="gebruiken",
        elements=sorted(keys),
        purpose=purpose,
        by=by,
        at=at,
        activity=activity,
    )
    found = {}
    for key, rows in _rows(open_ones, keys).items():
        ring = KeyRing(open_ones[key], {row.generation: row.key for row in rows})
        opened = [reading_of(row, opened_value(ring, row, at)) for row in rows]
        found[open_ones[key].resident_id] = asked_for(keys, opened, local_day(at))
    return found


def _must_be_own(keys: Collection[str]) -> None:
    elements = catalogue().elements
    for key in catalogue().raw_elements(keys):
        if elements[key].about not in (About.SELF, About.CHILD) or key in PLACES:
            raise NotForMany(key)


def _rows(vaults: Collection[UUID], keys: Collection[str]) -> dict[UUID, list[Row]]:
    """Of an erased vault nothing: it has no key."""
    of_these = VaultValue.objects.filter(vault__in=vaults)
    newest = of_these.filter(element__in=catalogue().raw_elements(keys)).newest_of_each()
    vault_of = dict(newest.values_list("pk", "vault"))
    found: dict[UUID, list[Row]] = defaultdict(list)
    for row in rows_of(newest):
        if row.key:
            found[vault_of[row.pk]].append(row)
    return found
