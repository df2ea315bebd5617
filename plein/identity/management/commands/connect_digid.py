"""Connect a municipality to its DigiD broker, over OpenID Connect or SAML."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from plein.gateways.digid.level import Level
from plein.gateways.digid.saml_available import SamlNotAvailable
from plein.identity.digid import connect_by_oidc, connect_by_saml
from plein.kernel.refusal import Refusal
from plein.tenants.models import Municipality


class Command(BaseCommand):
    help = "Connect a municipality to DigiD. `--saml FILE` reads the settings from a YAML file."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug")
        parser.add_argument("--issuer", help="Address of the OpenID Connect broker")
        parser.add_argument("--client-id")
        parser.add_argument("--level", choices=Level.__members__, default=Level.MIDDEN.name)
        parser.add_argument(
            "--eidas", action="store_true", help="The broker offers identities of other countries"
        )
        parser.add_argument("--saml", type=Path, help="YAML; docs/digid.md shows what is in it")

    def handle(self, **given: Any) -> None:
        municipality = Municipality.objects.filter(slug=given["slug"]).first()
        if municipality is None:
            raise CommandError(f"Er is geen gemeente {given['slug']}.")
        address = f"https://{municipality.host}/inloggen/digid"
        try:
            told = self._connect(municipality, address, given)
        except (Refusal, SamlNotAvailable) as problem:
            raise CommandError(str(problem)) from None
        self.stdout.write(f"{municipality.name} is aangesloten op DigiD.")
        self.stdout.write(told)

    def _connect(self, municipality: Municipality, address: str, given: dict[str, Any]) -> str:
        """What the administrator has to do next."""
        level, answer = Level[given["level"]], f"{address}/antwoord/"
        if file := given["saml"]:
            if given["eidas"]:
                raise CommandError("eIDAS gaat over OpenID Connect: geef --issuer en --client-id.")
            connect_by_saml(municipality, file, level=level, answer_url=answer)
            return (
                f"Geef Logius dit adres: {address}/metadata.xml\n"
                f"Verwijder nu {file.name}: de sleutel staat verzegeld in de database."
            )
        if not (given["issuer"] and given["client_id"]):
            raise CommandError("Geef --issuer en --client-id, of --saml.")
        connect_by_oidc(
            municipality,
            issuer=given["issuer"],
            client_id=given["client_id"],
            level=level,
            eidas=given["eidas"],
        )
        answers = [answer, f"https://{municipality.host}/inloggen/eidas/antwoord/"]
        told = " en ".join([*answers[: 1 + given["eidas"]], f"{address}/sleutels.json"])
        return f"Geef de broker deze adressen: {told}"
