"""What is changed about a municipality: name, house style, logo, texts and modules.

No money and no resident is involved, so one person is enough; each change leaves its line.
"""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from plein.audit.actions import record
from plein.kernel.actor import Actor
from plein.tenants.actions import Contact, HouseStyle, demand_own_codes, dress, host_is_taken
from plein.tenants.logo import Logo
from plein.tenants.models import Module, Municipality
from plein.tenants.naming import HostIsTaken, Naming
from plein.tenants.texts import own_texts

LOGOS = "logo"  # folder in the storage
NAMING = "tenants.naming.changed"
STYLE = "tenants.style.changed"
LOGO, NO_LOGO = "tenants.logo.changed", "tenants.logo.removed"
TEXTS = "tenants.texts.changed"
ON, OFF = "tenants.module.switched_on", "tenants.module.switched_off"

_STYLE_FIELDS = (
    "brand_colour",
    "action_colour",
    "accent_colour",
    "corners",
    "letter",
    "tokens",
    "theme_css",
    "theme_digest",
)


@transaction.atomic
def change_naming(municipality: Municipality, naming: Naming, *, by: Actor, at: datetime) -> None:
    """Another name, host or code. Raises `HostIsTaken` and `CodeIsTaken`.

    From the next request on the new host is the one that answers, and the old one is nobody's.
    """
    if naming.host != municipality.host and host_is_taken(naming.host):
        raise HostIsTaken(slug=municipality.slug, host=naming.host)
    demand_own_codes(naming.cbs_code, naming.rsin, of=municipality)
    for name, value in asdict(naming).items():
        setattr(municipality, name, value)
    municipality.save(update_fields=list(asdict(naming)))
    record(NAMING, on=municipality, by=by, at=at, host=naming.host)


@transaction.atomic
def change_style(municipality: Municipality, style: HouseStyle, *, by: Actor, at: datetime) -> None:
    """Put on another house style. Raises `NotAColour` and `PaletteUnreadable`."""
    dress(municipality, style)
    municipality.save(update_fields=_STYLE_FIELDS)
    record(STYLE, on=municipality, by=by, at=at, theme=municipality.theme_digest)


@transaction.atomic
def change_logo(municipality: Municipality, logo: Logo, *, by: Actor, at: datetime) -> None:
    """Show this logo instead of the one before, or of the drawn shield."""
    name = f"{municipality.slug}-{logo.digest}.{logo.suffix}"
    if not default_storage.exists(f"{LOGOS}/{name}"):
        default_storage.save(f"{LOGOS}/{name}", ContentFile(logo.content))
    _hang(municipality, name)
    record(LOGO, on=municipality, by=by, at=at, logo=name)


@transaction.atomic
def remove_logo(municipality: Municipality, *, by: Actor, at: datetime) -> None:
    """Back to the drawn shield."""
    _hang(municipality, "")
    record(NO_LOGO, on=municipality, by=by, at=at)


@transaction.atomic
def change_texts(
    municipality: Municipality,
    contact: Contact,
    texts: Mapping[str, str],
    *,
    by: Actor,
    at: datetime,
) -> None:
    """Change where residents find help, and what pages say. Raises `TextTooLong`."""
    before = _words(municipality)
    municipality.phone = contact.phone
    municipality.opening_hours = contact.opening_hours
    municipality.address = contact.address
    municipality.answer_within = contact.answer_within
    municipality.texts = own_texts(texts)
    municipality.save(update_fields=["phone", "opening_hours", "address", "answer_within", "texts"])
    changed = {name for name, _text in before.items() ^ _words(municipality).items()}
    record(TEXTS, on=municipality, by=by, at=at, changed=sorted(changed))


def _words(municipality: Municipality) -> dict[str, str]:
    return {
        "phone": municipality.phone,
        "opening_hours": municipality.opening_hours,
        "address": municipality.address,
        "answer_within": str(municipality.answer_within),
        **municipality.texts,
    }


@transaction.atomic
def switch_module(
    municipality: Municipality, module: Module, *, on: bool, by: Actor, at: datetime
) -> None:
    """Offer a part of Plein, or leave it out. What was in it is kept."""
    now = set(Municipality.objects.select_for_update().get(pk=municipality.pk).modules)
    municipality.modules = sorted(now | {module} if on else now - {module})
    municipality.save(update_fields=["modules"])
    record(ON if on else OFF, on=municipality, by=by, at=at, module=module.value)


def _hang(municipality: Municipality, name: str) -> None:
    """The file of the logo before goes when the change is certain."""
    before = Municipality.objects.select_for_update().get(pk=municipality.pk).logo
    municipality.logo = name
    municipality.save(update_fields=["logo"])
    if before and before != name:
        transaction.on_commit(lambda: default_storage.delete(f"{LOGOS}/{before}"))
