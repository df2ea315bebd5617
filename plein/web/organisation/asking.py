"""Vraag gegevens: for a use that was approved, with a code for the resident."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from plein.kernel.refusal import Refusal
from plein.kernel.short_code import spaced
from plein.vault.actions.requests import ask
from plein.vault.catalogue import catalogue
from plein.vault.models import DataUse
from plein.vault.offers import offered_elements
from plein.vault.queries.recipients import open_uses, requests_of
from plein.vault.references import LONGEST, read_reference
from plein.web.forms import PleinForm
from plein.web.organisation.words import request_words
from plein.web.policies import organisation_only
from plein.web.request import OrganisationRequest

IN_SESSION = "asked"  # the last code: only its index is kept in the database


class AskForm(PleinForm):
    use = forms.ChoiceField(label=_("Waarvoor hebt u gegevens nodig?"), widget=forms.RadioSelect)
    reference = forms.CharField(
        label=_("Uw kenmerk"),
        help_text=_("Het nummer van uw dossier. Zet hier geen naam of andere persoonsgegevens in."),
        error_messages={"required": _("Vul het nummer van uw dossier in.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "utrecht-textbox--medium"}),
    )

    def __init__(self, uses: Iterable[DataUse], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.uses = {str(use.pk): use for use in uses}
        chosen = self.fields["use"]
        assert isinstance(chosen, forms.ChoiceField)  # noqa: S101 - for the type checker
        chosen.choices = [(key, capfirst(use.why)) for key, use in self.uses.items()]

    def clean_use(self) -> DataUse:
        return self.uses[self.cleaned_data["use"]]

    def clean_reference(self) -> str:
        try:
            return read_reference(self.cleaned_data["reference"])
        except Refusal as refusal:
            raise forms.ValidationError(str(refusal)) from None


@organisation_only
@require_http_methods(["GET", "POST"])
def new(request: OrganisationRequest) -> HttpResponse:
    uses = list(open_uses().filter(recipient=request.recipient))
    form = AskForm(uses, request.POST or None)
    if form.is_valid():
        given = form.cleaned_data
        try:
            asked, code = ask(given["use"], given["reference"], by=request.actor, at=request.now)
        except Refusal as refusal:
            form.add_error("use", str(refusal))
        else:
            request.session[IN_SESSION] = [str(asked.pk), code]
            return redirect("organisation-request", asked.pk)
    context = {"form": form, "uses": [(use, words_of(use)) for use in uses], "longest": LONGEST}
    status = 422 if form.is_bound else 200
    return render(request, "web/organisation/ask.html", context, status=status)


def words_of(use: DataUse) -> list[str]:
    """What is asked for, as residents call it."""
    return [catalogue().words(key) for key in offered_elements(use)]


@organisation_only
@require_GET
def show(request: OrganisationRequest, request_id: UUID) -> HttpResponse:
    """The state of a request; the code only to who asked, for as long as they are signed in."""
    asked = get_object_or_404(requests_of(request.recipient), pk=request_id)
    last, code = request.session.get(IN_SESSION, ["", ""])
    context = {
        "asked": asked,
        "words": request_words(asked, request.today),
        "elements": words_of(asked.use),
        "code": spaced(code) if last == str(asked.pk) else "",
        "grant": getattr(asked, "grant", None),
        "is_open": asked.is_open_on(request.today),
    }
    return render(request, "web/organisation/request.html", context)
