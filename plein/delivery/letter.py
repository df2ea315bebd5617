"""Letters on paper: a tagged PDF (PDF/UA-1), with the address where a window envelope shows it."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

import typst
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from plein.kernel.clock import local_day
from plein.tenants.models import Municipality

_SHAPE = Path(__file__).with_name("letter.typ")


@dataclass(frozen=True, slots=True)
class Part:
    """Something to tell, under a heading; without one it begins the letter."""

    lines: tuple[str, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """What the letter is about, in the language that the resident chose: a code, such as ar."""

    language: str
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """`to` are the lines of the address; all words are plain text, as the resident reads them."""

    to: tuple[str, ...]
    greeting: str
    subject: str
    reference: str
    parts: tuple[Part, ...]
    summary: Summary | None = None


def pdf_of(letters: Sequence[Letter], sender: Municipality, *, at: datetime) -> bytes:
    """Each letter on pages of its own. The text goes in as data: nothing of it is read as code.

    Raises `typst.TypstError` when the result would not be accessible.
    """
    words = {
        "sender": _sender(sender),
        "day": date_format(local_day(at), "j E Y"),
        "labels": {
            "day": _("Datum"),
            "reference": _("Ons kenmerk"),
            "greetings": _("Met vriendelijke groet,"),
        },
        "letters": [asdict(letter) for letter in letters],
    }
    compiled = typst.compile(
        _SHAPE.read_bytes(),
        sys_inputs={"found": json.dumps(words, ensure_ascii=False)},
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
        timestamp=int(at.timestamp()),
    )
    return bytes(compiled)


def _sender(sender: Municipality) -> dict[str, str]:
    return {
        "name": _("Gemeente {name}").format(name=sender.name),
        "address": sender.address,
        "colour": sender.brand_colour,
        "help": _(
            "Hebt u een vraag, of begrijpt u deze brief niet? Bel ons: {phone}. {hours}."
        ).format(phone=sender.phone, hours=sender.opening_hours.rstrip(".")),
        "online": _("Liever online? Ga naar {host} en log in met DigiD.").format(host=sender.host),
    }
