"""A text as a page shows it: in the language of the reader where we have it."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language, get_language_info, override

from plein.content.amounts import filled
from plein.content.item import Item, Words
from plein.content.life_events import LifeEvent
from plein.journeys.languages import DUTCH
from plein.regelingen.library import rule_book


@dataclass(frozen=True, slots=True)
class Told:
    """`language` and `direction` stand on the text, as it may differ from that of the page."""

    item: Item
    title: str
    lead: str
    for_whom: str
    steps: list[str]
    body: str
    language: str

    @property
    def first_event(self) -> str:
        """Under which life event a search finds it."""
        return next(iter(self.item.life_events))

    @property
    def is_as_page(self) -> bool:
        return self.language == (get_language() or DUTCH)

    @property
    def direction(self) -> str:
        return "rtl" if get_language_info(self.language)["bidi"] else "ltr"


def told(item: Item, day: date) -> Told:
    words, language = item.words_in(get_language() or DUTCH)
    return _filled(item, words, language, day)


def beside(its: Told, event: LifeEvent, day: date) -> Told | None:
    """The same in Dutch, for who learns it and reads this in another language."""
    if its.language == DUTCH or not event.has_dutch_beside:
        return None
    return _filled(its.item, its.item.texts[DUTCH], DUTCH, day)


def _filled(item: Item, words: Words, language: str, day: date) -> Told:
    """Also an amount, and that it is not known yet, is said in the language of the text."""
    norms = rule_book().norms
    with override(language):
        title, lead, for_whom, body, *steps = (
            filled(each, norms, day)
            for each in (words.title, words.lead, words.for_whom, words.body, *words.steps)
        )
    return Told(item, title, lead, for_whom, steps, body, language)
