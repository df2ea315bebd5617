"""Each effect of a move as a row of a page."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from plein.cases.models import EffectKind, RelocationEffect
from plein.cases.new_place import NewPlace
from plein.cases.relocation_effects import Effect
from plein.web.relocation_words import says_to_resident


def rows_of(
    effects: Iterable[Effect] | Iterable[RelocationEffect], place: NewPlace
) -> list[dict[str, Any]]:
    return [_row(effect, place) for effect in effects]


def _row(effect: Effect | RelocationEffect, place: NewPlace) -> dict[str, Any]:
    """What is offered has the way to say yes beside it."""
    says = says_to_resident(effect, place.municipality)
    if effect.case is None:
        return {"title": _("Uw adres"), "says": says}
    offers = effect.kind == EffectKind.HAND_OVER
    return {
        "title": str(effect.case.case_type),
        "says": says,
        "url": reverse("case", args=[effect.case.pk]),
        "ask": reverse("talk-about-case", args=[effect.case.pk]) if offers else "",
    }
