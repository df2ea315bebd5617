"""The first page of the shop: what is left, what fits whom, and where to begin."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from plein.identity.models import Member, MemberRole
from plein.web.resident.shopper import Shopper, card
from plein.web.templatetags.plein_ui import day as day_words
from plein.webshop.models import Category, Grant, GrantStatus
from plein.webshop.queries.budgets import spendable
from plein.webshop.queries.fitting import fitting_for
from plein.webshop.queries.on_the_list import waiting_of
from plein.webshop.queries.searching import Found, Wanted, counts

STRIP = 4  # products per person
ICONS = {
    Category.SPORT: "dribbble",
    Category.SCHOOL: "backpack",
    Category.OUT: "music-note-beamed",
    Category.BIKE: "bicycle",
    Category.CLOTHES: "gift",
    Category.ENERGY: "lightbulb",
    Category.COMPUTER: "laptop",
}


def home(shopper: Shopper, rows: list[Found], *, waiting: bool) -> dict[str, Any]:
    """What the page shows above all the products; for what they wait is for themselves alone."""
    family = shopper.family
    return {
        "budgets": [_budget(grant, shopper) for grant in shopper.grants],
        "notice": _notice(shopper),
        "waiting": waiting_of(family.members, family.own.household_id) if waiting else [],
        "strips": _strips(shopper),
        "tiles": tiles(rows),
    }


def _budget(grant: Grant, shopper: Shopper) -> dict[str, Any]:
    period, member = grant.period, grant.member or shopper.member
    return {
        "scheme": period.scheme,
        "name": shopper.family.name_of(grant.member),
        "left": grant.budget.balance,
        "total": grant.amount,
        "until": period.last_day,
        "starts": period.spend_from if period.spend_from > shopper.day else None,
        "is_blocked": grant.status == GrantStatus.BLOCKED,
        "why_blocked": grant.get_blocked_because_display(),
        "url": f"{reverse('shop')}?voor={member.pk}",
        "is_shown": grant.covers(shopper.member),
    }


def _notice(shopper: Shopper) -> dict[str, str] | None:
    """Why nothing can be bought now, and what somebody can do."""
    grants = shopper.grants
    if not grants:
        return {
            "icon": "wallet2",
            "title": _("U hebt nog geen budget"),
            "text": _("Een budget vraagt u aan bij de gemeente. Daarna kunt u hier iets kiezen."),
            "url": reverse("cases"),
            "action": _("Naar mijn aanvragen"),
        }
    if any(spendable([g], m, shopper.day) for g in grants for m in shopper.family.members):
        if any(grant.budget.balance for grant in grants):
            return None
        return {
            "icon": "check-lg",
            "title": _("Uw budget is op"),
            "text": _("U hebt alles gebruikt. Annuleert u iets? Dan komt het geld terug."),
            "url": reverse("orders"),
            "action": _("Kijk wat u hebt besteld"),
        }
    coming = sorted(g.period.spend_from for g in grants if g.period.spend_from > shopper.day)
    if coming:
        return {
            "icon": "calendar-event",
            "title": _("U kunt nog niet kopen"),
            "text": _("U kunt kopen vanaf %(day)s.") % {"day": day_words(coming[0])},
        }
    return {
        "icon": "hourglass-split",
        "title": _("Uw budget staat nu stil"),
        "text": _("Bel ons als u wilt weten waarom. Uw geld is niet weg."),
    }


def _strips(shopper: Shopper) -> list[dict[str, Any]]:
    """Per child, the youngest first, a few things that suit its age and that its budget pays."""
    children = [m for m in shopper.family.members if m.role == MemberRole.CHILD]
    found = fitting_for(children, shopper.grants, shopper.day, STRIP)
    return [_strip(child, found[child.pk], shopper) for child in children if found[child.pk]]


def _strip(child: Member, versions: Sequence[Any], shopper: Shopper) -> dict[str, Any]:
    return {
        "name": shopper.family.name_of(child),
        "products": [card(version, None) for version in versions],
        "url": f"{reverse('shop')}?voor={child.pk}&past=1",
    }


def tiles(rows: list[Found]) -> list[dict[str, Any]]:
    numbers = counts(rows, Wanted(), "category")
    return [
        {
            "label": category.label,
            "icon": ICONS[category],
            "count": numbers[category.value],
            "url": f"{reverse('shop')}?soort={category.value}",
        }
        for category in Category
        if numbers[category.value]
    ]
