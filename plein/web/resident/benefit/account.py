"""Another account for one's own benefit: typed, looked at, and only then changed.

It asks for a sign-in of just now, as whoever changes it can take the money.
"""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from plein.identity.gate import SealedText, read_sealed
from plein.kernel.iban import grouped
from plein.payments.actions.accounts import tell_account
from plein.payments.known import ACCOUNT, accounts_of
from plein.payments.models import Award, PayAccount
from plein.payments.payee import LONGEST_NAME, Payee
from plein.payments.seen import still_to_old_account
from plein.web.fields import IbanField
from plein.web.forms import PleinForm
from plein.web.policies import resident_only
from plein.web.request import ResidentRequest
from plein.web.resident.benefit.own import WHY, own_awards, paid_awards
from plein.web.resident.freshness import ask_again, is_fresh

TYPED = "benefit_account"  # in the sealed session, until it is changed


class OwnAccountForm(PleinForm):
    iban = IbanField(label=_("Nieuw rekeningnummer"))
    name = forms.CharField(
        label=_("Naam bij de rekening"),
        help_text=_("Zoals die op de bankpas staat."),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    def payee(self) -> Payee:
        return Payee(name=self.cleaned_data["name"], iban=self.cleaned_data["iban"])


@dataclass(frozen=True, slots=True)
class Paid:
    """Where the money goes now."""

    row: PayAccount
    payee: Payee

    @property
    def iban(self) -> str:
        return grouped(self.payee.iban)


@resident_only
@require_http_methods(["GET", "POST"])
def form(request: ResidentRequest) -> HttpResponse:
    """What was typed comes back, also when it is wrong."""
    awards = _paid_awards(request)
    if not is_fresh(request):
        return ask_again(request, then=reverse("benefit-account"))
    given = OwnAccountForm(request.POST or None, initial=_typed(request))
    if request.method == "POST" and given.is_valid():
        request.session[TYPED] = given.payee().model_dump()
        return redirect("benefit-account-check")
    context = {"form": given, "now": _now(request, awards[0])}
    status = 422 if given.errors else 200
    return render(request, "web/resident/benefit/account.html", context, status=status)


@resident_only
@require_http_methods(["GET", "POST"])
def check(request: ResidentRequest) -> HttpResponse:
    """With the day from which it counts, and only then the button."""
    awards, typed = _paid_awards(request), _typed(request)
    if not typed:
        return redirect("benefit-account")
    if not is_fresh(request):
        return ask_again(request, then=reverse("benefit-account-check"))
    payee = Payee(**typed)
    if request.method == "POST":
        for award in awards:
            tell_account(award, payee, by=request.actor, at=request.now)
        request.session.pop(TYPED, None)
        return redirect("benefit-account-done")
    context = {
        "name": payee.name,
        "iban": grouped(payee.iban),
        "old": still_to_old_account(awards, request.today),
    }
    return render(request, "web/resident/benefit/account_check.html", context)


@resident_only
@require_GET
def done(request: ResidentRequest) -> HttpResponse:
    """Not found for who did not tell an account."""
    awards = _paid_awards(request)
    now = _now(request, awards[0])
    if now is None or not now.row.by_resident:
        raise Http404
    context = {"now": now, "old": still_to_old_account(awards, request.today)}
    return render(request, "web/resident/benefit/account_done.html", context)


def _paid_awards(request: ResidentRequest) -> list[Award]:
    """Raises `Http404` for who has none."""
    found = paid_awards(own_awards(request), request.today)
    if not found:
        raise Http404
    return found


def _now(request: ResidentRequest, award: Award) -> Paid | None:
    row = accounts_of([award], request.now).get(award.pk)
    if row is None:
        return None
    sealed = SealedText(row.pk, ACCOUNT, row.content_sealed)
    (content,) = read_sealed(
        request.resident, [sealed], purpose=WHY, by=request.actor, at=request.now
    )
    return Paid(row, Payee.read(content))


def _typed(request: ResidentRequest) -> dict[str, Any]:
    return dict(request.session.get(TYPED, {}))
