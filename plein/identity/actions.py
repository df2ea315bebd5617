"""Residents and households: made known, and kept sealed."""

from datetime import date, datetime
from uuid import uuid4

from django.db import transaction

from plein.audit.actions import record
from plein.identity.gate import seal_for
from plein.identity.keys import context, data_key, wrapped_key
from plein.identity.models import Household, Member, MemberRole, Resident, School
from plein.kernel.actor import Actor
from plein.kernel.bsn import Bsn
from plein.kernel.crypto import seal
from plein.tenants.keys import index_of
from plein.tenants.scope import current


@transaction.atomic
def know_resident(bsn: Bsn, *, by: Actor, at: datetime) -> Resident:
    """The resident with this BSN; made known when new. Two at once give one resident."""
    municipality = current()
    subject = uuid4()
    wrapped = wrapped_key(municipality, subject)
    key = data_key(municipality, subject, wrapped)
    sealed = seal(key, bsn.reveal().encode(), context=context(municipality, subject, "bsn"))
    resident, is_new = Resident.objects.get_or_create(
        municipality=municipality,
        bsn_index=index_of(municipality, "bsn", bsn.reveal()),
        defaults={"id": subject, "bsn_sealed": sealed, "data_key": wrapped, "created_at": at},
    )
    if is_new:
        record("identity.resident.known", on=resident, by=by, at=at)
    return resident


@transaction.atomic
def household_of(resident: Resident, *, at: datetime, day: date, name: str = "") -> Household:
    """The household this resident lives in on this day; one of their own when there is none."""
    Resident.objects.select_for_update().get(pk=resident.pk)
    membership = resident.memberships.on(day).select_related("household").first()
    if membership:
        return membership.household
    household = start_household()
    add_member(household, name=name, role=MemberRole.ADULT, start=day, resident=resident)
    return household


def start_household() -> Household:
    subject = uuid4()
    return Household.objects.create(id=subject, data_key=wrapped_key(current(), subject))


def add_member(
    household: Household,
    *,
    name: str,
    role: MemberRole,
    start: date,
    resident: Resident | None = None,
    birth_month: date | None = None,
    school: School = School.NONE,
) -> Member:
    """Take somebody into a household. The name is sealed with the household's key."""
    subject = uuid4()
    member: Member = Member.objects.create(
        id=subject,
        household=household,
        resident=resident,
        role=role,
        name_sealed=seal_for(household, subject, "name", name),
        birth_month=birth_month,
        school=school,
        start=start,
    )
    return member
