"""Somebody else's vault on screen: the parts that may be seen, and their values. Read only."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.urls import reverse

from plein.vault.access import Access
from plein.vault.catalogue import catalogue
from plein.vault.catalogue.types import Element, Group
from plein.vault.gate import read
from plein.vault.models import Vault
from plein.vault.queries.filled import filled
from plein.web.request import ResidentRequest
from plein.web.vault_shown import GROUPS, rows


@dataclass(frozen=True, slots=True)
class Looking:
    """`elements` is all that this role may see; `label` is what the banner calls the other."""

    vault: Vault
    access: Access
    label: str
    elements: Sequence[Element]
    page: str  # name of the page of a part; it takes `key` and the part
    key: Any

    def parts(self) -> list[dict[str, Any]]:
        """The parts with how many values are in each; nothing is opened for this."""
        known = filled(self.vault)
        return [self._part(group, known) for group in Group if self._of(group)]

    def _part(self, group: Group, known: set[str]) -> dict[str, Any]:
        title, icon = GROUPS[group]
        return {
            "title": title,
            "icon": icon,
            "url": reverse(self.page, args=[self.key, group]),
            "count": len(known & {element.key for element in self._of(group)}),
        }

    def _of(self, group: Group) -> list[Element]:
        return [element for element in self.elements if element.group == group]

    def values(self, request: ResidentRequest, group: str) -> dict[str, Any]:
        """The values of one part. Raises the `Refusal` of the access; 404 for another part."""
        elements = self._of(Group(group)) if group in set(Group) else []
        if not elements:
            raise Http404
        keys = [element.key for element in elements]
        readings = read(self.vault, keys, access=self.access, at=request.now)
        found = rows(elements, readings, request.today)
        return {
            "title": GROUPS[Group(group)][0],
            "rows": [row for row in found if row.source or row.own],
        }


def seen_by(allowed: Iterable[Element]) -> list[Element]:
    """Never the BSN: that is shown to nobody."""
    return [element for element in allowed if element.key != "bsn"]


def all_elements() -> Iterable[Element]:
    return catalogue().elements.values()
