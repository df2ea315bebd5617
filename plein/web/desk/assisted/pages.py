"""Begin a session, see what was done in it, and how the resident said that it is right."""

from collections.abc import Callable
from importlib import import_module
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plein.assisted.actions.sessions import (
    confirm_as_witness,
    confirm_on_paper,
    refuse,
    start_session,
)
from plein.assisted.models import WHY, AssistedSession, Proof, SessionState
from plein.assisted.queries import acts_of
from plein.identity.gate import read_name, read_names
from plein.identity.queries import visible_members
from plein.identity.roles import Right
from plein.inbox.models import Channel
from plein.kernel.refusal import Refusal
from plein.web.desk.grants.forms import BsnField
from plein.web.doors import RESIDENT
from plein.web.forms import PleinForm
from plein.web.person import TOGETHER
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.web.sessions import begin

CHANNELS = [(Channel.DESK, _("aan de balie")), (Channel.PHONE, _("aan de telefoon"))]
MOST = 50  # on the list


class StartForm(PleinForm):
    bsn = BsnField(label=_("Burgerservicenummer"), max_length=20)
    channel = forms.ChoiceField(
        label=_("Hoe spreekt u de inwoner?"), choices=CHANNELS, widget=forms.RadioSelect
    )
    proof = forms.ChoiceField(
        label=_("Hoe weet u wie het is?"), choices=Proof.choices, widget=forms.RadioSelect
    )


@staff_may(Right.HELP)
@require_http_methods(["GET", "POST"])
def index(request: StaffRequest) -> HttpResponse:
    form = StartForm(request.POST or None)
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        try:
            session = start_session(
                given["bsn"],
                Channel(given["channel"]),
                Proof(given["proof"]),
                by=request.staff,
                at=request.now,
                day=request.today,
            )
        except Refusal as refusal:
            form.add_error("proof", str(refusal))
        else:
            return _sit_down(request, session)
    waiting = AssistedSession.objects.unconfirmed().with_acts().select_related("staff__account")
    context = {"form": form, "waiting": waiting.order_by("started_at")[:MOST]}
    status = 422 if form.errors else 200
    return render(request, "web/desk/assisted/list.html", context, status=status)


def _sit_down(request: StaffRequest, session: AssistedSession) -> HttpResponse:
    """The resident's door opens for this browser, as far as it may be opened together."""
    resident = session.resident
    member = resident.memberships.on(request.today).select_related("household").get()
    members = visible_members(resident, member.household, request.today)
    names = read_names(member.household, members, purpose=WHY, by=session.actor, at=request.now)
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    begin(store, request.now)
    store["resident"], store[TOGETHER] = str(resident.pk), str(session.pk)
    store["names"] = {str(key): name for key, name in names.items()}
    store.create()
    response = redirect(reverse("cases", RESIDENT.urlconf))
    response.set_cookie(
        RESIDENT.cookie,
        store.session_key,
        httponly=True,
        secure=settings.HTTPS,
        samesite="Lax",
    )
    return response


@staff_may(Right.HELP)
@require_GET
def show(request: StaffRequest, session_id: UUID) -> HttpResponse:
    """What was done, for the resident to read along and to sign."""
    session = _find(session_id)
    context = {
        "session": session,
        "name": read_name(session.resident_id, purpose=WHY, by=request.actor, at=request.now),
        "acts": acts_of(session),
        "is_own": session.staff_id == request.staff.pk,
        "is_waiting": session.state == SessionState.STARTED,
    }
    return render(request, "web/desk/assisted/one.html", context)


CONFIRM: dict[str, Callable[..., Any]] = {
    "handtekening": lambda session, request: confirm_on_paper(
        session, by=request.staff, at=request.now
    ),
    "erbij": lambda session, request: confirm_as_witness(session, by=request.staff, at=request.now),
    "klopt-niet": lambda session, request: refuse(session, by=request.actor, at=request.now),
}


@staff_may(Right.HELP)
@require_POST
def confirm(request: StaffRequest, session_id: UUID, how: str) -> HttpResponse:
    if how not in CONFIRM:
        raise Http404
    session = _find(session_id)
    try:
        CONFIRM[how](session, request)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Dit is genoteerd."))
    return redirect("desk-together-one", session_id)


def _find(session_id: UUID) -> AssistedSession:
    found = AssistedSession.objects.select_related("staff__account", "resident")
    return get_object_or_404(found, pk=session_id)
