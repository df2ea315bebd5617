"""A form for any element that a resident can state: made from the catalogue."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.vault.catalogue import catalogue
from plein.vault.catalogue.types import Element, Kind
from plein.vault.readings import Json
from plein.web.fields import DayField, IbanField, MoneyField
from plein.web.forms import PleinForm

YES_OR_NO = [("ja", _("Ja")), ("nee", _("Nee"))]
LONGEST = 200


def field_for(key: str, kind: Kind, label: str, *, required: bool) -> forms.Field:
    """The field of a part: by its name where that says more than its kind."""
    make = IbanField if key == "iban" else FIELDS.get(kind, _text)
    codes = catalogue().codes.get(key)
    if codes or kind == Kind.BOOL:
        make = partial(_choice, list(codes.items()) if codes else YES_OR_NO)
    return make(label=label, required=required)


def _choice(choices: list[tuple[str, Any]], **common: Any) -> forms.Field:
    return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **common)


def _number(**common: Any) -> forms.Field:
    typed = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
    return forms.IntegerField(min_value=0, max_value=100_000, widget=typed, **common)


def _text(**common: Any) -> forms.Field:
    return forms.CharField(max_length=LONGEST, **common)


FIELDS: dict[Kind, Callable[..., forms.Field]] = {
    Kind.MONEY: MoneyField,
    Kind.DATE: DayField,
    Kind.INT: _number,
}


class StatementForm(PleinForm):
    """Fields named by part and row; a value comes out as the catalogue says."""

    def __init__(self, element: Element, *args: Any, **kwargs: Any) -> None:
        self.element = element
        self.shape = catalogue().forms.get(element.key)
        super().__init__(*args, **kwargs)
        for name, field in self._fields():
            self.add_field(name, field)

    def _fields(self) -> list[tuple[str, forms.Field]]:
        if self.shape is None:
            kind, label = self.element.kind, self.element.nl
            return [("value", field_for(self.element.key, kind, label, required=True))]
        parts = [(key, catalogue().parts[key]) for key in self.shape.parts]
        return [
            (
                f"{key}_{row}",
                field_for(
                    key, part.kind, part.nl, required=row == 0 and key not in self.shape.optional
                ),
            )
            for row in range(max(self.shape.rows, 1))
            for key, part in parts
        ]

    def row_groups(self) -> list[list[Any]]:
        """The bound fields, row by row."""
        if self.shape is None:
            return [[self["value"]]]
        rows = range(max(self.shape.rows, 1))
        return [[self[f"{key}_{row}"] for key in self.shape.parts] for row in rows]

    def value(self) -> Json:
        """As it is kept: cents, ISO days, a mapping or a list of them."""
        given = {name: _plain(each) for name, each in self.cleaned_data.items()}
        if self.shape is None:
            return _truth(given["value"], self.element.kind)
        rows = [
            {
                key: _truth(given[f"{key}_{row}"], catalogue().parts[key].kind)
                for key in self.shape.parts
                if given[f"{key}_{row}"] not in (None, "")
            }
            for row in range(max(self.shape.rows, 1))
        ]
        filled = [row for row in rows if row]
        return filled if self.shape.rows else filled[0]


def _plain(given: Any) -> Json:
    return given.isoformat() if hasattr(given, "isoformat") else given


def _truth(given: Json, kind: Kind) -> Json:
    return given == "ja" if kind == Kind.BOOL else given
