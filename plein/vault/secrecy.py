"""Where somebody lives is a secret when they asked for that (geheimhouding, Wet BRP art. 2.59)."""

from collections.abc import Iterable
from uuid import UUID

from plein.vault.models import Vault
from plein.vault.readings import SECRET
from plein.vault.rows import Row

# What tells, or helps to tell, where somebody lives. A house of one's own stands at an address too.
PLACES = frozenset(
    {
        *("adres", "adres_sinds", "gemeente_inschrijving", "medebewoners"),
        *("onroerend_goed", "woz_waarde", "lokale_belasting", "huurcontract"),
    }
)
TELL_SO = ("adres", "geheimhouding")  # carry the mark while the secrecy lasts


def secret_places(vault: Vault, rows: Iterable[Row]) -> set[UUID]:
    """For the resident and for who is entitled by law only.

    Also what stood there before the secrecy began: an old letter may still reach the same door.
    """
    about = [row for row in rows if SECRET in row.marks or row.element in PLACES]
    hides = bool(about) and lives_in_secret(vault)
    return {row.pk for row in about if SECRET in row.marks or hides}


def lives_in_secret(vault: Vault) -> bool:
    """Whether the BRP said last that where this person lives is secret."""
    newest = vault.values.filter(element__in=TELL_SO, is_own=False).newest()
    return any(SECRET in marks for marks in newest.values_list("marks", flat=True))
