"""The record of a rule for the Algoritmeregister, by the fields of its publication standard 1.0.

Made from the declaration itself, so the record cannot say something else than the rule does.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from plein.identity.switch import Switch, SwitchState
from plein.kernel.clock import local_day
from plein.kernel.dutch import dutch
from plein.tenants.models import Municipality

STANDARD = "1.0"
SOURCE = "https://github.com/plein-nl/plein"  # as in publiccode.yml


@dataclass(frozen=True, slots=True)
class Described:
    """What a declaration says of itself, in Dutch; the rest is the same for every rule."""

    key: str
    name: str
    owner: str
    short: str
    category: tuple[str, ...]
    goal: str
    proportionate: str
    law: str
    law_url: str
    impact: str
    method: str
    data: str
    human: str
    risks: str
    tags: tuple[str, ...]


def record_of(
    described: Described, municipality: Municipality, switch: Switch | None
) -> dict[str, Any]:
    """`switch` is the newest of this rule."""
    with dutch():
        return {
            "name": described.name,
            "organization": _("Gemeente {name}").format(name=municipality.name),
            "department": described.owner,
            "description_short": described.short,
            "publication_category": _("Overige algoritmes"),
            "category": list(described.category),
            "website": f"https://{municipality.host}/",
            "status": _status(switch),
            "goal": described.goal,
            "proportionality": described.proportionate,
            "lawful_basis": described.law,
            "lawful_basis_link": described.law_url,
            "impacttoetsen": described.impact,
            "methods_and_models": described.method,
            "source_data": described.data,
            "human_intervention": described.human,
            "risks": described.risks,
            "provider": "Plein",
            "standard_version": STANDARD,
            "url": f"https://{municipality.host}/",
            "contact_email": "",
            "lang": "NLD",
            "publiccode": SOURCE,
            "tags": list(described.tags),
            "source_id": f"plein-{municipality.slug}-{described.key}",
            "begin_date": _month(switch.confirmed_at) if switch else "",
            "end_date": _month(switch.off_at) if switch and switch.confirmed_at else "",
        }


def _month(at: datetime | None) -> str:
    return f"{local_day(at):%Y-%m}" if at else ""


def _status(switch: Switch | None) -> str:
    if switch is None or switch.confirmed_at is None:
        return _("In ontwikkeling")
    return _("In gebruik") if switch.state == SwitchState.ON else _("Buiten gebruik")
