"""Take a municipality in, with one command."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.text import slugify

from plein.kernel.refusal import Refusal
from plein.tenants.actions import Contact, HouseStyle, add_municipality
from plein.tenants.models import Corners, Letter


class Command(BaseCommand):
    help = "Take a municipality in: its address, house style and keys. Checks the contrast."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="Naam van de gemeente, bijvoorbeeld: Assen")
        parser.add_argument("host", help="Adres zonder poort, bijvoorbeeld: assen.localhost")
        parser.add_argument("colour", help="Kleur van het huis, bijvoorbeeld: #0a5a9c")
        parser.add_argument("--action-colour", default="", help="Kleur van knoppen en links")
        parser.add_argument("--accent-colour", default="")
        parser.add_argument("--corners", choices=Corners.values, default=Corners.SOFT)
        parser.add_argument("--letter", choices=Letter.values, default=Letter.SOURCE)
        parser.add_argument("--phone", default="14 0")
        parser.add_argument("--opening-hours", default="Maandag tot en met vrijdag, 9 tot 17 uur")
        parser.add_argument("--address", default="")
        parser.add_argument("--rsin", default="")
        parser.add_argument("--iban", default="", help="Rekening die de aanbieders betaalt")

    def handle(self, **given: Any) -> None:
        try:
            municipality = add_municipality(
                slug=slugify(given["name"]),
                name=given["name"],
                host=given["host"],
                style=_style(given),
                contact=Contact(given["phone"], given["opening_hours"], given["address"]),
                rsin=given["rsin"],
                iban=given["iban"],
            )
        except Refusal as refusal:
            raise CommandError(str(refusal)) from None
        self.stdout.write(f"{municipality.name} is klaar op {municipality.host}.")
        self.stdout.write(
            "Nog te doen: DigiD aansluiten (connect_digid) en medewerkers (add_staff)."
        )


def _style(given: dict[str, Any]) -> HouseStyle:
    return HouseStyle(
        brand=given["colour"],
        action=given["action_colour"],
        accent=given["accent_colour"],
        corners=given["corners"],
        letter=given["letter"],
    )
