"""A receipt in words: facts, amounts of the law and what came out, each as somebody reads it."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from plein.rules.of_municipality import Rules


def rows_of(rules: Rules, receipt: Mapping[str, Any]) -> dict[str, list[tuple[str, str]]]:
    worked_out = {
        name: value for name, value in receipt["values"].items() if name not in receipt["facts"]
    }
    parts = {"facts": receipt["facts"], "norms": receipt["norms"], "values": worked_out}
    return {part: list(_rows(rules, found)) for part, found in parts.items()}


def _rows(rules: Rules, found: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in found.items():
        says = rules.book.says(name) or name.replace("_", " ").replace(".", ": ")
        yield says.rstrip("."), _said(value)


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    if isinstance(value, list):
        return ", ".join(map(_said, value))
    return str(value).replace(".", ",")
