"""Where a provider is, and from when to when on each day of the week."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.kernel.weekday import Weekday
from plein.web.fields import PostcodeField
from plein.web.forms import PleinForm
from plein.webshop.actions.places import Spot
from plein.webshop.models import ProviderPlace

TIME = {"inputmode": "numeric", "autocomplete": "off", "class": "utrecht-textbox--short"}
FORMATS = ["%H:%M", "%H.%M"]
WRONG = {"invalid": _("Vul een tijd in. Bijvoorbeeld: 9:00")}


def _time(day: Weekday, words: Any) -> forms.TimeField:
    label = _("%(day)s %(what)s") % {"day": day.label, "what": words}
    return forms.TimeField(
        label=label,
        required=False,
        input_formats=FORMATS,
        widget=forms.TimeInput(format="%H:%M", attrs=TIME),
        error_messages=WRONG,
    )


class PlaceForm(PleinForm):
    """The fields of a day stand empty when the place is closed."""

    name = forms.CharField(label=_("Naam van deze plek"), max_length=80)
    street = forms.CharField(label=_("Straat en huisnummer"), max_length=120)
    postcode = PostcodeField(label=_("Postcode"))
    town = forms.CharField(label=_("Plaats"), max_length=80)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for day in Weekday:
            self.add_field(f"opens_{day.value}", _time(day, _("open vanaf")))
            self.add_field(f"closes_{day.value}", _time(day, _("open tot")))

    @property
    def days(self) -> list[tuple[Any, Any]]:
        return [(self[f"opens_{day.value}"], self[f"closes_{day.value}"]) for day in Weekday]

    def clean(self) -> dict[str, Any]:
        for day in Weekday:
            opens = self.cleaned_data.get(f"opens_{day.value}")
            closes = self.cleaned_data.get(f"closes_{day.value}")
            if bool(opens) != bool(closes):
                missing = "closes" if opens else "opens"
                self.add_error(f"{missing}_{day.value}", _("Vul beide tijden in, of geen."))
            elif opens and closes and closes <= opens:
                self.add_error(f"closes_{day.value}", _("Deze tijd is vroeger dan de eerste."))
        return self.cleaned_data

    def spot(self) -> Spot:
        given = self.cleaned_data
        hours = {
            day.value: (given[f"opens_{day.value}"], given[f"closes_{day.value}"])
            for day in Weekday
            if given[f"opens_{day.value}"]
        }
        return Spot(given["name"], given["street"], given["postcode"], given["town"], hours)


def as_typed(place: ProviderPlace) -> dict[str, object]:
    typed: dict[str, object] = {
        "name": place.name,
        "street": place.street,
        "postcode": place.postcode,
        "town": place.town,
    }
    for hours in place.hours.all():
        typed[f"opens_{hours.weekday}"] = hours.opens
        typed[f"closes_{hours.weekday}"] = hours.closes
    return typed
