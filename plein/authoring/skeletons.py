"""Where a new journey begins: small, and fitting from the first moment but for its own words."""

from enum import Enum
from typing import Any

from django.utils.text import slugify
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from plein.authoring.models import JourneyDraft
from plein.authoring.places import inner, new_key
from plein.cases.models import CaseType
from plein.journeys.due import Due
from plein.vault.catalogue import catalogue
from plein.vault.catalogue.types import Ask
from plein.webshop.models import Scheme

MINI = "mini"  # purpose under which a municipality may see something for its own schemes
SHOWN = ("adres", "partner", "kinderen")
LONGEST_KEY, LONGEST_LINE = 50, 200
STATIONS = [
    ("ontvangen", "ontvangen", "Wij hebben uw aanvraag", "Ontvangen", True, 3),
    ("bekijken", "in_behandeling", "Wij bekijken uw aanvraag", "In behandeling", True, 21),
    ("wachten", "wacht_op_inwoner", "Wij wachten op u", "Wacht op de inwoner", True, 14),
    ("besloten", "besloten", "Wij hebben besloten", "Besloten", True, 1),
    ("klaar", "afgerond", "Uw aanvraag is klaar", "Afgerond", False, 0),
]
STORY = {
    "key": "opmerking",
    "kind": "lange_tekst",
    "title": "Wilt u nog iets vertellen?",
    "required": False,
}
ACCOUNT = {
    "key": "rekening",
    "kind": "rekening",
    "title": "Op welke rekening wilt u geld krijgen, als dat nodig is?",
    "help": "Het nummer (IBAN) staat op uw bankpas.",
    "earlier": True,
}


def skeleton(name: str, law: str) -> dict[str, Any]:
    """One step, five stations, yes or no. Terms are those of Awb art. 4:13 and 6:7."""
    names = ("key", "phase", "resident", "staff", "inform", "days")
    return {
        "name": name[:LONGEST_LINE],
        "law": law[:LONGEST_LINE],
        "languages": ["nl"],
        "decide_within": 56,
        "may_extend": 0,
        "object_within": 42,
        "stations": [dict(zip(names, each, strict=True)) for each in STATIONS],
        "results": [
            {"key": "toegekend", "resident": "U krijgt het", "is_favourable": True},
            {"key": "afgewezen", "resident": "U krijgt het niet", "is_favourable": False},
        ],
        "intake": {
            "steps": [{"key": "slot", "title": "Tot slot", "asks": ["opmerking"]}],
            "questions": [STORY],
        },
    }


def journey_for(scheme: Scheme) -> dict[str, Any]:
    """To ask for a scheme: what we may show is not asked, and a person decides."""
    elements = catalogue().elements
    confirms = [
        key for key in SHOWN if elements[key].ask == Ask.CONFIRM and MINI in elements[key].purposes
    ]
    document = skeleton(scheme.name, scheme.legal_ground)
    favourable, unfavourable = document["results"]
    shown = {
        "key": "gegevens",
        "title": "Kloppen deze gegevens?",
        "text": "Dit weten wij al. Zegt u alleen of het klopt.",
        "confirms": confirms,
    }
    last = {"key": "slot", "title": "Tot slot", "asks": ["rekening", "opmerking"]}
    return document | {
        "audience": {"text": scheme.summary[:LONGEST_LINE]},
        "intake": {"steps": [shown, last], "questions": [ACCOUNT, STORY]},
        "results": [favourable | {"budget": scheme.name, "gives": scheme.name}, unfavourable],
    }


def free_key(name: str) -> str:
    """A key that no journey of this municipality has."""
    wanted = slugify(name).replace("-", "_").lstrip("_0123456789")[:LONGEST_KEY] or "aanvraag"
    taken = {
        *CaseType.objects.filter(key__startswith=wanted).values_list("key", flat=True),
        *JourneyDraft.objects.filter(key__startswith=wanted).values_list("key", flat=True),
    }
    numbered = (f"{wanted}_{number}" for number in range(2, len(taken) + 3))
    return wanted if wanted not in taken else next(each for each in numbered if each not in taken)


def blank(model: type[BaseModel], rows: list[Any]) -> dict[str, Any]:
    """A row with what it needs; its words are still to be written."""
    needed = {name: field for name, field in model.model_fields.items() if field.is_required()}
    found = {name: _empty(field) for name, field in needed.items()}
    if "key" in found:
        found["key"] = new_key(each.get("key") for each in rows)
    return found


def _empty(field: FieldInfo) -> Any:
    kind = inner(field.annotation)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return str(next(iter(kind)).value)
    if kind in (bool, int):
        return kind(0)
    return "opdracht + 14 dagen" if kind is Due else ""
