"""Let somebody work for a municipality."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from plein.identity.roles import Role
from plein.identity.staff import invite_staff
from plein.kernel.actor import system
from plein.tenants.models import Municipality
from plein.tenants.scope import within


class Command(BaseCommand):
    help = "Let somebody work for a municipality. They choose a password and a second factor."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug")
        parser.add_argument("email")
        parser.add_argument("name")
        parser.add_argument("--team", default="")
        parser.add_argument("--roles", nargs="+", choices=Role.values, required=True)

    def handle(self, **given: Any) -> None:
        municipality = Municipality.objects.filter(slug=given["slug"]).first()
        if municipality is None:
            raise CommandError(f"Er is geen gemeente {given['slug']}.")
        with within(municipality):
            invite_staff(
                given["email"],
                given["name"],
                team=given["team"],
                roles=given["roles"],
                by=system("add_staff"),
                at=timezone.now(),
            )
        self.stdout.write(f"{given['name']} kan werken bij {municipality.name}.")
        self.stdout.write("Kies een wachtwoord via «Wachtwoord vergeten?» op de inlogpagina.")
