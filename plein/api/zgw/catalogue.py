"""Published case types as Catalogi shows them."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple
from uuid import NAMESPACE_URL, UUID, uuid5

from plein.api.zgw.addresses import Addresses, derived
from plein.cases.models import CaseType
from plein.cases.rights import OF_A_CASE
from plein.documents.models import Direction
from plein.inbox.models import Channel
from plein.kernel.clock import local_day
from plein.tenants.models import Municipality
from plein.tenants.scope import current

INITIATOR, HANDLER = "initiator", "behandelaar"
ROLES = {INITIATOR: "Aanvrager", HANDLER: "Behandelend team"}
WITHDRAWN = "ingetrokken"  # a case can only end with a result (zrc-007), also by stopping it
PRODUCTS = "http://standaarden.overheid.nl/owms/terms/"  # uniforme productnamenlijst
CHANNEL = "kanaal"
KINDS = {Direction.IN: "Van de inwoner", Direction.OUT: "Van de gemeente"}  # of documents


class Published(NamedTuple):
    """A version, and the day from which another took its place."""

    row: CaseType
    until: date | None

    def is_valid_on(self, day: date) -> bool:
        begins = local_day(self.row.published_at)
        return begins <= day and (self.until is None or day < self.until)


def published() -> list[Published]:
    """Every version of every case type; one query."""
    rows = list(CaseType.objects.order_by("key", "version"))
    following = {(row.key, row.version): local_day(row.published_at) for row in rows}
    return [Published(row, following.get((row.key, row.version + 1))) for row in rows]


def days(number: int) -> str:
    return f"P{number}D"


def result_keys(row: CaseType) -> list[str]:
    return [*(result.key for result in row.read.results), WITHDRAWN]


def catalogue_id(municipality: Municipality) -> UUID:
    return uuid5(NAMESPACE_URL, f"catalogus|{municipality.slug}")


def catalogus(types: list[Published], at: Addresses) -> dict[str, Any]:
    municipality = current()
    return {
        "url": at.type("catalogussen", catalogue_id(municipality)),
        "domein": "PLEIN",
        "rsin": municipality.rsin,
        "contactpersoonBeheerNaam": f"gemeente {municipality.name}"[:40],
        "zaaktypen": [at.type("zaaktypen", each.row.pk) for each in types],
        "besluittypen": [],
        "informatieobjecttypen": [
            type_url(each.row, "informatieobjecttypen", kind, at)
            for each in types
            for kind in KINDS
        ],
        "naam": f"Aanvragen bij gemeente {municipality.name}",
    }


def zaaktype(of: Published, at: Addresses) -> dict[str, Any]:
    row, document, municipality = of.row, of.row.read, current()
    return {
        **_validity(of),
        "url": at.type("zaaktypen", row.pk),
        "identificatie": row.key[:50],
        "omschrijving": document.name[:80],
        "omschrijvingGeneriek": document.name[:80],
        "vertrouwelijkheidaanduiding": OF_A_CASE,
        "doel": f"Beslissen over: {document.name}",
        "aanleiding": "Een inwoner vraagt het aan.",
        "toelichting": document.law,
        "indicatieInternOfExtern": "extern",
        "handelingInitiator": "Aanvragen",
        "onderwerp": document.name[:80],
        "handelingBehandelaar": "Behandelen",
        "doorlooptijd": days(document.decide_within),
        "servicenorm": None,
        "opschortingEnAanhoudingMogelijk": True,  # Awb art. 4:15
        "verlengingMogelijk": document.may_extend > 0,
        "verlengingstermijn": days(document.may_extend) if document.may_extend else None,
        "trefwoorden": [],
        "publicatieIndicatie": False,
        "verantwoordingsrelatie": [],
        "productenOfDiensten": [f"{PRODUCTS}{document.upl}"] if document.upl else [],
        "referentieproces": {"naam": document.name[:80]},
        "verantwoordelijke": f"gemeente {municipality.name}"[:50],
        "zaakobjecttypen": [],
        "catalogus": at.type("catalogussen", catalogue_id(municipality)),
        "statustypen": [type_url(row, "statustypen", step.key, at) for step in document.stations],
        "resultaattypen": [type_url(row, "resultaattypen", key, at) for key in result_keys(row)],
        "eigenschappen": [type_url(row, "eigenschappen", CHANNEL, at)],
        "informatieobjecttypen": [
            type_url(row, "informatieobjecttypen", kind, at) for kind in KINDS
        ],
        "roltypen": [type_url(row, "roltypen", role, at) for role in ROLES],
        "besluittypen": [],
        "deelzaaktypen": [],
        "gerelateerdeZaaktypen": [],
        "versiedatum": local_day(row.published_at),
        "concept": False,
    }


def statustypen(of: Published, at: Addresses) -> Iterator[dict[str, Any]]:
    """In the order of the line; the last one is the end."""
    steps = of.row.read.stations
    for number, step in enumerate(steps, 1):
        yield {
            **_part(of, "statustypen", step.key, at),
            "omschrijving": step.staff[:80],
            "omschrijvingGeneriek": step.phase,
            "statustekst": step.resident,
            "volgnummer": number,
            "isEindstatus": number == len(steps),
            "informeren": step.inform,
            "doorlooptijd": days(step.days),
            "checklistitemStatustype": [],
            "eigenschappen": [],
        }


def resultaattypen(of: Published, at: Addresses) -> Iterator[dict[str, Any]]:
    """Which class of the Selectielijst a result has is not known here yet: that stays empty."""
    words = {result.key: result.resident for result in of.row.read.results}
    for key in result_keys(of.row):
        yield {
            **_part(of, "resultaattypen", key, at),
            "omschrijving": key.replace("_", " ").capitalize()[:30],
            "omschrijvingGeneriek": key.replace("_", " ").capitalize(),
            "resultaattypeomschrijving": "",
            "selectielijstklasse": "",
            "toelichting": words.get(key, "De inwoner heeft de aanvraag gestopt."),
            "archiefnominatie": "",
            "archiefactietermijn": None,
            "brondatumArchiefprocedure": None,
            "besluittypen": [],
            "besluittypeOmschrijving": [],
            "informatieobjecttypen": [],
            "informatieobjecttypeOmschrijving": [],
        }


def roltypen(of: Published, at: Addresses) -> Iterator[dict[str, Any]]:
    for role, words in ROLES.items():
        yield {
            **_part(of, "roltypen", role, at),
            "omschrijving": words,
            "omschrijvingGeneriek": role,
        }


def eigenschappen(of: Published, at: Addresses) -> Iterator[dict[str, Any]]:
    yield {
        **_part(of, "eigenschappen", CHANNEL, at),
        "naam": CHANNEL,
        "definitie": "Hoe de aanvraag binnenkwam",
        "specificatie": {
            "groep": "",
            "formaat": "tekst",
            "lengte": str(max(map(len, Channel.values))),
            "kardinaliteit": "1",
            "waardenverzameling": Channel.values,
        },
        "toelichting": "",
        "statustype": None,
    }


def informatieobjecttypen(of: Published, at: Addresses) -> Iterator[dict[str, Any]]:
    for kind, words in KINDS.items():
        yield {
            **_validity(of),
            "url": type_url(of.row, "informatieobjecttypen", kind, at),
            "catalogus": at.type("catalogussen", catalogue_id(current())),
            "omschrijving": words,
            "vertrouwelijkheidaanduiding": OF_A_CASE,
            "beginObject": None,
            "eindeObject": None,
            "concept": False,
            "zaaktypen": [at.type("zaaktypen", of.row.pk)],
            "besluittypen": [],
            "informatieobjectcategorie": "document",
            "trefwoord": [],
        }


def type_url(row: CaseType, resource: str, key: str, at: Addresses) -> str:
    return at.type(resource, derived(row.pk, f"{resource}|{key}"))


def _part(of: Published, resource: str, key: str, at: Addresses) -> dict[str, Any]:
    """What every part of a zaaktype says of it."""
    return {
        **_validity(of),
        "url": type_url(of.row, resource, key, at),
        "zaaktype": at.type("zaaktypen", of.row.pk),
        "zaaktypeIdentificatie": of.row.key[:50],
        "catalogus": at.type("catalogussen", catalogue_id(current())),
    }


def _validity(of: Published) -> dict[str, date | None]:
    return {"beginGeldigheid": local_day(of.row.published_at), "eindeGeldigheid": of.until}
