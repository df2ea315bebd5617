"""What happens in a life, and how we ask for its day."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """`has_dutch_beside`: who learns Dutch reads it beside their own language, and can show it."""

    key: str
    name: Promise
    about: Promise
    asks: Promise  # its day
    icon: str
    has_dutch_beside: bool = False


LIFE_EVENTS = {
    each.key: each
    for each in (
        LifeEvent(
            "scheiden",
            _("Scheiden"),
            _("Uit elkaar gaan: uw kinderen, uw huis en uw geld."),
            _("Op welke dag gaat u uit elkaar?"),
            "people",
        ),
        LifeEvent(
            "ww-stopt",
            _("Uw WW stopt"),
            _("Geld en hulp als uw WW-uitkering afloopt."),
            _("Wat is de laatste dag van uw WW?"),
            "clock-history",
        ),
        LifeEvent(
            "kind-krijgen",
            _("Een kind krijgen"),
            _("Van zwanger tot de eerste maanden met uw kind."),
            _("Op welke dag wordt uw kind geboren?"),
            "person-plus",
        ),
        LifeEvent(
            "18-worden",
            _("18 worden"),
            _("Wat u zelf regelt als u 18 bent."),
            _("Op welke dag wordt u 18?"),
            "star",
        ),
        LifeEvent(
            "verhuizen",
            _("Verhuizen"),
            _("Wat verandert als u een ander adres krijgt."),
            _("Op welke dag verhuist u?"),
            "truck",
        ),
        LifeEvent(
            "werk-vinden",
            _("Werk vinden"),
            _("Hulp bij het zoeken, en wat u doorgeeft als u begint."),
            _("Op welke dag begint u met werken?"),
            "building",
        ),
        LifeEvent(
            "schulden",
            _("Schulden"),
            _("Hulp als u uw rekeningen niet kunt betalen."),
            _("Op welke dag vraagt u hulp?"),
            "wallet2",
        ),
        LifeEvent(
            "mantelzorg",
            _("Zorgen voor een ander"),
            _("Hulp voor u als mantelzorger."),
            _("Op welke dag begint u met zorgen?"),
            "heart",
        ),
        LifeEvent(
            "overlijden",
            _("Iemand is overleden"),
            _("Wat u regelt, en wie u kan helpen."),
            _("Op welke dag is iemand overleden?"),
            "envelope",
        ),
        LifeEvent(
            "nieuw-in-nederland",
            _("Nieuw in Nederland"),
            _("Uw eerste 12 weken in de gemeente, als u asiel hebt gekregen."),
            _("Op welke dag krijgt u uw woning?"),
            "globe2",
            has_dutch_beside=True,
        ),
        LifeEvent(
            "ziek-of-beperking",
            _("Ziek of een beperking"),
            _("Werk, geld en hulp thuis als u minder kunt."),
            _("Op welke dag werd u ziek?"),
            "shield-check",
        ),
        LifeEvent(
            "aow",
            _("AOW krijgen"),
            _("Wat verandert als u uw pensioen van de overheid krijgt."),
            _("Op welke dag krijgt u AOW?"),
            "calendar-event",
        ),
    )
}
