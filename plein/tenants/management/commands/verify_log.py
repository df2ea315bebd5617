"""Check the log of looks; exit code 1 when anything is wrong."""

from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import now

from plein.tenants.models import Municipality
from plein.tenants.scope import within
from plein.tenants.seals import kept_seals, wrong_in_log, wrong_on_day


class Command(BaseCommand):
    help = "Recompute every chain and seal of the log, and name each line that does not fit."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--municipality", help="Alleen deze gemeente, bijvoorbeeld: emmen")
        parser.add_argument("--seals", type=Path, help="Zegels die elders zijn bewaard")
        parser.add_argument(
            "--day", type=date.fromisoformat, help="Alleen het zegel van deze dag: 2026-11-24"
        )

    def handle(self, **given: Any) -> None:
        exported = given["seals"].read_text().splitlines() if given["seals"] else []
        wrong = 0
        for municipality in _chosen(given["municipality"]):
            with within(municipality):
                kept = kept_seals(exported)
                day = given["day"]
                for finding in wrong_on_day(day, kept) if day else wrong_in_log(kept, at=now()):
                    self.stdout.write(f"{municipality.slug}: {finding}")
                    wrong += 1
        if wrong:
            raise CommandError(f"Het log klopt niet: {wrong} bevindingen.")
        self.stdout.write("Het log klopt.")


def _chosen(slug: str | None) -> list[Municipality]:
    municipalities = Municipality.objects.order_by("slug")
    chosen = list(municipalities.filter(slug=slug) if slug else municipalities)
    if slug and not chosen:
        raise CommandError(f"Er is geen gemeente {slug}.")
    return chosen
