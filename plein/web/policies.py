"""Who may enter stands on the door: every view names its policy, or nobody gets in."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from plein.identity.acting_for import CASES, SHOP, TO_ACT
from plein.identity.roles import Right
from plein.tenants.models import Module
from plein.vault.helped import HelpHasEnded
from plein.web.background import is_background
from plein.web.doors import (
    DESK,
    ORGANISATION,
    PLATFORM,
    PROVIDER,
    RESIDENT,
    WITH_ACCOUNT,
    Door,
)
from plein.web.person import ACTING_FOR

View = Callable[..., HttpResponseBase]


@dataclass(frozen=True, slots=True)
class Policy:
    """`who` is for the reader and the tests; the doors and the right decide."""

    who: str
    doors: tuple[Door, ...] = ()  # empty: everybody, signed in or not
    right: Right | None = None
    module: Module | None = None
    first_factor: bool = False  # enough to go on proving the second
    with_help: bool = False  # also by a member of staff, together with the resident
    with_mandate: tuple[str, ...] = ()  # also by a helper, with one of these parts
    before_opening: bool = False  # also where a municipality is not open; the desk always is


PUBLIC = Policy("iedereen")
FIRST_FACTOR = Policy("wie een account heeft", WITH_ACCOUNT, first_factor=True)


def policy_of(view: Any) -> Policy | None:
    return getattr(view, "policy", None)


def _with(policy: Policy) -> Callable[[View], View]:
    def mark(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            return view(request, *args, **kwargs)

        guarded.policy = policy  # type: ignore[attr-defined]
        return guarded

    return mark


public = _with(PUBLIC)
public_before_opening = _with(Policy("iedereen, ook eerder", before_opening=True))
public_shop = _with(Policy("iedereen, waar een winkel is", module=Module.WEBSHOP))
first_factor_only = _with(FIRST_FACTOR)
resident_only = _with(Policy("inwoner", (RESIDENT,)))
resident_or_together = _with(Policy("inwoner, ook samen met ons", (RESIDENT,), with_help=True))
resident_or_helper = _with(Policy("inwoner, ook door een helper", (RESIDENT,), with_mandate=TO_ACT))
resident_or_helped = _with(
    Policy("inwoner, ook met hulp", (RESIDENT,), with_help=True, with_mandate=(CASES,))
)
resident_with_any_help = _with(
    Policy("inwoner, met welke hulp ook", (RESIDENT,), with_help=True, with_mandate=TO_ACT)
)
shopper_only = _with(Policy("inwoner", (RESIDENT,), module=Module.WEBSHOP))
shopper_or_helper = _with(
    Policy("inwoner, ook door een helper", (RESIDENT,), module=Module.WEBSHOP, with_mandate=(SHOP,))
)
shopper_or_helped = _with(
    Policy(
        "inwoner, ook met hulp",
        (RESIDENT,),
        module=Module.WEBSHOP,
        with_help=True,
        with_mandate=(SHOP,),
    )
)
vault_only = _with(Policy("inwoner", (RESIDENT,), module=Module.VAULT))
staff_only = _with(Policy("medewerker", (DESK,)))
provider_only = _with(Policy("aanbieder", (PROVIDER,), module=Module.WEBSHOP))
organisation_only = _with(Policy("organisatie", (ORGANISATION,), module=Module.VAULT))
platform_only = _with(Policy("wie het platform beheert", (PLATFORM,)))
worker_only = _with(Policy("wie hier werkt", WITH_ACCOUNT))


def staff_may(right: Right, module: Module | None = None) -> Callable[[View], View]:
    """For staff whose role has this right (roles.py)."""
    return _with(Policy(f"medewerker: {right.label}", (DESK,), right, module))


class PolicyMiddleware:
    """Checks the policy of the view before it runs."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.respond(request)

    def process_view(
        self, request: Any, view: View, _args: object, _kwargs: object
    ) -> HttpResponse | None:
        policy = policy_of(view)
        if policy is None:
            raise ImproperlyConfigured(f"{view} names no policy")
        if _is_shut(request, policy):
            return render(request, "web/not_open_yet.html", status=404)
        if policy.module and not request.municipality.has(policy.module):
            raise Http404
        if not policy.doors:
            return None
        if request.door not in policy.doors:
            raise Http404
        return _check_person(request, policy)


def _is_shut(request: Any, policy: Policy) -> bool:
    """Before a municipality opens, only its own staff have anything to do there."""
    here = request.municipality
    if here is None or here.is_open:
        return False
    return not policy.before_opening and request.door is not DESK


def _check_person(request: Any, policy: Policy) -> HttpResponse | None:
    if policy.first_factor and request.user.is_authenticated:
        return None
    person = {
        RESIDENT: request.resident,
        DESK: request.staff,
        PROVIDER: request.provider,
        ORGANISATION: request.recipient,
        PLATFORM: request.administrator,
    }
    if person[request.door] is None:
        return _ask_to_sign_in(request)
    if policy.right and not request.staff.may(policy.right):
        raise PermissionDenied
    if request.help_ended:
        del request.session[ACTING_FOR]
        messages.error(request, str(HelpHasEnded()))
        return redirect("helping")
    if request.mandate and not set(policy.with_mandate) & set(request.mandate.parts):
        return render(request, "web/resident/others/alone.html", status=403)
    if request.assisted and not policy.with_help:
        return render(request, "web/resident/together/alone.html", status=403)
    return None


def _ask_to_sign_in(request: Any) -> HttpResponse:
    """Signed in halfway goes on to the second factor; else to the sign-in page of the door."""
    if request.user.is_authenticated and request.door is not RESIDENT:
        return redirect("second-factor")
    response = redirect(reverse(request.door.sign_in))
    if request.method == "GET" and not is_background(request):
        request.session["next"] = request.get_full_path()
    return response
