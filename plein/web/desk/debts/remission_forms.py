"""What staff fill in when something need not be paid back: how much, on what ground, and why."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from plein.payments.actions.remitting import Asked
from plein.payments.models import ARTICLES, Cause, Ground
from plein.web.fields import MoneyField
from plein.web.forms import PleinForm


class RemissionForm(PleinForm):
    """Grounds that the law does not give for this cause are not offered."""

    cents = MoneyField(label=_("Bedrag dat niet betaald hoeft te worden"), min_cents=1)
    ground = forms.ChoiceField(label=_("Op welke grond?"), widget=forms.RadioSelect)
    why = forms.CharField(
        label=_("Waarom? De inwoner leest dit."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )

    def __init__(self, *args: Any, cause: Cause | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **{"prefix": "kwijt"} | kwargs)
        offered = [each for each in Ground if each != Ground.POLICY or cause != Cause.NOT_TOLD]
        field: Any = self.fields["ground"]
        field.choices = [(each, f"{capfirst(each.label)} ({ARTICLES[each]})") for each in offered]

    def asked(self) -> Asked:
        given = self.cleaned_data
        return Asked(given["cents"], Ground(given["ground"]), given["why"])


class LettingGoForm(RemissionForm):
    """Before it is a debt the cause is still to be said."""

    cause = forms.ChoiceField(
        label=_("Waarom is er te veel betaald?"), choices=Cause.choices, widget=forms.RadioSelect
    )
    field_order = ("cause",)
