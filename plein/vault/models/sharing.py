"""Asking and giving: a request, and the grant that follows."""

from datetime import date, datetime, timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from plein.kernel.clock import local_day
from plein.tenants.tenant_model import TenantModel
from plein.vault.models.recipients import DataUse
from plein.vault.models.vaults import Vault

IDLE = timedelta(days=183)  # a grant that nobody uses for six months lapses


class RequestState(models.TextChoices):
    SENT = "verstuurd", _("verstuurd")
    SEEN = "gezien", _("gezien")
    GIVEN = "gegeven", _("gegeven")
    PARTLY = "deels_gegeven", _("deels gegeven")
    REFUSED = "geweigerd", _("geweigerd")
    EXPIRED = "verlopen", _("verlopen")


class ShareRequest(TenantModel):
    """A recipient asks for a registered use (deelverzoek). It knows no name: it hands out a code.

    The resident types the code after signing in, and only then is the request theirs.
    """

    MOVES = {
        RequestState.SENT: {RequestState.SEEN, RequestState.EXPIRED},
        RequestState.SEEN: {
            RequestState.GIVEN,
            RequestState.PARTLY,
            RequestState.REFUSED,
            RequestState.EXPIRED,
        },
        RequestState.GIVEN: set(),
        RequestState.PARTLY: set(),
        RequestState.REFUSED: set(),
        RequestState.EXPIRED: set(),
    }

    use = models.ForeignKey(DataUse, models.PROTECT, related_name="requests")
    vault = models.ForeignKey(Vault, models.PROTECT, null=True, related_name="requests")
    reference = models.TextField()  # of the recipient: its own file, no personal data
    code_index = models.BinaryField()
    state = models.TextField(choices=RequestState, default=RequestState.SENT)
    asked_at = models.DateTimeField()
    expires_on = models.DateField()  # not in it
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "code_index"], name="vault_request_code"
            )
        ]

    @property
    def last_day(self) -> date:
        return self.expires_on - timedelta(days=1)

    def is_open_on(self, day: date) -> bool:
        """Whether the resident can still answer."""
        waits = RequestState.EXPIRED in self.MOVES[RequestState(self.state)]
        return waits and day < self.expires_on


class GrantState(models.TextChoices):
    ACTIVE = "actief", _("loopt")
    WITHDRAWN = "ingetrokken", _("door u gestopt")
    EXPIRED = "verlopen", _("afgelopen")
    USED_UP = "opgebruikt", _("gebruikt")
    CLOSED = "gesloten_met_zaak", _("aanvraag is klaar")


class SharingGrant(TenantModel):
    """What a recipient may read, and until when (deelrecht). Judged at each read, never later."""

    MOVES = {
        GrantState.ACTIVE: {
            GrantState.WITHDRAWN,
            GrantState.EXPIRED,
            GrantState.USED_UP,
            GrantState.CLOSED,
        },
        GrantState.WITHDRAWN: set(),
        GrantState.EXPIRED: set(),
        GrantState.USED_UP: set(),
        GrantState.CLOSED: set(),
    }

    vault = models.ForeignKey(Vault, models.PROTECT, related_name="grants")
    use = models.ForeignKey(DataUse, models.PROTECT, related_name="grants")
    request = models.OneToOneField(ShareRequest, models.PROTECT, null=True, related_name="grant")
    reference = models.TextField(blank=True)  # of the recipient
    pseudonym = models.TextField()  # the same for this recipient, another for every other
    elements = ArrayField(models.TextField())
    state = models.TextField(choices=GrantState, default=GrantState.ACTIVE)
    given_at = models.DateTimeField()
    until = models.DateTimeField()
    case = models.TextField(blank=True)  # ends with this case
    most_reads = models.PositiveIntegerField(null=True)
    reads = models.PositiveIntegerField(default=0)
    last_read_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(most_reads=None) | Q(reads__lte=F("most_reads")),
                name="vault_grant_reads",
            ),
            models.CheckConstraint(
                condition=Q(until__gt=F("given_at")), name="vault_grant_some_time"
            ),
        ]

    @property
    def number(self) -> str:
        """What people call this grant: on paper and on the telephone."""
        return str(self.pk)[:8].upper()

    @property
    def last_day(self) -> date:
        return local_day(self.until - timedelta.resolution)

    @property
    def reads_left(self) -> int | None:
        """None where nobody counts."""
        return None if self.most_reads is None else self.most_reads - self.reads

    def state_at(self, at: datetime) -> GrantState:
        """As it is at this moment, whether or not a nightly job noticed."""
        if self.state == GrantState.ACTIVE:
            if self.most_reads is not None and self.reads >= self.most_reads:
                return GrantState.USED_UP
            if at >= self.until or at >= (self.last_read_at or self.given_at) + IDLE:
                return GrantState.EXPIRED
        return GrantState(self.state)
