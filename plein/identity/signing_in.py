"""That somebody came in, at which kind of door: a line in the log of acts."""

from datetime import datetime

from plein.audit.actions import record
from plein.identity.models import Account, ProviderUser, Resident, Staff
from plein.tenants.scope import current

RESIDENT = "identity.resident.signed_in"
STAFF = "identity.staff.signed_in"
PROVIDER = "identity.provider.signed_in"


def resident_signed_in(resident: Resident, *, at: datetime) -> None:
    record(RESIDENT, on=resident, by=resident.actor, at=at)


def account_signed_in(account: Account, *, at: datetime) -> None:
    """As who it is here; who is nobody in this municipality leaves no line of it."""
    if staff := Staff.objects.filter(account=account).select_related("municipality").first():
        record(STAFF, on=staff, by=staff.actor, at=at)
    elif works_for := ProviderUser.objects.filter(account=account).first():
        record(PROVIDER, on=current(), by=works_for.actor, at=at)
