"""Show residents what runs at another department: connect its case store."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from plein.casestores.actions.connecting import connect_store, demand_safe, subscribe
from plein.casestores.connecting import OURSELVES
from plein.gateways.zgw.calls import Interfaces
from plein.gateways.zgw.client import ZgwClient
from plein.gateways.zgw.token import Credentials
from plein.identity.application import Confidentiality
from plein.kernel.actor import system
from plein.kernel.refusal import Refusal
from plein.tenants.models import Municipality
from plein.tenants.scope import within

BY = system("connect_zaaksysteem")


class Command(BaseCommand):
    help = "Connect a case store that speaks ZGW. Tries it first, and connects nothing that fails."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug")
        parser.add_argument("key", help="a short name of your own, such as vergunningen")
        parser.add_argument("--name", required=True, help="the department, as residents know it")
        parser.add_argument("--zaken", required=True, help="address of Zaken, up to /v1")
        parser.add_argument("--catalogi", required=True)
        parser.add_argument("--documenten", required=True)
        parser.add_argument("--client-id", required=True)
        parser.add_argument("--secret-file", required=True, type=Path, help="it holds the secret")
        parser.add_argument(
            "--highest", choices=Confidentiality.values, default=Confidentiality.CASE
        )

    def handle(self, **given: Any) -> None:
        municipality = Municipality.objects.filter(slug=given["slug"]).first()
        if municipality is None:
            raise CommandError(f"Er is geen gemeente {given['slug']}.")
        with within(municipality):
            try:
                value = _connect(given)
            except (Refusal, OSError) as problem:
                raise CommandError(str(problem)) from None
        self.stdout.write(f"{given['name']} is aangesloten. Verwijder nu {given['secret_file']}.")
        self.stdout.write("Abonneer ons op het kanaal zaken, met deze twee waarden:")
        self.stdout.write(f"  https://{municipality.host}/api/notificaties/v1")
        self.stdout.write(f"  Authorization, die u hierna niet meer ziet: {value}")


def _connect(given: dict[str, Any]) -> str:
    """What the store has to send along. Nothing is connected that does not answer."""
    at = timezone.now()
    roots = (given[name].rstrip("/") for name in ("zaken", "catalogi", "documenten"))
    interfaces = Interfaces(*roots)
    credentials = Credentials(given["client_id"], given["secret_file"].read_text().strip())
    demand_safe(interfaces)
    ZgwClient(interfaces, credentials, user=OURSELVES).try_out()
    with transaction.atomic():
        store = connect_store(
            given["key"],
            name=given["name"],
            interfaces=interfaces,
            credentials=credentials,
            highest=Confidentiality(given["highest"]),
            by=BY,
            at=at,
        )
        return subscribe(store, by=BY, at=at)
