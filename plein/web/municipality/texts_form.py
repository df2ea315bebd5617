"""The form of contact and texts: a field for each text that a municipality may write itself."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.kernel.reading_level import judge
from plein.kernel.refusal import Refusal
from plein.tenants.actions import Contact
from plein.tenants.models import Municipality
from plein.tenants.texts import TEXTS, Text, own_texts, text_of
from plein.web.forms import PleinForm

LONGEST = 200  # characters of a line of contact
MOST_DAYS = 20


class TextsForm(PleinForm):
    """Contact, and a field for each text of the registry; an empty one takes our own words."""

    phone = forms.RegexField(
        r"^\+?[0-9][0-9 -]{1,18}$",
        label=gettext_lazy("Telefoonnummer"),
        error_messages={
            "required": gettext_lazy("Vul het telefoonnummer in. Bijvoorbeeld: 14 0591"),
            "invalid": gettext_lazy("Schrijf het telefoonnummer met cijfers en spaties: 14 0591"),
        },
    )
    opening_hours = forms.CharField(label=gettext_lazy("Openingstijden"), max_length=LONGEST)
    address = forms.CharField(label=gettext_lazy("Adres"), max_length=LONGEST)
    answer_within = forms.IntegerField(
        label=gettext_lazy("Binnen hoeveel werkdagen beantwoordt u een bericht?"),
        help_text=gettext_lazy("Inwoners lezen dit als zij u een bericht sturen."),
        min_value=1,
        max_value=MOST_DAYS,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields |= {text.key: _field(text) for text in TEXTS}

    def clean(self) -> dict[str, Any]:
        """Each text by itself, so that the one that is too long is named."""
        for key, words in self.texts().items():
            try:
                own_texts({key: words})
            except Refusal as refusal:
                self.add_error(key, str(refusal))
        return self.cleaned_data

    def contact(self) -> Contact:
        given = self.cleaned_data
        names = ("phone", "opening_hours", "address", "answer_within")
        return Contact(*(given[name] for name in names))

    def texts(self) -> dict[str, str]:
        return {t.key: self.cleaned_data[t.key] for t in TEXTS if t.key in self.cleaned_data}

    def text_fields(self) -> Iterator[tuple[BoundField, list[str]]]:
        """Each with what could be said more plainly; advice, that stops nobody."""
        for text in TEXTS:
            field = self[text.key]
            yield field, list(judge(str(field.value() or "")).findings())

    def how_plain(self) -> dict[str, int]:
        """How many of all texts read easily, at level B1."""
        found = [findings for _field, findings in self.text_fields()]
        return {"plain": found.count([]), "all": len(found)}


def _field(text: Text) -> forms.CharField:
    widget = forms.TextInput() if text.is_one_line else forms.Textarea(attrs={"rows": 3})
    limit = _("Hoogstens %(longest)s tekens.") % {"longest": text.longest}
    return forms.CharField(
        label=str(text.label), help_text=f"{text.where} {limit}", required=False, widget=widget
    )


def as_shown(municipality: Municipality) -> dict[str, Any]:
    contact = {
        "phone": municipality.phone,
        "opening_hours": municipality.opening_hours,
        "address": municipality.address,
        "answer_within": municipality.answer_within,
    }
    return contact | {text.key: text_of(municipality, text.key) for text in TEXTS}
