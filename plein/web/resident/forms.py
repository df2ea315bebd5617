"""The forms of residents."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from plein.web.forms import PleinForm
from plein.web.resident.name_questions import NameQuestion, key_of
from plein.webshop.actions.orders import Choice

_UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_CHOICE = re.compile(rf"{_UUID}(\.{_UUID}){{2,3}}")


def choices_in(values: Sequence[str]) -> list[Choice]:
    """Of lines as the check page sends them, `version.member.grant` and perhaps the kind."""
    return [_choice(line) for line in values if _CHOICE.fullmatch(line)]


def _choice(line: str) -> Choice:
    version, member, grant, *kind = (UUID(part) for part in line.split("."))
    return Choice(version, member, grant, variant=kind[0] if kind else None)


class ChosenLines(forms.Field):
    """The lines of the check page."""

    widget = forms.MultipleHiddenInput

    def clean(self, value: object) -> list[Choice]:
        lines = value if isinstance(value, list) else []
        choices = choices_in(lines)
        if not lines or len(choices) != len(lines):
            raise ValidationError(_("Ga terug naar uw mandje en probeer het opnieuw."))
        return choices


class ConfirmationForm(PleinForm):
    """A name for who cannot do without, and an e-mail address of who wants a confirmation."""

    email = forms.EmailField(
        label=_("Wilt u een bevestiging? Vul dan uw e-mailadres in"),
        help_text=_("Wij gebruiken het alleen voor deze bestelling."),
        required=False,
        error_messages={
            "invalid": _("Dit e-mailadres klopt niet. Bijvoorbeeld: naam@voorbeeld.nl")
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    key = forms.RegexField(r"^[0-9a-f]{32}$", widget=forms.HiddenInput)
    lines = ChosenLines()

    def __init__(self, *args: Any, questions: Sequence[NameQuestion] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = questions
        for question in questions:
            self.add_field(f"mag-{question.key}", _consent(question))
            self.add_field(f"naam-{question.key}", _name(question))
        self.order_fields([name for name in self.fields if name not in ("email", "key", "lines")])

    def asked(self) -> Iterator[tuple[NameQuestion, BoundField, BoundField]]:
        """Each question with its consent and its name."""
        for question in self.questions:
            yield question, self[f"mag-{question.key}"], self[f"naam-{question.key}"]

    def choices(self) -> list[Choice]:
        """What is ordered, each with the name that was given for it."""
        given = self.cleaned_data
        lines: list[Choice] = given["lines"]
        return [replace(line, name=given.get(f"naam-{key_of(line)}", "")) for line in lines]


def _consent(question: NameQuestion) -> forms.BooleanField:
    words = {"provider": question.provider, "title": question.version.title}
    refused = _(
        "Zet een vinkje als {provider} de naam mag zien. Wilt u dat niet? "
        "Haal ‘{title}’ dan uit uw mandje."
    )
    return forms.BooleanField(
        label=_("Ja, {provider} mag deze naam zien").format(**words),
        error_messages={"required": refused.format(**words)},
    )


def _name(question: NameQuestion) -> forms.CharField:
    missing = _("Vul de naam in die {provider} nodig heeft.")
    return forms.CharField(
        label=_("Welke naam krijgt {provider}?").format(provider=question.provider),
        help_text=_("Vul niet meer in dan nodig is."),
        initial=question.suggestion,
        max_length=60,
        error_messages={
            "required": missing.format(provider=question.provider),
            "max_length": _("Maak de naam korter: hoogstens 60 letters."),
        },
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
