"""Show one rule as it is written: its article, its body, what it uses and who uses it."""

import inspect
from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from plein.regelingen.library import rule_book
from plein.regelingen.listing import users_of


class Command(BaseCommand):
    help = "Show a rule, its article, its users and its body."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name")

    def handle(self, *, name: str, **_: object) -> None:
        book = rule_book()
        if name not in book.rules:
            raise CommandError(f"Er is geen regel {name}. `calculate --list rules` noemt ze alle.")
        for rule in book.rules[name]:
            self.stdout.write(f"{rule.name}: {rule.says}")
            self.stdout.write(f"wet: {rule.law}")
            self.stdout.write(f"gebruikt: {', '.join(rule.arguments)}")
            self.stdout.write(f"voor: {', '.join(users_of(book, name)) or 'niets anders'}")
            self.stdout.write(f"\n{inspect.getsource(rule.body)}")
