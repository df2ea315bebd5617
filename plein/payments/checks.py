"""What somebody looks at before a run is paid. A check asks; it stops no payment by itself."""

from collections.abc import Iterator
from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from plein.payments.known import KnownOf


class Flag(models.TextChoices):
    NO_ACCOUNT = "geen rekening", _("Er is geen rekeningnummer")
    DIED = "overleden", _("De inwoner is overleden. Betaal niets voordat u weet aan wie")
    CAME_BACK = "teruggekomen", _("De vorige betaling kwam terug, en er is nog niets gedaan")
    NEW_ACCOUNT = "nieuwe rekening", _("Het rekeningnummer is nieuw")
    SHARED_ACCOUNT = "zelfde rekening", _("Een andere uitkering gaat naar dezelfde rekening")
    NO_STATEMENT = "geen opgave", _("De opgave van inkomsten is er nog niet")
    FIRST = "eerste keer", _("De eerste betaling")
    DIFFERS = "groot verschil", _("Heel anders dan de vorige maand")
    TWICE = "dubbel", _("Deze inwoner heeft nog een uitkering in deze maand")
    NOTHING = "niets over", _("Er blijft niets over om te betalen")


STOPS = frozenset({Flag.NO_ACCOUNT, Flag.CAME_BACK, Flag.DIED})  # a payment has nowhere to go
PART = 4  # a difference of more than a quarter is looked at
AT_LEAST = 5_000  # cents: a smaller one is not


def flags_of(
    known: KnownOf,
    *,
    asks_statement: bool,
    paid: int,
    paid_before: int | None,
    pays: int,
    last_run_at: datetime | None,
) -> Iterator[Flag]:
    """Those of one award by itself."""
    if known.payee is None:
        yield Flag.NO_ACCOUNT
    if asks_statement and not known.has_statement:
        yield Flag.NO_STATEMENT
    if paid_before is None:
        yield Flag.FIRST
    elif _is_new(known, last_run_at):
        yield Flag.NEW_ACCOUNT
    if paid_before is not None and _differs(paid, paid_before):
        yield Flag.DIFFERS
    if not pays:
        yield Flag.NOTHING


def _is_new(known: KnownOf, last_run_at: datetime | None) -> bool:
    since = known.account_since
    return since is not None and last_run_at is not None and since > last_run_at


def _differs(paid: int, before: int) -> bool:
    difference = abs(paid - before)
    return difference >= AT_LEAST and difference * PART > max(paid, before)
