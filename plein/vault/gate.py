"""The one way to the plain text of a vault: no line in the log, no plain text.

In one transaction: may this role see this now, the line in the log of looks, the key, the values.
What is refused is logged as well. Nothing else imports `unseal` for a vault; a test looks.
"""

import json
from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from plein.audit.actions import log_look
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal
from plein.tenants.scope import current_id
from plein.vault.access import Access, closed_to
from plein.vault.answering import asked_for
from plein.vault.catalogue import catalogue
from plein.vault.family import former_partner, without_grown_children
from plein.vault.keys import KeyRing
from plein.vault.models import Correction, Vault, VaultValue
from plein.vault.readings import SAYS, Json, Reading, reading_of
from plein.vault.rows import Row, rows_of
from plein.vault.secrecy import secret_places


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
    return read_all(vault, [key], access=access, at=at)


def read_all(vault: Vault, keys: Collection[str], *, access: Access, at: datetime) -> list[Reading]:
    """Every version of these elements that can still be opened, the newest of each first."""
    versions = vault.values.filter(element__in=keys).order_by("element", "-number")
    return _look(vault, keys, versions, access=access, at=at)


def read_correction(
    correction: Correction, beside: Collection[str] = (), *, access: Access, at: datetime
) -> tuple[str, list[Reading]]:
    """What the resident says it should be, and the newest of what is asked for beside it.

    One line in the log. The words are empty after an erasure. Raises as `read`.
    """
    vault = correction.vault
    with transaction.atomic():
        refusal = _judge(vault, {correction.version.element, *beside}, access, at)
        if refusal is None:
            said = _said(vault, [correction])[correction.pk]
            versions = vault.values.filter(element__in=beside).newest()
            readings = _opened(vault, versions, access, at) if beside else []
    if refusal:
        raise refusal
    return said, readings


def read_corrections(
    corrections: Sequence[Correction], *, access: Access, at: datetime
) -> dict[UUID, str]:
    """The words of several reports about one vault, under one line in the log."""
    vault = corrections[0].vault
    with transaction.atomic():
        keys = {correction.version.element for correction in corrections}
        refusal = _judge(vault, keys, access, at)
        said = {} if refusal else _said(vault, corrections)
    if refusal:
        raise refusal
    return said


def _said(vault: Vault, corrections: Sequence[Correction]) -> dict[UUID, str]:
    said = {each.pk: "" for each in corrections}
    if kept := [each for each in corrections if each.says_sealed]:
        ring = KeyRing(vault)
        said |= {each.pk: _words(ring, each) for each in kept}
    return said


def _words(ring: KeyRing, each: Correction) -> str:
    sealed, version = each.says_sealed, each.version_id
    return ring.unseal(sealed, each.says_generation, version=version, element=SAYS).decode()


def _look(
    vault: Vault,
    keys: Collection[str],
    versions: QuerySet[VaultValue],
    *,
    access: Access,
    at: datetime,
) -> list[Reading]:
    with transaction.atomic():
        refusal = _judge(vault, keys, access, at)
        readings = [] if refusal else _opened(vault, versions, access, at)
    if refusal:
        raise refusal
    return readings


def _judge(vault: Vault, keys: Collection[str], access: Access, at: datetime) -> Refusal | None:
    """May this role see this now? Either way it is in the log."""
    refusal = closed_to(access, vault) or access.refuses(vault, keys, at)
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
    return refusal


def _opened(
    vault: Vault, versions: QuerySet[VaultValue], access: Access, at: datetime
) -> list[Reading]:
    shown = _shown(vault, rows_of(versions), access)
    if not shown:
        return []  # an erased vault has no key, and needs none
    ring = KeyRing(vault, {row.generation: row.key for row in shown})
    return [reading_of(row, opened_value(ring, row, at)) for row in shown]


def _shown(vault: Vault, rows: Sequence[Row], access: Access) -> list[Row]:
    """Without a former partner, and without an address that is a secret."""
    former = former_partner(vault, rows)
    secret = set() if access.sees_secrets else secret_places(vault, rows)
    return [row for row in rows if row.pk not in former | secret]


def opened_value(ring: KeyRing, row: Row, at: datetime) -> Json:
    plain = ring.unseal(row.sealed, row.generation, version=row.pk, element=row.element)
    element = catalogue().elements[row.element]
    return without_grown_children(element, json.loads(plain), local_day(at))
