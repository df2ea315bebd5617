"""What somebody is asked to share: the values themselves, and where they came from."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import Purpose
from plein.identity.models import Resident
from plein.kernel.clock import local_day
from plein.vault.access import OwnAccess
from plein.vault.catalogue import catalogue
from plein.vault.gate import read
from plein.vault.models import DataUse, Vault
from plein.vault.offers import offered_elements, required_elements
from plein.web.vault_shown import Shown, shown

NEVER_SHOWN = "bsn"  # also not to its owner
NOT_KNOWN = _("nog niet bekend")
DECIDING = _("omdat u keek wat u kunt delen met {name}")


@dataclass(frozen=True, slots=True)
class Asked:
    """An element or an answer of a use; without versions when nothing is known yet."""

    key: str
    title: str
    versions: list[Shown]
    is_required: bool
    is_answer: bool

    @property
    def is_known(self) -> bool:
        return bool(self.versions) or self.key == NEVER_SHOWN

    @property
    def in_short(self) -> str:
        """In one line, behind a checkbox: its newest value, if there is one."""
        lines = self.versions[0].lines if self.versions else [str(NOT_KNOWN)]
        return f"{self.title}: {', '.join(lines) or _('geen')}"


def what_is_asked(use: DataUse, vault: Vault, resident: Resident, at: datetime) -> list[Asked]:
    """Read through the gate: the log of looks says that the resident looked, and why."""
    keys, required = offered_elements(use), required_elements(use)
    found = _read(vault, [key for key in keys if key != NEVER_SHOWN], use, resident, at)
    return [
        Asked(
            key=key,
            title=catalogue().words(key),
            versions=found[key],
            is_required=key in required,
            is_answer=key in catalogue().derived,
        )
        for key in keys
    ]


def _read(
    vault: Vault, keys: Iterable[str], use: DataUse, resident: Resident, at: datetime
) -> dict[str, list[Shown]]:
    why: Any = format_lazy(DECIDING, name=use.recipient)
    access = OwnAccess(resident, Purpose(str(why), "AVG artikel 15"))
    found = defaultdict(list)
    for reading in read(vault, list(keys), access=access, at=at):
        found[reading.element.key].append(shown(reading, local_day(at)))
    return found
