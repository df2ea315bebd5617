"""The choices of the resident: what may be left out, and how long."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.kernel.clock import day_after, local_day, start_of
from plein.vault.actions.grants import Duration, TooLong, once
from plein.vault.catalogue import catalogue
from plein.vault.models import DataUse
from plein.vault.offers import offered_elements
from plein.web.fields import DayField
from plein.web.forms import PleinForm
from plein.web.resident.sharing.asked import Asked
from plein.web.templatetags.plein_ui import day

ONCE, OWN_DAY = "keer", "dag"
PERIODS = (30, 90)  # days, and the longest that the use allows


class DecisionForm(PleinForm):
    """Nothing is ticked beforehand (AVG art. 25): what may be left out is left out."""

    optional = forms.MultipleChoiceField(
        label=gettext_lazy("Dit mag u erbij geven"),
        help_text=gettext_lazy("Zet een vinkje als u dit ook wilt geven."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    how_long = forms.ChoiceField(
        label=gettext_lazy("Hoe lang mag dit?"), widget=forms.RadioSelect, initial=ONCE
    )
    until = DayField(
        label=gettext_lazy("Tot en met welke dag?"),
        help_text=gettext_lazy("Alleen als u zelf een dag kiest. Bijvoorbeeld: 31-12-2026"),
        required=False,
    )

    def __init__(
        self,
        use: DataUse,
        at: datetime,
        *args: Any,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.use, self.at, self.today = use, at, local_day(at)
        self._choose("how_long", self._periods())
        optional = [key for key in offered_elements(use) if key in use.optional]
        if optional:
            self._choose("optional", [(key, catalogue().words(key)) for key in optional])
        else:
            del self.fields["optional"]

    def show_values(self, parts: Iterable[Asked]) -> None:
        """Put what is kept now behind what may be left out."""
        if "optional" in self.fields:
            optional = [(part.key, part.in_short) for part in parts if not part.is_required]
            self._choose("optional", optional)

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
        field.choices = choices

    def _periods(self) -> list[tuple[str, str]]:
        longest = self.use.most_days
        days = sorted({*(each for each in PERIODS if each < longest), longest})
        return [
            (ONCE, _("Eén keer kijken")),
            *((str(each), self._until_words(each)) for each in days),
            (OWN_DAY, _("Tot en met een dag die ik kies")),
        ]

    def _until_words(self, days: int) -> str:
        return _("Tot en met %(day)s") % {"day": day(self._last_of(days))}

    def _last_of(self, days: int) -> date:
        """Today counts as the first day, so that it is never longer than the use allows."""
        return self.today + timedelta(days=days - 1)

    def clean_until(self) -> date | None:
        last: date | None = self.cleaned_data["until"]
        if self.cleaned_data.get("how_long") != OWN_DAY:
            return None
        if last is None:
            raise ValidationError(_("Vul de dag in. Bijvoorbeeld: 31-12-2026"))
        if last < self.today:
            raise ValidationError(_("Deze dag is al geweest. Kies een dag vanaf vandaag."))
        if last > self._last_of(self.use.most_days):
            raise ValidationError(str(TooLong(days=self.use.most_days)))
        return last

    @property
    def duration(self) -> Duration:
        given = self.cleaned_data["how_long"]
        if given == ONCE:
            return once(self.at, most_days=self.use.most_days)
        last = self.cleaned_data["until"] or self._last_of(int(given))
        return Duration(until=start_of(day_after(last)))
