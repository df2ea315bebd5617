"""The resident gives, and stops giving. What is stopped is shut at the next read."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal
from plein.vault.actions.requests import UseIsNotOpen, close_request, lock_request
from plein.vault.models import (
    DataUse,
    GrantState,
    Receipt,
    ReceiptKind,
    RequestState,
    ShareRequest,
    SharingGrant,
    Vault,
)
from plein.vault.offers import offered_elements, required_elements
from plein.vault.pseudonyms import pseudonym_of
from plein.vault.receipts import issue

ONCE = timedelta(days=30)  # a single look waits this long at most


class NothingChosen(Refusal):
    message = _("Kies minstens één gegeven om te delen.")


class TooLong(Refusal):
    message = _("U kunt dit hoogstens {days} dagen delen. Kies een eerdere datum.")


class GrantHasEnded(Refusal):
    message = _("U deelt dit al niet meer.")


@dataclass(frozen=True, slots=True)
class Duration:
    """Once, until a moment, or until a case closes; never longer than the use allows."""

    until: datetime
    most_reads: int | None = None
    case: str = ""


def once(at: datetime) -> Duration:
    return Duration(until=at + ONCE, most_reads=1)


@transaction.atomic
def give(
    vault: Vault,
    use: DataUse,
    elements: Collection[str],
    duration: Duration,
    *,
    request: ShareRequest | None = None,
    by: Actor,
    at: datetime,
) -> SharingGrant:
    """Let a recipient read these elements; what may not be left out goes along.

    Without a request the resident gives of their own accord. Raises `UseIsNotOpen`, `TooLong`,
    `NothingChosen` and `RequestIsOver`.
    """
    if request is not None:
        request = lock_request(request, local_day(at))
        use = request.use
    if not use.is_open or not use.recipient.is_admitted:
        raise UseIsNotOpen
    chosen = _chosen(use, elements)
    if duration.until > at + timedelta(days=use.most_days):
        raise TooLong(days=use.most_days)
    grant = SharingGrant.objects.create(
        vault=vault,
        use=use,
        request=request,
        reference=request.reference if request else "",
        pseudonym=pseudonym_of(vault, use.recipient),
        elements=chosen,
        given_at=at,
        until=duration.until,
        case=duration.case,
        most_reads=duration.most_reads,
    )
    whole = set(chosen) == set(offered_elements(use))
    if request is not None:
        close_request(request, RequestState.GIVEN if whole else RequestState.PARTLY, at)
    issue(vault, use, ReceiptKind.GIVEN if whole else ReceiptKind.PARTLY, grant=grant, at=at)
    record("vault.grant.given", on=grant, by=by, at=at, elements=len(chosen))
    return grant


def _chosen(use: DataUse, elements: Collection[str]) -> list[str]:
    """In the order of the bundle: what was chosen, and what the use cannot do without."""
    wanted = set(elements) | required_elements(use)
    chosen = [key for key in offered_elements(use) if key in wanted]
    if not chosen:
        raise NothingChosen
    return chosen


@transaction.atomic
def withdraw(grant: SharingGrant, *, by: Actor, at: datetime) -> Receipt:
    """Stop now: the next read is refused. Raises `GrantHasEnded`."""
    grants = SharingGrant.objects.select_for_update(of=["self"])
    grant = grants.select_related("use__recipient__organisation", "vault").get(pk=grant.pk)
    if grant.state_at(at) != GrantState.ACTIVE:
        raise GrantHasEnded
    grant.state, grant.ended_at = GrantState.WITHDRAWN, at
    grant.save(update_fields=["state", "ended_at"])
    record("vault.grant.withdrawn", on=grant, by=by, at=at)
    return issue(grant.vault, grant.use, ReceiptKind.WITHDRAWN, grant=grant, at=at)


@transaction.atomic
def note_ended(at: datetime) -> int:
    """Write down which grants have ended meanwhile, for the lists; reading judges by itself."""
    running = SharingGrant.objects.select_for_update().filter(state=GrantState.ACTIVE)
    over = [grant for grant in running if grant.state_at(at) != GrantState.ACTIVE]
    for grant in over:
        grant.state, grant.ended_at = grant.state_at(at), at
        grant.save(update_fields=["state", "ended_at"])
    return len(over)
