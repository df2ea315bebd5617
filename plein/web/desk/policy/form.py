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
from plein.web.desk.norm_fields import figure_of, figure_on, norm_field
from plein.web.desk.policy.margins import EVERYBODY, as_margins, margins_for
from plein.web.desk.policy.words import figure_word
from plein.web.forms import PleinForm

SIZES = {10_000: "10.000", 50_000: "50.000", 100_000: "100.000", 1_000_000: "1.000.000"}
MOST_AT_ONCE = 100_000  # above it in the background
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
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.own = own
        self.begin = {name: figure_on(norm, day) for name, norm in begin.items()}
        self.known = {name: self._known(norm, day) for name, norm in own.items()}
        self.margins, self.given = list(margins_for(margins)), margins
        for name, norm in own.items():
            self._add_norm(name, norm)
        for margin in self.margins:
            self.add_field(margin.name, margin.field())

    def _known(self, norm: Norm, day: date) -> Decimal | None:
        """What holds now; where that is nothing, the example."""
        now = figure_on(norm, day)
        return self.begin.get(norm.name) if now is None else now

    def _add_norm(self, name: str, norm: Norm) -> None:
        known = self.known[name]
        if known is None:
            now = norm_field(norm, None)
            now.label = _("Nu: {norm}").format(norm=now.label)
            self.add_field(NOW + name, now)
        example = self.begin.get(name)
        field = norm_field(norm, known if example is None else example, is_exact=True)
        if known is not None:
            field.help_text = _("Nu: {figure}").format(figure=figure_word(norm, known))
        self.add_field(name, field)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        shares = [each.name for each in self.margins if each.is_part_of_all]
        if all(given.get(name) is not None for name in shares):
            total = sum((given[name] for name in shares), Decimal(0))
            if total != EVERYBODY:
                text = _("Alle aandelen samen moeten 100 % zijn. Nu is het {total} %.")
                shown = f"{total.normalize():f}".replace(".", ",")
                self.add_error(shares[0], text.format(total=shown))
        return given

    def then(self) -> dict[str, str]:
        return {name: _plain(self._filled_in(norm)) for name, norm in self.own.items()}

    def now(self) -> dict[str, str]:
        """What holds now; without that the example; and without both what was said to be now."""
        return {name: _plain(self._now(name, norm)) for name, norm in self.own.items()}

    def _now(self, name: str, norm: Norm) -> Decimal:
        known = self.known[name]
        return self._filled_in(norm, NOW) if known is None else known

    def _filled_in(self, norm: Norm, when: str = "") -> Decimal:
        return figure_of(norm, self.cleaned_data[when + norm.name])

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
    def opens_margins(self) -> bool:
        """A fold is open where something in it was changed or is wrong."""
        return any(map(self._is_touched, self.margin_fields))

    @property
    def opens_national(self) -> bool:
        return any(map(self._is_touched, self.national_fields))

    def _is_touched(self, field: Any) -> bool:
        return self.is_bound and (field.name in self.errors or field.name in self.changed_data)


def _plain(figure: Decimal) -> str:
    """One way to write a figure, so that what is the same is equal."""
    return f"{figure.normalize():f}"
