"""Let somebody work for a municipality."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from plein.identity.models import Account, Staff
from plein.identity.roles import Role
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

    @transaction.atomic
    def handle(self, **given: Any) -> None:
        municipality = Municipality.objects.filter(slug=given["slug"]).first()
        if municipality is None:
            raise CommandError(f"Er is geen gemeente {given['slug']}.")
        email = given["email"].lower()
        account = Account.objects.filter(email=email).first()
        account = account or Account.objects.create_user(email, name=given["name"])
        with within(municipality):
            Staff.objects.update_or_create(
                account=account, defaults={"team": given["team"], "roles": given["roles"]}
            )
        self.stdout.write(f"{given['name']} kan werken bij {municipality.name}.")
        self.stdout.write("Kies een wachtwoord via «Wachtwoord vergeten?» op de inlogpagina.")
