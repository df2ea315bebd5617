"""Werk en meedoen, as a resident takes it along: what was suggested, and what they answered."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from plein.identity.gate import SealedText, read_sealed
from plein.identity.models import Resident
from plein.offers.elements import CONTACT, NAME, WHY
from plein.offers.models import OfferVersion, Response, Suggestion
from plein.vault.exporting.beside import Part
from plein.vault.exporting.contents import TAKING

Json = dict[str, Any]
Opened = dict[tuple[UUID, str], str]


def read(resident: Resident, at: datetime) -> Json:
    """In one look; what was erased is empty."""
    suggested = list(Suggestion.objects.filter(topic__resident=resident).order_by("suggested_at"))
    answered = list(resident.offer_responses.order_by("sent_at", "pk"))
    texts = [SealedText(each.pk, WHY, bytes(each.why_sealed)) for each in suggested]
    for each in answered:
        texts.append(SealedText(each.pk, NAME, bytes(each.name_sealed)))
        texts.append(SealedText(each.pk, CONTACT, bytes(each.contact_sealed)))
    opened = _opened(resident, [text for text in texts if text.sealed], at)
    titles = _titles({each.offer_id for each in suggested} | {each.offer_id for each in answered})
    return {
        "suggested": [_suggested(each, titles, opened) for each in suggested],
        "responses": [_response(each, titles, opened) for each in answered],
    }


def _opened(resident: Resident, texts: list[SealedText], at: datetime) -> Opened:
    if not texts:
        return {}
    words = read_sealed(resident, texts, purpose=TAKING, by=resident.actor, at=at)
    return {(text.row, text.element): said for text, said in zip(texts, words, strict=True)}


def _titles(offers: set[UUID]) -> dict[UUID, str]:
    """As they were posted last."""
    versions = OfferVersion.objects.once_posted().filter(offer__in=offers).order_by("number")
    return dict(versions.values_list("offer_id", "title"))


def _suggested(each: Suggestion, titles: dict[UUID, str], opened: Opened) -> Json:
    return {
        "offer": titles.get(each.offer_id, ""),
        "why": opened.get((each.pk, WHY), ""),
        "suggested_at": each.suggested_at.isoformat(),
        "state": each.state,
    }


def _response(each: Response, titles: dict[UUID, str], opened: Opened) -> Json:
    return {
        "offer": titles.get(each.offer_id, ""),
        "sent_at": each.sent_at.isoformat(),
        "state": each.state,
        "name": opened.get((each.pk, NAME), ""),
        "contact": opened.get((each.pk, CONTACT), ""),
    }


def words(found: Json) -> list[Json]:
    """The same, for people."""
    parts = (
        (_("Wat uw consulent voorstelde"), found["suggested"], ("state", "why")),
        (_("Waarop u reageerde"), found["responses"], ("state", "name", "contact")),
    )
    return [
        {"title": str(title), "lines": [_line(row, names) for row in rows]}
        for title, rows, names in parts
        if rows
    ]


def _line(row: Json, names: tuple[str, ...]) -> str:
    said = ", ".join(row[name] for name in names if row[name])
    return f"{row['offer']}: {said}"


PART = Part("werk", str(_("Werk en meedoen")), read, words)
