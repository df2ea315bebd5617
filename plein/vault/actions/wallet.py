"""What comes from a resident's wallet is kept, when the wallet is their own."""

import hmac
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.gateways.wallet.types import Pid
from plein.identity.models import Resident
from plein.kernel.refusal import Refusal
from plein.tenants.keys import index_of
from plein.tenants.scope import current
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.actions.opening import begin_anew
from plein.vault.models import Mode, Vault


class WalletOfAnother(Refusal):
    message = _("Deze wallet is niet van u. Gebruik uw eigen wallet.")


def keep_pid(vault: Vault, pid: Pid, *, resident: Resident, at: datetime) -> None:
    """Raises `WalletOfAnother`, after that was noted. The number itself is not kept again."""
    own = bytes(resident.bsn_index)
    if not hmac.compare_digest(index_of(current(), "bsn", pid.bsn.reveal()), own):
        record("vault.wallet.of_another", on=vault, by=resident.actor, at=at)
        raise WalletOfAnother
    _keep(vault, pid, resident=resident, at=at)


@transaction.atomic
def _keep(vault: Vault, pid: Pid, *, resident: Resident, at: datetime) -> None:
    found = Incoming(
        "id_document",
        {"soort": "PID", "geldig_tot": pid.until.isoformat()},
        service=pid.issuer,
        valid_until=pid.until + timedelta(days=1),
    )
    begin_anew(vault, by=resident.actor, at=at)
    keep(vault, [found], mode=Mode.WALLET, at=at)
    record("vault.wallet.kept", on=vault, by=resident.actor, at=at)
