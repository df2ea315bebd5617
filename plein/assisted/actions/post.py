"""What came by post: it counts from the day of its stamp."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.cases.actions.opening import open_case
from plein.cases.actions.tasks import hand_in_to_case
from plein.cases.models import Case, CaseType
from plein.documents.receiving import Received
from plein.identity.actions import household_of, know_resident
from plein.identity.models import Staff
from plein.inbox.models import Channel, HandIn, Task
from plein.kernel.bsn import Bsn
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal


class StampDoesNotFit(Refusal):
    message = _("De stempel kan niet van een dag zijn die nog komt, of van voor onze vraag.")


@transaction.atomic
def register_aanvraag(
    bsn: Bsn, case_type: CaseType, *, received_on: date, by: Staff, at: datetime
) -> Case:
    """A signed letter or form. Raises `ReceivedLater` and `AlreadyRunning`."""
    resident = know_resident(bsn, by=by.actor, at=at)
    household_of(resident, at=at, day=local_day(at))
    return open_case(
        resident, case_type, channel=Channel.POST, received_on=received_on, by=by.actor, at=at
    )


def register_answer(
    task: Task,
    text: str,
    *,
    files: Sequence[Received],
    received_on: date,
    by: Staff,
    at: datetime,
) -> HandIn:
    """To what we asked. Raises `StampDoesNotFit` and as `hand_in`."""
    if not local_day(task.set_at) <= received_on <= local_day(at):
        raise StampDoesNotFit
    return hand_in_to_case(
        task,
        text,
        files=files,
        channel=Channel.POST,
        received_on=received_on,
        by=by.actor,
        at=at,
    )
