"""The record of a signal for the Algoritmeregister, by the fields of its publication standard 1.0.

Made from the declaration itself, so the record cannot say something else than the rule does.
"""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from plein.kernel.clock import local_day
from plein.kernel.dutch import dutch
from plein.payments.models import SignalSwitch, SwitchState
from plein.payments.signals.declared_data import Data
from plein.payments.signals.kind import SignalKind
from plein.tenants.models import Municipality

STANDARD = "1.0"
SOURCE = "https://github.com/plein-nl/plein"  # as in publiccode.yml
LAWS = "https://wetten.overheid.nl/BWBR0015703"  # Participatiewet


def record_of(
    kind: SignalKind, municipality: Municipality, switch: SignalSwitch | None
) -> dict[str, Any]:
    """`switch` is the newest of this kind. The words are Dutch."""
    with dutch():
        return {
            "name": str(kind.name),
            "organization": _("Gemeente {name}").format(name=municipality.name),
            "department": str(kind.owner),
            "description_short": _("Een vraag voor een medewerker: {question}").format(
                question=kind.question
            ),
            "publication_category": _("Overige algoritmes"),
            "category": [_("Sociale zekerheid"), _("Organisatie en bedrijfsvoering")],
            "website": f"https://{municipality.host}/",
            "status": _status(switch),
            "goal": _("Dit is er {purpose}. {help}").format(purpose=kind.purpose, help=kind.help),
            "proportionality": str(kind.proportionate),
            "lawful_basis": kind.law,
            "lawful_basis_link": LAWS,
            "impacttoetsen": _("Zie de pagina over eerlijkheid van deze gemeente."),
            "methods_and_models": _(
                "Een vaste regel met een ja of nee. Geen score, geen model dat leert. Versie"
                " {version} van de regel {key}, broncode openbaar."
            ).format(version=kind.version, key=kind.key),
            "source_data": "; ".join(str(Data(each).label) for each in sorted(kind.data)),
            "human_intervention": _(
                "Een medewerker zoekt de vraag uit, eerst om te helpen, en schrijft op wat eruit"
                " kwam. Er verandert nooit iets vanzelf. De inwoner ziet het daarna."
            ),
            "risks": _(
                "De ene groep kan vaker een vraag krijgen dan de andere. Dat wordt geteld, met"
                " hoe vaak de vraag nuttig was. Het signaal gaat uit als het niet eerlijk is."
            ),
            "provider": "Plein",
            "standard_version": STANDARD,
            "url": f"https://{municipality.host}/",
            "contact_email": "",
            "lang": "NLD",
            "publiccode": SOURCE,
            "tags": [_("uitkering"), _("signaal")],
            "source_id": f"plein-{municipality.slug}-{kind.key}",
            "begin_date": _month(switch.confirmed_at) if switch else "",
            "end_date": _month(switch.off_at) if switch and switch.confirmed_at else "",
        }


def _month(at: datetime | None) -> str:
    return f"{local_day(at):%Y-%m}" if at else ""


def _status(switch: SignalSwitch | None) -> str:
    if switch is None or switch.confirmed_at is None:
        return _("In ontwikkeling")
    return _("In gebruik") if switch.state == SwitchState.ON else _("Buiten gebruik")
