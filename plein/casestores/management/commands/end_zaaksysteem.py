"""Stop showing what runs at another department."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from plein.casestores.actions.connecting import end_store
from plein.casestores.models import CaseStore
from plein.kernel.actor import system
from plein.tenants.models import Municipality
from plein.tenants.scope import within


class Command(BaseCommand):
    help = "Disconnect a case store; what was read of it is forgotten at once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug")
        parser.add_argument("key")

    def handle(self, **given: Any) -> None:
        municipality = Municipality.objects.filter(slug=given["slug"]).first()
        if municipality is None:
            raise CommandError(f"Er is geen gemeente {given['slug']}.")
        with within(municipality):
            store = CaseStore.objects.running().filter(key=given["key"]).first()
            if store is None:
                raise CommandError(f"Er is geen zaaksysteem {given['key']} aangesloten.")
            end_store(store, by=system("end_zaaksysteem"), at=timezone.now())
        self.stdout.write(f"{store.name} is niet meer aangesloten.")
