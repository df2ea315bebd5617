"""A question of a declaration as a field, and its answer as it is kept."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.documents.judging import ACCEPTED
from plein.intake.progress import CENTS
from plein.journeys.questions import Kind, Question
from plein.web.fields import (
    DayField,
    FilesField,
    IbanField,
    MoneyField,
    PostcodeField,
    SeveralFilesInput,
)

MOST_FILES = 5
HOW_TO_SEND = _("Maak een foto met uw telefoon, of kies een bestand. U kunt er 5 sturen.")
YES, NO = "ja", "nee"
LONGEST, LONGEST_STORY = 300, 4000  # characters


def field_for(question: Question) -> forms.Field:
    said: dict[str, Any] = {"label": question.title, "required": question.required}
    if hint := " ".join(part for part in (question.help, _example(question)) if part):
        said["help_text"] = hint
    return FIELDS[question.kind](question, said)


def kept(question: Question, value: Any) -> Any:
    """As JSON holds it."""
    if question.kind == Kind.YES_NO:
        return value == YES
    return value.isoformat() if isinstance(value, date) else value


def shown_again(value: Any) -> Any:
    """For a field that is filled in anew."""
    return {True: YES, False: NO}[value] if isinstance(value, bool) else value


def _example(question: Question) -> str:
    said = str(_("Bijvoorbeeld: {example}"))
    return said.format(example=question.example) if question.example else ""


def _choice(question: Question, said: dict[str, Any]) -> forms.Field:
    choices = [(each.value, each.label) for each in question.choices]
    return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **said)


def _choices(question: Question, said: dict[str, Any]) -> forms.Field:
    choices = [(each.value, each.label) for each in question.choices]
    widget = forms.CheckboxSelectMultiple
    return forms.MultipleChoiceField(choices=choices, widget=widget, **said)


def _yes_or_no(_question: Question, said: dict[str, Any]) -> forms.Field:
    choices = [(YES, _("Ja")), (NO, _("Nee"))]
    return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **said)


def _number(question: Question, said: dict[str, Any]) -> forms.Field:
    return forms.IntegerField(min_value=question.least, max_value=question.most, **said)


def _amount(question: Question, said: dict[str, Any]) -> forms.Field:
    """Euros in the declaration, cents in the answer."""
    least, most = (
        each if each is None else each * CENTS for each in (question.least, question.most)
    )
    return MoneyField(min_cents=least, max_cents=most, **said)


def _text(question: Question, said: dict[str, Any]) -> forms.Field:
    most = question.most or LONGEST
    return forms.CharField(min_length=question.least, max_length=most, **said)


def _story(question: Question, said: dict[str, Any]) -> forms.Field:
    widget, most = forms.Textarea(attrs={"rows": 5}), question.most or LONGEST_STORY
    return forms.CharField(min_length=question.least, max_length=most, widget=widget, **said)


def _files(question: Question, said: dict[str, Any]) -> forms.Field:
    widget = SeveralFilesInput(attrs={"accept": ACCEPTED})
    said["help_text"] = " ".join([str(said.get("help_text", "")), str(HOW_TO_SEND)]).strip()
    return FilesField(most=MOST_FILES, widget=widget, **said)


FIELDS: dict[Kind, Callable[[Question, dict[str, Any]], forms.Field]] = {
    Kind.ONE: _choice,
    Kind.MANY: _choices,
    Kind.YES_NO: _yes_or_no,
    Kind.TEXT: _text,
    Kind.LONG_TEXT: _story,
    Kind.AMOUNT: _amount,
    Kind.NUMBER: _number,
    Kind.FILES: _files,
    Kind.POSTCODE: lambda _question, said: PostcodeField(max_length=10, **said),
    Kind.ACCOUNT: lambda _question, said: IbanField(**said),
    Kind.DAY: lambda _question, said: DayField(**said),
}
