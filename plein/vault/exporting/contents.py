"""inzage.json: everything that is known of a resident, for a machine to read.

Version 1. An object with these keys; days are ISO 8601, moments too (UTC), amounts whole cents:

    version         1; a change that breaks a reader makes it 2
    made_at         moment
    municipality    {name, host}
    values          [{element, name, group, value, source, mode, received_at, seen_at, valid_from,
                    valid_until, marks, earlier: [the same without element, name and group]}]
                    `mode` is bron, eigen_opgave, document or wallet; `marks` are betwist,
                    in_onderzoek, geheim; `value` is as the source says: text, number, true or
                    false, null where there is none, a list, or an object of them
    looks           [{at, who, team, function, elements, action, result, purpose, basis}], newest
                    first; what is confidential is not in it before it may be read
    shared          [{recipient, contact, use, kind, basis, elements, given_at, until, state, reads,
                    last_read_at, may_keep}]
    receipts        [compact JWS], one for each answer; checked with the key of the municipality
    reports         [{element, name, state, reported_at, due_on, closed_at, says, answer}]
    helpers         [{ground, parts, state, made_at, until}]
    credentials     [{type, names, state, issued_at, expires_at}]
    erasures        [{state, asked_at, done_at}]
    retention       {vault: [{what, term, list, law}], files: [...]}

Not in it: the BSN, which is shown to nobody, and what is about others beyond what the pages show.
"""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from plein.audit.actions import Purpose
from plein.audit.models import Channel, Look
from plein.audit.queries import looks_at
from plein.identity.models import MemberRole, Resident
from plein.kernel.clock import local_day
from plein.tenants.scope import current
from plein.vault.access import OwnAccess
from plein.vault.catalogue import catalogue
from plein.vault.gate import read_all, read_corrections
from plein.vault.models import SharingGrant, Vault
from plein.vault.readings import Reading
from plein.vault.retention import Rule, rules

VERSION = 1
TAKING = Purpose("omdat u al uw gegevens meenam", "AVG artikel 15 en 20")
Json = dict[str, Any]


def everything(vault: Vault, *, at: datetime) -> Json:
    """As the docstring of this file says. A look at every element, with its line in the log."""
    access = OwnAccess(vault.resident, purpose=TAKING, activity="overdragen@1")
    return {
        "version": VERSION,
        "made_at": _moment(at),
        "municipality": {"name": current().name, "host": current().host},
        "values": _values(vault, access, at),
        "reports": _reports(vault, access, at),
        "looks": [
            _look(look) for look in looks_at(_subjects(vault.resident, at), current().pk, at=at)
        ],
        "shared": [_shared(grant) for grant in _grants(vault)],
        "receipts": list(vault.receipts.order_by("issued_at").values_list("jws", flat=True)),
        "helpers": _rows(
            vault.resident.mandates_given.order_by("made_at"),
            ("ground", "parts", "state", "made_at", "until"),
        ),
        "credentials": _rows(
            vault.credentials.order_by("requested_at"),
            ("type", "names", "state", "issued_at", "expires_at"),
        ),
        "erasures": _rows(vault.erasures.order_by("asked_at"), ("state", "asked_at", "done_at")),
        "retention": {
            part: [_rule(rule) for rule in found.values()] for part, found in rules().items()
        },
    }


def all_keys() -> list[str]:
    """Every element but the BSN, in the order of the catalogue."""
    return [key for key in catalogue().elements if key != "bsn"]


def _values(vault: Vault, access: OwnAccess, at: datetime) -> list[Json]:
    """The newest of each source beside what the resident says, with what stood there before."""
    found: dict[tuple[str, bool], Json] = {}
    for reading in read_all(vault, all_keys(), access=access, at=at):
        key = (reading.element.key, reading.is_own)
        if key in found:
            found[key]["earlier"].append(_version(reading))
        else:
            element = reading.element
            named = {"element": element.key, "name": element.nl, "group": element.group}
            found[key] = named | _version(reading) | {"earlier": []}
    order = {key: number for number, key in enumerate(all_keys())}
    return sorted(found.values(), key=lambda each: order[each["element"]])


def _version(reading: Reading) -> Json:
    return {
        "value": reading.value,
        "source": catalogue().sources[reading.source].nl,
        "mode": reading.mode,
        "received_at": _moment(reading.received_at),
        "seen_at": _moment(reading.seen_at),
        "valid_from": _plain(reading.valid_from),
        "valid_until": _plain(reading.valid_until),
        "marks": list(reading.marks),
    }


def _subjects(resident: Resident, at: datetime) -> list[UUID]:
    """The resident, and the household; a grown child of the house reads its own log only."""
    member = resident.memberships.on(local_day(at)).first()
    if member is None or member.role == MemberRole.CHILD:
        return [resident.pk]
    return [resident.pk, member.household_id]


def _look(look: Look) -> Json:
    return {
        "at": _moment(look.at),
        "who": _who(look),
        **{name: getattr(look, name) for name in ("team", "function", "elements", "action")},
        **{name: getattr(look, name) for name in ("result", "purpose", "basis")},
    }


def _who(look: Look) -> str:
    """Which of a household it was, is not told."""
    is_own_house = look.channel == Channel.RESIDENT and not look.function
    return str(_("u, of iemand van uw huishouden")) if is_own_house else look.organisation


def _grants(vault: Vault) -> list[SharingGrant]:
    grants = vault.grants.select_related("use__recipient__organisation")
    return list(grants.order_by("given_at"))


def _shared(grant: SharingGrant) -> Json:
    use = grant.use
    return {
        "recipient": str(use.recipient),
        "contact": use.recipient.contact,
        "use": use.title,
        "kind": use.kind,
        "basis": catalogue().bases[use.basis].law,
        "elements": grant.elements,
        "given_at": _moment(grant.given_at),
        "until": _moment(grant.until),
        "state": grant.state,
        "reads": grant.reads,
        "last_read_at": _plain(grant.last_read_at),
        "may_keep": use.may_keep,
    }


def _reports(vault: Vault, access: OwnAccess, at: datetime) -> list[Json]:
    corrections = list(vault.corrections.select_related("version", "vault").order_by("reported_at"))
    said = read_corrections(corrections, access=access, at=at) if corrections else {}
    return [
        {
            "element": each.version.element,
            "name": catalogue().words(each.version.element),
            "state": each.state,
            "reported_at": _moment(each.reported_at),
            "due_on": _plain(each.due_on),
            "closed_at": _plain(each.closed_at),
            "says": said[each.pk],
            "answer": each.answer,
        }
        for each in corrections
    ]


def _rule(rule: Rule) -> Json:
    return {"what": rule.nl, "term": rule.words, "list": rule.list, "law": rule.law}


def _rows(rows: Any, names: tuple[str, ...]) -> list[Json]:
    return [{name: _plain(value) for name, value in row.items()} for row in rows.values(*names)]


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat()


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return _moment(value)
    return value.isoformat() if hasattr(value, "isoformat") else value
