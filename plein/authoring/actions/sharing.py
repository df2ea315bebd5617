"""A municipality lets the others on this installation take a journey over, or stops that."""

from datetime import datetime

from django.db import transaction

from plein.audit.actions import record
from plein.authoring.models import SharedJourney
from plein.authoring.package import packed
from plein.cases.models import CaseType
from plein.identity.models import Staff
from plein.journeys.reading import read_journey
from plein.tenants.scope import current

SHARED, UNSHARED = "authoring.journey.shared", "authoring.journey.unshared"


@transaction.atomic
def share(case_type: CaseType, *, by: Staff, at: datetime) -> SharedJourney:
    """This version; a later one is shared anew."""
    shared, _is_new = SharedJourney.objects.update_or_create(
        host=current().host,
        key=case_type.key,
        defaults={
            "version": case_type.version,
            "municipality_name": current().name,
            "name": read_journey(case_type.document).name,
            "package": packed(case_type, at=at),
            "shared_at": at,
        },
    )
    record(SHARED, on=current(), by=by.actor, at=at, key=case_type.key, version=case_type.version)
    return shared


@transaction.atomic
def stop_sharing(key: str, *, by: Staff, at: datetime) -> None:
    """Who took it over keeps it."""
    gone, _of = SharedJourney.objects.filter(host=current().host, key=key).delete()
    if gone:
        record(UNSHARED, on=current(), by=by.actor, at=at, key=key)
