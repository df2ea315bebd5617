"""The data keys of a vault: what is new goes under the newest, the old stays under its own."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db.models import OuterRef, Subquery

from plein.kernel.crypto import Sealed, blind_index, derive, new_key, seal, unseal
from plein.tenants.keys import open_under, seal_under
from plein.tenants.scope import current
from plein.vault.models import Vault, VaultKey

WRAP = "wrap|vault"


class VaultErased(Exception):
    """There is no key any more: what was kept cannot be read by anybody."""


def is_erased(vault: Vault) -> bool:
    return not vault.keys.exclude(wrapped=b"").exists()


def destroy_keys(vault: Vault) -> None:
    """What they sealed is shut for good, wherever a copy of it lies."""
    vault.keys.update(wrapped=b"")


def new_generation(vault: Vault, *, at: datetime) -> VaultKey:
    """A fresh key; what is sealed from now on is sealed with it."""
    last = vault.keys.order_by("-generation").values_list("generation", flat=True).first() or 0
    wrapped = seal_under(current(), new_key(), purpose=WRAP, context=bound_to(vault.pk, last + 1))
    return VaultKey.objects.create(vault=vault, generation=last + 1, wrapped=wrapped, made_at=at)


class KeyRing:
    """The keys of one vault, unwrapped for as long as this object lives."""

    def __init__(self, vault: Vault, known: Mapping[int, Sealed | None] | None = None) -> None:
        """`known` are wrapped keys that came along with a query (`wrapped_key`)."""
        self._vault = vault
        found = _live_keys(vault) if known is None else known
        self._wrapped = {generation: wrapped for generation, wrapped in found.items() if wrapped}
        if not self._wrapped:
            raise VaultErased
        self.newest = max(self._wrapped)
        self._open: dict[int, bytes] = {}

    def seal(self, plain: bytes, *, version: UUID, element: str) -> bytes:
        return seal(self._key(self.newest), plain, context=self._binding(version, element))

    def unseal(self, sealed: Sealed, generation: int, *, version: UUID, element: str) -> bytes:
        """Raises `CannotOpen` for a value that was moved or changed."""
        return unseal(self._key(generation), sealed, context=self._binding(version, element))

    def fingerprint(self, plain: bytes, generation: int, *, element: str) -> bytes:
        """To see that a value is the same again without opening it."""
        key = derive(self._key(generation), "fingerprint")
        return blind_index(key, f"{element}|{plain.decode()}")

    def _key(self, generation: int) -> bytes:
        if generation not in self._wrapped:
            raise VaultErased
        if generation not in self._open:
            self._open[generation] = open_under(
                current(),
                self._wrapped[generation],
                purpose=WRAP,
                context=bound_to(self._vault.pk, generation),
            )
        return self._open[generation]

    def _binding(self, version: UUID, element: str) -> str:
        return f"{self._vault.municipality_id}|{self._vault.pk}|{element}|{version}"


def wrapped_key(generation: str = "content__generation") -> Subquery:
    """For a query over values: the key under which its content lies, to read in one go."""
    keys = VaultKey.objects.filter(vault=OuterRef("vault"), generation=OuterRef(generation))
    return Subquery(keys.values("wrapped")[:1])


def _live_keys(vault: Vault) -> dict[int, Sealed]:
    return dict(vault.keys.exclude(wrapped=b"").values_list("generation", "wrapped"))


def bound_to(vault: UUID, generation: int) -> str:
    return f"vault|{vault}|{generation}"
