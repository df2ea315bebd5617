"""What callers may ask of zaken: the filters that a page with somebody's cases needs."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet

from plein.api.asked import day, last_uuid, list_of, one_of, read_bsn, text, true_or_false
from plein.api.problems import NotAllowed
from plein.api.zgw.catalogue import HANDLER, INITIATOR
from plein.api.zgw.expand import EXPANDABLE
from plein.cases.models import Case
from plein.cases.rights import OF_A_CASE
from plein.identity.application import Application, Confidentiality
from plein.identity.queries import find_resident
from plein.kernel.bsn import Bsn
from plein.tenants.scope import current

BSN = "rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn"
GENERIC, KIND = "rol__omschrijvingGeneriek", "rol__betrokkeneType"
NOT_IN_A_URL = {BSN: "Een BSN hoort niet in een adres. Zet het in de body van POST zaken/_zoek."}
ORDERINGS = {
    "startdatum": "received_on",
    "registratiedatum": "filed_at",
    "einddatum": "closed_at",
    "identificatie": "number",
}
GENERIC_ROLES = (
    "adviseur",
    "behandelaar",
    "belanghebbende",
    "beslisser",
    "initiator",
    "klantcontacter",
    "zaakcoordinator",
    "mede_initiator",
)
KINDS = {
    "natuurlijk_persoon": INITIATOR,
    "organisatorische_eenheid": HANDLER,
    "niet_natuurlijk_persoon": "",
    "vestiging": "",
    "medewerker": "",
}
NOBODY: Q = Q(pk__in=())
WITH_ROLE = {INITIATOR: Q(), HANDLER: ~Q(handler=None)}


class Filter(NamedTuple):
    read: Callable[[Any], Any]
    where: Callable[[Any], Q]


def _field(read: Callable[[Any], Any], lookup: str) -> Filter:
    return Filter(read, lambda value: Q(**{lookup: value}))


def _if(read: Callable[[Any], Any], holds: Callable[[Any], bool]) -> Filter:
    """Holds for every case here, or for none."""
    return Filter(read, lambda value: Q() if holds(value) else NOBODY)


def _of_resident(bsn: Bsn) -> Q:
    resident = find_resident(bsn)
    return Q(dossier__resident=resident) if resident else NOBODY


def _days(name: str, lookup: str, *signs: str) -> dict[str, Filter]:
    parts = {"": "", **{f"__{sign}": f"__{sign}" for sign in signs}}
    return {f"{name}{part}": _field(day, f"{lookup}{sign}") for part, sign in parts.items()}


IN_QUERY: dict[str, Filter] = {
    "identificatie": _field(text, "number"),
    "bronorganisatie": _if(text, lambda rsin: rsin == current().rsin),
    "zaaktype": _field(last_uuid, "case_type"),
    **_days("startdatum", "received_on", "gt", "gte", "lt", "lte"),
    **_days("registratiedatum", "filed_at__date", "gt", "lt"),
    **_days("einddatum", "closed_at__date", "gt", "lt"),
    "einddatum__isnull": _field(true_or_false, "closed_at__isnull"),
    **_days("uiterlijkeEinddatumAfdoening", "last_day", "gt", "lt"),
    GENERIC: _if(one_of(GENERIC_ROLES), lambda role: role in WITH_ROLE),
    KIND: _if(one_of(KINDS), lambda kind: KINDS[kind] in WITH_ROLE),
    "maximaleVertrouwelijkheidaanduiding": _if(
        Confidentiality, lambda highest: highest.covers(OF_A_CASE)
    ),
}
IN_BODY: dict[str, Filter] = {
    **IN_QUERY,
    "uuid__in": _field(list_of(last_uuid), "pk__in"),
    "zaaktype__in": _field(list_of(last_uuid), "case_type__in"),
    BSN: Filter(read_bsn, _of_resident),
}
ROLE_OF: dict[str, Callable[[Any], str]] = {
    BSN: lambda _bsn: INITIATOR,
    GENERIC: str,
    KIND: lambda kind: KINDS[kind],
}
SHOWN = {
    "expand": list_of(lambda name: one_of(EXPANDABLE)(name.strip())),
    "ordering": one_of([*ORDERINGS, *(f"-{name}" for name in ORDERINGS)]),
}


def readers(filters: Mapping[str, Filter]) -> dict[str, Callable[[Any], Any]]:
    return {**{name: each.read for name, each in filters.items()}, **SHOWN}


def narrowed(
    cases: QuerySet[Case], given: Mapping[str, Any], application: Application
) -> QuerySet[Case]:
    """Raises `NotAllowed` for who asks by BSN and has no right to it."""
    if BSN in given and not application.may_have_bsn:
        raise NotAllowed("Deze applicatie heeft geen recht op het BSN.")
    for name, value in given.items():
        if each := IN_BODY.get(name):
            cases = cases.filter(each.where(value))
    cases = cases.filter(_with_one_role(given))
    order = given.get("ordering", "startdatum")
    sign = "-" if order.startswith("-") else ""
    return cases.order_by(f"{sign}{ORDERINGS[order.lstrip('-')]}", "pk")


def _with_one_role(given: Mapping[str, Any]) -> Q:
    """All that is asked of a rol is asked of one and the same."""
    roles = {role_of(given[name]) for name, role_of in ROLE_OF.items() if name in given}
    if len(roles) > 1:
        return NOBODY
    return WITH_ROLE.get(roles.pop(), NOBODY) if roles else Q()
