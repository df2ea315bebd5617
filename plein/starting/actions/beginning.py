"""A municipality begins: it has its keys and its host at once, and opens later."""

from datetime import datetime

from django.db import transaction

from plein.audit.actions import record
from plein.starting.models import PlatformAdministrator, Start, Step
from plein.tenants.actions import Contact, HouseStyle, add_municipality
from plein.tenants.naming import Naming
from plein.tenants.scope import within

BEGUN = "starting.begun"
BRAND = "#0a5a9c"  # until somebody chooses
NO_CONTACT = Contact(phone="", opening_hours="", address="")


@transaction.atomic
def begin_start(slug: str, naming: Naming, *, by: PlatformAdministrator, at: datetime) -> Start:
    """Raises `HostIsTaken` and `CodeIsTaken`."""
    municipality = add_municipality(
        slug=slug,
        name=naming.name,
        host=naming.host,
        cbs_code=naming.cbs_code,
        rsin=naming.rsin,
        iban=naming.iban,
        style=HouseStyle(brand=BRAND),
        contact=NO_CONTACT,
        is_open=False,
    )
    with within(municipality):
        start: Start = Start.objects.create(kept=[Step.NAMING], begun_by=by.account, begun_at=at)
        record(BEGUN, on=start, by=by.actor, at=at)
    return start
