"""The forms of budgets and people. A BSN that was typed is never shown back."""

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.identity.imports.records import Record
from plein.identity.models import School
from plein.kernel.bsn import Bsn
from plein.kernel.money import euros
from plein.kernel.refusal import Refusal
from plein.web.fields import MoneyField
from plein.web.forms import PleinForm
from plein.webshop.imports.rows import RowRole


class SecretInput(forms.TextInput):
    """Keeps nothing: what was typed does not come back on the page."""

    def format_value(self, value: object) -> str:
        return ""


class BsnField(forms.CharField):
    widget = SecretInput(attrs={"inputmode": "numeric", "autocomplete": "off"})

    def clean(self, value: str) -> Bsn | None:
        text = super().clean(value)
        if not text:
            return None
        try:
            return Bsn(text)
        except Refusal as refusal:
            raise forms.ValidationError(str(refusal)) from None


class GrantForm(PleinForm):
    """One budget by hand: the same as one row of a file."""

    reference = forms.CharField(
        label=_("Kenmerk"),
        help_text=_("Bijvoorbeeld het nummer van de aanvraag. Geen burgerservicenummer."),
        max_length=60,
    )
    role = forms.ChoiceField(
        label=_("Voor wie is het budget?"), choices=RowRole.choices, widget=forms.RadioSelect
    )
    applicant = BsnField(label=_("Burgerservicenummer van de aanvrager"), max_length=20)
    partner = BsnField(
        label=_("Burgerservicenummer van de partner"),
        help_text=_("Alleen als het budget voor de partner is."),
        required=False,
        max_length=20,
    )
    name = forms.CharField(
        label=_("Voornaam"),
        help_text=_("Verplicht voor een kind. Zo weet het gezin voor wie het is."),
        required=False,
        max_length=40,
    )
    birth_month = forms.CharField(
        label=_("Geboortemaand"),
        help_text=_("Verplicht voor een kind. Bijvoorbeeld 2018-05."),
        required=False,
        max_length=10,
    )
    school = forms.ChoiceField(label=_("School"), choices=School.choices, required=False)
    amount = MoneyField(
        label=_("Bedrag"), help_text=_("Laat leeg voor het bedrag van de regeling."), required=False
    )

    FIELD_OF = {
        "kenmerk": "reference",
        "rol": "role",
        "bsn": "applicant",
        "bsn_aanvrager": "applicant",
        "voornaam": "name",
        "geboortemaand": "birth_month",
        "school": "school",
        "bedrag": "amount",
    }

    def as_record(self) -> Record:
        given = self.cleaned_data
        role, applicant, partner = given["role"], given["applicant"], given["partner"]
        own = {RowRole.PARTNER: partner, RowRole.CHILD: None}.get(role, applicant)
        through = applicant if role in (RowRole.PARTNER, RowRole.CHILD) else None
        cells = {
            "kenmerk": given["reference"],
            "rol": role,
            "bsn": own.reveal() if own else "",
            "bsn_aanvrager": through.reveal() if through else "",
            "voornaam": given["name"],
            "geboortemaand": given["birth_month"],
            "school": given["school"],
            "bedrag": euros(given["amount"]) if given["amount"] else "",
        }
        return Record(1, cells)


class Reason(forms.ChoiceField):
    """Why somebody looks at a person: a closed list, which the resident reads."""

    WHY = {
        "aanvraag": _("omdat wij uw aanvraag behandelen"),
        "balie": _("omdat u ons belde of bij de balie was"),
        "klopt": _("omdat wij controleerden of uw gegevens kloppen"),
    }
    CHOICES = [
        ("aanvraag", _("Ik behandel een aanvraag")),
        ("balie", _("De inwoner belt of staat aan de balie")),
        ("klopt", _("Ik controleer of de gegevens kloppen")),
    ]


class PersonForm(PleinForm):
    bsn = BsnField(label=_("Burgerservicenummer"), max_length=20)
    reason = Reason(
        label=_("Waarom kijkt u?"),
        help_text=_("De inwoner leest dit."),
        choices=Reason.CHOICES,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies waarom u kijkt.")},
    )


class FileForm(PleinForm):
    file = forms.FileField(
        label=_("Bestand"),
        help_text=_("Een CSV van hoogstens 5 MB, met één budget per rij."),
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
        error_messages={
            "required": _("Kies een bestand."),
            "empty": _("Dit bestand is leeg. Kies een bestand met op elke rij een budget."),
        },
    )
