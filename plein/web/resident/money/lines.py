"""One amount as the page shows it: how we know it, when it comes, and where it is explained."""

from typing import Any

from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _

from plein.insight.payments import Actual, Amount, Kind
from plein.insight.timeline import Month
from plein.vault.catalogue import catalogue
from plein.web.resident.money.looking import Look
from plein.web.resident.money.words import LABELS, cents

TO_APPLY_FOR = (Kind.BIJSTAND, Kind.AIO)
STATED = {  # what no rule gives, by the elements it was filled in at
    Kind.ALIMONY: ("kinderalimentatie", "partneralimentatie"),
    Kind.TAX: ("voorlopige_teruggaaf",),
}


def line_of(found: Look, month: Month, each: Amount) -> dict[str, Any]:
    actual = each.actual or _stated(found, each)
    return {
        "label": _label(each),
        "kind": each.kind,
        "cents": cents(each.amount),
        "paid_on": each.paid_on,
        "is_actual": actual is not None,
        "how": how_known(actual) if actual else _("Berekend."),
        "url": _url(found, each),
        "must_apply": each.kind in TO_APPLY_FOR and found.known.bijstand_since is None,
        "is_sure": actual is not None or month.outcome_of(each.target).is_sure(each.target),
    }


def how_known(actual: Actual) -> str:
    day = formats.date_format(actual.on, "j E Y")
    if actual.is_own:
        return _("Echt bedrag, door u ingevuld op %(day)s.") % {"day": day}
    source = catalogue().sources[actual.source].nl
    return _("Echt bedrag, van %(source)s, %(day)s.") % {"source": source, "day": day}


def _stated(found: Look, each: Amount) -> Actual | None:
    keys = STATED.get(each.kind, ())
    return next((found.known.actual[key] for key in keys if key in found.known.actual), None)


def _url(found: Look, each: Amount) -> str:
    """Its explanation; of what was filled in, the place where it can be changed."""
    if each.target:
        target = each.target.replace("_", "-")
        return reverse("my-money-explained", args=[each.month.year, each.month.month, target])
    keys = [key for key in STATED[each.kind] if key in found.known.actual]
    return reverse("vault-value", args=[keys[0]])


def _label(each: Amount) -> str:
    label = str(LABELS[each.kind])
    return _("%(label)s van uw partner") % {"label": label} if each.whose else label
