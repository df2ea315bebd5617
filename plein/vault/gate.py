"""The one way to the plain text of a vault: no line in the log, no plain text.

In one transaction: may this role see this now, the line in the log of looks, the key, the values.
What is refused is logged as well. Nothing else imports `unseal` for a vault; a test looks.
"""

import json
from collections.abc import Collection, Iterable
from datetime import datetime

from django.db import transaction

from plein.audit.actions import log_look
from plein.kernel.clock import local_day
from plein.tenants.scope import current_id
from plein.vault.access import Access
from plein.vault.answering import asked_for
from plein.vault.catalogue import catalogue
from plein.vault.disputes import disputed_versions
from plein.vault.family import former_partner, without_grown_children
from plein.vault.keys import KeyRing
from plein.vault.models import Vault, VaultValue
from plein.vault.readings import SECRET, Json, Reading, reading_of


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
    versions: Iterable[VaultValue],
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
    vault: Vault, versions: Iterable[VaultValue], access: Access, at: datetime
) -> list[Reading]:
    ring = KeyRing(vault)
    rows = list(versions.select_related("content"))  # type: ignore[attr-defined]
    disputed = disputed_versions(row.pk for row in rows)
    shown = _shown(vault, rows, access)
    return [reading_of(row, _value(ring, row, at), disputed) for row in shown]


def _shown(vault: Vault, rows: list[VaultValue], access: Access) -> list[VaultValue]:
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
