"""Each night: who has income that changes is asked for that of the month that is over.

Beside the payments this touches the inbox and the list of calls. It never stops a benefit.
"""

from datetime import date, datetime

from django.db.models import Exists, OuterRef, QuerySet

from plein.kernel.actor import system
from plein.kernel.months import month_of, months_after
from plein.payments.actions.asking import CALLED_AFTER, ask_staff_to_call, ask_statement
from plein.payments.models import AskedStatement, Award, Statement

ASKING = system("opgave van inkomen vragen")


def ask_for_statements(day: date, *, at: datetime) -> int:
    """How many were asked. Each by itself, so a night that was broken off goes on the next."""
    month = months_after(month_of(day), -1)
    awards = list(to_ask(month))
    for award in awards:
        ask_statement(award, month, by=ASKING, at=at)
    return len(awards)


def ask_for_calls(day: date, *, at: datetime) -> int:
    """How many residents staff are asked to call."""
    late = list(AskedStatement.objects.to_call(day - CALLED_AFTER))
    for asked in late:
        ask_staff_to_call(asked, by=ASKING, at=at)
    return len(late)


def to_ask(month: date) -> QuerySet[Award]:
    """With a day in that month, and nothing told or asked over it yet."""
    told = Statement.objects.filter(award=OuterRef("pk"), month=month)
    asked = AskedStatement.objects.filter(award=OuterRef("pk"), month=month)
    running = Award.objects.running_in(month).filter(asks_statement=True)
    return running.exclude(Exists(told)).exclude(Exists(asked)).order_by("pk")
