"""The form of a life event, made from what its kind asks."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.insight.asked import Answer, Question, questions
from plein.insight.events import Event, changed, in_order
from plein.insight.household import Household
from plein.kernel.months import month_of, months_after, months_between, months_from
from plein.rules.of_municipality import Rules
from plein.web.fields import DayField, MoneyField
from plein.web.forms import PleinForm
from plein.web.resident.money.looking import AHEAD

MOST_HOURS, YOUNGEST, OLDEST = 40, 16, 110  # hours a week; years
MOST_CENTS = 5_000_000
NUMERIC = {"inputmode": "numeric", "autocomplete": "off", "class": "utrecht-textbox--short"}


def _number(least: int, most: int) -> Callable[..., forms.Field]:
    def make(**common: Any) -> forms.Field:
        field = forms.IntegerField(
            min_value=least, max_value=most, widget=forms.TextInput(attrs=NUMERIC), **common
        )
        field.error_messages["min_value"] = _("Vul %(least)s of meer in.") % {"least": least}
        field.error_messages["max_value"] = _("Vul hoogstens %(most)s in.") % {"most": most}
        return field

    return make


def _euros(**common: Any) -> forms.Field:
    return MoneyField(max_cents=MOST_CENTS, **common)


def _child(**common: Any) -> forms.Field:
    return forms.ChoiceField(widget=forms.RadioSelect, **common)


FIELDS: dict[Answer, Callable[..., forms.Field]] = {
    Answer.DAY: DayField,
    Answer.MONTH: forms.ChoiceField,
    Answer.EUROS: _euros,
    Answer.HOURS: _number(1, MOST_HOURS),
    Answer.AGE: _number(YOUNGEST, OLDEST),
    Answer.CHILD: _child,
}


class EventForm(PleinForm):
    """`others` are the events that the scenario has beside this one."""

    def __init__(
        self,
        *args: Any,
        kind: type[Event],
        household: Household,
        others: Sequence[Event],
        rules: Rules,
        today: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kind, self.household, self.others, self.rules = kind, household, others, rules
        self.first = month_of(today)
        for question in questions(kind):
            self.add_field(question.name, self._field(question, today))

    def _field(self, question: Question, today: date) -> forms.Field:
        asks = question.asks
        field = FIELDS[asks.answer](
            label=asks.label, help_text=asks.hint or _hint(asks.answer), required=question.required
        )
        if asks.answer is Answer.MONTH:
            none = [] if question.required else [("", gettext_lazy("Dat weet ik niet"))]
            field.choices = [*none, *self._months()]  # type: ignore[attr-defined]
        if asks.answer is Answer.CHILD:
            children = changed(self.household, self.others, self.rules).children
            field.choices = [(f"{born}", _age(born, today)) for born in children]  # type: ignore[attr-defined]
        return field

    def _months(self) -> Iterator[tuple[str, str]]:
        for month in months_from(self.first, AHEAD):
            yield month.isoformat(), formats.date_format(month, "F Y")

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for question in questions(self.kind):
            if question.asks.answer is Answer.DAY and given.get(question.name):
                self._check_day(question.name, given[question.name])
        if not self.errors:
            self._check_event()
        return given

    def _check_day(self, name: str, day: date) -> None:
        end = months_after(self.first, AHEAD)
        if not self.first <= day < end:
            words = _("Kies een dag vanaf %(first)s en voor %(end)s.")
            self.add_error(
                name, words % {"first": f"{self.first:%d-%m-%Y}", "end": f"{end:%d-%m-%Y}"}
            )

    def _check_event(self) -> None:
        """Whether it can happen to the household, as it is after all that goes before."""
        event = self.event()
        until = getattr(event, "until", None)
        if until and until <= event.on:
            self.add_error("until", _("Kies een later moment dan het begin."))
            return
        ordered = in_order([*self.others, event])
        before = changed(self.household, ordered[: ordered.index(event)], self.rules)
        if objection := event.objection(before):
            self.add_error("on", objection)

    def event(self) -> Event:
        given = {
            question.name: _plain(question.asks.answer, self.cleaned_data[question.name])
            for question in questions(self.kind)
        }
        return self.kind(**given)


def filled_in(event: Event) -> dict[str, Any]:
    """As the form shows it again."""
    return {
        question.name: _shown(question.asks.answer, getattr(event, question.name))
        for question in questions(type(event))
    }


def _shown(answer: Answer, value: Any) -> Any:
    if value is None:
        return None
    if answer is Answer.EUROS:
        return int(value * 100)
    return value.isoformat() if answer in (Answer.MONTH, Answer.CHILD) else value


def _plain(answer: Answer, given: Any) -> Any:
    if given in (None, ""):
        return None
    if answer is Answer.EUROS:
        return Decimal(given) / 100
    return date.fromisoformat(given) if answer in (Answer.MONTH, Answer.CHILD) else given


def _hint(answer: Answer) -> str:
    return _("Schrijf dag, maand en jaar. Bijvoorbeeld: 31-12-2026") if answer is Answer.DAY else ""


def _age(born: date, today: date) -> str:
    words = {"month": formats.date_format(born, "F Y")}
    if born > today:
        return _("Het kind dat komt in %(month)s") % words
    age = months_between(born, today) // 12
    return _("Uw kind van %(age)s jaar, geboren in %(month)s") % (words | {"age": age})
