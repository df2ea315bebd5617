"""The forms of Gebieden: which postcodes, who does what, and until when."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from plein.cases.coverage import services
from plein.cases.models import Area
from plein.kernel.postcodes import NotAPostcode, read_span
from plein.tenants.models import Organisation
from plein.vault.models import Recipient
from plein.web.fields import DayField
from plein.web.forms import PleinForm


class AreaForm(PleinForm):
    name = forms.CharField(label=_("Hoe heet het gebied?"), max_length=100)
    postcodes = forms.CharField(
        label=_("Welke postcodes horen erbij?"),
        help_text=_("Met komma's ertussen. Bijvoorbeeld: 7811, 7812 AB, 7813 AA-7815 ZZ"),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean_postcodes(self) -> list[tuple[int, int]]:
        try:
            return [read_span(each) for each in self.cleaned_data["postcodes"].split(",")]
        except NotAPostcode as refusal:
            raise ValidationError(str(refusal)) from None


class ContractForm(PleinForm):
    area: "forms.ModelChoiceField[Area]" = forms.ModelChoiceField(
        label=_("In welk gebied?"), queryset=None
    )
    service = forms.ChoiceField(label=_("Voor welke dienst?"))
    organisation = forms.ModelChoiceField(
        label=_("Welke organisatie?"), queryset=Organisation.objects.none()
    )
    start = DayField(label=_("Vanaf welke dag?"))
    last_day = DayField(label=_("Tot en met welke dag?"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix="contract", **kwargs)
        admitted = Recipient.objects.filter(is_admitted=True).values("organisation_id")
        fields: Any = self.fields
        fields["area"].queryset = Area.objects.all()
        fields["service"].choices = [(each.followed_by, each.name) for each in services()]
        fields["organisation"].queryset = Organisation.objects.filter(pk__in=admitted)


class EndForm(PleinForm):
    last_day = DayField(label=_("Wat is de laatste dag?"))
