"""What stands in a verklaring, in words on a page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from plein.kernel.money import NotAnAmount, euros, read_cents
from plein.kernel.sd_jwt.disclosures import Claim
from plein.vault.catalogue import catalogue
from plein.vault.catalogue.types import Kind
from plein.web.templatetags.plein_ui import day


@dataclass(frozen=True, slots=True)
class Said:
    """One line of a data list; `name` is the key in the catalogue."""

    name: str
    key: str
    value: str


def said(claims: Mapping[str, Claim], order: Iterable[str]) -> list[Said]:
    words = catalogue().words
    return [Said(name, words(name), _text(name, claims[name])) for name in order if name in claims]


def _text(name: str, value: Claim) -> str:
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    element = catalogue().elements.get(name)
    try:
        if element and element.kind == Kind.DATE:
            return day(date.fromisoformat(str(value)))
        if element and element.kind == Kind.MONEY:
            return euros(read_cents(str(value)))
    except (ValueError, NotAnAmount):
        pass  # half a date of the BRP is shown as it is
    return str(value)
