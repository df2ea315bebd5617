"""Where somebody lives is a secret when they asked for that (geheimhouding, Wet BRP art. 2.59)."""

from collections.abc import Iterable
from uuid import UUID

from plein.vault.models import Vault, VaultValue
from plein.vault.readings import SECRET

# What tells, or helps to tell, where somebody lives. A house of one's own stands at an address too.
PLACES = frozenset(
    {
        *("adres", "adres_sinds", "gemeente_inschrijving", "medebewoners"),
        *("onroerend_goed", "woz_waarde", "lokale_belasting", "huurcontract"),
    }
)


def secret_places(vault: Vault, rows: Iterable[VaultValue]) -> set[UUID]:
    """The versions that only the resident and who is entitled by law may see.

    Also those of before the secrecy began: an old letter may still reach the same door.
    """
    told = {row.pk for row in rows if row.element in PLACES}
    if not told:
        return set()
    newest = vault.values.filter(element="adres").newest()
    return told if any(SECRET in row.marks for row in newest) else set()
