"""Calculate from the command line: facts in, amounts and their reasons out, as JSON.

calculate --facts FILE.json --day 2026-11-01 --targets zorgtoeslag_per_maand [--explain]
calculate --list facts|rules|norms
"""

import json
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from plein.regelingen.library import rule_book
from plein.regelingen.listing import LISTS
from plein.regelingen.persons import nobody_beside
from plein.rules.calculate import calculate
from plein.rules.plain import plain, plain_explanation, plain_norm
from plein.rules.refusals import CannotCalculate


class Command(BaseCommand):
    help = "Calculate amounts from facts on a day, or list what can be calculated."
    requires_system_checks = ()  # needs no database

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--facts", type=Path, help="JSON: {naam: waarde}")
        parser.add_argument("--day", type=date.fromisoformat, help="Bijvoorbeeld 2026-11-01")
        parser.add_argument("--targets", nargs="+", default=[])
        parser.add_argument("--explain", action="store_true")
        parser.add_argument("--list", choices=sorted(LISTS))

    def handle(self, **given: Any) -> None:
        if given["list"]:
            self._print(LISTS[given["list"]](rule_book()))
            return
        if not (given["facts"] and given["day"] and given["targets"]):
            raise CommandError("Geef --facts, --day en --targets, of --list.")
        try:
            self._print(_answer(**given))
        except CannotCalculate as reason:
            raise CommandError(str(reason)) from None

    def _print(self, answer: Any) -> None:
        self.stdout.write(json.dumps(answer, indent=2, ensure_ascii=False))


def _answer(*, facts: Path, day: date, targets: list[str], explain: bool, **_: Any) -> Any:
    book = rule_book()
    outcome = calculate(book, targets, nobody_beside(_read(facts), book.facts), day)
    trees = {name: outcome.explain(name) for name in targets}
    unsure = [norm for tree in trees.values() for norm in tree.unsure_norms]
    answer = {
        "day": day.isoformat(),
        "values": {name: plain(outcome[name]) for name in targets},
        "unsure": [plain_norm(norm) for norm in unsure],
    }
    if explain:
        answer["explanation"] = {name: plain_explanation(tree) for name, tree in trees.items()}
    return answer


def _read(file: Path) -> dict[str, Any]:
    try:
        given = json.loads(file.read_text())
    except FileNotFoundError:
        raise CommandError(f"Het bestand {file} is er niet.") from None
    except ValueError as problem:
        raise CommandError(f"Het bestand {file} is geen JSON: {problem}.") from None
    if not isinstance(given, dict):
        raise CommandError('Het bestand moet er zo uitzien: {"loon_per_jaar": 25000}')
    return given
