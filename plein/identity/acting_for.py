"""With a mandate somebody acts for another, in aanvragen or the shop: as themselves."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from plein.identity.models import Mandate, MandateGround, Resident
from plein.kernel.actor import Actor, ActorKind
from plein.kernel.dutch import dutch

# Beside the groups of the vault, in `Mandate.parts`.
CASES = "aanvragen"
SHOP = "winkel"
TO_ACT = (CASES, SHOP)


def mandate_to_act(
    holder: Resident | UUID, mandate_id: UUID, day: date, parts: Sequence[str] = TO_ACT
) -> Mandate | None:
    """Judged at each request: ended, past its day, or for other parts, and there is none."""
    found = Mandate.objects.running(day).filter(
        pk=mandate_id, holder=holder, parts__overlap=list(parts)
    )
    return found.select_related("giver").first()


@dutch()
def actor_of(mandate: Mandate) -> Actor:
    """The helper, never "as" the resident: every line shows who it was."""
    is_guardian = mandate.ground == MandateGround.GUARDIAN
    return Actor(
        ActorKind.RESIDENT,
        str(mandate.holder_id),
        organisation=_("uw bewindvoerder") if is_guardian else _("uw helper"),
        function=str(mandate.ground),
    )
