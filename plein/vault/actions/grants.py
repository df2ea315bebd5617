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
from plein.vault.actions.requests import (
    LawDecides,
    NotYourRequest,
    UseIsNotOpen,
    close_request,
    lock_request,
)
from plein.vault.models import (
    DataUse,
    GrantState,
    Receipt,
    ReceiptKind,
    RequestState,
    ShareRequest,
    SharingGrant,
    UseKind,
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


def once(at: datetime, *, most_days: int = ONCE.days) -> Duration:
    return Duration(until=at + min(ONCE, timedelta(days=most_days)), most_reads=1)


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

    Without a request the resident gives of their own accord. Raises `UseIsNotOpen`, `LawDecides`,
    `TooLong`, `NothingChosen`, `NotYourRequest` and `RequestIsOver`.
    """
    if request is not None:
        request = lock_request(request, local_day(at))
        if request.vault_id != vault.pk:
            raise NotYourRequest
        use = request.use
    if use.kind == UseKind.LAW:
        raise LawDecides
    chosen = _chosen(use, elements)
    grant = open_grant(vault, use, chosen, duration, request=request, at=at)
    whole = set(chosen) == set(offered_elements(use))
    if request is not None:
        close_request(request, RequestState.GIVEN if whole else RequestState.PARTLY, at)
    issue(vault, use, ReceiptKind.GIVEN if whole else ReceiptKind.PARTLY, grant=grant, at=at)
    record("vault.grant.given", on=grant, by=by, at=at, elements=len(chosen))
    return grant


def open_grant(
    vault: Vault,
    use: DataUse,
    elements: list[str],
    duration: Duration,
    *,
    request: ShareRequest | None,
    at: datetime,
) -> SharingGrant:
    """The row itself, while the use is open and for no longer than it allows."""
    if not use.is_open or not use.recipient.is_admitted:
        raise UseIsNotOpen
    if duration.until > at + timedelta(days=use.most_days):
        raise TooLong(days=use.most_days)
    return SharingGrant.objects.create(
        vault=vault,
        use=use,
        request=request,
        reference=request.reference if request else "",
        pseudonym=pseudonym_of(vault, use.recipient),
        elements=elements,
        given_at=at,
        until=duration.until,
        case=duration.case,
        most_reads=duration.most_reads,
    )


def _chosen(use: DataUse, elements: Collection[str]) -> list[str]:
    """In the order of the bundle: what was chosen, and what the use cannot do without."""
    wanted = set(elements) | required_elements(use)
    chosen = [key for key in offered_elements(use) if key in wanted]
    if not chosen:
        raise NothingChosen
    return chosen


@transaction.atomic
def withdraw(grant: SharingGrant, *, by: Actor, at: datetime) -> Receipt:
    """Stop now: the next read is refused. Raises `GrantHasEnded` and `LawDecides`."""
    grants = SharingGrant.objects.select_for_update(of=["self"])
    grant = grants.select_related("use__recipient__organisation", "vault").get(pk=grant.pk)
    if grant.use.kind == UseKind.LAW:
        raise LawDecides
    if grant.state_at(at) != GrantState.ACTIVE:
        raise GrantHasEnded
    grant.state, grant.ended_at = GrantState.WITHDRAWN, at
    grant.save(update_fields=["state", "ended_at"])
    record("vault.grant.withdrawn", on=grant, by=by, at=at)
    return issue(grant.vault, grant.use, ReceiptKind.WITHDRAWN, grant=grant, at=at)
