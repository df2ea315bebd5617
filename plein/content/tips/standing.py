"""Which tips are on in a municipality, and what a resident chose about them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import CharField, Value
from django.db.models.functions import Cast

from plein.content.models import About, TipChoice, TipSwitch
from plein.content.tips.library import tips
from plein.content.tips.tip import Judgeable, Tip
from plein.content.tips.trait import Trait
from plein.identity.models import Resident
from plein.identity.switch import SwitchState


@dataclass(frozen=True, slots=True)
class Standing:
    """`tips` are on here; the rest is what the resident said no or yes to."""

    tips: tuple[Tip, ...]
    is_off: bool = False
    topics_off: frozenset[str] = frozenset()
    consents: frozenset[str] = frozenset()  # elements

    def wants(self, tip: Judgeable) -> bool:
        return not self.is_off and tip.topic not in self.topics_off

    def allows(self, trait: Trait) -> bool:
        return trait.special <= self.consents


def standing_of(resident: Resident, day: date) -> Standing:
    """All in one query, as a page of tips asks the vault a lot already."""
    text = CharField()
    switches = TipSwitch.objects.filter(state=SwitchState.ON)
    choices = TipChoice.objects.filter(resident=resident, ended_at=None)
    rows = switches.values_list(
        Value("aan", text), Cast("kind", text), Cast("version", text)
    ).union(choices.values_list(Cast("about", text), Cast("key", text), Value("", text)), all=True)
    found: dict[str, dict[str, str]] = {}
    for about, key, version in rows:
        found.setdefault(about, {})[key] = version
    return Standing(
        tips=tuple(each for each in tips().values() if _runs(each, found.get("aan", {}), day)),
        is_off=About.ALL in found,
        topics_off=frozenset(found.get(About.TOPIC, {})),
        consents=frozenset(found.get(About.ELEMENT, {})),
    )


def _runs(tip: Tip, versions: Mapping[str, str], day: date) -> bool:
    """On in the version that two people agreed to, and not past the day of its review."""
    return versions.get(tip.key) == str(tip.version) and tip.is_reviewed_on(day)
