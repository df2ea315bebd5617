"""How a municipality is called, found and paid from; names and codes are checked here."""

import re
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from stdnum.exceptions import ValidationError
from stdnum.nl import bsn

from plein.kernel.refusal import Refusal

_SLUG = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"(?:{_LABEL}\.)+{_LABEL}")
_CBS_CODE = re.compile(r"[0-9]{4}")
LONGEST_SLUG, LONGEST_HOST = 40, 200


class HostIsTaken(Refusal):
    message = _("Er is al een gemeente met de naam {slug} of het adres {host}.")


class CodeIsTaken(Refusal):
    """`kind` says which code it is about: the name of the field."""

    message = _("{code} hoort al bij gemeente {name}. Kijk de code na.")


class NotASlug(Refusal):
    message = _(
        "“{text}” kan geen korte naam zijn. Gebruik kleine letters, cijfers en streepjes, en "
        "begin met een letter. Bijvoorbeeld: borger-odoorn"
    )


class NotAHost(Refusal):
    message = _(
        "“{text}” is geen adres. Schrijf het zonder https:// en zonder poort. "
        "Bijvoorbeeld: assen.plein.example"
    )


class HostOfPlein(Refusal):
    message = _("{text} is van Plein zelf. Kies een adres van de gemeente.")


class NotAnRsin(Refusal):
    message = _("Dit RSIN klopt niet. Kijk de 9 cijfers na.")


class NotACbsCode(Refusal):
    message = _("De code van het CBS heeft 4 cijfers. Bijvoorbeeld: 0106")


@dataclass(frozen=True, slots=True)
class Naming:
    """How residents read its name and find it, how others know it, and how its bank does."""

    name: str
    host: str
    cbs_code: str
    rsin: str
    iban: str = ""


def read_slug(text: str) -> str:
    """Raises `NotASlug`."""
    slug = text.strip()
    if len(slug) > LONGEST_SLUG or not _SLUG.fullmatch(slug):
        raise NotASlug(text=text)
    return slug


def read_host(text: str) -> str:
    """In small letters. Raises `NotAHost`, and `HostOfPlein` for what we use ourselves."""
    host = text.strip().lower()
    if len(host) > LONGEST_HOST or not _HOST.fullmatch(host):
        raise NotAHost(text=text)
    if host == settings.BASE_HOST or host.startswith(settings.DOCUMENT_HOST):
        raise HostOfPlein(text=host)
    return host


def read_rsin(text: str) -> str:
    """Nine digits that pass the eleven-test, as of a BSN. Raises `NotAnRsin`."""
    try:
        return str(bsn.validate(text))
    except ValidationError:
        raise NotAnRsin from None


def read_cbs_code(text: str) -> str:
    """Raises `NotACbsCode`."""
    code = text.strip()
    if not _CBS_CODE.fullmatch(code):
        raise NotACbsCode
    return code
