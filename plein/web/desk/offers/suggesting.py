"""Stel iets voor, from the aanvraag of the resident."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.offers.actions.suggesting import suggest
from plein.offers.models import OfferVersion, ResponseState
from plein.offers.queries import matching, posted, suggestions_about
from plein.web.desk.cases.case import find_case
from plein.web.forms import PleinForm
from plein.web.policies import staff_may
from plein.web.request import StaffRequest

MOST = 20  # to choose from


class SuggestForm(PleinForm):
    version: "forms.ModelChoiceField[OfferVersion]" = forms.ModelChoiceField(
        label=_("Welk aanbod?"), queryset=None, empty_label=None, widget=forms.RadioSelect
    )
    why = forms.CharField(
        label=_("Waarom past dit?"),
        help_text=_("De inwoner leest dit. Bijvoorbeeld: u vertelde dat u graag buiten bent."),
        max_length=300,
    )

    def __init__(self, *args: Any, offered: QuerySet[OfferVersion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["version"]
        chosen.queryset, chosen.label_from_instance = offered, _line


def _line(version: OfferVersion) -> str:
    parts = (version.title, version.get_kind_display(), version.place, version.hours)
    return f"{', '.join(map(str, parts))} ({version.offer.recipient})"


@staff_may(Right.HANDLE_CASES)
@require_http_methods(["GET", "POST"])
def suggest_in_case(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case, words = find_case(case_id), request.GET.get("zoek", "").strip()[:100]
    found = matching(posted(request.today), words)
    form = SuggestForm(request.POST or None, offered=posted(request.today))
    if form.is_bound and form.is_valid():
        offer, why = form.cleaned_data["version"].offer, form.cleaned_data["why"]
        try:
            suggest(case.topic, offer, why, by=request.staff, at=request.now)
        except Refusal as refusal:
            form.add_error("version", str(refusal))
        else:
            messages.success(request, _("De inwoner ziet nu wat u voorstelt."))
            return redirect("desk-case-suggest", case_id)
    rows = list(found[: MOST + 1])
    chosen: Any = form.fields["version"]
    chosen.choices = [(each.pk, _line(each)) for each in rows[:MOST]]
    context = {
        "case": case,
        "form": form,
        "words": words,
        "found": len(rows[:MOST]),
        "has_more": len(rows) > MOST,
        "rows": [(each, _went(each)) for each in suggestions_about(case.topic)],
    }
    status = 422 if form.errors else 200
    return render(request, "web/desk/offers/suggest.html", context, status=status)


def _went(suggestion: Any) -> Any:
    """Of a response if there is one, else what the resident said."""
    if suggestion.went:
        return ResponseState(suggestion.went).label
    return suggestion.get_state_display()
