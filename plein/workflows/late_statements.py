"""Each night: income that was told after its month was paid is still worked into that month.

What somebody gets more comes with the next payment; what was too much is set apart, and a person
decides about it.
"""

from contextlib import suppress
from datetime import datetime, timedelta

from plein.kernel.actor import system
from plein.payments.actions.revising import RunIsBooking, revise
from plein.payments.told_late import told_late
from plein.workflows.our_rules import our_rules

WORKING_IN = system("inkomen dat later kwam")
LOOKED_BACK = timedelta(days=31)  # longer than any night is missed; without a difference it stays


def work_in_late_statements(*, at: datetime) -> int:
    """How many months came out otherwise. While a run is booked it waits for the next night."""
    rules, found = our_rules(), 0
    for told in told_late().filter(known_at__gte=at - LOOKED_BACK):
        with suppress(RunIsBooking):
            found += len(revise(told.award, rules, from_month=told.month, by=WORKING_IN, at=at))
    return found
