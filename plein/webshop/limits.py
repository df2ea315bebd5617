"""The limits of a scheme, held against what a household bought and what it wants now."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.identity.models import Household, Member
from plein.kernel.clock import local_day
from plein.kernel.money import euros
from plein.kernel.refusal import Refusal
from plein.webshop.counting import Bought, leaves_room
from plein.webshop.models import Grant, LimitRule, LimitWindow, OrderLine, ProductVersion
from plein.webshop.models.orders import GIVEN_BACK


class LimitReached(Refusal):
    message = gettext_lazy(
        "{title} kan niet meer. De regel is: {rule}. Haal het uit uw winkelmand."
    )


class Wanted(Protocol):
    @property
    def version(self) -> ProductVersion: ...
    @property
    def member(self) -> Member: ...
    @property
    def grant(self) -> Grant: ...
    @property
    def own_share(self) -> int: ...


def check_limits(wishes: Sequence[Wanted], household: Household, day: date) -> None:
    """Lock the household where limits count, and hold each wish against them and the ones before.

    Two people who order for one household wait for each other here. Three queries at most. Raises
    `LimitReached`.
    """
    limits = limits_of({wish.grant.period.scheme_id for wish in wishes})
    if not limits:
        return
    Household.objects.select_for_update(no_key=True).get(pk=household.pk)
    for wish, limit in zip(wishes, refusing(wishes, limits, household, day), strict=True):
        if limit:
            raise LimitReached(title=wish.version.title, rule=limit_words(limit))


def limits_of(schemes: Iterable[UUID]) -> list[LimitRule]:
    limits = LimitRule.objects.filter(scheme__in=list(schemes)).select_related("group")
    return list(limits.order_by("pk"))


def limits_at(version: ProductVersion, schemes: Iterable[UUID]) -> list[LimitRule]:
    """What counts for this product, in these schemes."""
    return [
        limit
        for limit in limits_of(schemes)
        if (limit.group_id, limit.category or "")
        in ((version.product.group_id, ""), (None, version.category), (None, ""))
    ]


def refusing(
    wishes: Sequence[Wanted], limits: Sequence[LimitRule], household: Household, day: date
) -> list[LimitRule | None]:
    """For each wish the limit that refuses it; what is refused does not count for the next."""
    before = bought_by(household, {limit.scheme_id for limit in limits}) if limits else []
    found = []
    for wish in wishes:
        piece = _piece(wish, day)
        full = next((limit for limit in limits if not leaves_room(limit, piece, before)), None)
        found.append(full)
        if full is None:
            before.append(piece)
    return found


def _piece(wish: Wanted, day: date) -> Bought:
    version, member, period = wish.version, wish.member, wish.grant.period
    return Bought(
        person=member.resident_id or member.pk,
        born=member.birth_month,
        scheme=period.scheme_id,
        period=period.pk,
        group=version.product.group_id,
        category=version.category,
        cents=version.price - wish.own_share,
        day=day,
    )


def bought_by(household: Household, schemes: Iterable[UUID]) -> list[Bought]:
    """What these people bought and kept, here and in a household they lived in before."""
    residents = household.members.exclude(resident=None).values("resident")
    theirs = Q(order__household=household) | Q(member__resident__in=residents)
    lines = (
        OrderLine.objects.filter(theirs, grant__period__scheme__in=list(schemes))
        .exclude(status__in=GIVEN_BACK)
        .select_related("order", "member", "grant__period", "version__product")
    )
    return [_piece(line, local_day(line.order.placed_at)) for line in lines]


def limit_words(limit: LimitRule) -> str:
    """ "Fiets: hoogstens 1 per persoon (6 tot en met 12 jaar), in 4 jaar"."""
    words = _("%(what)s: hoogstens %(most)s %(whose)s") % {
        "what": _what(limit),
        "most": limit.most or euros(limit.most_cents or 0),
        "whose": limit.get_scope_display(),
    }
    if limit.age_words:
        words += f" ({limit.age_words})"
    return words + _when(limit)


def _what(limit: LimitRule) -> str:
    if limit.group:
        return limit.group.name
    return limit.get_category_display() if limit.category else _("Alles samen")


def _when(limit: LimitRule) -> str:
    if limit.window == LimitWindow.YEARS:
        return _(", in %(years)s jaar") % {"years": limit.years}
    ends = {LimitWindow.PERIOD: _(", in deze periode"), LimitWindow.YEAR: _(", per kalenderjaar")}
    return ends.get(LimitWindow(limit.window), "")
