"""What staff fill in about a case: a question, what is still missing, a decision."""

from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.cases.declared_tasks import words_of
from plein.cases.models import CaseType
from plein.inbox.models import TaskKind
from plein.inbox.task_words import TaskWords
from plein.journeys.due import SET
from plein.tenants.models import Organisation
from plein.vault.models import Recipient
from plein.web.fields import DayField
from plein.web.forms import PleinForm

OWN = ""
LONGEST = 4000  # characters


class WordsField(forms.CharField):
    widget = forms.Textarea(attrs={"rows": 4})

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=LONGEST, **kwargs)


class AskForm(PleinForm):
    """A question whose words are ready, or one of one's own."""

    ask = forms.ChoiceField(label=_("Wat vraagt u?"), required=False)
    title = forms.CharField(
        label=_("Of in uw eigen woorden"),
        help_text=_("Begin met wat de inwoner moet doen. Bijvoorbeeld: Stuur uw huurcontract"),
        max_length=100,
        required=False,
    )
    why = forms.CharField(label=_("Waarom is dit nodig?"), max_length=300, required=False)
    due_on = DayField(label=_("Tot en met welke dag?"), required=False)
    waits = forms.BooleanField(
        label=_("De termijn staat stil tot de inwoner antwoordt (Awb 4:15)"), required=False
    )

    def __init__(self, *args: Any, case_type: CaseType, today: date, **kwargs: Any) -> None:
        super().__init__(*args, prefix="ask", **kwargs)
        self.case_type, self.today = case_type, today
        ready = [(task.key, task.title) for task in case_type.read.tasks]
        self.fields["ask"].choices = [(OWN, _("Eigen woorden")), *ready]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not given.get("ask") and not given.get("title", "").strip():
            self.add_error("title", _("Kies een vraag, of schrijf zelf wat u nodig hebt."))
        return given

    def task(self) -> dict[str, Any]:
        """As `set_task` takes it."""
        given = self.cleaned_data
        if given["ask"]:
            task = self.case_type.read.task(given["ask"])
            words = words_of(self.case_type, task.key)
            words = replace(words, why=given["why"], languages={}) if given["why"] else words
            due_on = given["due_on"] or task.due.on({SET: self.today})
            kind, review = task.kind, task.needs_review
        else:
            words = TaskWords(given["title"].strip(), given["why"])
            kind, due_on, review = TaskKind.PAPER, given["due_on"], True
        return {"kind": kind, "words": words, "due_on": due_on, "needs_review": review}


class MoreForm(PleinForm):
    reason = WordsField(
        label=_("Wat is er nog nodig?"),
        error_messages={"required": _("Schrijf op wat er nog nodig is. De inwoner leest dit.")},
    )
    due_on = DayField(label=_("Tot en met welke dag?"), required=False)


class DayForm(PleinForm):
    due_on = DayField(label=_("Tot en met welke dag?"), required=False)


class WhyForm(PleinForm):
    why = WordsField(
        label=_("Waarom?"),
        help_text=_("De inwoner leest dit."),
        error_messages={"required": _("Schrijf op waarom. De inwoner leest dit.")},
    )


class EndForm(PleinForm):
    last_day = DayField(label=_("Wat is de laatste dag?"))
    why = WordsField(
        label=_("Waarom stopt dit?"),
        help_text=_("De inwoner leest dit."),
        error_messages={"required": _("Schrijf op waarom. De inwoner leest dit.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix="end", **kwargs)


class PartnerForm(PleinForm):
    organisation = forms.ModelChoiceField(
        label=_("Welke organisatie werkt mee?"), queryset=Organisation.objects.none()
    )
    purpose = forms.CharField(
        label=_("Waarvoor?"),
        help_text=_("De inwoner leest dit. Bijvoorbeeld: om u te helpen met uw schulden"),
        max_length=200,
    )
    basis = forms.CharField(
        label=_("Op welke grond?"),
        help_text=_("Een artikel uit de wet, of de toestemming van de inwoner."),
        max_length=200,
    )
    until = DayField(label=_("Tot en met welke dag?"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix="partner", **kwargs)
        admitted = Recipient.objects.filter(is_admitted=True).values("organisation_id")
        field = self.fields["organisation"]
        field.queryset = Organisation.objects.filter(pk__in=admitted).order_by("name")  # type: ignore[attr-defined]
