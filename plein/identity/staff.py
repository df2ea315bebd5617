"""Somebody is let in to work for a municipality; they choose password and second factor."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from plein.audit.actions import record
from plein.identity.models import Account, Staff
from plein.kernel.actor import Actor

INVITED = "identity.staff.invited"


@transaction.atomic
def invite_staff(
    email: str, name: str, *, team: str, roles: Sequence[str], by: Actor, at: datetime
) -> Staff:
    """Known ones keep their login, and get this team and these roles."""
    account = Account.objects.filter(email=email.lower()).first()
    account = account or Account.objects.create_user(email, name=name)
    staff, _is_new = Staff.objects.update_or_create(
        account=account, defaults={"team": team, "roles": list(roles)}
    )
    record(INVITED, on=staff, by=by, at=at, roles=list(roles))
    return staff
