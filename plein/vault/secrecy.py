"""Where somebody lives is a secret when they asked for that (geheimhouding, Wet BRP art. 2.59)."""

from django.db.models import Exists, OuterRef

from plein.vault.models import VaultValue
from plein.vault.readings import SECRET

# What tells, or helps to tell, where somebody lives. A house of one's own stands at an address too.
PLACES = frozenset(
    {
        *("adres", "adres_sinds", "gemeente_inschrijving", "medebewoners"),
        *("onroerend_goed", "woz_waarde", "lokale_belasting", "huurcontract"),
    }
)
TELL_SO = ("adres", "geheimhouding")  # carry the mark while the secrecy lasts


def lives_in_secret() -> Exists:
    """For a query over values: whether the BRP said last that where this person lives is secret."""
    newer = VaultValue.objects.filter(
        vault=OuterRef("vault"),
        element=OuterRef("element"),
        is_own=False,
        number__gt=OuterRef("number"),
    )
    says_so = VaultValue.objects.filter(
        vault=OuterRef("vault"), element__in=TELL_SO, is_own=False, marks__contains=[SECRET]
    )
    return Exists(says_so.exclude(Exists(newer)))


def is_secret_place(row: VaultValue) -> bool:
    """For the resident and for who is entitled by law only; `row` comes with `lives_in_secret`.

    Also what stood there before the secrecy began: an old letter may still reach the same door.
    """
    hides = row.lives_in_secret  # type: ignore[attr-defined]
    return SECRET in row.marks or (hides and row.element in PLACES)
