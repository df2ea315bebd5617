"""Money ahead, while the municipality still decides (Participatiewet art. 52).

It is there within four weeks of the aanvraag, and again every four weeks; it goes off what somebody
gets once there is a decision.
"""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.models import Staff
from plein.kernel.refusal import Refusal
from plein.ledger.actions import Move, transfer
from plein.ledger.models import Transfer, TransferKind
from plein.payments.calculating import PAID, work_out
from plein.payments.known import known_of
from plein.payments.models import Award
from plein.rules.of_municipality import Rules

ADVANCE = "voorschot_bijstand"


class NotProvisional(Refusal):
    message = _("Over deze uitkering is al besloten. Een voorschot is niet meer nodig.")


class NoRightInMonth(Refusal):
    message = _("In deze maand is er geen recht, dus ook geen voorschot.")


@transaction.atomic
def give_advance(award: Award, month: date, rules: Rules, *, by: Staff, at: datetime) -> Transfer:
    """At least the share of the law of what the month would be; once for each month.

    Raises `NotProvisional` and `NoRightInMonth`.
    """
    award = Award.objects.select_for_update(of=["self"]).get(pk=award.pk)
    if not award.is_provisional:
        raise NotProvisional
    cents = advance_over(award, month, rules, by=by, at=at)
    if not cents:
        raise NoRightInMonth
    booked = transfer(
        TransferKind.BEVOORSCHOTTEN,
        [Move(award.advance, award.due, cents)],
        key=f"voorschot-{award.pk.hex}-{month:%Y%m}",
        at=at,
    )
    record("payments.advance.given", on=award, by=by.actor, at=at, month=month.isoformat())
    return booked


def advance_over(award: Award, month: date, rules: Rules, *, by: Staff, at: datetime) -> int:
    """Cents, as the law has it at least."""
    inputs = known_of([award], month, at=at, by=by.actor, now=at)[award.pk].inputs
    if inputs is None:
        return 0
    (worked,) = work_out(rules, [inputs], month)
    known = {PAID: Decimal(worked.paid) / 100}
    return int(rules.calculate([ADVANCE], {}, month, known)[ADVANCE] * 100)


@transaction.atomic
def settle(award: Award, *, by: Staff, at: datetime) -> Award:
    """There is a decision: from now on the months are paid, and what was ahead goes off."""
    award = Award.objects.select_for_update(of=["self"]).get(pk=award.pk)
    award.is_provisional = False
    award.save(update_fields=["is_provisional"])
    record("payments.award.settled", on=award, by=by.actor, at=at)
    return award
