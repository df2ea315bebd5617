"""The verklaring itself is kept sealed; opening it is a look, and leaves a line."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from joserfc.jwk import ECKey

from plein.audit.actions import Purpose, log_look
from plein.kernel.actor import Actor
from plein.kernel.sd_jwt.keys import read_pem, to_pem
from plein.tenants.scope import current_id
from plein.vault.keys import KeyRing
from plein.vault.models import Credential

TOKEN, HOLDER = "verklaring", "sleutel"


@dataclass(frozen=True, slots=True, repr=False)
class Opened:
    token: str
    holder: ECKey


def put_away(credential: Credential, *, token: str, holder: ECKey) -> None:
    """Seal both under the newest key of the vault; the caller saves the row."""
    ring = KeyRing(credential.vault)
    credential.generation = ring.newest
    credential.sealed = ring.seal(token.encode(), version=credential.pk, element=TOKEN)
    credential.holder_sealed = ring.seal(
        to_pem(holder).encode(), version=credential.pk, element=HOLDER
    )


@transaction.atomic
def open_up(
    credential: Credential, names: list[str], *, purpose: Purpose, by: Actor, at: datetime
) -> Opened:
    """For these claims. Raises `VaultErased`."""
    log_look(
        subject=credential.vault.resident_id,
        municipality_id=current_id(),
        action="tonen",
        elements=names,
        purpose=purpose,
        by=by,
        at=at,
        activity="verklaring@1",
    )
    ring, generation = KeyRing(credential.vault), credential.generation or 0
    pk = credential.pk
    token = ring.unseal(credential.sealed, generation, version=pk, element=TOKEN)
    holder = ring.unseal(credential.holder_sealed, generation, version=pk, element=HOLDER)
    return Opened(token.decode(), read_pem(holder.decode()))
