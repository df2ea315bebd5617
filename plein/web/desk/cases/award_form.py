"""On what a benefit is paid: filled in from what is known, looked at and completed by a person."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from plein.cases.models import Case
from plein.payments.actions.awarding import NewAward
from plein.payments.decided import BY_DECISION
from plein.payments.living import Living
from plein.payments.payee import LONGEST_NAME, Payee
from plein.web.fields import DayField, IbanField
from plein.web.forms import PleinForm
from plein.workflows.awarding import Seen

MOST_CHILDREN = 15


class DaysField(forms.CharField):
    """Some days, each on a line of its own."""

    widget = forms.Textarea(attrs={"rows": 3})

    def to_python(self, value: Any) -> Any:
        lines = [line for line in str(value or "").splitlines() if line.strip()]
        if len(lines) > MOST_CHILDREN:
            raise ValidationError(_("Dit zijn er te veel. Zet elke dag op een eigen regel."))
        return tuple(DayField().to_python(line) for line in lines)

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, tuple):
            return value
        return "\n".join(str(DayField().prepare_value(day)) for day in value)


class LivingForm(PleinForm):
    """How somebody lives, as it counts for the norm."""

    born = DayField(label=_("Geboortedatum"))
    partner_born = DayField(label=_("Geboortedatum van de partner"), required=False)
    children = DaysField(
        label=_("Geboortedata van kinderen thuis"),
        help_text=_("Zet elke dag op een eigen regel."),
        required=False,
    )
    others_from_27 = forms.IntegerField(
        label=_("Anderen van 27 jaar of ouder thuis"), min_value=0, max_value=20, initial=0
    )
    others_without_share = forms.IntegerField(
        label=_("Hoeveel van hen delen de kosten niet?"),
        help_text=_("Zij studeren, of huren of verhuren een kamer."),
        min_value=0,
        max_value=20,
        initial=0,
    )
    in_institution = forms.BooleanField(label=_("Woont in een inrichting"), required=False)
    partner_in_institution = forms.BooleanField(
        label=_("De partner woont in een inrichting"), required=False
    )
    decided = forms.MultipleChoiceField(
        label=_("Wat is besloten"),
        choices=list(BY_DECISION.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("others_without_share", 0) > given.get("others_from_27", 0):
            self.add_error("others_without_share", _("Dit kan niet meer zijn dan er wonen."))
        return given

    def living(self) -> Living:
        given = self.cleaned_data
        facts = {name: given[name] for name in Living.model_fields if name in given}
        return Living(**facts | {"decided": frozenset(given["decided"])})


class AwardForm(LivingForm):
    field_order = ("starts_on",)

    starts_on = DayField(
        label=_("Vanaf welke dag?"), help_text=_("Dat is meestal de dag van de melding.")
    )
    asks_statement = forms.BooleanField(
        label=_("Het inkomen wisselt: vraag elke maand een opgave"), required=False
    )
    name = forms.CharField(label=_("Naam bij de rekening"), max_length=LONGEST_NAME)
    iban = IbanField(label=_("Rekeningnummer"))

    def award(self, case: Case) -> NewAward:
        given = self.cleaned_data
        return NewAward(
            resident=case.dossier.resident,
            number=case.number,
            starts_on=given["starts_on"],
            living=self.living(),
            payee=Payee(name=given["name"], iban=given["iban"]),
            asks_statement=given["asks_statement"],
        )


def filled_from(seen: Seen) -> dict[str, Any]:
    """What the form begins with."""
    found: dict[str, Any] = {
        "starts_on": seen.starts_on,
        "name": seen.name,
        "iban": seen.iban,
    }
    if seen.living:
        living = seen.living
        found |= {name: getattr(living, name) for name in Living.model_fields if name != "decided"}
    return found
