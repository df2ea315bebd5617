"""The one way to the plain text of a vault: no line in the log, no plain text.

In one transaction: may this role see this now, the line in the log of looks, the key, the values.
What is refused is logged as well. Nothing else imports `unseal` for a vault; a test looks.
"""

import json
from collections.abc import Collection, Sequence
from contextlib import suppress
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from plein.audit.actions import log_look
from plein.kernel.clock import local_day
from plein.tenants.scope import current_id
from plein.vault.access import Access
from plein.vault.answering import asked_for
from plein.vault.catalogue import catalogue
from plein.vault.disputes import is_disputed
from plein.vault.family import former_partner, without_grown_children
from plein.vault.keys import KeyRing, VaultErased
from plein.vault.models import Vault, VaultValue
from plein.vault.readings import SECRET, Json, Reading, reading_of

_KEY_CHANGES = 5  # within one read: more never happens


def read(
    vault: Vault,
    keys: Collection[str],
    *,
    access: Access,
    at: datetime,
    as_of: datetime | None = None,
) -> list[Reading]:
    """The newest value per element, from its source and as the resident states it.

    For a derived key what lies under it is opened here and stays here: only the yes or no goes
    out, and the line in the log names the answer. `as_of` shows what stood here at that moment.
    Raises the `Refusal` of the access, after it was logged; call it outside a transaction of your
    own, or that line is lost with yours.
    """
    versions = vault.values.filter(element__in=catalogue().raw_elements(keys))
    if as_of is not None:
        versions = versions.filter(received_at__lte=as_of)
    opened = _look(vault, keys, versions.newest(), access=access, at=at)
    return asked_for(keys, opened, local_day(as_of or at))


def read_history(vault: Vault, key: str, *, access: Access, at: datetime) -> list[Reading]:
    """Every version of one element that can still be opened, newest first."""
    versions = vault.values.filter(element=key).order_by("-number")
    return _look(vault, [key], versions, access=access, at=at)


def _look(
    vault: Vault,
    keys: Collection[str],
    versions: QuerySet[VaultValue],
    *,
    access: Access,
    at: datetime,
) -> list[Reading]:
    with transaction.atomic():
        refusal = access.refuses(vault, keys, at)
        log_look(
            subject=vault.resident_id,
            municipality_id=current_id(),
            action="lezen",
            elements=list(keys),
            purpose=access.purpose,
            by=access.by,
            at=at,
            activity=access.activity,
            case=access.case,
            grant=access.grant,
            result="geweigerd" if refusal else "gegeven",
        )
        readings = [] if refusal else _opened(vault, versions, access, at)
    if refusal:
        raise refusal
    return readings


def _opened(
    vault: Vault, versions: QuerySet[VaultValue], access: Access, at: datetime
) -> list[Reading]:
    """Begin again where the keys were changed between our looking at keys and at values."""
    for _again in range(_KEY_CHANGES):
        with suppress(VaultErased):
            return _open(vault, versions, access, at)
    raise VaultErased


def _open(
    vault: Vault, versions: QuerySet[VaultValue], access: Access, at: datetime
) -> list[Reading]:
    ring = KeyRing(vault)
    rows = list(versions.select_related("content").annotate(is_disputed=is_disputed()))
    return [reading_of(row, _value(ring, row, at)) for row in _shown(vault, rows, access)]


def _shown(vault: Vault, rows: Sequence[VaultValue], access: Access) -> list[VaultValue]:
    """Without what was destroyed, a former partner, and an address that is a secret."""
    former = former_partner(vault, rows)
    return [
        row
        for row in rows
        if hasattr(row, "content")
        and row.pk not in former
        and (access.sees_secrets or SECRET not in row.marks)
    ]


def _value(ring: KeyRing, row: VaultValue, at: datetime) -> Json:
    plain = ring.unseal(
        row.content.sealed, row.content.generation, version=row.pk, element=row.element
    )
    element = catalogue().elements[row.element]
    return without_grown_children(element, json.loads(plain), local_day(at))
