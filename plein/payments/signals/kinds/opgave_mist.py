"""The income of two months in a row was not told while the benefit goes on: is it too hard?"""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from plein.payments.signals.batch import Batch
from plein.payments.signals.declared_data import Data
from plein.payments.signals.facts import Fact, Found
from plein.payments.signals.kind import SignalKind

IN_A_ROW = 2
NOT_TOLD = _("Over {before} en {month} kregen wij geen opgave.")
GOES_ON = _("De uitkering loopt door.")


def find(batch: Batch) -> Iterator[Found]:
    for award, months in batch.not_told().items():
        if len(months) == IN_A_ROW:
            before, month = months
            not_told = Fact.of(NOT_TOLD, before=before, month=month)
            yield Found.of(award, not_told, Fact.of(GOES_ON))


KIND = SignalKind(
    key="opgave_mist",
    version=1,
    name=_("Twee maanden geen opgave"),
    question=_("Lukt het doorgeven van het inkomen?"),
    help=_("Bel, en vul de opgave samen in. Vraag of het formulier te moeilijk is."),
    purpose=_("om te kijken of het doorgeven van uw inkomen lukt"),
    proportionate=_(
        "Er wordt alleen gekeken of een opgave is gevraagd en is doorgegeven. Na één maand wordt"
        " er niets gevraagd."
    ),
    law="Participatiewet art. 17 en 53a",
    owner=_("teammanager Inkomen"),
    review_on=date(2027, 12, 1),
    data=frozenset({Data.ASKED}),
    again_after=2,
    keep="P1Y",
    find=find,
)
