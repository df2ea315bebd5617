"""A small law of our own, so that the core is tested without the Netherlands."""

from datetime import date
from decimal import Decimal

import pytest

from plein.rules.book import RuleBook
from plein.rules.facts import Fact, FactType
from plein.rules.norms import Confidence, Dated, Norm, Norms
from plein.rules.rule import rule
from plein.rules.words import als, hoogste, op_centen

SPRING, SUMMER = date(2026, 1, 1), date(2026, 7, 1)


@rule("Testwet art. 1")
def hulp(inkomen, testwet):
    """Wat u te weinig hebt."""
    return hoogste(0, testwet.minimum - inkomen)


@rule("Testwet art. 2")
def toeslag(hulp, is_alleen, testwet):
    """Een deel erbij als u alleen bent."""
    return als(is_alleen, op_centen(hulp * testwet.deel), 0)


@rule("Testwet art. 3", until=SUMMER)
def totaal(hulp, toeslag):
    """Alles samen, zoals het was."""
    return hulp + toeslag


class From2026:
    """Another regime has the same name, so it stands in a module of its own; here in a class."""

    @rule("Testwet art. 3", from_=SUMMER)
    def totaal(hulp):
        """Alles samen, zoals het is."""
        return hulp


FACTS = {
    "inkomen": Fact("inkomen", FactType.AMOUNT, "Uw inkomen", "bri_inkomen"),
    "is_alleen": Fact("is_alleen", FactType.YES_NO, "U bent alleen", "inwoner"),
}


def norm(name: str, *values: tuple[date, str], **more: object) -> Norm:
    figures = tuple(
        Dated(day, Decimal(value), ("staatsblad",), Confidence.CONFIRMED) for day, value in values
    )
    return Norm("testwet", name, "Testwet art. 9", "euro per maand", figures, **more)


MINIMUM = norm("minimum", (SPRING, "1000.00"), (SUMMER, "1020.50"), renewed=(1, 7))
DEEL = norm("deel", (SPRING, "0.10"))


def book_of(*rules, facts=FACTS, norms=(MINIMUM, DEEL)) -> RuleBook:
    return RuleBook(rules, facts, Norms({"testwet": {each.name: each for each in norms}}))


@pytest.fixture
def book() -> RuleBook:
    return book_of(hulp, toeslag, totaal, From2026.totaal)
