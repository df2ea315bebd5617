"""A payment in the words of the page."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.kernel.money import euros
from plein.kernel.months import months_after
from plein.payments.models import RunLine
from plein.payments.payment_differences import Difference, Why, differences
from plein.payments.seen import Stage, stage_of
from plein.payments.specification import Row, line_rows, month_rows
from plein.web.templatetags.plein_ui import day as in_words


def line_shown(
    line: RunLine, lines: Sequence[RunLine], names: Mapping[UUID, str], today: date
) -> dict[str, Any]:
    """For `web/resident/benefit/line.html`. `lines` has what the month before was paid."""
    stage = stage_of(line, today)
    month = line.run.month
    return {
        "line": line,
        "month": month,
        "stage": stage,
        "says": _says(stage, line.run.pay_on),
        "of_month": [_row(row, month) for row in month_rows(line.month)] if line.month else [],
        "beside": [_row(row, month) for row in line_rows(line, names)],
        "why": _why(line, lines),
        "paper": reverse("benefit-paper", args=[line.pk]) if _has_paper(line) else "",
    }


def _says(stage: Stage, pay_on: date) -> str:
    day = in_words(pay_on)
    return {
        Stage.READY: _("Staat klaar. Op uw rekening op {day}.").format(day=day),
        Stage.PAID: _("Betaald op {day}.").format(day=day),
        Stage.STAYS: _("Dit geld blijft nog staan. Bel ons. Dan zeggen wij wat er nodig is."),
        Stage.RETURNED: _(
            "De bank stuurde dit geld terug. Bel ons. Dan kijken wij naar uw rekening."
        ),
    }[stage]


def _row(row: Row, month: date) -> dict[str, Any]:
    target = row.target.replace("_", "-")
    url = reverse("benefit-explained", args=[month, target]) if target else ""
    return {"label": row.label, "cents": row.cents, "also": row.also, "url": url}


def _has_paper(line: RunLine) -> bool:
    return hasattr(line, "specification")


def _why(line: RunLine, lines: Sequence[RunLine]) -> list[str]:
    """Compared with the month before; nothing for the first."""
    month = months_after(line.run.month, -1)
    before = next((each for each in lines if each.month and each.run.month == month), None)
    if before is None or line.month is None or line.award_id != before.award_id:
        return []
    return [_sentence(each) for each in differences(line, before)]


def _sentence(each: Difference) -> str:
    template = (MORE if each.effect > 0 else LESS)[each.why]
    return str(template).format(before=euros(each.before), now=euros(each.now))


MORE = {
    Why.DAYS: gettext_lazy("U had recht over meer dagen dan een maand eerder."),
    Why.NORM: gettext_lazy("Uw norm ging omhoog: van {before} naar {now}."),
    Why.INCOME: gettext_lazy("U had minder inkomen dat meetelt: {now}. Dat was {before}."),
    Why.HOLIDAY: gettext_lazy("U krijgt nu ook uw vakantietoeslag: {now}."),
    Why.BEFORE: gettext_lazy("U krijgt er {now} bij van een eerdere maand."),
    Why.ADVANCE: gettext_lazy("Er gaat minder voorschot af: {now}. Dat was {before}."),
    Why.OFF: gettext_lazy("Er gaat minder af: {now}. Dat was {before}."),
}
LESS = {
    Why.DAYS: gettext_lazy("U had recht over minder dagen dan een maand eerder."),
    Why.NORM: gettext_lazy("Uw norm ging omlaag: van {before} naar {now}."),
    Why.INCOME: gettext_lazy("U had meer inkomen dat meetelt: {now}. Dat was {before}."),
    Why.HOLIDAY: gettext_lazy("Een maand eerder kreeg u ook vakantietoeslag: {before}."),
    Why.BEFORE: gettext_lazy("Een maand eerder kwam er {before} bij van een eerdere maand."),
    Why.ADVANCE: gettext_lazy("Er gaat een voorschot af dat u al kreeg: {now}."),
    Why.OFF: gettext_lazy("Er gaat meer af: {now}. Dat was {before}."),
}
