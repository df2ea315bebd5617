"""Whether the intake of a case type fits: for who writes one, before it is published."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from plein.intake.declaration import Intake
from plein.intake.problems import DeclarationDoesNotFit
from plein.intake.reading import read_intake_file


class Command(BaseCommand):
    help = "Say whether the intake in these case.yaml files fits, or what is wrong and where."
    requires_system_checks = ()  # needs no database

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")

    def handle(self, *, files: list[Path], **_: Any) -> None:
        problems: list[str] = []
        for file in files:
            try:
                self.stdout.write(f"{file}: {_told(read_intake_file(file))}")
            except DeclarationDoesNotFit as refused:
                problems += [f"{file}:", *refused.lines]
            except OSError:
                problems.append(f"{file}: dit bestand kunnen wij niet lezen.")
        if problems:
            raise CommandError("\n".join(problems))


def _told(intake: Intake) -> str:
    confirms = sum(len(step.confirms) for step in intake.steps)
    return (
        f"in orde: {len(intake.steps)} stappen, {len(intake.questions)} vragen, "
        f"{confirms} gegevens bevestigen"
    )
