"""The form of one step: what is known, with right or wrong, and what is asked."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from plein.intake.answers import Answers, Confirmed
from plein.intake.earlier import Earlier
from plein.intake.models import ApplicationPaper
from plein.intake.progress import asked_in
from plein.journeys.intake import Intake, Step
from plein.journeys.questions import Kind, Question
from plein.vault.catalogue import catalogue
from plein.web.forms import PleinForm
from plein.web.question_fields import LONGEST, field_for, kept, shown_again
from plein.web.vault_shown import Shown

EMPTY: tuple[Any, ...] = (None, "", [])
RIGHT, WRONG = "klopt", "klopt-niet"


class StepForm(PleinForm):
    """`right_…` and `says_…` for each value that is shown; the questions by their own keys."""

    def __init__(
        self,
        *args: Any,
        intake: Intake,
        step: Step,
        answers: Answers,
        values: Mapping[str, Shown],
        earlier: Mapping[str, Earlier],
        papers: Collection[ApplicationPaper],
        **kwargs: Any,
    ) -> None:
        self.earlier, self.papers = earlier, papers
        self.values = {key: values[key] for key in step.confirms if key in values}
        self.step, self.questions = step, asked_in(intake, step, answers)
        super().__init__(*args, initial=_initial(answers, earlier), **kwargs)
        for key in step.confirms:
            self._add_value(key)
        for question in self.questions:
            field = field_for(question)
            if self.papers_of(question):
                field.required = False
            self.add_field(question.key, field)

    def papers_of(self, question: Question) -> list[ApplicationPaper]:
        """What was added to it already."""
        return [paper for paper in self.papers if paper.question == question.key]

    @property
    def file_questions(self) -> list[Question]:
        return [question for question in self.questions if question.kind == Kind.FILES]

    def _add_value(self, key: str) -> None:
        """What we do not know is told by the resident at once."""
        name = _(catalogue().elements[key].nl)
        says = _("Wat moet het zijn?") if key in self.values else name
        if key in self.values:
            choices = [(RIGHT, _("Ja, dit klopt")), (WRONG, _("Nee, dit klopt niet"))]
            label = _("Klopt dit: {name}?").format(name=name)
            right = forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect)
            self.add_field(f"right_{key}", right)
        needed = key not in self.values
        field = forms.CharField(label=says, max_length=LONGEST, required=needed)
        field.help_text = _("Is dit er niet? Schrijf dan: geen.") if needed else ""
        self.add_field(f"says_{key}", field)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for key in self.values:
            if given.get(f"right_{key}") == WRONG and not given.get(f"says_{key}", "").strip():
                self.add_error(f"says_{key}", _("Schrijf op wat het moet zijn."))
        return given

    def questions_on_page(self) -> Sequence[dict[str, Any]]:
        """Each with its field, what was said before, and the papers that are there."""
        return [
            {
                "field": self[question.key],
                "earlier": self.earlier.get(question.key),
                "papers": self.papers_of(question),
            }
            for question in self.questions
        ]

    def values_on_page(self) -> Sequence[dict[str, Any]]:
        """Each value with its two fields, for the template."""
        return [
            {
                "name": _(catalogue().elements[key].nl),
                "shown": self.values.get(key),
                "right": self[f"right_{key}"] if key in self.values else None,
                "says": self[f"says_{key}"],
            }
            for key in self.step.confirms
        ]

    def answered(self, answers: Answers) -> Answers:
        """With what is in order, and without what was emptied; the rest stays with the form."""
        cleaned = {key: value for key, value in self.cleaned_data.items() if key not in self.errors}
        given = {
            question.key: kept(question, cleaned[question.key])
            for question in self.questions
            if question.kind != Kind.FILES and cleaned.get(question.key) not in EMPTY
        }
        emptied = {
            question.key
            for question in self.questions
            if question.kind != Kind.FILES and cleaned.get(question.key, "x") in EMPTY
        }
        confirmed = {
            key: each for key in self.step.confirms if (each := self._confirmed(key, cleaned))
        }
        return answers.without(emptied).with_given(given).with_confirmed(confirmed)

    def _confirmed(self, key: str, cleaned: Mapping[str, Any]) -> Confirmed | None:
        value, says = self.values.get(key), str(cleaned.get(f"says_{key}", "")).strip()
        if value is None:
            return Confirmed(right=False, says=says) if says else None
        if f"right_{key}" not in cleaned or f"says_{key}" not in cleaned:
            return None
        right = cleaned[f"right_{key}"] == RIGHT
        return Confirmed(right, _words(value), value.source, "" if right else says, value.is_own)


def _words(value: Shown) -> str:
    return ", ".join(value.lines) or _("Geen")


def _initial(answers: Answers, earlier: Mapping[str, Earlier]) -> dict[str, Any]:
    before = {key: each.value for key, each in earlier.items()}
    found = {key: shown_again(value) for key, value in (before | dict(answers.given)).items()}
    for key, each in answers.confirmed.items():
        found |= {f"right_{key}": RIGHT if each.right else WRONG, f"says_{key}": each.says}
    return found
