"""One text for residents, as it is written down: about what, for whom, by which law, how fresh."""

from datetime import date
from typing import Annotated

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from pydantic import Field

from plein.content.life_events import LIFE_EVENTS
from plein.content.references import Law, Product, Source
from plein.journeys.declared import Declared, Line, Slug, Text
from plein.journeys.languages import DUTCH

Key = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=60)]
Reading = Annotated[str, Field(min_length=1, max_length=600)]


class Decider(TextChoices):
    GEMEENTE = "gemeente", _("Uw gemeente")
    UWV = "uwv", _("UWV")
    SVB = "svb", _("De Sociale Verzekeringsbank (SVB)")
    TOESLAGEN = "toeslagen", _("Dienst Toeslagen")
    BELASTINGDIENST = "belastingdienst", _("De Belastingdienst")
    DUO = "duo", _("DUO")
    CIZ = "ciz", _("Het CIZ")
    RECHTER = "rechter", _("De rechter")
    WERKGEVER = "werkgever", _("Uw werkgever")
    VERHUURDER = "verhuurder", _("Uw verhuurder")
    VERZEKERAAR = "verzekeraar", _("Uw zorgverzekeraar")
    BANK = "bank", _("Uw bank")
    PENSIOENFONDS = "pensioenfonds", _("Uw pensioenfonds")
    SCHOOL = "school", _("De school")
    ZELF = "zelf", _("Dit beslist u zelf")


class Theme(TextChoices):
    """Of the first weeks of who is new here."""

    WONEN = "wonen", _("Wonen")
    GELD = "geld", _("Geld")
    ZORG = "zorg", _("Zorg")
    WERK_EN_TAAL = "werk-en-taal", _("Werk en taal")
    SCHOOL = "school-en-kinderen", _("School en kinderen")
    MEEDOEN = "meedoen", _("Meedoen")


class Words(Declared):
    title: Line
    lead: Reading
    for_whom: Line
    steps: tuple[Line, ...] = Field(min_length=1, max_length=6)
    body: Text

    @property
    def told(self) -> str:
        """Everything that is read, a sentence or a paragraph on each line."""
        return "\n".join((self.title, self.lead, self.for_whom, *self.steps, self.body))


class When(Declared):
    """In days from the event. Of what the law wants before a day, that is the `latest` day."""

    days: int = Field(ge=-400, le=800)
    latest: bool = False


class Related(Declared):
    """By key: what we can calculate, what somebody can apply for, and pages of Mijn geld."""

    regelingen: tuple[Slug, ...] = ()
    journeys: tuple[Slug, ...] = ()
    insight: tuple[Slug, ...] = ()


class Item(Declared):
    """`owner` is a role, never a person; `texts` may miss a language, but never Dutch."""

    key: Key
    life_events: dict[str, When] = Field(min_length=1)
    theme: Theme | None = None
    texts: dict[str, Words]
    law: tuple[Law, ...] = ()
    upl: Product | None = None
    decides: Decider
    owner: Line
    reviewed_on: date
    sources: tuple[Source, ...] = Field(min_length=1)
    related: Related = Related()

    def words_in(self, language: str) -> tuple[Words, str]:
        """In this language, else in Dutch; and which of the two."""
        spoken = language if language in self.texts else DUTCH
        return self.texts[spoken], spoken

    def sought_in(self, language: str) -> tuple[str, str] | None:
        """Title and text as the search reads them, with the names of its life events."""
        words = self.texts.get(language)
        if words is None:
            return None
        events = " ".join(str(LIFE_EVENTS[key].name) for key in self.life_events)
        return words.title, f"{words.told}\n{events}"
