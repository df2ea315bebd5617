"""The months of an award as rows: each with why it differs from the one before."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.kernel.money import euros
from plein.kernel.months import months_after
from plein.payments.living import Living
from plein.payments.models import Award, AwardMonth
from plein.payments.month_differences import Difference, Why, differences

UP = {
    Why.DAYS: gettext_lazy("Over meer dagen: de norm is {amount} hoger"),
    Why.SITUATION: gettext_lazy("Woont anders: de norm is {amount} hoger"),
    Why.NORM: gettext_lazy("De norm ging {amount} omhoog"),
    Why.INCOME: gettext_lazy("Er telt {amount} meer inkomen"),
    Why.KEPT: gettext_lazy("Er blijft {amount} meer loon over"),
}
DOWN = {
    Why.DAYS: gettext_lazy("Over minder dagen: de norm is {amount} lager"),
    Why.SITUATION: gettext_lazy("Woont anders: de norm is {amount} lager"),
    Why.NORM: gettext_lazy("De norm ging {amount} omlaag"),
    Why.INCOME: gettext_lazy("Er telt {amount} minder inkomen"),
    Why.KEPT: gettext_lazy("Er blijft {amount} minder loon over"),
}


def months_shown(award: Award, days: Iterable[date]) -> list[dict[str, Any]]:
    """The newest first; of each month its newest version. `days` are those of situations."""
    newest = {row.month: row for row in award.months.order_by("month", "version")}
    rows = [newest[month] for month in sorted(newest)]
    moves = [day for day in days if day > award.starts_on]
    first = [{"row": rows[0], "says": [_("De eerste maand")]}] if rows else []
    others = [
        {"row": now, "says": _says(award, before, now, moves)} for before, now in pairwise(rows)
    ]
    return (first + others)[::-1]


def _says(award: Award, before: AwardMonth, now: AwardMonth, moves: list[date]) -> list[str]:
    until = months_after(now.month, 1)
    moved = any(before.month < day < until for day in moves)
    return [_sentence(each) for each in differences(award, before, now, moved=moved)]


def _sentence(each: Difference) -> str:
    words = UP if each.cents > 0 else DOWN
    return str(words[each.why]).format(amount=euros(abs(each.cents)))


def living_words(living: Living, decisions: dict[str, Any]) -> list[str]:
    """What matters of it, in short lines."""
    lines = [_("Geboren op {day}").format(day=f"{living.born:%d-%m-%Y}")]
    if living.partner_born:
        day = f"{living.partner_born:%d-%m-%Y}"
        lines.append(_("Partner, geboren op {day}").format(day=day))
    if living.children:
        days = ", ".join(f"{day:%d-%m-%Y}" for day in sorted(living.children))
        lines.append(_("Kinderen thuis, geboren op {days}").format(days=days))
    if living.others_from_27:
        count, apart = living.others_from_27, living.others_without_share
        words = _("Anderen van 27 jaar of ouder: {count}, van wie {apart} niet meedelen")
        lines.append(words.format(count=count, apart=apart))
    if living.in_institution:
        lines.append(_("Woont in een inrichting"))
    if living.partner_in_institution:
        lines.append(_("De partner woont in een inrichting"))
    return lines + [str(decisions[name]) for name in sorted(living.decided)]
