"""What a law lets a recipient read: the resident is told, and there is nothing to choose."""

from datetime import datetime, timedelta

from django.db import transaction

from plein.audit.actions import record
from plein.kernel.actor import Actor
from plein.vault.actions.grants import Duration, open_grant
from plein.vault.actions.requests import close_request, take_up
from plein.vault.models import RequestState, ShareRequest, SharingGrant, UseKind, Vault
from plein.vault.offers import offered_elements


@transaction.atomic
def take_up_code(vault: Vault, typed: str, *, by: Actor, at: datetime) -> ShareRequest:
    """The request under this code is the resident's to answer; what a law rules is shared at once.

    Raises `UnknownRequestCode`, `RequestIsOver` and `UseIsNotOpen`.
    """
    request = take_up(vault, typed, by=by, at=at)
    if request.use.kind == UseKind.LAW:
        _share_by_law(request, vault, by=by, at=at)
    return request


def _share_by_law(request: ShareRequest, vault: Vault, *, by: Actor, at: datetime) -> SharingGrant:
    """For as long as the use lasts. No receipt: nobody decided anything."""
    use = request.use
    longest = Duration(until=at + timedelta(days=use.most_days))
    grant = open_grant(vault, use, offered_elements(use), longest, request=request, at=at)
    close_request(request, RequestState.GIVEN, at)
    record("vault.grant.by_law", on=grant, by=by, at=at, elements=len(grant.elements))
    return grant
