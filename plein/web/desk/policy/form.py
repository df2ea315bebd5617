"""The norms of a regeling as fields: what would they be, and for which households."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.policy.invented import Margins
from plein.rules.norms import Norm
from plein.web.desk.policy.margins import EVERYBODY, as_margins, margins_for
from plein.web.desk.policy.number import NumberField
from plein.web.desk.policy.words import figure_word, norm_label
from plein.web.forms import PleinForm

SIZES = {10_000: "10.000", 50_000: "50.000", 100_000: "100.000", 1_000_000: "1.000.000"}
MOST_AT_ONCE = 100_000  # above it in the background
HIGHEST = Decimal(1_000_000)
NOW = "nu-"  # in front of a norm of which nobody said what it is now


class PolicyForm(PleinForm):
    """A field of the form has the name of its norm; a margin that of its path.

    `own` are norms as they are now; `begin` are those of an example, where somebody chose one.
    """

    marks_optional = False

    size = forms.TypedChoiceField(
        label=gettext_lazy("Voor hoeveel verzonnen huishoudens?"),
        help_text=gettext_lazy("Een miljoen rekenen wij op de achtergrond uit."),
        choices=list(SIZES.items()),
        coerce=int,
        initial=MOST_AT_ONCE,
    )
    file = forms.FileField(
        label=gettext_lazy("Of kies een eigen bestand"),
        help_text=gettext_lazy(
            "Een CSV van hoogstens 200.000 huishoudens, zonder namen en zonder BSN. "
            "Wij bewaren het bestand niet."
        ),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
        error_messages={"empty": gettext_lazy("Dit bestand is leeg. Kies een ander bestand.")},
    )

    def __init__(
        self,
        *args: Any,
        day: date,
        own: Mapping[str, Norm],
        begin: Mapping[str, Norm],
        margins: Margins,
        labels: Mapping[str, str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.day, self.own, self.begin = day, own, begin
        self.margins, self.given = list(margins_for(margins, labels)), margins
        for name, norm in own.items():
            known = self._known(name, norm)
            if not known.values:
                self.add_field(NOW + name, _field(norm, norm, day, _("Nu: {norm}")))
            self.add_field(name, _field(known, begin.get(name, known), day, "{norm}"))
        for margin in self.margins:
            self.add_field(margin.name, margin.field())

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        shares = [each for each in self.margins if each.is_part_of_all]
        values = [given.get(each.name) for each in shares]
        total = sum((value for value in values if value is not None), Decimal(0))
        if None not in values and total != EVERYBODY:
            text = _("Alle aandelen samen moeten 100 % zijn. Nu is het {total} %.")
            shown = f"{total.normalize():f}".replace(".", ",")
            self.add_error(shares[0].name, text.format(total=shown))
        return given

    def then(self) -> dict[str, str]:
        return {name: _plain(self._filled_in(norm)) for name, norm in self.own.items()}

    def now(self) -> dict[str, str]:
        """What holds now; without that the example; and without both what was said to be now."""
        return {name: _plain(self._now(name, norm)) for name, norm in self.own.items()}

    def chosen_margins(self) -> dict[str, Any]:
        return as_margins(self.given, self.margins, self.cleaned_data)

    @property
    def municipal_fields(self) -> list[Any]:
        names = [name for name, norm in self.own.items() if norm.municipal]
        both = [when + name for name in names for when in (NOW, "")]
        return [self[name] for name in both if name in self.fields]

    @property
    def national_fields(self) -> list[Any]:
        return [self[name] for name, norm in self.own.items() if not norm.municipal]

    @property
    def margin_fields(self) -> list[Any]:
        return [self[each.name] for each in self.margins]

    @property
    def margins_differ(self) -> bool:
        """So that a fold is open where something in it was changed or is wrong."""
        return self.is_bound and any(_touched(self, each.name) for each in self.margins)

    @property
    def national_differ(self) -> bool:
        names = [name for name, norm in self.own.items() if not norm.municipal]
        return self.is_bound and any(_touched(self, name) for name in names)

    def _known(self, name: str, norm: Norm) -> Norm:
        return norm if norm.values else self.begin.get(name, norm)

    def _now(self, name: str, norm: Norm) -> Decimal:
        known = self._known(name, norm)
        return _figure(known, self.day) if known.values else self._filled_in(norm, NOW)

    def _filled_in(self, norm: Norm, when: str = "") -> Decimal:
        value = Decimal(self.cleaned_data[when + norm.name])
        return value / 100 if norm.unit == "deel" else value


def _touched(form: PolicyForm, name: str) -> bool:
    return name in form.errors or name in form.changed_data


def _figure(norm: Norm, day: date) -> Decimal:
    value = norm.on(day).value
    assert isinstance(value, Decimal)  # noqa: S101 - a topic offers no tables
    return value


def _plain(figure: Decimal) -> str:
    """One way to write a figure, so that what is the same is equal."""
    return f"{figure.normalize():f}"


def _field(norm: Norm, begin: Norm, day: date, label: str) -> forms.Field:
    """`norm` as it is now, where that is known; `begin` is what the field begins with."""
    initial = _figure(begin, day) if begin.values else None
    words = label.format(norm=norm_label(norm))
    if norm.unit == "keuze":
        return forms.ChoiceField(
            label=words,
            help_text=_help(norm, day),
            choices=[("", _("Kies")), ("1", _("ja")), ("0", _("nee"))],
            initial="" if initial is None else _plain(initial),
        )
    return NumberField(
        label=words,
        help_text=_help(norm, day),
        initial="" if initial is None else figure_word(norm, initial).removesuffix(" %"),
        max_value=HIGHEST,
        decimal_places=6,
    )


def _help(norm: Norm, day: date) -> str:
    """What it is now, beside a field that says what it would be."""
    if not norm.values:
        return ""
    return _("Nu: {figure}").format(figure=figure_word(norm, _figure(norm, day)))
