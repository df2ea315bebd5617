"""Two awards in one household that each count nobody else: is the norm right for both?

Whom the law leaves out of it, as students and who is under 27, a person sees; no age is read here.
"""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from plein.payments.signals.batch import Batch
from plein.payments.signals.declared_data import Data
from plein.payments.signals.facts import Fact, Found
from plein.payments.signals.kind import SignalKind

HOUSEHOLD = _("Bij de gemeente staat nog iemand in hetzelfde huishouden.")
COUNTED = _("De uitkering rekent met niemand anders in huis.")


def find(batch: Batch) -> Iterator[Found]:
    together = batch.households()
    counted = batch.counted([award for awards in together for award in awards])
    for awards in together:
        alone = [award for award in awards if counted.get(award) == 0]
        for award in alone if len(alone) > 1 else []:
            beside = (other for other in alone if other != award)
            yield Found.of(award, Fact.of(HOUSEHOLD), Fact.of(COUNTED), beside=beside)


KIND = SignalKind(
    key="samen_in_een_huis",
    version=1,
    name=_("Samen in een huis"),
    question=_("Klopt met wie de uitkering rekent?"),
    help=_("Leg uit wie meetelt. Wie jonger is dan 27 of studeert, telt meestal niet mee."),
    purpose=_("om te kijken of uw norm klopt"),
    proportionate=_(
        "Er wordt alleen gekeken naar wie al bij ons in één huishouden staan. Er is geen"
        " huisbezoek, en niemand vraagt iets bij anderen op."
    ),
    law="Participatiewet art. 3, 22a en 53a",
    owner=_("teammanager Inkomen"),
    review_on=date(2027, 12, 1),
    data=frozenset({Data.HOUSEHOLD, Data.COUNTED}),
    again_after=12,
    keep="P1Y",
    find=find,
)
