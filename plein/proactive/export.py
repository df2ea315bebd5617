"""What goes along when a resident takes everything: that we wanted to offer help."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from plein.identity.models import Resident
from plein.journeys.languages import DUTCH
from plein.proactive.library import needs
from plein.vault.exporting.beside import Part

Json = dict[str, Any]


def read(resident: Resident, at: datetime) -> Json:
    return {
        "offers": [
            {
                "need": each.kind,
                "version": each.version,
                "found_on": each.found_on.isoformat(),
                "until": each.until.isoformat(),
                "outcome": each.outcome,
            }
            for each in resident.help_offers.order_by("found_on", "kind")
        ],
    }


def words(content: Json) -> list[Json]:
    lines = [_title(each["need"]) for each in content["offers"]]
    return [{"title": _("De gemeente wil u helpen met"), "lines": lines}] if lines else []


def _title(key: str) -> str:
    return needs()[key].words_in(DUTCH).title if key in needs() else key


PART = Part("aanbod", _("Hulp die wij aanbieden"), read, words)
