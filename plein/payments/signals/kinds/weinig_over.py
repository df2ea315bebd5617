"""Little is left to live on: below the beslagvrije voet, or with a debt and a deduction at once.

A bailiff and a debt to us stop at the beslagvrije voet by themselves; what somebody asked us to pay
for them does not.
"""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from plein.payments.signals.batch import Batch, Paid
from plein.payments.signals.declared_data import Data
from plein.payments.signals.facts import Fact, Found
from plein.payments.signals.kind import SignalKind

BELOW = _("Over {month} ging er {off} af. Boven de beslagvrije voet was er ruimte voor {room}.")
OWES = _("Er staat nog {open} open om terug te betalen.")
DEDUCTED = _("Elke maand betalen wij uit de uitkering ook iemand anders.")


def find(batch: Batch) -> Iterator[Found]:
    paid, debts, deductions = batch.paid(), batch.debts(), batch.deductions()
    for award in batch.awards:
        facts = [
            *_below(batch.month, paid.get(award)),
            *_both(award, debts.get(award, 0), deductions),
        ]
        if facts:
            yield Found.of(award, *facts)


def _below(month: date, paid: Paid | None) -> Iterator[Fact]:
    if paid and paid.off > paid.room:
        yield Fact.of(BELOW, month=month, off=paid.off, room=paid.room)


def _both(award: UUID, owes: int, deductions: set[UUID]) -> Iterator[Fact]:
    if owes and award in deductions:
        yield Fact.of(OWES, open=owes)
        yield Fact.of(DEDUCTED)


KIND = SignalKind(
    key="weinig_over",
    version=1,
    name=_("Weinig over om van te leven"),
    question=_("Is er genoeg over om van te leven?"),
    help=_("Bied rust in het terugbetalen aan, of hulp bij schulden."),
    purpose=_("om te kijken of u genoeg overhoudt"),
    proportionate=_(
        "Er wordt alleen gekeken naar wat wij zelf betalen en inhouden. De vraag is er om te"
        " helpen, en leidt nooit tot minder uitkering."
    ),
    law="Participatiewet art. 53a; Wet gemeentelijke schuldhulpverlening art. 3",
    owner=_("teammanager Schulden en Inkomen"),
    review_on=date(2027, 12, 1),
    data=frozenset({Data.PAID, Data.DEBTS, Data.DEDUCTIONS}),
    again_after=6,
    keep="P1Y",
    find=find,
)
