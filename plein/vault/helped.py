"""A helper reads the parts that the resident chose, with an own sign-in and under an own name."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from plein.audit.actions import Purpose
from plein.identity.models import Mandate
from plein.kernel.actor import Actor, ActorKind
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal
from plein.vault.catalogue import catalogue
from plein.vault.models import Vault

HELPING = Purpose("omdat u deze persoon gevraagd hebt te helpen", "BW boek 3 artikel 60")


class HelpHasEnded(Refusal):
    message = _("U kunt deze gegevens niet meer bekijken. Het helpen is gestopt.")


class NotThisPart(Refusal):
    message = _("Met dit onderdeel mag u niet helpen.")


@dataclass(frozen=True, slots=True)
class HelperAccess:
    """Judged at each read: ended, past its day, or another part, and nothing opens."""

    mandate: Mandate
    purpose: Purpose = field(default=HELPING, init=False)
    activity: str = field(default="helpen@1", init=False)
    case: str = field(default="", init=False)
    sees_secrets: bool = field(default=False, init=False)

    @property
    def by(self) -> Actor:
        """The helper, never "as" the resident: the log shows who it was."""
        return Actor(
            ActorKind.RESIDENT,
            str(self.mandate.holder_id),
            organisation=str(_("uw helper")),
            function="helper",
        )

    @property
    def grant(self) -> str:
        return str(self.mandate.pk)

    def refuses(self, vault: Vault, keys: Collection[str], at: datetime) -> Refusal | None:
        now = Mandate.objects.select_for_update().get(pk=self.mandate.pk)
        running = now.runs_on(local_day(at)) and now.holder_id == self.mandate.holder_id
        if now.giver_id != vault.resident_id or not running or vault.is_frozen:
            return HelpHasEnded()
        groups = {catalogue().elements[key].group for key in keys}
        return None if groups <= set(now.parts) else NotThisPart()
