"""The parts of inzage.json that are no values: looks, sharing, reports, and how long it stays."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from plein.audit.models import Channel, Look
from plein.delivery.models import Contact
from plein.delivery.showing import address_of
from plein.identity.models import MemberRole, Resident
from plein.kernel.clock import local_day
from plein.vault.access import OwnAccess
from plein.vault.catalogue import catalogue
from plein.vault.gate import read_corrections
from plein.vault.kept_scenarios import TAKING_ALONG, open_scenarios
from plein.vault.models import SharingGrant, Vault
from plein.vault.retention import Rule

Json = dict[str, Any]


def subjects(resident: Resident, at: datetime) -> list[UUID]:
    """The resident, and the household; a grown child of the house reads its own log only."""
    member = resident.memberships.on(local_day(at)).first()
    if member is None or member.role == MemberRole.CHILD:
        return [resident.pk]
    return [resident.pk, member.household_id]


def look_row(look: Look) -> Json:
    return {
        "at": moment(look.at),
        "who": _who(look),
        **{name: getattr(look, name) for name in ("team", "function", "elements", "action")},
        **{name: getattr(look, name) for name in ("result", "purpose", "basis")},
    }


def _who(look: Look) -> str:
    """Which of a household it was, is not told."""
    is_own_house = look.channel == Channel.RESIDENT and not look.function
    return str(_("u, of iemand van uw huishouden")) if is_own_house else look.organisation


def grants_of(vault: Vault) -> list[SharingGrant]:
    grants = vault.grants.select_related("use__recipient__organisation")
    return list(grants.order_by("given_at"))


def grant_row(grant: SharingGrant) -> Json:
    use = grant.use
    return {
        "recipient": str(use.recipient),
        "contact": use.recipient.contact,
        "use": use.title,
        "kind": use.kind,
        "basis": catalogue().bases[use.basis].law,
        "elements": grant.elements,
        "given_at": moment(grant.given_at),
        "until": moment(grant.until),
        "state": grant.state,
        "reads": grant.reads,
        "last_read_at": plain(grant.last_read_at),
        "may_keep": use.may_keep,
    }


def report_rows(vault: Vault, access: OwnAccess, at: datetime) -> list[Json]:
    corrections = list(vault.corrections.select_related("version", "vault").order_by("reported_at"))
    said = read_corrections(corrections, access=access, at=at) if corrections else {}
    return [
        {
            "element": each.version.element,
            "name": catalogue().words(each.version.element),
            "state": each.state,
            "reported_at": moment(each.reported_at),
            "due_on": plain(each.due_on),
            "closed_at": plain(each.closed_at),
            "says": said[each.pk],
            "answer": each.answer,
        }
        for each in corrections
    ]


def scenario_rows(vault: Vault, at: datetime) -> list[Json]:
    kept = open_scenarios(by=vault.resident, at=at, why=TAKING_ALONG)
    return [
        {"name": each.name, "changed_at": moment(each.changed_at), "events": each.events}
        for each in kept
    ]


def reach_row(resident: Resident, at: datetime) -> Json | None:
    contact = Contact.objects.filter(resident=resident).first()
    if contact is None:
        return None
    return {
        "way": contact.way,
        "wants_reminders": contact.wants_reminders,
        "language": contact.language,
        "email": address_of(resident, contact, by=resident.actor, at=at),
        "devices": resident.devices.count(),
    }


def rule_row(rule: Rule) -> Json:
    return {"what": rule.nl, "term": rule.words, "list": rule.list, "law": rule.law}


def rows_of(rows: Any, names: tuple[str, ...]) -> list[Json]:
    return [{name: plain(value) for name, value in row.items()} for row in rows.values(*names)]


def moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat()


def plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return moment(value)
    return value.isoformat() if hasattr(value, "isoformat") else value
