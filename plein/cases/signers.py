"""Who can sign an aanvraag along with who made it: an adult of the same household."""

from datetime import date

from plein.identity.models import Member, MemberRole, Resident

ADULTS = (MemberRole.ADULT, MemberRole.PARTNER)


def other_adults(resident: Resident, day: date) -> list[Member]:
    """Who else lived there on this day. None for a child at home: those would be its parents."""
    adults = Member.objects.on(day).filter(role__in=ADULTS)
    own = adults.filter(resident=resident).first()
    if own is None:
        return []
    others = adults.filter(household=own.household_id).exclude(pk=own.pk)
    return list(others.select_related("resident", "household").order_by("start", "pk"))


def partner_of(resident: Resident, day: date) -> Resident | None:
    """The one other adult, if we know this person; among more we do not guess."""
    others = other_adults(resident, day)
    return others[0].resident if len(others) == 1 else None
