"""What was replaced long ago goes (retention: kluis_oude_versie)."""

from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef

from plein.audit.actions import record
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day, start_of
from plein.tenants.scope import current
from plein.vault.disputes import is_disputed
from plein.vault.models import SealedValue, VaultValue
from plein.vault.retention import day_before_term, rules


@transaction.atomic
def destroy_old_versions(*, by: Actor, at: datetime) -> int:
    """Destroy the content of versions that were replaced more than a year ago; how many.

    That there was a version stays. One about which a report is open waits for the answer.
    """
    term = rules()["vault"]["kluis_oude_versie"].term
    before = start_of(day_before_term(term, local_day(at)))
    newer = VaultValue.objects.filter(
        vault=OuterRef("vault"),
        element=OuterRef("element"),
        is_own=OuterRef("is_own"),
        number__gt=OuterRef("number"),
        received_at__lt=before,
    )
    old = VaultValue.objects.filter(Exists(newer), ~is_disputed(), content__isnull=False)
    count, _by_model = SealedValue.objects.filter(version__in=old).delete()
    if count:
        record("vault.values.destroyed", on=current(), by=by, at=at, count=count)
    return count
