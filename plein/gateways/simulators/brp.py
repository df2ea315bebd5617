"""BRP API Personen v2 and BRP API Bewoning, as far as we ask them."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_POST

from plein.gateways.brp.client import FIELDS
from plein.gateways.partial_date import PartialDate
from plein.gateways.simulators.answering import JSON, answer
from plein.gateways.simulators.brp_envelope import with_envelope
from plein.gateways.simulators.brp_json import as_json, pick
from plein.gateways.simulators.faults import Fault
from plein.gateways.simulators.people import STRANGER, Tree, all_numbers, life_of, with_markup

_KNOWN = {field.partition(".")[0] for field in FIELDS}
_OF_A_RESIDENT = ("burgerservicenummer", "naam", "geboorte", "geheimhoudingPersoonsgegevens")


@require_POST
def personen(request: HttpRequest) -> HttpResponseBase:
    asked = _asked(request)
    numbers, fields = asked.get("burgerservicenummer"), asked.get("fields")
    if asked.get("type") != "RaadpleegMetBurgerservicenummer" or not numbers:
        return _problem("paramsValidation", "type of burgerservicenummer ontbreekt")
    if not fields or any(field.partition(".")[0] not in _KNOWN for field in fields):
        return _problem("paramsValidation", "fields ontbreekt of heeft een onbekend veld")

    def build(fault: Fault) -> HttpResponse:
        people = [one for number in numbers if (one := _person(number, fault))]
        found = [pick(one, fields) for one in people]
        return _json({"type": "RaadpleegMetBurgerservicenummer", "personen": found})

    return answer("brp", numbers[0], build)


@require_POST
def bewoningen(request: HttpRequest) -> HttpResponseBase:
    asked = _asked(request)
    address = asked.get("adresseerbaarObjectIdentificatie")
    on = parse_date(str(asked.get("peildatum")))
    if asked.get("type") != "BewoningMetPeildatum" or not address or on is None:
        return _problem("paramsValidation", "type, peildatum of adres ontbreekt")
    lives = [life_of(number) for number in all_numbers()]
    residents = [life["brp"] for life in lives if _lives_at(life, address, on)]

    def build(fault: Fault) -> HttpResponse:
        if fault is Fault.EMPTY or not residents:
            return _json({"bewoningen": []})
        return _json({"bewoningen": [_bewoning(residents, address, fault)]})

    number = residents[0]["burgerservicenummer"] if residents else ""
    return answer("bewoning", number, build)


def _person(number: str, fault: Fault) -> Tree | None:
    life = life_of(number)
    if fault is Fault.EMPTY or "brp" not in life:
        return None
    return with_envelope(_CHANGES.get(fault, _same)(life["brp"]))


def _same(person: Tree) -> Tree:
    return person


def _in_onderzoek(person: Tree) -> Tree:
    place = person.get("verblijfplaats", {"type": "VerblijfplaatsOnbekend"})
    doubt = {"type": True, "datumVan": True}
    return person | {"verblijfplaats": place | {"inOnderzoek": doubt}}


def _partial(person: Tree) -> Tree:
    """The name, and of the birth no more than its year."""
    birth = {"geboorte": {"datum": PartialDate(person["geboorte"]["datum"].year)}}
    return {name: person[name] for name in ("burgerservicenummer", "naam")} | birth


_CHANGES: dict[Fault, Callable[[Tree], Tree]] = {
    Fault.WARNING: _in_onderzoek,
    Fault.PARTIAL: _partial,
    Fault.MARKUP: with_markup,
    Fault.OTHER_PERSON: lambda person: person | {"burgerservicenummer": STRANGER},
}


def _lives_at(life: Tree, address: str, on: date) -> bool:
    home = life.get("brp", {}).get("verblijfplaats", {})
    is_there = home.get("adresseerbaarObjectIdentificatie") == address
    return is_there and bool(home["datumVan"].earliest <= on)


def _bewoning(residents: list[Tree], address: str, fault: Fault) -> Tree:
    people = [{name: one[name] for name in _OF_A_RESIDENT if name in one} for one in residents]
    if fault is Fault.WARNING:
        people = [one | {"inOnderzoek": {"burgerservicenummer": True}} for one in people]
    if fault is Fault.MARKUP:
        people = with_markup(people)
    sure, unsure = (people[:1], people[1:]) if fault is Fault.PARTIAL else (people, [])
    return {
        "adresseerbaarObjectIdentificatie": "0" * 16 if fault is Fault.OTHER_PERSON else address,
        "bewoners": sure,
        "mogelijkeBewoners": unsure,
    }


def _asked(request: HttpRequest) -> Tree:
    try:
        found = json.loads(request.body)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _json(found: Any) -> HttpResponse:
    return HttpResponse(json.dumps(as_json(found)), content_type=JSON)


def _problem(code: str, detail: str) -> HttpResponse:
    """RFC 7807, as the API gives it."""
    said = {"title": "Een of meerdere parameters zijn niet correct.", "status": 400}
    return HttpResponse(
        json.dumps(said | {"code": code, "detail": detail}),
        status=400,
        content_type="application/problem+json",
    )
