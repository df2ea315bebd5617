"""What a text leans on: articles of law, products of the UPL, and pages of who decides."""

from functools import cache
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

import yaml
from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, model_validator

from plein.journeys.declared import Declared, Line, Slug
from plein.journeys.problems import does_not_fit, nearest

FOLDER = Path(__file__).parent
TERMS = "http://standaarden.overheid.nl/owms/terms/"
LAWS = "https://wetten.overheid.nl/"


class Article(Declared):
    """`Participatiewet art. 34`, with the address of its law."""

    said: str
    url: str


class Named(Declared):
    """A product of the Uniforme Productnamenlijst."""

    name: str
    uri: str


@cache
def laws() -> dict[str, str]:
    return dict(yaml.safe_load((FOLDER / "laws.yaml").read_text()))


@cache
def products() -> dict[str, str]:
    return dict(yaml.safe_load((FOLDER / "upl.yaml").read_text()))


def product_of(term: str) -> Named | None:
    """By what stands in its address; None for what our list does not have."""
    return next(
        (Named(name=name, uri=f"{TERMS}{term}") for name, its in products().items() if its == term),
        None,
    )


def _article(given: Any) -> Article:
    if isinstance(given, Article):
        return given
    name, _art, number = str(given).partition(" art. ")
    if name not in laws() or not number:
        example = f"law: [{nearest(name, laws(), 'Participatiewet')} art. 11]"
        raise does_not_fit(f"'{given}' is geen artikel van een wet die wij kennen", example)
    return Article(said=str(given), url=f"{LAWS}{laws()[name]}")


def _product(given: Any) -> Named:
    if isinstance(given, Named):
        return given
    if given not in products():
        raise does_not_fit(
            f"'{given}' staat niet in de UPL", f"upl: {nearest(str(given), products(), 'bijstand')}"
        )
    return Named(name=given, uri=f"{TERMS}{products()[given]}")


def _is_safe(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.netloc or "@" in parts.netloc:
        raise does_not_fit(
            f"'{url}' is geen adres dat met https begint", "url: https://www.svb.nl/"
        )
    return url


Law = Annotated[
    Article, BeforeValidator(_article), PlainSerializer(lambda law: law.said, return_type=str)
]
Product = Annotated[
    Named, BeforeValidator(_product), PlainSerializer(lambda named: named.name, return_type=str)
]
Url = Annotated[str, Field(max_length=200), AfterValidator(_is_safe)]


class Source(Declared):
    """A page of who decides, or the dated figures of a regeling in Plein (`norms`)."""

    title: Line
    url: Url | None = None
    norms: Slug | None = None

    @model_validator(mode="after")
    def _has_one(self) -> "Source":
        if (self.url is None) == (self.norms is None):
            raise does_not_fit("een bron heeft url of norms", "url: https://www.svb.nl/")
        return self
