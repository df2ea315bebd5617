"""What goes along when a resident takes everything: what they chose about tips, and saw."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from plein.content.models import About
from plein.content.tips.library import tips
from plein.content.tips.tip import Topic
from plein.identity.models import Resident
from plein.journeys.languages import DUTCH
from plein.vault.catalogue import catalogue
from plein.vault.exporting.beside import Part

Json = dict[str, Any]


def read(resident: Resident, at: datetime) -> Json:
    choices = resident.tip_choices.order_by("chosen_at", "pk")
    return {
        "choices": [
            {
                "about": each.about,
                "key": each.key,
                "chosen_at": each.chosen_at.isoformat(),
                "ended_at": each.ended_at and each.ended_at.isoformat(),
            }
            for each in choices
        ],
        "shown": [
            {"tip": each.kind, "version": each.version, "on": each.last_on.isoformat()}
            for each in resident.shown_tips.order_by("-last_on", "kind")
        ],
    }


def words(content: Json) -> list[Json]:
    chosen = [_choice(each) for each in content["choices"] if not each["ended_at"]]
    seen = [_title(each["tip"]) for each in content["shown"]]
    parts = ((_("Uw keuzes"), chosen), (_("Tips van de laatste 30 dagen"), seen))
    return [{"title": title, "lines": lines} for title, lines in parts if lines]


def _choice(each: Json) -> str:
    if each["about"] == About.ALL:
        return _("Alle tips staan uit.")
    if each["about"] == About.TOPIC:
        named = Topic(each["key"]).label if each["key"] in Topic else each["key"]
        return _("Geen tips over {topic}.").format(topic=named)
    return _("Toestemming voor: {element}").format(element=catalogue().words(each["key"]))


def _title(key: str) -> str:
    return tips()[key].words_in(DUTCH).title if key in tips() else key


PART = Part("tips", _("Tips"), read, words)
