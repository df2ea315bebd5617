"""Let the software of another organisation read here."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from plein.identity.application import Confidentiality, Scope
from plein.identity.applications import AlreadyAnApplication, Right, add_application
from plein.kernel.actor import system
from plein.tenants.models import Municipality
from plein.tenants.scope import within


class Command(BaseCommand):
    help = "Let the software of another organisation read here. Prints its secret once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug")
        parser.add_argument("client_id")
        parser.add_argument("--organisation", required=True, help="as residents know it")
        parser.add_argument("--why", required=True, help="what residents read: om ...")
        parser.add_argument("--basis", required=True, help="article of law")
        parser.add_argument("--scopes", nargs="+", choices=Scope.values, required=True)
        parser.add_argument("--case-types", nargs="+", default=[""], help="all when left out")
        parser.add_argument(
            "--highest", choices=Confidentiality.values, default=Confidentiality.CASE
        )
        parser.add_argument("--bsn", action="store_true", help="entitled to the BSN by law")

    def handle(self, **given: Any) -> None:
        municipality = Municipality.objects.filter(slug=given["slug"]).first()
        if municipality is None:
            raise CommandError(f"Er is geen gemeente {given['slug']}.")
        with within(municipality):
            try:
                _application, secret = add_application(
                    given["client_id"],
                    organisation=given["organisation"],
                    why=given["why"],
                    basis=given["basis"],
                    rights=_rights(given),
                    may_have_bsn=given["bsn"],
                    by=system("add_application"),
                    at=timezone.now(),
                )
            except AlreadyAnApplication as refusal:
                raise CommandError(str(refusal)) from None
        self.stdout.write(f"{given['client_id']} mag lezen bij {municipality.name}.")
        self.stdout.write(f"Het geheim, dat u hierna niet meer ziet: {secret}")


def _rights(given: dict[str, Any]) -> list[Right]:
    return [
        Right(Scope(scope), case_type, Confidentiality(given["highest"]))
        for scope in given["scopes"]
        for case_type in given["case_types"]
    ]
