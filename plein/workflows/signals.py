"""Each night: the kinds of signal that this municipality turned on look at the month that is over.

Once in a month and not before its middle, when what was asked over it is due: nobody is looked at
more often than that. A municipality that leaves the part off is never looked at.
"""

from datetime import date, datetime

from plein.kernel.actor import system
from plein.kernel.months import month_of, months_after
from plein.payments.actions.signalling import destroy_signals, look_for
from plein.payments.signals.library import every_kind
from plein.tenants.models import Module
from plein.tenants.scope import current

LOOKING, DESTROYING = system("signalen zoeken"), system("signalen vernietigen")
FROM_DAY = 15  # of the month after


def look_for_signals(day: date, *, at: datetime) -> int:
    """How many questions came up. Each kind by itself: a night that broke off goes on the next."""
    if day.day < FROM_DAY or not current().has(Module.SIGNALS):
        return 0
    month = months_after(month_of(day), -1)
    return sum(look_for(kind, month, by=LOOKING, at=at) for kind in every_kind().values())


def destroy_old_signals(*, at: datetime) -> int:
    """Also where the part is off by now."""
    return destroy_signals(every_kind().values(), by=DESTROYING, at=at)
