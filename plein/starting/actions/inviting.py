"""The first people of a municipality, invited while it is not open yet.

Who runs the platform lets others in and never themselves: that work needs no sight of residents.
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.models import Staff
from plein.identity.staff import invite_staff
from plein.kernel.refusal import Refusal
from plein.starting.actions.keeping import kept_step
from plein.starting.mail import tell_staff
from plein.starting.models import PlatformAdministrator, Start, Step
from plein.tenants.scope import current_id

TAKEN_BACK = "identity.staff.taken_back"


class RunsThePlatform(Refusal):
    message = _("{email} beheert het platform. Nodig iemand van de gemeente zelf uit.")


class CameInAlready(Refusal):
    message = _("{name} is al ingelogd geweest. Deze uitnodiging kunt u niet meer intrekken.")


def invite_first(
    start: Start,
    email: str,
    name: str,
    *,
    team: str,
    roles: Sequence[str],
    by: PlatformAdministrator,
    at: datetime,
) -> Staff:
    """Raises `RunsThePlatform` and `WaitsForOpening`."""
    if PlatformAdministrator.objects.filter(account__email=email.lower()).exists():
        raise RunsThePlatform(email=email)
    with kept_step(start, Step.PEOPLE):
        staff = invite_staff(email, name, team=team, roles=roles, by=by.actor, at=at)
        here, invited = current_id(), str(staff.pk)
        transaction.on_commit(lambda: tell_staff.enqueue(municipality=here, staff=invited))
    return staff


def take_back_invitation(
    start: Start, staff_id: UUID, *, by: PlatformAdministrator, at: datetime
) -> None:
    """Of an address that was mistyped. Twice is once. Raises `CameInAlready`, `WaitsForOpening`."""
    with kept_step(start, Step.PEOPLE):
        staff = Staff.objects.select_related("account").filter(pk=staff_id).first()
        if staff is None:
            return
        if staff.account.last_login:
            raise CameInAlready(name=staff.account.name)
        record(TAKEN_BACK, on=staff, by=by.actor, at=at)
        staff.delete()
