"""The resident tells what came in in a month (Participatiewet art. 17)."""

from datetime import date, datetime

from django.db import transaction

from plein.audit.actions import record
from plein.identity.gate import seal_for
from plein.kernel.actor import Actor
from plein.payments.known import INCOME
from plein.payments.living import Income
from plein.payments.models import Award, Statement


@transaction.atomic
def tell_income(award: Award, month: date, income: Income, *, by: Actor, at: datetime) -> Statement:
    row = Statement(award=award, month=month, known_at=at, by_resident=True)
    row.content_sealed = seal_for(award.resident, row.pk, INCOME, income.written())
    row.save(force_insert=True)
    record("payments.income.told", on=award, by=by, at=at, month=month.isoformat())
    return row
