"""The form of an offer, with what the meter of plain language finds in it."""

from dataclasses import fields
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.kernel.reading_level import judge
from plein.offers.actions.writing import Text
from plein.offers.models import Kind, Language, OfferVersion
from plein.offers.models.offers import as_sentences
from plein.web.fields import DayField
from plein.web.forms import PleinForm

JUDGED = ("title", "text", "hours", "asks")


class OfferForm(PleinForm):
    kind = forms.ChoiceField(label=_("Wat biedt u aan?"), choices=Kind, widget=forms.RadioSelect)
    title = forms.CharField(label=_("Hoe heet het?"), max_length=80)
    text = forms.CharField(
        label=_("Wat doet iemand?"),
        help_text=_("Schrijf kort, in gewone woorden en met ‘u’."),
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    asks = forms.CharField(
        label=_("Wat vraagt u van iemand?"),
        help_text=_("Bijvoorbeeld: u bent graag buiten."),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    language = forms.ChoiceField(
        label=_("Hoeveel Nederlands is nodig?"),
        choices=[("", _("Kies een antwoord")), *Language.choices],
    )
    place = forms.CharField(label=_("In welke plaats?"), max_length=60)
    hours = forms.CharField(
        label=_("Hoeveel uur, en op welke dagen?"),
        help_text=_("Bijvoorbeeld: 12 uur per week, op dinsdag en donderdag."),
        max_length=120,
    )
    starts_on = DayField(label=_("Vanaf welke dag kan iemand reageren?"))
    ends_on = DayField(label=_("Tot en met welke dag?"))
    places = forms.IntegerField(
        label=_("Hoeveel plaatsen zijn er?"),
        help_text=_("Laat dit leeg als er geen grens is."),
        required=False,
        min_value=1,
        max_value=9999,
        error_messages={"min_value": _("Vul 1 of meer in, of laat dit leeg.")},
    )
    contact = forms.CharField(
        label=_("Wie neemt contact op?"),
        help_text=_("Een functie, zoals: de planner. Zet hier geen naam of nummer van iemand."),
        max_length=80,
    )

    def read(self) -> Text:
        return Text(**self.cleaned_data)

    def findings(self) -> list[str]:
        """What could be plainer in what was typed; nobody is stopped by it."""
        given: Any = self.data if self.is_bound else self.initial
        text = as_sentences(given.get(name) or "" for name in JUDGED)
        return list(judge(text).findings())


def initial_of(version: OfferVersion) -> dict[str, Any]:
    return {field.name: getattr(version, field.name) for field in fields(Text)}
