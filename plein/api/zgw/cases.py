"""A case, and what hangs on it, as Zaken shows it. Free text of people is never passed on.

Where a nested group has no value the key is still there (zrc-012).
"""

from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from plein.api.zgw.addresses import Addresses, derived, twin
from plein.api.zgw.catalogue import CHANNEL, HANDLER, INITIATOR, ROLES, WITHDRAWN, days, type_url
from plein.api.zgw.documents import clean_enclosures, papers_of
from plein.cases.models import Case, PhaseChange
from plein.cases.rights import OF_A_CASE
from plein.cases.terms import TermKind
from plein.journeys.phases import CLOSED, Phase
from plein.kernel.clock import local_day
from plein.tenants.scope import current

ENDED = frozenset({Phase.DONE, Phase.WITHDRAWN})


def with_parts(cases: QuerySet[Case]) -> QuerySet[Case]:
    """All that a zaak tells, in the same few queries for one and for a hundred."""
    return cases.select_related("case_type", "dossier", "topic").prefetch_related(
        "changes", "decisions", "term_rows", clean_enclosures()
    )


class Outcome(NamedTuple):
    key: UUID
    result: str


def outcome_of(case: Case) -> Outcome | None:
    if case.phase == Phase.WITHDRAWN:
        return Outcome(twin(case.pk, "resultaat"), WITHDRAWN)
    if case.phase not in CLOSED:
        return None
    decision = max(case.decisions.all(), key=lambda each: each.decided_at)
    return Outcome(decision.pk, decision.result)


def last_change(case: Case) -> PhaseChange:
    """Of two at one moment, the one where the case is."""
    return max(case.changes.all(), key=lambda each: (each.at, each.phase == case.phase, each.pk))


def step_key(change: PhaseChange, case: Case) -> str:
    """Which station a change is: an end is the last one, and what is reopened is back in review."""
    document = case.case_type.read
    if change.phase in ENDED:
        return document.stations[-1].key
    if change.phase == Phase.REOPENED:
        return document.station_of(Phase.IN_REVIEW).key
    return change.step


def roles_of(case: Case) -> list[str]:
    return [INITIATOR, HANDLER] if case.handler_id else [INITIATOR]


def zaak(case: Case, at: Addresses) -> dict[str, Any]:
    rsin, outcome = current().rsin, outcome_of(case)
    return {
        "url": at.case("zaken", case.pk),
        "uuid": case.pk,
        "identificatie": case.number,
        "bronorganisatie": rsin,
        "omschrijving": str(case.case_type)[:80],
        "toelichting": "",
        "zaaktype": at.type("zaaktypen", case.case_type_id),
        "registratiedatum": local_day(case.filed_at),
        "verantwoordelijkeOrganisatie": rsin,
        "startdatum": case.received_on,
        "einddatum": local_day(case.closed_at) if case.closed_at else None,
        "einddatumGepland": None,
        "uiterlijkeEinddatumAfdoening": case.last_day,
        "publicatiedatum": None,
        "productenOfDiensten": [],
        "vertrouwelijkheidaanduiding": OF_A_CASE,
        "betalingsindicatie": "",
        "betalingsindicatieWeergave": "",
        "laatsteBetaaldatum": None,
        "zaakgeometrie": None,
        "verlenging": _extension(case),
        "opschorting": _suspension(case),
        "hoofdzaak": None,
        "deelzaken": [],
        "relevanteAndereZaken": [],
        "eigenschappen": [_property_url(case, at)],
        "rollen": [at.case("rollen", twin(case.pk, role)) for role in roles_of(case)],
        "status": at.case("statussen", last_change(case).pk),
        "zaakinformatieobjecten": [
            at.case("zaakinformatieobjecten", paper.pk) for paper in papers_of(case)
        ],
        "zaakobjecten": [],
        "kenmerken": [],
        "archiefnominatie": None,
        "archiefstatus": "nog_te_archiveren",
        "archiefactiedatum": None,
        "resultaat": at.case("resultaten", outcome.key) if outcome else None,
        "opdrachtgevendeOrganisatie": "",
        "processobjectaard": None,
        "startdatumBewaartermijn": None,
        "processobject": None,
    }


def status(change: PhaseChange, case: Case, at: Addresses) -> dict[str, Any]:
    return {
        "url": at.case("statussen", change.pk),
        "uuid": change.pk,
        "zaak": at.case("zaken", case.pk),
        "statustype": type_url(case.case_type, "statustypen", step_key(change, case), at),
        "datumStatusGezet": change.at,
        "statustoelichting": "",
        "indicatieLaatstGezetteStatus": change.pk == last_change(case).pk,
        "zaakinformatieobjecten": [],
    }


def resultaat(outcome: Outcome, case: Case, at: Addresses) -> dict[str, Any]:
    return {
        "url": at.case("resultaten", outcome.key),
        "uuid": outcome.key,
        "zaak": at.case("zaken", case.pk),
        "resultaattype": type_url(case.case_type, "resultaattypen", outcome.result, at),
        "toelichting": "",
    }


def rol(case: Case, role: str, who: dict[str, str], at: Addresses) -> dict[str, Any]:
    key = twin(case.pk, role)
    is_person = role == INITIATOR
    return {
        "url": at.case("rollen", key),
        "uuid": key,
        "zaak": at.case("zaken", case.pk),
        "betrokkeneType": "natuurlijk_persoon" if is_person else "organisatorische_eenheid",
        "roltype": type_url(case.case_type, "roltypen", role, at),
        "omschrijving": ROLES[role],
        "omschrijvingGeneriek": role,
        "roltoelichting": ROLES[role],
        "registratiedatum": case.filed_at,
        "indicatieMachtiging": "",
        "contactpersoonRol": None,
        "statussen": [],
        "betrokkeneIdentificatie": who,
    }


def zaakeigenschap(case: Case, at: Addresses) -> dict[str, Any]:
    return {
        "url": _property_url(case, at),
        "uuid": derived(case.pk, CHANNEL),
        "zaak": at.case("zaken", case.pk),
        "eigenschap": type_url(case.case_type, "eigenschappen", CHANNEL, at),
        "naam": CHANNEL,
        "waarde": case.channel,
    }


def _property_url(case: Case, at: Addresses) -> str:
    return f"{at.case('zaken', case.pk)}/zaakeigenschappen/{derived(case.pk, CHANNEL)}"


def _suspension(case: Case) -> dict[str, Any]:
    is_still = case.suspended_since is not None
    reason = str(Phase(case.phase).label) if is_still else ""
    return {"indicatie": is_still, "reden": reason}


def _extension(case: Case) -> dict[str, Any] | None:
    added = sum(row.days for row in case.term_rows.all() if row.kind == TermKind.EXTENDED)
    return {"reden": "Awb artikel 4:14", "duur": days(added)} if added else None
