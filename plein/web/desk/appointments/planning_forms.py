"""What staff fill in to offer appointments."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.appointments.models import AppointmentKind, Place
from plein.appointments.states import Way
from plein.kernel.weekday import Weekday
from plein.web.fields import DayField
from plein.web.forms import PleinForm

TIME = {"placeholder": "9:00", "inputmode": "numeric", "autocomplete": "off"}
WRONG_TIME = {"invalid": _("Vul een tijd in. Bijvoorbeeld: 9:00")}


class KindForm(PleinForm):
    name = forms.CharField(label=_("Hoe heet de afspraak?"), max_length=80)
    minutes = forms.IntegerField(
        label=_("Hoeveel minuten duurt het?"), min_value=5, max_value=480, initial=30
    )
    ways = forms.MultipleChoiceField(
        label=_("Hoe kan het?"), choices=Way.choices, widget=forms.CheckboxSelectMultiple
    )
    team = forms.CharField(label=_("Welk team?"), max_length=80)
    bring = forms.CharField(label=_("Wat neemt de inwoner mee?"), max_length=300, required=False)
    notice = forms.IntegerField(
        label=_("Tot hoeveel uur van tevoren kan de inwoner zelf verzetten?"),
        min_value=0,
        max_value=336,
        initial=24,
    )
    can_be_asked = forms.BooleanField(
        label=_("Inwoners mogen deze afspraak zelf maken"), required=False
    )


class PlaceForm(PleinForm):
    name = forms.CharField(label=_("Hoe heet de plek?"), max_length=80)
    address = forms.CharField(label=_("Wat is het adres?"), max_length=200)
    how_to_come = forms.CharField(
        label=_("Hoe komt iemand er?"),
        help_text=_("Ingang, lift, bus, parkeren."),
        max_length=300,
        required=False,
    )


class HoursForm(PleinForm):
    place: "forms.ModelChoiceField[Place]" = forms.ModelChoiceField(
        label=_("Welke plek?"), queryset=None
    )
    weekday = forms.TypedChoiceField(label=_("Welke dag?"), choices=Weekday.choices, coerce=int)
    opens = forms.TimeField(
        label=_("Open vanaf"), widget=forms.TextInput(attrs=TIME), error_messages=WRONG_TIME
    )
    closes = forms.TimeField(
        label=_("Open tot"), widget=forms.TextInput(attrs=TIME), error_messages=WRONG_TIME
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        place: Any = self.fields["place"]
        place.queryset = Place.objects.all()


class ClosedForm(PleinForm):
    day = DayField(label=_("Welke dag bent u dicht?"))
    why = forms.CharField(label=_("Waarom?"), max_length=80)


class TimesForm(PleinForm):
    kind: "forms.ModelChoiceField[AppointmentKind]" = forms.ModelChoiceField(
        label=_("Voor welke afspraak?"), queryset=None
    )
    place: "forms.ModelChoiceField[Place]" = forms.ModelChoiceField(
        label=_("Waar bent u?"), queryset=None
    )
    way = forms.ChoiceField(label=_("Hoe?"), choices=Way.choices)
    first = DayField(label=_("Vanaf welke dag?"))
    last = DayField(label=_("Tot en met welke dag?"))
    capacity = forms.IntegerField(
        label=_("Hoeveel inwoners tegelijk?"), min_value=1, max_value=50, initial=1
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["kind"].queryset = AppointmentKind.objects.all()
        fields["place"].queryset = Place.objects.all()
