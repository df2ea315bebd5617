"""What changes a benefit also changes months that were paid already: both at once, or neither."""

from datetime import date, datetime

from django.db import transaction

from plein.identity.models import Staff
from plein.payments.actions.awarding import end, end_by_death, lives_otherwise
from plein.payments.actions.revising import revise
from plein.payments.living import Living
from plein.payments.models import Award, AwardMonth
from plein.workflows.our_rules import our_rules


@transaction.atomic
def change_situation(
    award: Award, living: Living, *, from_on: date, by: Staff, at: datetime
) -> list[AwardMonth]:
    """The months that come out otherwise. Raises `RunIsBooking`."""
    lives_otherwise(award, living, from_on=from_on, by=by, at=at)
    return revise(award, our_rules(), from_month=from_on, by=by.actor, at=at)


@transaction.atomic
def end_benefit(
    award: Award, *, on: date, reason: str, by: Staff, at: datetime
) -> list[AwardMonth]:
    """The months that come out otherwise. Raises as `end`, and `RunIsBooking`."""
    ended = end(award, on=on, reason=reason, by=by, at=at)
    return revise(ended, our_rules(), from_month=on, by=by.actor, at=at)


@transaction.atomic
def end_as_resident_died(
    award: Award, *, died_on: date, on: date | None, by: Staff, at: datetime
) -> list[AwardMonth]:
    """The months that come out otherwise. Raises as `end_by_death`, and `RunIsBooking`."""
    ended = end_by_death(award, died_on=died_on, on=on, by=by, at=at)
    return revise(ended, our_rules(), from_month=died_on, by=by.actor, at=at)
