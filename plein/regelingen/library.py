"""All regelingen, found by their folders: a new one is a new folder, and no list is edited."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from json import dumps, loads
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

from plein import regelingen
from plein.journeys.files import read_yaml
from plein.regelingen.persons import facts_of_both, rules_of_both
from plein.rules.book import RuleBook
from plein.rules.checks import check
from plein.rules.facts import Fact
from plein.rules.files import read_fact_file, read_norms
from plein.rules.norms import Norm, Norms
from plein.rules.refusals import RulesDoNotFit
from plein.rules.rule import Rule

FOLDER = Path(regelingen.__file__).parent


@cache
def rule_book() -> RuleBook:
    """Everything we can calculate. Raises `RulesDoNotFit` where the rules do not fit together."""
    facts = facts_of_both(all_facts())
    rules = rules_of_both(list(all_rules()), facts)
    book = RuleBook(rules, facts, Norms(all_norms()))
    check(book)
    return book


def all_rules() -> Iterator[Rule]:
    for module in _modules():
        yield from (each for each in vars(module).values() if isinstance(each, Rule))


def all_norms() -> dict[str, dict[str, Norm]]:
    files = sorted(FOLDER.glob("*/norms.yaml"))
    return {file.parent.name: read_norms(file.parent.name, file) for file in files}


def municipalities_with(regeling: str) -> list[str]:
    """The places whose verordening we know, by name of its file."""
    return sorted(file.stem for file in (FOLDER / regeling / "gemeenten").glob("*.yaml"))


def local_norms(regeling: str, place: str) -> dict[str, Norm]:
    """Every norm that a municipality sets; without a figure where this place did not set it."""
    own = read_norms(regeling, FOLDER / regeling / "gemeenten" / f"{place}.yaml")
    return {
        name: own.get(name, norm)
        for name, norm in rule_book().norms.of(regeling).items()
        if norm.municipal
    }


def journeys() -> dict[str, dict[str, Any]]:
    """By regeling: documents for `publish_case_type`. Raises `DeclarationDoesNotFit`.

    The files are read once; whoever asks gets documents of their own, and may change them.
    """
    return dict(loads(_journeys()))


@cache
def _journeys() -> str:
    files = sorted(FOLDER.glob("*/journey.yaml"))
    return dumps({file.parent.name: read_yaml(file)[0] for file in files})


def all_facts() -> dict[str, Fact]:
    """Those of several regelingen, and those of one in its own folder. Raises `RulesDoNotFit`."""
    found: dict[str, Fact] = {}
    for file in (FOLDER / "facts.yaml", *sorted(FOLDER.glob("*/facts.yaml"))):
        own = read_fact_file(file)
        if double := found.keys() & own.keys():
            raise RulesDoNotFit(f"fact {name} is declared twice" for name in double)
        found |= own
    return found


def _modules() -> Iterator[ModuleType]:
    """Every module of rules: `rules.py`, and others where a regeling changed its regime."""
    for folder in sorted(each.parent for each in FOLDER.glob("*/__init__.py")):
        package = f"{regelingen.__name__}.{folder.name}"
        for found in iter_modules([str(folder)]):
            yield import_module(f"{package}.{found.name}")
