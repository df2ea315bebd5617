"""Who asks: found anew at each request, so that rights that were taken away are gone at once."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from plein.identity.models import Member, ProviderUser, Staff
from plein.web.doors import DESK, PROVIDER, RESIDENT
from plein.web.second_factor import is_proven
from plein.webshop.models import Provider


class PersonMiddleware:
    """Puts the person of this door on the request; None where nobody signed in in full."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        for name in ("resident", "household", "member", "staff", "provider_user", "provider"):
            setattr(request, name, None)
        find = {RESIDENT: _find_resident, DESK: _find_staff, PROVIDER: _find_provider}
        if recognise := find.get(request.door):  # type: ignore[attr-defined]
            recognise(request)
        return self.respond(request)


def _find_resident(request: HttpRequest) -> None:
    resident = request.session.get("resident")
    if not resident:
        return
    member = (
        Member.objects.on(request.today)  # type: ignore[attr-defined]
        .filter(resident_id=resident)
        .select_related("resident", "household")
        .first()
    )
    if member:
        request.member, request.household = member, member.household  # type: ignore[attr-defined]
        request.resident = member.resident  # type: ignore[attr-defined]
        request.actor = member.resident.actor  # type: ignore[attr-defined]


def _find_staff(request: HttpRequest) -> None:
    if not is_proven(request):
        return
    staff = Staff.objects.filter(account=request.user).select_related("municipality").first()
    if staff:
        request.staff, request.actor = staff, staff.actor  # type: ignore[attr-defined]


def _find_provider(request: HttpRequest) -> None:
    if not is_proven(request):
        return
    person = ProviderUser.objects.filter(account=request.user).select_related("organisation")
    for provider_user in person:
        provider = Provider.objects.filter(organisation=provider_user.organisation, is_admitted=True)
        request.provider = provider.select_related("organisation").first()  # type: ignore[attr-defined]
        request.provider_user = provider_user  # type: ignore[attr-defined]
        request.actor = provider_user.actor  # type: ignore[attr-defined]
