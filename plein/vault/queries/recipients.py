"""What stands between the recipients of a municipality and the residents who answered them."""

from datetime import datetime

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce

from plein.vault.models import (
    DataUse,
    GrantState,
    Recipient,
    RequestState,
    ShareRequest,
    SharingGrant,
)
from plein.vault.models.sharing import IDLE

UNDER_WAY = [RequestState.SENT, RequestState.SEEN]


def open_uses() -> QuerySet[DataUse]:
    """What can be asked and given for, by recipients who are admitted."""
    uses = DataUse.objects.filter(
        approved_at__isnull=False, ended_at=None, recipient__is_admitted=True
    )
    return uses.select_related("recipient__organisation").order_by(
        "recipient__organisation__name", "title"
    )


def requests_of(recipient: Recipient) -> QuerySet[ShareRequest]:
    own = ShareRequest.objects.filter(use__recipient=recipient)
    return own.select_related("use__recipient__organisation").order_by("-asked_at", "pk")


def grants_to(recipient: Recipient) -> QuerySet[SharingGrant]:
    """Newest first."""
    own = SharingGrant.objects.filter(use__recipient=recipient)
    return own.select_related("use__recipient__organisation", "vault").order_by("-given_at", "pk")


def running(grants: QuerySet[SharingGrant], at: datetime) -> QuerySet[SharingGrant]:
    """Those that can be read now, as `SharingGrant.state_at` judges one; a freeze aside."""
    return grants.alias(used_at=Coalesce("last_read_at", "given_at")).filter(
        Q(most_reads=None) | Q(reads__lt=F("most_reads")),
        state=GrantState.ACTIVE,
        until__gt=at,
        used_at__gt=at - IDLE,
        use__ended_at=None,
        use__recipient__is_admitted=True,
    )


def ended(grants: QuerySet[SharingGrant], at: datetime) -> QuerySet[SharingGrant]:
    return grants.exclude(pk__in=running(grants, at).order_by().values("pk"))
