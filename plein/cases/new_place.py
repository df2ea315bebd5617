"""Where somebody goes to live, as they said it; sealed under their own key."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime

from plein.audit.actions import Purpose
from plein.cases.models import Relocation
from plein.identity.gate import SealedText, read_sealed
from plein.kernel.actor import Actor

PLACE = "nieuw adres"  # element in the log of looks


@dataclass(frozen=True, slots=True)
class NewPlace:
    """Of somebody who leaves we use the name of the municipality, and so we ask no more."""

    postcode: str = ""
    number: str = ""
    municipality: str = ""  # empty: it is ours

    @property
    def leaves(self) -> bool:
        return bool(self.municipality)

    def as_text(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)

    def __str__(self) -> str:
        return self.municipality or f"{self.postcode} {self.number}"


def place_of(relocation: Relocation, *, purpose: Purpose, by: Actor, at: datetime) -> NewPlace:
    """The resident reads in the log that it was looked at."""
    sealed = SealedText(relocation.pk, PLACE, relocation.place_sealed)
    (text,) = read_sealed(relocation.resident, [sealed], purpose=purpose, by=by, at=at)
    return NewPlace(**json.loads(text))
