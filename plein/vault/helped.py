"""A helper reads the parts that the resident chose, with an own sign-in and under an own name."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from plein.audit.actions import Purpose
from plein.identity.acting_for import actor_of
from plein.identity.models import Mandate, MandateGround
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal
from plein.vault.catalogue import catalogue
from plein.vault.catalogue.types import Element
from plein.vault.family import is_about_others
from plein.vault.models import Vault

HELPING = Purpose("omdat u deze persoon gevraagd hebt te helpen", "BW boek 3 artikel 60")
GUARDING = Purpose("omdat deze persoon uw bewindvoerder is", "BW boek 1 artikel 441")


class HelpHasEnded(Refusal):
    message = _("U kunt deze gegevens niet meer bekijken. Het helpen is gestopt.")


class NobodyLooksNow(Refusal):
    message = _("Deze persoon laat nu niemand kijken. Vraag of u het later mag proberen.")


class NotThisPart(Refusal):
    message = _("Met dit onderdeel mag u niet helpen.")


def is_for_helper(element: Element, mandate: Mandate) -> bool:
    """In a part that was chosen, and about the resident: nobody gives away a partner's data."""
    return element.group in mandate.parts and not is_about_others(element)


@dataclass(frozen=True, slots=True)
class HelperAccess:
    """Judged at each read: ended, past its day, or another part, and nothing opens.

    A freeze keeps a helper out. It is no answer to a judge: a bewindvoerder goes on.
    """

    mandate: Mandate
    activity: str = field(default="helpen@1", init=False)
    case: str = field(default="", init=False)
    sees_secrets: bool = field(default=False, init=False)

    @property
    def purpose(self) -> Purpose:
        return GUARDING if self.mandate.ground == MandateGround.GUARDIAN else HELPING

    @property
    def by(self) -> Actor:
        return actor_of(self.mandate)

    @property
    def grant(self) -> str:
        return str(self.mandate.pk)

    def refuses(self, vault: Vault, keys: Collection[str], at: datetime) -> Refusal | None:
        mandates = Mandate.objects.select_for_update(of=["self"]).select_related("giver__vault")
        now = mandates.get(pk=self.mandate.pk)
        running = now.runs_on(local_day(at)) and now.holder_id == self.mandate.holder_id
        if now.giver_id != vault.resident_id or not running:
            return HelpHasEnded()
        if now.ground == MandateGround.HELPER and now.giver.vault.is_frozen:
            return NobodyLooksNow()
        elements = [catalogue().elements[key] for key in keys]
        allowed = all(is_for_helper(element, now) for element in elements)
        return None if allowed else NotThisPart()
