"""A month and a week before a budget ends, who still has money left hears of it: once each."""

from datetime import date, datetime, timedelta
from uuid import UUID

from plein.delivery.notices import Notice
from plein.identity.models import Member, MemberRole
from plein.webshop.models import Grant
from plein.workflows.telling_once import tell_once

WARNINGS = (7, 30)  # days before the last day to spend, the last warning first
PART = 2_000  # residents in one transaction


def warn_of_lapse(day: date, *, at: datetime) -> int:
    """How many are told. One word per resident, period and warning, however many budgets."""
    ending = Grant.objects.spendable_on(day).filter(
        period__spend_until__lte=day + timedelta(days=max(WARNINGS) + 1), budget__balance__gt=0
    )
    rows = list(ending.values_list("household", "member", "period", "period__spend_until"))
    adults = _adults({household for household, *_ in rows}, day)
    keys: dict[str, UUID] = {}
    for household, member, period, until in rows:
        days = (until - timedelta(days=1) - day).days
        warning = next(each for each in WARNINGS if days <= each)
        for adult, resident in adults.get(household, []):
            if member is None or adult.pk == member or _acts_for(member, adult, adults[household]):
                keys[f"vervalt-{warning}-{period}-{resident}"] = resident
    told, pairs = 0, list(keys.items())
    for start in range(0, len(pairs), PART):
        told += tell_once(Notice.BUDGET, dict(pairs[start : start + PART]), at)
    return told


def _adults(households: set[UUID], day: date) -> dict[UUID, list[tuple[Member, UUID]]]:
    """Who of a household signs in itself: a grown child too, for its own budget."""
    members = Member.objects.on(day).filter(household__in=households, resident__isnull=False)
    found: dict[UUID, list[tuple[Member, UUID]]] = {}
    for member in members:
        if member.resident_id:
            found.setdefault(member.household_id, []).append((member, member.resident_id))
    return found


def _acts_for(member: UUID, adult: Member, of_household: list[tuple[Member, UUID]]) -> bool:
    """An adult hears of the budget of a child that does not sign in itself."""
    signs_in = any(other.pk == member for other, _resident in of_household)
    return adult.role != MemberRole.CHILD and not signs_in
