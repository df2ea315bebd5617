"""The kinds of verklaring, read from `types.yaml` beside this file."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import Field

from plein.vault.catalogue import catalogue
from plein.vault.catalogue.types import Entry

_FILE = Path(__file__).with_name("types.yaml")
_COLOUR = r"#[0-9a-f]{6}"


class CredentialType(Entry):
    key: str
    nl: str
    audience: str = Field(alias="for")
    version: int = Field(ge=1)
    days: int = Field(ge=1, le=365)
    background: str = Field(pattern=_COLOUR)
    text: str = Field(pattern=_COLOUR)
    claims: tuple[str, ...] = Field(min_length=1)
    extra: tuple[str, ...] = ()

    @property
    def all_claims(self) -> tuple[str, ...]:
        return self.claims + self.extra

    @property
    def heart(self) -> str:
        """What it is about: without this claim it is not made."""
        return self.claims[0]

    @property
    def elements(self) -> set[str]:
        """What must be read in the vault to fill it."""
        return catalogue().raw_elements(self.all_claims)

    def vct(self, address: str) -> str:
        """The name of the kind, which is also where its metadata stands."""
        return self._named(address, self.version)

    def known_as(self, address: str) -> set[str]:
        """Also as it was named before: what was given out then may still hold."""
        return {self._named(address, version) for version in range(1, self.version + 1)}

    def _named(self, address: str, version: int) -> str:
        return f"{address}/verklaringen/{self.key}/{version}"


@cache
def credential_types() -> dict[str, CredentialType]:
    """Raises `pydantic.ValidationError` on a wrong line."""
    words = _FILE.read_text(encoding="utf-8")
    lines: dict[str, dict[str, Any]] = yaml.load(words, yaml.CSafeLoader)
    return {key: CredentialType.model_validate({"key": key, **line}) for key, line in lines.items()}


def metadata(kind: CredentialType, address: str) -> dict[str, Any]:
    """How a wallet shows it (SD-JWT VC Type Metadata, section 6)."""
    words = catalogue().words
    return {
        "vct": kind.vct(address),
        "name": kind.nl,
        "display": [
            {
                "lang": "nl",
                "name": kind.nl,
                "rendering": {
                    "simple": {"background_color": kind.background, "text_color": kind.text}
                },
            }
        ],
        "claims": [
            {"path": [key], "display": [{"lang": "nl", "label": words(key)}], "sd": "always"}
            for key in kind.all_claims
        ],
    }
