"""Values come in: a new version where something changed, and nothing is ever written over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from plein.vault.catalogue import catalogue
from plein.vault.keys import KeyRing
from plein.vault.models import Mode, SealedValue, SourceRun, Vault, VaultValue
from plein.vault.readings import Json, written


@dataclass(frozen=True, slots=True, repr=False)
class Incoming:
    """A value as it came in. None says that the source knows of none."""

    element: str  # key in the catalogue
    value: Json
    source: str = ""
    service: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    marks: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"Incoming({self.element})"


@transaction.atomic
def keep(
    vault: Vault,
    incoming: Sequence[Incoming],
    *,
    mode: Mode,
    run: SourceRun | None = None,
    at: datetime,
) -> int:
    """Keep these values, all or none; how many were new.

    What a source says again is not kept twice: only the moment it was last seen moves on.
    """
    Vault.objects.select_for_update().get(pk=vault.pk)  # versions are numbered one by one
    shelf = _Shelf(vault, incoming, mode)
    same, fresh = shelf.sort(incoming)
    SealedValue.objects.filter(version__in=same).update(seen_at=at)
    versions = [shelf.version(each, run, at) for each in fresh]
    VaultValue.objects.bulk_create(versions)
    SealedValue.objects.bulk_create(
        shelf.sealed(version, each, at) for version, each in zip(versions, fresh, strict=True)
    )
    return len(versions)


class _Shelf:
    """What stands in the vault for these elements, next to which the new versions come."""

    def __init__(self, vault: Vault, incoming: Sequence[Incoming], mode: Mode) -> None:
        self.vault, self.mode, self.ring = vault, mode, KeyRing(vault)
        versions = vault.values.filter(element__in={each.element for each in incoming})
        self.last = dict(versions.values_list("element").annotate(Max("number")))
        own = mode == Mode.STATEMENT
        newest = versions.filter(is_own=own).newest().select_related("content")
        self.newest = {version.element: version for version in newest}

    def sort(self, incoming: Sequence[Incoming]) -> tuple[list[UUID], list[Incoming]]:
        """The versions that are said again, and what is new."""
        same, fresh = [], []
        for each in incoming:
            known = self.newest.get(each.element)
            if known and self._says(known, each):
                same.append(known.pk)
            elif known or each.value is not None:
                fresh.append(each)
        return same, fresh

    def _says(self, known: VaultValue, each: Incoming) -> bool:
        content = getattr(known, "content", None)
        if content is None or set(known.marks) != set(each.marks):
            return False
        print_now = self.ring.fingerprint(
            written(each.value), content.generation, element=each.element
        )
        return bytes(content.fingerprint) == print_now

    def version(self, each: Incoming, run: SourceRun | None, at: datetime) -> VaultValue:
        self.last[each.element] = number = self.last.get(each.element, 0) + 1
        return VaultValue(
            vault=self.vault,
            element=each.element,
            number=number,
            mode=self.mode,
            source=each.source or catalogue().elements[each.element].source,
            service=each.service,
            run=run,
            received_at=at,
            valid_from=each.valid_from,
            valid_until=each.valid_until,
            is_absent=each.value is None,
            marks=list(each.marks),
        )

    def sealed(self, version: VaultValue, each: Incoming, at: datetime) -> SealedValue:
        plain, newest = written(each.value), self.ring.newest
        return SealedValue(
            version=version,
            generation=newest,
            sealed=self.ring.seal(plain, version=version.pk, element=each.element),
            fingerprint=self.ring.fingerprint(plain, newest, element=each.element),
            seen_at=at,
        )
