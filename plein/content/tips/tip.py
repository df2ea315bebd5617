"""A tip: whom it concerns, which texts it shows, and the reason that the resident reads."""

from datetime import date
from typing import Annotated

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from pydantic import AfterValidator, Field

from plein.content.item import Key
from plein.content.references import Law
from plein.content.tips.trait import every_language
from plein.journeys.comparisons import Comparison
from plein.journeys.declared import Declared, Line, Slug, When
from plein.journeys.languages import DUTCH
from plein.journeys.tree import Condition, Every


class Topic(TextChoices):
    """What a resident turns off in one go."""

    WERK = "werk", _("Werk en WW")
    GELD = "geld", _("Geld en toeslagen")
    SCHULDEN = "schulden", _("Schulden")
    GEZIN = "gezin", _("Kinderen en gezin")
    VOLWASSEN = "18-worden", _("18 worden en school")
    WONEN = "wonen", _("Wonen")
    AOW = "aow", _("AOW en pensioen")
    NIEUW = "nieuw-in-nederland", _("Nieuw in Nederland")
    HULP = "hulp", _("Hulp van de gemeente")


class Audience(TextChoices):
    """For whom; each but the first is a trait of its own name."""

    IEDEREEN = "iedereen", _("iedereen")
    VOLWASSEN = "volwassen", _("wie 18 jaar of ouder is")
    JONG = "jong", _("wie 16 tot en met 26 jaar is")


class TipWords(Declared):
    title: Line
    reason: Line


class Judgeable(Declared):
    """What every declared rule over traits says; `purpose` is of the catalogue: each element must
    be allowed for it. `owner` is a role.
    """

    key: Key
    version: int = Field(ge=1, le=30000)
    topic: Topic
    audience: Audience
    when: When
    needs_opt_in: bool = False
    purpose: Slug
    law: tuple[Law, ...] = Field(min_length=1)
    owner: Line
    review_on: date
    texts: Annotated[dict[str, TipWords], AfterValidator(every_language)]

    @property
    def condition(self) -> Condition:
        """With the audience, which is asked first."""
        assert self.when is not None  # noqa: S101 - read without one it is refused
        if self.audience is Audience.IEDEREEN:
            return self.when
        whom = Comparison(self.audience.value, "==", True)
        parts = self.when.parts if isinstance(self.when, Every) else (self.when,)
        return Every((whom, *parts))

    def is_reviewed_on(self, day: date) -> bool:
        return day < self.review_on

    def words_in(self, language: str) -> TipWords:
        return self.texts.get(language, self.texts[DUTCH])


class Tip(Judgeable):
    """A rule that leads to texts."""

    items: tuple[Key, ...] = Field(min_length=1, max_length=4)
