"""Let somebody start municipalities on this installation."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from plein.starting.actions.administrators import add_administrator


class Command(BaseCommand):
    help = "Let somebody start municipalities. They choose a password and a second factor."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")
        parser.add_argument("name")

    def handle(self, **given: Any) -> None:
        add_administrator(given["email"], given["name"])
        self.stdout.write(
            f"{given['name']} kan gemeenten starten op {settings.BASE_HOST}/platform/."
        )
        self.stdout.write("Kies een wachtwoord via «Wachtwoord vergeten?» op de inlogpagina.")
