"""What staff fill in to decide: nothing is chosen beforehand, whatever the rules advise."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.cases.actions.providing import Given
from plein.journeys.journey import Journey
from plein.web.desk.cases.forms import WordsField
from plein.web.fields import DayField, MoneyField
from plein.web.forms import PleinForm


class DecideForm(PleinForm):
    result = forms.ChoiceField(label=_("Wat is het besluit?"), widget=forms.RadioSelect)
    explanation = WordsField(
        label=_("Waarom?"),
        help_text=_("In gewone woorden, met ‘u’. Dit leest de inwoner bij het besluit."),
        error_messages={"required": _("Schrijf op waarom u dit besluit.")},
    )

    unmet = forms.MultipleChoiceField(
        label=_("Aan welke voorwaarden voldoet de inwoner niet?"),
        help_text=_("Wat u kiest, komt met het artikel van de wet in de brief."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    differs = WordsField(
        label=_("Waarom is uw besluit anders dan het advies?"),
        help_text=_("Alleen als het anders is. Dit staat niet in de brief; wij bewaren het wel."),
        required=False,
    )
    advice = forms.UUIDField(widget=forms.HiddenInput, required=False)
    start = DayField(label=_("Vanaf welke dag?"), required=False)
    amount = MoneyField(label=_("Hoeveel geld?"), min_cents=1, required=False)
    last_day = DayField(label=_("Tot en met welke dag?"), required=False)

    def __init__(self, *args: Any, document: Journey, today: date, **kwargs: Any) -> None:
        super().__init__(*args, prefix="decide", **kwargs)
        results = [(each.key, each.resident) for each in document.results]
        self.fields["result"].choices = results  # type: ignore[attr-defined]
        self.today = today
        unmet = [(each.rule, each.not_met) for each in document.decision.conditions]
        self.fields["unmet"].choices = unmet  # type: ignore[attr-defined]
        if not unmet:
            del self.fields["unmet"]
        if not self["advice"].value():
            for name in ("differs", "advice"):
                del self.fields[name]
        if not any(each.gives for each in document.results):
            for name in ("start", "amount", "last_day"):
                del self.fields[name]

    def gives(self) -> Given:
        """From today where no day was chosen."""
        given = self.cleaned_data
        return Given(given.get("start") or self.today, given.get("amount"), given.get("last_day"))


class SendBackForm(PleinForm):
    why = WordsField(
        label=_("Wat moet er anders?"),
        help_text=_("Uw collega leest dit. De inwoner niet."),
        error_messages={"required": _("Schrijf op wat er anders moet. Uw collega leest dit.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix="back", **kwargs)
