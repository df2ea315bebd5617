"""Controleren: somebody looks once at what a resident shows. No account, no trace of who looked."""

from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from plein.identity.tries import count_wrong_try, has_tries_left
from plein.kernel.refusal import Refusal
from plein.tenants.keys import index_of
from plein.vault.actions.showing import Checked, UnknownCode, check_showing
from plein.web.claim_words import said
from plein.web.forms import PleinForm
from plein.web.policies import public
from plein.web.request import PleinRequest

MOST_TRIES, WINDOW = 20, timedelta(minutes=10)  # a shop has one address for many tills


class TooManyCodes(Refusal):
    message = _("Er zijn te veel verkeerde codes ingevuld. Probeer het over 10 minuten opnieuw.")


class CheckForm(PleinForm):
    code = forms.CharField(
        label=_("Code van de klant"),
        help_text=_("8 letters en cijfers. Hoofdletters en streepjes maken niet uit."),
        max_length=200,
        error_messages={
            "required": _("Vul de code in die de klant laat zien."),
            "max_length": UnknownCode.message,
        },
    )

    def clean_code(self) -> str:
        """The camera reads the whole address in the picture; the code stands in it."""
        text: str = self.cleaned_data["code"]
        return parse_qs(urlsplit(text).query).get("code", [text])[0] if "?" in text else text


@public
@require_http_methods(["GET", "POST"])
def checking(request: PleinRequest) -> HttpResponse:
    """A code in the address is filled in and not used: only the button uses it up."""
    if request.method != "POST":
        return _page(request, CheckForm(initial={"code": request.GET.get("code", "")[:40]}))
    form = CheckForm(request.POST)
    if form.is_valid():
        try:
            return _answer(request, _check_within_limit(request, form.cleaned_data["code"]))
        except Refusal as refusal:
            form.add_error("code", str(refusal))
    return _page(request, form, status=422)


def _check_within_limit(request: PleinRequest, code: str) -> Checked:
    """Wrong codes are counted per address of the internet, which is kept as a keyed digest."""
    place = index_of(request.municipality, "address", request.META.get("REMOTE_ADDR", ""))
    who = f"checking-{place.hex()[:32]}"
    if not has_tries_left(who, most=MOST_TRIES, window=WINDOW, at=request.now):
        raise TooManyCodes
    try:
        return check_showing(code, at=request.now)
    except UnknownCode:
        count_wrong_try(who, window=WINDOW, at=request.now)
        raise


def _answer(request: PleinRequest, checked: Checked) -> HttpResponse:
    context: dict[str, Any] = {"checked": checked}
    if checked.kind:
        context["facts"] = said(checked.claims, checked.kind.all_claims)
    return render(request, "web/public/checked.html", context)


def _page(request: PleinRequest, form: CheckForm, status: int = 200) -> HttpResponse:
    return render(request, "web/public/checking.html", {"form": form}, status=status)
