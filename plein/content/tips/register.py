"""A tip as the Algoritmeregister describes it, and the elements that it uses."""

import re

from django.utils.translation import gettext as _

from plein.content.tips.explaining import Part, explained
from plein.content.tips.library import traits
from plein.content.tips.tip import Judgeable, Tip
from plein.identity.algorithm_register import Described
from plein.journeys.languages import DUTCH
from plein.kernel.dutch import dutch
from plein.vault.catalogue import catalogue
from plein.vault.catalogue.types import Element

GAP = re.compile(r"\{\w+\}")


def elements_of(tip: Judgeable) -> list[Element]:
    """All that is opened for it, in the order of the catalogue."""
    used = set().union(*(traits()[name].elements for name in tip.condition.names))
    return [element for key, element in catalogue().elements.items() if key in used]


def asked_by(tip: Judgeable) -> Part:
    """Its condition in Dutch sentences."""
    return explained(tip.condition, traits(), DUTCH)


def described(tip: Tip) -> Described:
    said = tip.words_in(DUTCH)
    with dutch():
        return Described(
            key=f"tip-{tip.key}",
            name=_("Tip: {title}").format(title=said.title),
            owner=tip.owner,
            short=_("Wijst een inwoner op informatie. {reason}").format(reason=plain(said.reason)),
            category=(_("Sociale zekerheid"),),
            goal=_("Mensen laten weten wat hun regeling of recht kan zijn, met de reden erbij."),
            proportionate=_(
                "Er wordt alleen gekeken als de inwoner de tips zelf opent. Alleen de inwoner ziet"
                " de uitkomst. Dat een tip is getoond, wordt na 30 dagen gewist. Elk onderwerp"
                " kan uit."
            ),
            law="; ".join(law.said for law in tip.law),
            law_url=tip.law[0].url,
            impact=_("Zie de beschrijving van tips in de documentatie van Plein."),
            method=_(
                "Een vaste regel met een ja of nee: {asked}. Geen score, geen model dat leert."
                " Versie {version} van de regel {key}, broncode openbaar."
            ).format(asked=in_line(asked_by(tip)), version=tip.version, key=tip.key),
            data="; ".join(element.nl for element in elements_of(tip)),
            human=_("Een tip is geen besluit. De inwoner kiest zelf wat er met een tip gebeurt."),
            risks=_(
                "Een gegeven kan oud of fout zijn, dan klopt de tip niet. De inwoner ziet per"
                " onderdeel waarom een tip er wel of niet is, en kan het gegeven laten verbeteren."
            ),
            tags=(_("informatie"), _("tip")),
        )


def in_line(part: Part) -> str:
    if not part.parts:
        return part.said
    word = _(" en ") if part.of_all else _(" of ")
    return word.join(f"({in_line(each)})" if each.parts else each.said for each in part.parts)


def plain(reason: str) -> str:
    """Without the days that are filled in for one person."""
    return GAP.sub("…", reason)
