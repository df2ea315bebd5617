"""Connect a municipality to its DigiD broker, over OpenID Connect or SAML."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from plein.gateways.digid.level import Level
from plein.identity.digid import connect_by_oidc, connect_by_saml
from plein.tenants.models import Municipality


class Command(BaseCommand):
    help = "Connect a municipality to DigiD. `--saml FILE` reads the settings from a YAML file."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug")
        parser.add_argument("--issuer", help="Address of the OpenID Connect broker")
        parser.add_argument("--client-id")
        parser.add_argument("--level", choices=Level.__members__, default=Level.MIDDEN.name)
        parser.add_argument("--saml", type=Path, help="YAML with the SAML settings; see docs")

    def handle(self, **given: Any) -> None:
        municipality = Municipality.objects.filter(slug=given["slug"]).first()
        if municipality is None:
            raise CommandError(f"Er is geen gemeente {given['slug']}.")
        level = Level[given["level"]]
        if given["saml"]:
            connect_by_saml(municipality, given["saml"], level=level)
        elif given["issuer"] and given["client_id"]:
            connect_by_oidc(
                municipality, issuer=given["issuer"], client_id=given["client_id"], level=level
            )
        else:
            raise CommandError("Geef --issuer en --client-id, of --saml.")
        self.stdout.write(f"{municipality.name} is aangesloten op DigiD.")
