"""The ZIP lies sealed under the vault's own key; taking it along is a look, and leaves a line."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import log_look
from plein.identity.models import Resident
from plein.kernel.refusal import Refusal
from plein.tenants.scope import current_id
from plein.vault.access import NotYourVault
from plein.vault.exporting.contents import TAKING, all_keys
from plein.vault.keys import KeyRing
from plein.vault.models import Export

PACKAGE = "inzage"


class ExportIsGone(Refusal):
    message = _("Dit bestand is weg. Het bleef 24 uur staan. U kunt een nieuw bestand maken.")


def put_away(export: Export, package: bytes) -> None:
    """Seal it under the newest key; the caller saves the row. Raises `VaultErased`."""
    ring = KeyRing(export.vault)
    export.generation = ring.newest
    export.sealed = ring.seal(package, version=export.pk, element=PACKAGE)


@transaction.atomic
def open_export(export: Export, *, by: Resident, at: datetime) -> bytes:
    """The ZIP, for the resident alone and until its day is over. Raises `ExportIsGone`."""
    if export.vault.resident_id != by.pk:
        raise NotYourVault
    if not export.is_open_at(at) or not export.sealed or export.generation is None:
        raise ExportIsGone
    log_look(
        subject=export.vault.resident_id,
        municipality_id=current_id(),
        action="meenemen",
        elements=all_keys(),
        purpose=TAKING,
        by=by.actor,
        at=at,
        activity="overdragen@1",
    )
    ring = KeyRing(export.vault)
    return ring.unseal(export.sealed, export.generation, version=export.pk, element=PACKAGE)
