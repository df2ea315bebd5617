"""What the resident is asked, and what an answer may be."""

from enum import StrEnum
from typing import Self

from pydantic import Field, StrictBool, model_validator

from plein.journeys.declared import Declared, Line, Slug, Text, When
from plein.journeys.problems import does_not_fit
from plein.journeys.tokens import FIXED_WORDS
from plein.journeys.values import ValueKind


class Kind(StrEnum):
    ONE = "keuze"
    MANY = "meerkeuze"
    YES_NO = "ja_nee"
    TEXT = "tekst"
    LONG_TEXT = "lange_tekst"
    AMOUNT = "bedrag"
    NUMBER = "getal"
    DAY = "datum"
    ACCOUNT = "rekening"  # an IBAN, checked
    POSTCODE = "postcode"
    FILES = "bestand"  # photos or papers, kept with the draft


VALUE_KINDS = {
    Kind.ONE: ValueKind.TEXT,
    Kind.MANY: ValueKind.CHOICES,
    Kind.YES_NO: ValueKind.YES_NO,
    Kind.TEXT: ValueKind.TEXT,
    Kind.LONG_TEXT: ValueKind.TEXT,
    Kind.AMOUNT: ValueKind.NUMBER,
    Kind.NUMBER: ValueKind.NUMBER,
    Kind.DAY: ValueKind.DAY,
    Kind.ACCOUNT: ValueKind.TEXT,
    Kind.POSTCODE: ValueKind.TEXT,
    Kind.FILES: ValueKind.CHOICES,
}
WITH_CHOICES = {Kind.ONE, Kind.MANY}
WITHOUT_LIMITS = {Kind.ONE, Kind.YES_NO, Kind.DAY, Kind.ACCOUNT, Kind.POSTCODE, Kind.FILES}
CHOICES_EXAMPLE = "choices: [{value: alleen, label: Alleen}, {value: samen, label: Samen}]"


class Choice(Declared):
    value: Slug
    label: Line


class Question(Declared):
    """`least` and `most` limit a number or amount, the signs of a text, or how many choices.

    Amounts are in euros, also in a condition. `element` names what it is about in the vault.
    Without `required` it may be skipped. With `earlier` an answer in another aanvraag is shown
    again, to be kept or changed.
    """

    key: Slug
    kind: Kind
    title: Line
    help: Text = ""
    example: Text = ""
    choices: tuple[Choice, ...] = Field(default=(), max_length=50)
    element: Slug | None = None
    required: StrictBool = True
    earlier: StrictBool = False
    when: When = None
    least: int | None = None
    most: int | None = None

    @property
    def value_kind(self) -> ValueKind:
        return VALUE_KINDS[self.kind]

    @property
    def values(self) -> tuple[str, ...]:
        return tuple(choice.value for choice in self.choices)

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.key in FIXED_WORDS:
            raise does_not_fit(f"'{self.key}' is een vast woord en geen sleutel", "key: kinderen")
        self._choices_fit()
        self._limits_fit()
        return self

    def _choices_fit(self) -> None:
        if self.kind in WITH_CHOICES and len(self.choices) < 2:  # noqa: PLR2004 one is no choice
            raise does_not_fit(f"bij {self.kind} horen twee of meer keuzes", CHOICES_EXAMPLE)
        if self.choices and self.kind not in WITH_CHOICES:
            raise does_not_fit(f"bij {self.kind} horen geen keuzes", "kind: keuze")
        if len(set(self.values)) < len(self.values):
            raise does_not_fit("een keuze staat er twee keer", CHOICES_EXAMPLE)

    def _limits_fit(self) -> None:
        limits = [limit for limit in (self.least, self.most) if limit is not None]
        if limits and self.kind in WITHOUT_LIMITS:
            raise does_not_fit(
                f"bij {self.kind} horen geen least en most", "haal least en most weg"
            )
        if limits != sorted(limits):
            raise does_not_fit("least is meer dan most", "least: 0, most: 10")
