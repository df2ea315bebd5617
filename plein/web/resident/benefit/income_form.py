"""What came in over a month, by kind; of a partner only where there is one."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plein.payments.living import Income
from plein.web.fields import MoneyField
from plein.web.forms import PleinForm

MOST = 10_000_000  # cents: more in a month is a slip of the pen
OF_PARTNER = "_partner"
LABELS: dict[str, str | Promise] = {
    "wage": _("Loon, na belasting"),
    "wage_partner": _("Loon van uw partner, na belasting"),
    "benefit": _("Een andere uitkering of pensioen, na belasting"),
    "benefit_partner": _("Uitkering of pensioen van uw partner, na belasting"),
    "partner_alimony": _("Alimentatie voor uzelf"),
    "child_alimony": _("Alimentatie voor uw kinderen"),
    "tax_back": _("Belasting die u terugkrijgt"),
}
HINTS: dict[str, str | Promise] = {
    "wage": _("Het bedrag dat op uw rekening kwam. Zonder vakantiegeld."),
    "benefit": _("Bijvoorbeeld WW, Ziektewet of pensioen. Niet uw bijstand."),
    "tax_back": _("Alleen wat u elke maand van de Belastingdienst krijgt."),
}


class IncomeForm(PleinForm):
    """What is left empty is nothing."""

    marks_optional: ClassVar[bool] = False

    def __init__(self, *args: Any, has_partner: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in names_for(has_partner=has_partner):
            field = MoneyField(
                label=LABELS[name],
                help_text=HINTS.get(name, ""),
                required=False,
                max_cents=MOST,
            )
            self.add_field(name, field)

    def income(self) -> Income:
        return Income(**{name: cents or 0 for name, cents in self.cleaned_data.items()})


def names_for(*, has_partner: bool) -> list[str]:
    return [name for name in LABELS if has_partner or not name.endswith(OF_PARTNER)]


def said(income: Income) -> Iterator[tuple[str | Promise, int]]:
    """Only what came in."""
    for name, label in LABELS.items():
        if cents := getattr(income, name):
            yield label, cents
