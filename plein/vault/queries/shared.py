"""What a resident was asked, shares and shared."""

from datetime import date, datetime

from django.db.models import QuerySet

from plein.identity.models import Resident
from plein.vault.models import RequestState, ShareRequest, SharingGrant, Vault
from plein.vault.queries.recipients import ended, running


def open_requests(resident: Resident, day: date) -> QuerySet[ShareRequest]:
    """What was taken up and waits for an answer, the first to expire on top."""
    own = ShareRequest.objects.filter(vault__resident=resident)
    waiting = own.filter(state=RequestState.SEEN, expires_on__gt=day)
    return waiting.select_related("use__recipient__organisation").order_by("expires_on", "pk")


def grants_of(vault: Vault) -> QuerySet[SharingGrant]:
    return vault.grants.select_related("use__recipient__organisation").order_by("-given_at", "pk")


def running_grants(vault: Vault, at: datetime) -> QuerySet[SharingGrant]:
    return running(grants_of(vault), at)


def ended_grants(vault: Vault, at: datetime) -> QuerySet[SharingGrant]:
    return ended(grants_of(vault), at)
