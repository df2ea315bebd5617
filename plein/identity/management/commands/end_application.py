"""The software of an organisation may no longer read here."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from plein.identity.application import Application
from plein.identity.applications import end_application
from plein.kernel.actor import system
from plein.tenants.models import Municipality
from plein.tenants.scope import within


class Command(BaseCommand):
    help = "Stop an application at once; its looks stay in the log."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug")
        parser.add_argument("client_id")

    def handle(self, **given: Any) -> None:
        municipality = Municipality.objects.filter(slug=given["slug"]).first()
        if municipality is None:
            raise CommandError(f"Er is geen gemeente {given['slug']}.")
        with within(municipality):
            application = Application.objects.filter(client_id=given["client_id"]).first()
            if application is None:
                raise CommandError(f"Er is geen applicatie {given['client_id']}.")
            end_application(application, by=system("end_application"), at=timezone.now())
        self.stdout.write(f"{given['client_id']} kan niet meer lezen.")
