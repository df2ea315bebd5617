"""Check a ZIP of Mijn gegevens without the municipality; exit code 1 when anything is wrong."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from plein.vault.exporting.manifest import NotAnExport, problems


class Command(BaseCommand):
    help = "Is this ZIP whole, and signed by the municipality with these keys? Works offline."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="De ZIP, bijvoorbeeld: mijn-gegevens.zip")
        parser.add_argument(
            "--keys",
            type=Path,
            required=True,
            help="De sleutels van de gemeente: https://<gemeente>/.well-known/plein-receipts.json",
        )

    def handle(self, **given: Any) -> None:
        try:
            keys = json.loads(given["keys"].read_text())
            wrong = problems(given["file"].read_bytes(), keys)
        except (OSError, ValueError, NotAnExport) as problem:
            raise CommandError(str(problem)) from None
        for line in wrong:
            self.stdout.write(line)
        if wrong:
            raise CommandError("Dit bestand klopt niet.")
        self.stdout.write("Dit bestand klopt.")
