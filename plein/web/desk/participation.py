"""Deelname: staff let a provider sell for a scheme, on what terms, and stop it."""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.validators import RegexValidator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.web.forms import PleinForm
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.webshop.actions.participation import (
    NotAShare,
    admit_part,
    end_part,
    refuse_part,
    resume_part,
    suspend_part,
)
from plein.webshop.models import Participation, ParticipationStatus, Provider, Scheme

# What staff can do from where a provider stands; None is who never asked.
ACTS: dict[str | None, tuple[str, ...]] = {
    None: ("admit",),
    ParticipationStatus.ASKED: ("admit", "refuse"),
    ParticipationStatus.ADMITTED: ("terms", "suspend", "end"),
    ParticipationStatus.SUSPENDED: ("resume", "end"),
    ParticipationStatus.REFUSED: ("admit",),
    ParticipationStatus.ENDED: ("admit",),
}
DONE: dict[str, Promise] = {
    "admit": _("De aanbieder doet mee. Zet nu de producten in de winkel."),
    "terms": _("De bijdrage is veranderd. Dit geldt voor wat vanaf nu is meegegeven."),
    "refuse": _("De aanbieder is afgewezen, en leest waarom."),
    "suspend": _("De aanbieder staat stil. Inwoners kopen daar nu niets."),
    "resume": _("De aanbieder doet weer mee."),
    "end": _("De aanbieder is gestopt bij deze regeling."),
}


class PartForm(PleinForm):
    """The terms, and the reason of what stops."""

    contribution = forms.CharField(
        label=_("Bijdrage van de aanbieder in procent"),
        help_text=_("Dit houden wij in van elke levering. Vul 0 in als er geen bijdrage is."),
        required=False,
        validators=[RegexValidator(r"^\d{1,3}([.,]\d{1,2})?$", NotAShare.message)],
        widget=forms.TextInput(
            attrs={"inputmode": "decimal", "autocomplete": "off", "class": "utrecht-textbox--short"}
        ),
    )
    reason = forms.CharField(
        label=_("Waarom? De aanbieder leest dit."),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    @property
    def share(self) -> int:
        """In basis points."""
        whole, _sep, rest = self.cleaned_data["contribution"].replace(".", ",").partition(",")
        return int(whole or 0) * 100 + int(rest.ljust(2, "0"))


@staff_may(Right.MANAGE_PROVIDERS)
@require_http_methods(["GET", "POST"])
def part(request: StaffRequest, provider_id: UUID, scheme_id: UUID) -> HttpResponse:
    """How a provider stands in a scheme, and what staff can do about it."""
    providers = Provider.objects.select_related("organisation")
    provider = get_object_or_404(providers, pk=provider_id)
    scheme = get_object_or_404(Scheme, pk=scheme_id)
    now = provider.participations.filter(scheme=scheme).first()
    acts = ACTS[now.status if now else None]
    form = PartForm(request.POST or None, initial={"contribution": now.percent if now else "0"})
    if request.method == "POST" and form.is_valid():
        act = request.POST.get("act", "")
        try:
            _act(act, request, provider, scheme, now, form)
        except Refusal as refusal:
            field = "contribution" if isinstance(refusal, NotAShare) else "reason"
            form.add_error(field, str(refusal))
        else:
            messages.success(request, str(DONE[act]))
            return redirect("desk-provider", provider.pk)
    context = {"provider": provider, "scheme": scheme, "part": now, "acts": acts, "form": form}
    status = 422 if form.errors else 200
    return render(request, "web/desk/part.html", context, status=status)


class NoSuchAct(Refusal):
    message = _("Dit kan nu niet. Kijk hoe de aanbieder er nu voor staat.")


def _act(
    act: str,
    request: StaffRequest,
    provider: Provider,
    scheme: Scheme,
    now: Participation | None,
    form: PartForm,
) -> None:
    if act in {"admit", "terms"}:
        admit_part(provider, scheme, contribution=form.share, by=request.actor, at=request.now)
        return
    by_reason: dict[str, Callable[..., None]] = {
        "refuse": refuse_part,
        "suspend": suspend_part,
        "end": end_part,
    }
    if now and act in by_reason:
        by_reason[act](now, form.cleaned_data["reason"], by=request.actor, at=request.now)
    elif now and act == "resume":
        resume_part(now, by=request.actor, at=request.now)
    else:
        raise NoSuchAct
