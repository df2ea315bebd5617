"""What can be calculated, and what about each thing one should know."""

from collections.abc import Callable
from typing import Any

from plein.rules.book import RuleBook
from plein.rules.plain import plain


def facts(book: RuleBook) -> list[dict[str, Any]]:
    return [
        {
            "name": fact.name,
            "type": fact.type,
            "per": fact.per,
            "says": fact.label,
            "source": fact.source,
        }
        for _name, fact in sorted(book.facts.items())
    ]


def rules(book: RuleBook) -> list[dict[str, Any]]:
    return [
        {
            "name": rule.name,
            "law": rule.law,
            "says": rule.says,
            "uses": list(rule.arguments),
            "used_by": users_of(book, rule.name),
            "from": rule.from_.isoformat() if rule.from_ else None,
            "until": rule.until.isoformat() if rule.until else None,
        }
        for _name, regimes in sorted(book.rules.items())
        for rule in regimes
    ]


def norms(book: RuleBook) -> list[dict[str, Any]]:
    return [
        {
            "name": f"{regeling}.{norm.name}",
            "type": norm.unit,
            "law": norm.law,
            "says": norm.note,
            "values": {
                figure.since.isoformat(): {
                    "value": plain(figure.value),
                    "source": list(figure.sources),
                    "confidence": figure.confidence,
                }
                for figure in norm.values
            },
        }
        for regeling in sorted(book.norms.regelingen)
        for _name, norm in sorted(book.norms.of(regeling).items())
    ]


def users_of(book: RuleBook, name: str) -> list[str]:
    """The rules that ask for it."""
    return sorted(
        {each.name for own in book.rules.values() for each in own if name in each.arguments}
    )


LISTS: dict[str, Callable[[RuleBook], list[dict[str, Any]]]] = {
    "facts": facts,
    "rules": rules,
    "norms": norms,
}
