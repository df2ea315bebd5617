"""A decision gives a budget of a scheme: to the household, to the resident, or to the children."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.cases.models import Case
from plein.identity.models import Household, Member, MemberRole
from plein.inbox import event_words as said
from plein.inbox.timeline import tell
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal
from plein.webshop.actions.grants import NoAmountFits, PotIsEmpty, grant_budget
from plein.webshop.actions.waiting import put_on_waiting_list
from plein.webshop.holders import holder_of
from plein.webshop.models import Grant, Scheme, SchemePeriod, SubjectKind
from plein.webshop.rules import fitting_amount


class NoSuchScheme(Refusal):
    message = _("‘{name}’ staat niet in de webwinkel. Maak die, en ken zelf een budget toe.")


class NoPeriodOpen(Refusal):
    message = _("‘{name}’ heeft geen periode die open is voor deze aanvraag. Ken zelf iets toe.")


class HouseholdNotKnown(Refusal):
    message = _("Wij kennen het huishouden van de inwoner niet. Ken het budget zelf toe.")


@transaction.atomic
def grant_scheme(name: str, case: Case, *, by: Actor, at: datetime) -> list[Grant]:
    """All of them; when the pot is empty all of them wait, and none comes back.

    Raises one of the above, and as `grant_budget`.
    """
    period = _period(name, case, at)
    places = Member.objects.on(local_day(at)).filter(resident=case.topic.resident_id)
    resident = places.select_related("household").first()
    if resident is None:
        raise HouseholdNotKnown
    holders = _holders(period, resident, at)
    references = [case.number, *(f"{case.number}-{n}" for n in range(2, len(holders) + 1))]
    about = list(zip(holders, references, strict=True))
    try:
        grants = _grant_all(period, resident.household, about, by, at)
    except PotIsEmpty:
        for whose, reference in about:
            put_on_waiting_list(
                period, resident.household, whose, reference=reference, by=by, at=at
            )
        tell(said.BUDGET_WAITS, case.topic, by=by, at=at, scheme=period.scheme.name)
        return []
    tell(said.BUDGET_GIVEN, case.topic, by=by, at=at, scheme=period.scheme.name)
    return grants


@transaction.atomic
def _grant_all(
    period: SchemePeriod,
    household: Household,
    about: Sequence[tuple[Member | None, str]],
    by: Actor,
    at: datetime,
) -> list[Grant]:
    return [
        grant_budget(period, household, whose, reference=reference, by=by, at=at)
        for whose, reference in about
    ]


def _period(name: str, case: Case, at: datetime) -> SchemePeriod:
    """In which the aanvraag came in, and in which there is still time to spend."""
    if not Scheme.objects.filter(name=name).exists():
        raise NoSuchScheme(name=name)
    periods = SchemePeriod.objects.select_related("scheme").filter(
        scheme__name=name,
        apply_from__lte=case.received_on,
        apply_until__gt=case.received_on,
        spend_until__gt=local_day(at),
    )
    period = periods.order_by("spend_from").first()
    if period is None:
        raise NoPeriodOpen(name=name)
    return period


def _holders(period: SchemePeriod, resident: Member, at: datetime) -> Sequence[Member | None]:
    """Of a personal scheme the resident, when an amount fits; else each child that one fits.

    Raises `NoAmountFits`.
    """
    if period.scheme.subject == SubjectKind.HOUSEHOLD:
        return [None]
    if _fits(period, resident, at):
        return [resident]
    at_home = Member.objects.on(local_day(at)).filter(household=resident.household_id)
    children = at_home.filter(role=MemberRole.CHILD).order_by("birth_month", "pk")
    found = [child for child in children if _fits(period, child, at)]
    if not found:
        raise NoAmountFits
    return found


def _fits(period: SchemePeriod, member: Member, at: datetime) -> bool:
    amounts, day = period.amounts.all(), local_day(at)
    return fitting_amount(amounts, period, holder_of(member), day) is not None
