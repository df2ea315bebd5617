"""What staff fill in at a conversation."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.inbox.talk_words import LONGEST
from plein.web.forms import PleinForm
from plein.web.talking import TalkForm


class AnswerForm(TalkForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = _("Uw antwoord")
        self.fields["words"].help_text = _("Schrijf kort, in gewone woorden en met ‘u’.")


class HandOverForm(PleinForm):
    team = forms.ChoiceField(label=_("Aan welk team?"))
    why = forms.CharField(
        label=_("Waarom?"),
        help_text=_("De inwoner leest dit."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST,
        error_messages={"required": _("Schrijf op waarom. De inwoner leest dit.")},
    )
    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, teams: list[str], **kwargs: Any) -> None:
        super().__init__(*args, prefix="over", initial={"key": uuid4()}, **kwargs)
        choices = [("", _("Kies een team")), *((team, team) for team in teams)]
        self.fields["team"].choices = choices  # type: ignore[attr-defined]
