"""Tell the software of another organisation what changed, from now on."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from plein.cases.listening import let_listen
from plein.identity.application import Application
from plein.kernel.actor import system
from plein.kernel.refusal import Refusal
from plein.tenants.models import Municipality
from plein.tenants.scope import within


class Command(BaseCommand):
    help = "Post a message of the channel zaken to an application when a zaak changed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug")
        parser.add_argument("client_id")
        parser.add_argument("--callback", required=True, help="its address for notificaties")
        parser.add_argument(
            "--authorization-file", required=True, type=Path, help="the value it wants to see"
        )

    def handle(self, **given: Any) -> None:
        municipality = Municipality.objects.filter(slug=given["slug"]).first()
        if municipality is None:
            raise CommandError(f"Er is geen gemeente {given['slug']}.")
        with within(municipality):
            running = Application.objects.filter(ended_at=None, client_id=given["client_id"])
            application = running.first()
            if application is None:
                raise CommandError(f"Er is geen applicatie {given['client_id']}.")
            try:
                let_listen(
                    application,
                    callback=given["callback"],
                    authorization=given["authorization_file"].read_text().strip(),
                    by=system("notify_application"),
                    at=timezone.now(),
                )
            except (Refusal, OSError) as problem:
                raise CommandError(str(problem)) from None
        self.stdout.write(f"{given['client_id']} hoort vanaf nu wat er verandert.")
