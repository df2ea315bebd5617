"""What can be so about a resident, by one element of the vault; and the sentence that says it."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, SerializeAsAny, ValidationError

from plein.content.tips.looks import LOOKS, UNKNOWN, Look, Now, Seen, Something
from plein.journeys.declared import Declared, Line, Slug
from plein.journeys.languages import DUTCH, LANGUAGES
from plein.journeys.problems import does_not_fit
from plein.vault.catalogue import catalogue

EXAMPLE = "look: {within_days: 90}"


def _look(given: Any) -> Look:
    if isinstance(given, Look):
        return given
    if not isinstance(given, dict) or not (kinds := [key for key in LOOKS if key in given]):
        raise does_not_fit("hoe moeten wij naar dit gegeven kijken?", EXAMPLE)
    try:
        return LOOKS[kinds[0]].model_validate(given)
    except ValidationError as refused:
        at = ".".join(str(part) for part in refused.errors()[0]["loc"])
        raise does_not_fit(f"'{at}' kan hier niet zo", EXAMPLE) from None


def every_language(texts: dict[str, Any]) -> dict[str, Any]:
    """A tip is read in each language of residents, or it is not there."""
    for language, name in LANGUAGES.items():
        if language not in texts:
            raise does_not_fit(f"de tekst in het {name} ontbreekt", f"{language}: …")
    for language in texts:
        if language not in LANGUAGES:
            raise does_not_fit(f"taal '{language}' kennen wij niet", "en: …")
    return texts


Texts = Annotated[dict[str, Line], AfterValidator(every_language)]


class Trait(Declared):
    """`yes` says it; `no` says the opposite, for a rule that asks that it is not so."""

    element: Slug
    look: Annotated[SerializeAsAny[Look], BeforeValidator(_look)]
    yes: Texts
    no: Texts | None = Field(default=None)

    def seen_in(self, values: Mapping[str, Any], now: Now) -> Seen:
        """`values` by element. What was never collected is unknown."""
        if self.element in values:
            return self.look.at(values[self.element], now)
        return Seen(False) if isinstance(self.look, Something) else UNKNOWN

    def said(self, language: str, *, so: bool = True) -> str:
        """In this language, with its numbers filled in."""
        texts = self.yes if so or self.no is None else self.no
        numbers = {name: getattr(self.look, name) for name in self.look.words}
        return texts.get(language, texts[DUTCH]).format(**numbers)

    @property
    def elements(self) -> set[str]:
        """That are opened for it."""
        return catalogue().raw_elements([self.element])

    @property
    def special(self) -> set[str]:
        """Of these, what needs a yes of the resident first (AVG art. 9 and 10)."""
        known = catalogue()
        return {key for key in self.elements if known.care_of(known.elements[key]).optin}
