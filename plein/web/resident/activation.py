"""A code from a letter: typed, checked, and turned into a budget."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from plein.kernel.refusal import Refusal
from plein.web.forms import PleinForm
from plein.web.guessing import within_limit
from plein.web.policies import shopper_only
from plein.web.request import ResidentRequest
from plein.web.resident.family import Family
from plein.webshop.actions.activating import UnknownActivationCode, activate, find_code
from plein.webshop.models import ActivationCode, SubjectKind


class ActivationForm(PleinForm):
    code = forms.CharField(
        label=gettext_lazy("Code op uw brief"),
        help_text=gettext_lazy("8 letters en cijfers. Bijvoorbeeld: 7KQ4-M2PX"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )
    member = forms.ChoiceField(
        label=gettext_lazy("Voor wie is het budget?"), widget=forms.RadioSelect, required=False
    )

    def __init__(self, *args: Any, family: Family, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(member.pk), family.name_of(member)) for member in family.members]
        field = self.fields["member"]
        field.choices = choices  # type: ignore[attr-defined]
        if len(choices) == 1:
            del self.fields["member"]

    def asks_who(self, code: ActivationCode) -> bool:
        """A budget for one person, where more than one lives and nobody was chosen."""
        of_one = code.period.scheme.subject == SubjectKind.MEMBER
        return of_one and "member" in self.fields and not self.cleaned_data["member"]


@shopper_only
@require_http_methods(["GET", "POST"])
def activation(request: ResidentRequest) -> HttpResponse:
    family = Family(request)
    form = ActivationForm(request.POST or None, family=family)
    if request.method == "POST" and form.is_valid():
        try:
            code = _found(request, form.cleaned_data["code"])
            if form.asks_who(code):
                form.add_error("member", _("Kies voor wie het budget is."))
            else:
                holder = family.find(form.cleaned_data.get("member", "")) or family.own
                activate(code, request.household, holder, by=request.actor, at=request.now)
                name = {"name": code.period.scheme}
                messages.success(request, _("U hebt een budget: %(name)s.") % name)
                return redirect("shop")
        except Refusal as refusal:
            form.add_error("code", str(refusal))
    status = 422 if request.method == "POST" else 200
    return render(request, "web/resident/activation.html", {"form": form}, status=status)


def _found(request: ResidentRequest, text: str) -> ActivationCode:
    """Ten wrong ones, and this resident waits."""
    return within_limit(
        lambda: find_code(text, request.today),
        who=f"letter-{request.resident.pk}",
        wrong=UnknownActivationCode,
        at=request.now,
    )
