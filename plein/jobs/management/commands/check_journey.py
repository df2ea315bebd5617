"""Whether a journey fits: for who writes one, before it is published."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from plein.journeys.journey import Journey
from plein.journeys.problems import DeclarationDoesNotFit
from plein.journeys.reading import check_journey_file


class Command(BaseCommand):
    help = "Say whether these journey.yaml files fit, or what is wrong and where."
    requires_system_checks = ()  # needs no database

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")

    def handle(self, *, files: list[Path], **_: Any) -> None:
        problems: list[str] = []
        for file in files:
            try:
                self.stdout.write(f"{file}: {_told(check_journey_file(file))}")
            except DeclarationDoesNotFit as refused:
                problems += [f"{file}:", *refused.lines]
            except OSError:
                problems.append(f"{file}: dit bestand kunnen wij niet lezen.")
        if problems:
            raise CommandError("\n".join(problems))


def _told(journey: Journey) -> str:
    steps = journey.intake.steps if journey.intake else ()
    questions = sum(len(step.asks) for step in steps)
    confirms = sum(len(step.confirms) for step in steps)
    return (
        f"in orde: {len(steps)} stappen, {questions} vragen, {confirms} gegevens bevestigen,"
        f" {len(journey.tasks)} opdrachten"
    )
