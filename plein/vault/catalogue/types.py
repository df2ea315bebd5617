"""What a catalogue may say: each word is checked when Plein starts."""

import re
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


class Group(StrEnum):
    """The pages of the vault."""

    WHO = "wie_ik_ben"
    FAMILY = "gezin"
    HOME = "wonen"
    WORK = "werk"
    MONEY = "geld"
    DEBTS = "schulden"
    CARE = "hulp"


class Kind(StrEnum):
    """How a value is written: `money_cents` is whole cents, `date` is ISO 8601, maybe partial."""

    STRING = "string"
    CODE = "code"
    DATE = "date"
    BOOL = "bool"
    INT = "int"
    MONEY = "money_cents"
    ADDRESS = "address"
    OBJECT = "object"
    LIST = "list"
    DOCUMENT = "document"


class Ask(StrEnum):
    """What an intake may do with an element (Participatiewet art. 53a lid 1)."""

    NEVER = "never"
    CONFIRM = "confirm"
    ASK = "ask"


class About(StrEnum):
    SELF = "self"
    PARTNER = "partner"
    CHILD = "child"
    HOUSEHOLD = "household"


_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)D)?")


def _read_duration(text: object) -> timedelta | None:
    """ISO 8601 years and days; `never` means that it does not grow old."""
    if text == "never":
        return None
    found = _DURATION.fullmatch(str(text))
    if not found or not any(found.groups()):
        raise ValueError("write P30D, P1Y or never")
    return timedelta(days=365 * int(found[1] or 0) + int(found[2] or 0))


class Entry(BaseModel):
    """One line of the catalogue: nothing is missing, and nothing is there that we do not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Basis(Entry):
    what: str
    law: str
    check: bool = False


class Sensitivity(Entry):
    nl: str
    hidden: bool = False
    masked: bool = False
    optin: bool = False
    never_to_partners: bool = False


class Source(Entry):
    nl: str
    keeper: str


class PurposeOfUse(Entry):
    nl: str


class Element(Entry):
    key: str = Field(pattern=r"[a-z][a-z0-9_]*")
    nl: str
    group: Group
    kind: Kind = Field(alias="type")
    source: str = Field(alias="src")
    via: str
    path: str | None
    bases: tuple[str, ...] = Field(alias="basis", min_length=1)
    sensitivity: str = Field(alias="sens")
    about: About
    ages_after: Annotated[timedelta | None, BeforeValidator(_read_duration)] = Field(alias="ttl")
    ask: Ask
    purposes: tuple[str, ...] = Field(alias="use", min_length=1)
    check: bool = False

    def is_old_on(self, day: date, seen_on: date) -> bool:
        """Whether the value may be out of date by now."""
        return self.ages_after is not None and day - seen_on > self.ages_after


class Part(Entry):
    """A field inside an object or a list."""

    nl: str
    kind: Kind = Field(alias="type")


class PartsForm(Entry):
    """What a resident fills in for an object, or for each row of a list."""

    parts: tuple[str, ...] = Field(min_length=1)
    optional: tuple[str, ...] = ()
    rows: int = 0  # 0: one object


class Derived(Entry):
    """A yes or no that tells less than the values it comes from."""

    nl: str
    sources: tuple[str, ...] = Field(alias="from", min_length=1)
    kind: Kind = Field(alias="type")


class Bundle(Entry):
    """A fixed set of elements or derived answers, for one purpose."""

    nl: str
    purpose: str
    elements: tuple[str, ...] = Field(min_length=1)
    note: str = ""
