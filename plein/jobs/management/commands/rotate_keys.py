"""Change keys while everybody goes on working; safe to run again after a stop.

rotate_keys --master   seal the keys of municipalities and second factors with the key of now;
                       PLEIN_MASTER_KEY_OLD holds the one before, for at least 8 hours more
                       (the longest session)
rotate_keys --vaults   give every vault a new key
"""

from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction
from django.utils.timezone import now

from plein.kernel.actor import system
from plein.tenants.keys import rewrap
from plein.tenants.models import Municipality
from plein.tenants.scope import within
from plein.vault.actions.rotating import rotate_vault
from plein.vault.models import Vault

OPERATOR = system("sleutels vervangen")


class Command(BaseCommand):
    help = "Seal anew with the master key of now, or give every vault a new key."

    def add_arguments(self, parser: CommandParser) -> None:
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("--master", action="store_true")
        what.add_argument("--vaults", action="store_true")

    def handle(self, *, master: bool, **_: Any) -> None:
        done = _rewrap_all() if master else _rotate_all()
        self.stdout.write(f"Opnieuw verzegeld: {done}.")


@transaction.atomic
def _rewrap_all() -> int:
    municipalities = list(Municipality.objects.select_for_update())
    for municipality in municipalities:
        rewrap(municipality)
    secrets = list(Authenticator.objects.filter(data__has_key="secret").select_for_update())
    for factor in secrets:
        factor.data["secret"] = get_adapter().encrypt(get_adapter().decrypt(factor.data["secret"]))
        factor.save(update_fields=["data"])
    return len(municipalities) + len(secrets)


def _rotate_all() -> int:
    """Vault by vault, so that nobody waits for the whole."""
    done = 0
    for municipality in Municipality.objects.all():
        with within(municipality):
            for vault in Vault.objects.filter(keys__isnull=False).distinct():
                done += rotate_vault(vault, by=OPERATOR, at=now())
    return done
