"""Wage that UWV knows of and the statement does not hold: mostly a slip, sometimes a question."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from plein.payments.signals.batch import Batch
from plein.payments.signals.declared_data import Data
from plein.payments.signals.facts import Fact, Found
from plein.payments.signals.kind import SignalKind

SHOWN = _("UWV kende over {month} een loon. Na belasting is dat ongeveer {net}.")
TOLD = _("In de opgave over {month} staat geen loon.")


def find(batch: Batch) -> Iterator[Found]:
    month = batch.month
    for award, wages in batch.wages().items():
        if wages.shown and not wages.told:
            shown = Fact.of(SHOWN, month=month, net=wages.shown)
            yield Found.of(award, shown, Fact.of(TOLD, month=month))


KIND = SignalKind(
    key="loon_niet_in_opgave",
    version=1,
    name=_("Loon dat niet in de opgave staat"),
    question=_("Kwam er loon binnen dat niet in de opgave staat?"),
    help=_("Help de inwoner met de opgave. Misschien mag een deel van het loon blijven."),
    purpose=_("om te kijken of uw opgave volledig is"),
    proportionate=_(
        "Er wordt alleen gekeken naar loon dat de inwoner op het formulier zag. Een verschil in"
        " hoogte is geen vraag: alleen of er loon ontbreekt."
    ),
    law="Participatiewet art. 17 en 53a",
    owner=_("teammanager Inkomen"),
    review_on=date(2027, 12, 1),
    data=frozenset({Data.SHOWN_WAGE, Data.TOLD_INCOME}),
    again_after=3,
    keep="P1Y",
    find=find,
)
