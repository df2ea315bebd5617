"""Staff open what a resident reported, to have it put right; and no longer than that takes."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from plein.audit.actions import Purpose
from plein.identity.models import Staff
from plein.identity.roles import Right
from plein.kernel.actor import Actor
from plein.kernel.refusal import Refusal
from plein.vault.models import Correction, Vault

CORRECTING = Purpose("omdat u meldde dat een gegeven niet klopt", "AVG artikel 16")
WHO = ("naam_voornamen", "naam_geslachtsnaam")  # about whom the keeper is asked
OURS = frozenset({"rvig", "gemeente"})  # sources of which the municipality is the keeper itself


class ReportIsClosed(Refusal):
    message = _("Deze melding is klaar. U kunt niet meer lezen wat de inwoner schreef.")


def may_be_opened(correction: Correction) -> list[str]:
    """Who it is about; and what stands there, where the municipality puts it right itself."""
    version = correction.version
    return [*WHO, version.element] if version.source in OURS else list(WHO)


@dataclass(frozen=True, slots=True)
class CorrectionAccess:
    """Of one report, while somebody is at turn; the report is as it was fetched for this look.

    The municipality keeps the BRP: it sees secrets.
    """

    staff: Staff
    correction: Correction
    purpose: Purpose = field(default=CORRECTING, init=False)
    activity: str = field(default="correctie@1", init=False)
    grant: str = field(default="", init=False)
    sees_secrets: bool = field(default=True, init=False)

    @property
    def by(self) -> Actor:
        return self.staff.actor

    @property
    def case(self) -> str:
        return str(self.correction.pk)

    def refuses(self, vault: Vault, keys: Collection[str], at: datetime) -> Refusal | None:
        now = self.correction
        allowed = {*may_be_opened(now), now.version.element}
        is_its_own = now.vault_id == vault.pk and set(keys) <= allowed
        if not now.is_open or not is_its_own or not self.staff.may(Right.HANDLE_CORRECTIONS):
            return ReportIsClosed()
        return None
