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
    papers          [{file, element, name, added_at, size}]; `file` is the one in the ZIP, `name`
                    how the resident called it, `size` in bytes
    documents       [{file, name, direction, received_at, size}]; letters and papers with aanvragen:
                    `direction` is in (from the resident) or uit
    scenarios       [{name, changed_at, events: [{kind, on, ...}]}], what was tried out in wat als
    reach           {way, wants_reminders, language, email, devices}: how the resident hears from
                    us and in which language they read, null where that was never set. `way` is
                    mail, push or hand; `devices` is how many
    winkel          {budgets: [{scheme, granted, left, until, state}], orders: [{number, placed_at,
                    ordered_by, lines: [{title, price, own_share, state, name}]}], kept: [title],
                    waits_for: [title], claims: [{number, submitted_at, asked, approved, state,
                    name, iban, what, question, answer, reason}], claim_draft: {typed, until} or
                    {}}: of the shop, where the municipality has one; `name` of a line as the
                    provider was given it, empty where it needed none
    tips            {choices: [{about, key, chosen_at, ended_at}], shown: [{tip, version, on}]}:
                    what was chosen about tips, and what was shown in the last 30 days
    aanbod          {offers: [{need, version, found_on, until, outcome}]}: help that we wanted to
                    offer
    werk            {suggested: [{offer, why, suggested_at, state}], responses: [{offer, sent_at,
                    state, name, contact}]}: of Werk en meedoen; what was erased is empty
    retention       {vault: [{what, term, list, law}], files: [...]}

Not in it: the BSN, which is shown to nobody, and what is about others beyond what the pages show.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from plein.audit.actions import Purpose
from plein.audit.queries import looks_at
from plein.tenants.scope import current
from plein.vault.access import OwnAccess
from plein.vault.catalogue import catalogue
from plein.vault.exporting.beside import PARTS
from plein.vault.exporting.sections import (
    grant_row,
    grants_of,
    look_row,
    moment,
    plain,
    reach_row,
    report_rows,
    rows_of,
    rule_row,
    scenario_rows,
    subjects,
)
from plein.vault.gate import read_all
from plein.vault.models import Vault
from plein.vault.readings import Reading
from plein.vault.retention import rules

VERSION = 1
TAKING = Purpose("omdat u al uw gegevens meenam", "AVG artikel 15 en 20")
Json = dict[str, Any]


def everything(
    vault: Vault, *, papers: Sequence[Json] = (), documents: Sequence[Json] = (), at: datetime
) -> Json:
    """As the docstring of this file says. A look at every element, with its line in the log."""
    access = OwnAccess(vault.resident, purpose=TAKING, activity="overdragen@1")
    return {
        "version": VERSION,
        "made_at": moment(at),
        "municipality": {"name": current().name, "host": current().host},
        "values": _values(vault, access, at),
        "reports": report_rows(vault, access, at),
        "looks": [
            look_row(look) for look in looks_at(subjects(vault.resident, at), current().pk, at=at)
        ],
        "shared": [grant_row(grant) for grant in grants_of(vault)],
        "receipts": list(vault.receipts.order_by("issued_at").values_list("jws", flat=True)),
        "helpers": rows_of(
            vault.resident.mandates_given.order_by("made_at"),
            ("ground", "parts", "state", "made_at", "until"),
        ),
        "credentials": rows_of(
            vault.credentials.order_by("requested_at"),
            ("type", "names", "state", "issued_at", "expires_at"),
        ),
        "erasures": rows_of(vault.erasures.order_by("asked_at"), ("state", "asked_at", "done_at")),
        "papers": list(papers),
        "documents": list(documents),
        "scenarios": scenario_rows(vault, at),
        "reach": reach_row(vault.resident, at),
        **{part.name: part.read(vault.resident, at) for part in PARTS.values()},
        "retention": {
            part: [rule_row(rule) for rule in found.values()] for part, found in rules().items()
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
        "received_at": moment(reading.received_at),
        "seen_at": moment(reading.seen_at),
        "valid_from": plain(reading.valid_from),
        "valid_until": plain(reading.valid_until),
        "marks": list(reading.marks),
    }
