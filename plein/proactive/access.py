"""Staff open why somebody may be offered help: only while it may still be offered."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from plein.audit.actions import Purpose
from plein.kernel.actor import Actor
from plein.kernel.refusal import Refusal
from plein.proactive.models import HelpOffer
from plein.proactive.need import Need
from plein.proactive.wanting import wanting
from plein.vault.models import Vault

ACTIVITY = "hulp aanbieden@1"


class MayNotBeOffered(Refusal):
    message = _("Dit geldt niet meer. De inwoner staat niet meer op de lijst.")


@dataclass(frozen=True, slots=True)
class OfferAccess:
    """For one row of the list. A freeze and a no of the resident keep staff out at once."""

    need: Need
    offer: HelpOffer
    purpose: Purpose
    by: Actor
    activity: str = field(default=ACTIVITY, init=False)
    case: str = field(default="", init=False)
    grant: str = field(default="", init=False)
    sees_secrets: bool = field(default=False, init=False)

    def refuses(self, vault: Vault, keys: Collection[str], at: datetime) -> Refusal | None:
        rows = HelpOffer.objects.filter(pk=self.offer.pk, resident=vault.resident_id)
        stands = rows.filter(resident__in=wanting(self.need)).exists()
        return None if stands and not vault.is_frozen else MayNotBeOffered()
