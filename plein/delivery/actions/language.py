"""The language in which a resident reads, on every device."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from plein.audit.actions import record
from plein.delivery.actions.contacts import contact_of
from plein.delivery.models import Contact
from plein.identity.models import Resident
from plein.kernel.actor import Actor


@transaction.atomic
def keep_language(resident: Resident, language: str, *, by: Actor, at: datetime) -> Contact:
    contact = contact_of(resident)
    contact.language = language
    contact.save(update_fields=["language"])
    record("delivery.language.chosen", on=contact, by=by, at=at)
    return contact


def kept_languages(residents: Collection[UUID]) -> dict[UUID, str]:
    """Of those who chose."""
    chosen = Contact.objects.filter(resident__in=residents).exclude(language="")
    return dict(chosen.values_list("resident_id", "language"))


def kept_language(resident: Resident) -> str:
    """Empty for who never chose."""
    languages = Contact.objects.filter(resident=resident).values_list("language", flat=True)
    return languages.first() or ""
