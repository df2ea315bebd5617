"""Moet, mag or kan, and until when: what residents ask of a list of things to arrange."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from pydantic import Field, TypeAdapter

from plein.journeys.declared import Declared, Key
from plein.journeys.files import read_yaml

_FILE = Path(__file__).with_name("planning.yaml")


class Weight(TextChoices):
    MUST = "moet", _("Dit moet")
    MAY = "mag", _("Dit mag")
    CAN = "kan", _("Dit kan")


class Plan(Declared):
    """Of one text in one life event. `task` is the key of what a journey asks of the same."""

    weight: Weight = Weight.CAN
    latest: int | None = Field(default=None, ge=-400, le=800)  # last day, in days from the event
    task: Key | None = None


@cache
def plans() -> Mapping[str, Mapping[str, Plan]]:
    """By life event and text. An event of which nobody said this is not in it."""
    given, _lines = read_yaml(_FILE)
    return TypeAdapter(dict[str, dict[str, Plan]]).validate_python(given)


def plan_of(event: str, key: str) -> Plan | None:
    return plans().get(event, {}).get(key)
