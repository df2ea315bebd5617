"""What somebody else asked for and this resident is to sign: of the rest they see nothing."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from plein.cases.light import CaseState, Item, Light, light_of
from plein.cases.models import Signature
from plein.identity.models import Resident
from plein.journeys.phases import Phase
from plein.web.resident.cases.shown import when


def to_sign(resident: Resident) -> list[Signature]:
    """Soonest first; one query."""
    asked = Signature.objects.of(resident).asked()
    return list(asked.select_related("case__case_type").order_by("asked_at"))


def light_to_sign(signature: Signature, today: date) -> Light:
    """Without a signature the aanvraag cannot go on, so its last days are urgent."""
    item = Item(signature.pk, _title(signature), signature.due_on, consequence="ja")
    return light_of(CaseState(Phase(signature.case.phase), [item]), today)


def task_to_sign(signature: Signature, today: date) -> dict[str, Any]:
    """As `web/parts/task.html` shows it."""
    return {
        "url": reverse("sign", args=[signature.pk]),
        "title": _title(signature),
        "for_what": _("Er staat een handtekening voor u klaar"),
        "when": when(signature.due_on, today),
        "late": today > signature.due_on,
        "icon": "pencil",
    }


def _title(signature: Signature) -> str:
    return _("Teken: {name}").format(name=signature.case.case_type)
