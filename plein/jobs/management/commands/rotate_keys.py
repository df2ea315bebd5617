"""Change keys while everybody goes on working; safe to run again after a stop.

rotate_keys --master   seal the keys of municipalities and second factors with the key of now;
                       PLEIN_MASTER_KEY_OLD holds the one before, for at least 8 hours more
                       (the longest session)
rotate_keys --vaults   give every vault a new key
rotate_keys --municipalities
                       give every municipality a new key, and seal everything under it; the old
                       one goes in the night, when nothing lies under it any more
rotate_keys --signing  let a new key sign the log, receipts and verklaringen; what was signed
                       before can still be checked
"""

from collections.abc import Callable
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction
from django.utils.timezone import now

from plein.jobs.municipality_keys import rotate_municipality, rotate_signing_keys
from plein.kernel.actor import system
from plein.tenants.keys import rewrap
from plein.tenants.models import Municipality
from plein.tenants.scope import within
from plein.vault.actions.rotating import rotate_vault
from plein.vault.models import Vault

OPERATOR = system("sleutels vervangen")


class Command(BaseCommand):
    help = "Change keys while everybody goes on working."

    def add_arguments(self, parser: CommandParser) -> None:
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("--master", action="store_true")
        what.add_argument("--vaults", action="store_true")
        what.add_argument("--municipalities", action="store_true")
        what.add_argument("--signing", action="store_true")

    def handle(self, *, master: bool, vaults: bool, municipalities: bool, **_: Any) -> None:
        if master:
            self.stdout.write(f"Opnieuw verzegeld: {_rewrap_all()}.")
        elif vaults:
            self.stdout.write(f"Opnieuw verzegeld: {_in_each(_rotate_vaults)}.")
        elif municipalities:
            done = _in_each(lambda: rotate_municipality(by=OPERATOR, at=now()))
            self.stdout.write(f"Opnieuw verzegeld: {done}. De oude sleutels gaan vannacht weg.")
        else:
            done = _in_each(lambda: rotate_signing_keys(at=now()))
            self.stdout.write(f"Nieuwe sleutels om te ondertekenen: {done}.")


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


def _in_each(work: Callable[[], int]) -> int:
    done = 0
    for municipality in Municipality.objects.all():
        with within(municipality):
            done += work()
    return done


def _rotate_vaults() -> int:
    """Vault by vault, so that nobody waits for the whole."""
    vaults = Vault.objects.filter(keys__isnull=False).distinct()
    return sum(rotate_vault(vault, by=OPERATOR, at=now()) for vault in vaults)
