"""Who asks: found anew at each request, so that rights that were taken away are gone at once."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from plein.assisted.models import AssistedSession
from plein.identity.acting_for import actor_of, mandate_to_act
from plein.identity.models import Mandate, MandateGround, Member, ProviderUser, Staff
from plein.identity.queries import at_home_with
from plein.identity.roles import Right
from plein.starting.models import PlatformAdministrator
from plein.vault.models import Recipient, Vault
from plein.web.doors import DESK, ORGANISATION, PLATFORM, PROVIDER, RESIDENT
from plein.web.second_factor import is_proven
from plein.webshop.models import Provider

ACTING_FOR = "acting_for"  # in the session of a helper: by which mandate
TOGETHER = "together"  # in the session of a resident: which member of staff sits beside it
PERSONS = (
    *("resident", "household", "member", "housemates", "assisted", "mandate", "help_ended"),
    *("staff", "provider_user", "provider", "recipient", "administrator"),
)


class PersonMiddleware:
    """Puts the person of this door on the request; None where nobody signed in in full."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        for name in PERSONS:
            setattr(request, name, None)
        find = {
            RESIDENT: _find_resident,
            DESK: _find_staff,
            PROVIDER: _find_provider,
            ORGANISATION: _find_recipient,
            PLATFORM: _find_administrator,
        }
        if recognise := find.get(request.door):  # type: ignore[attr-defined]
            recognise(request)
        return self.respond(request)


def _find_resident(request: Any) -> None:
    resident = request.session.get("resident")
    if not resident or not _may_help(request):
        return
    if request.session.get(ACTING_FOR):
        _act_for_another(request, UUID(resident))
    else:
        people = at_home_with([resident], request.today).select_related("resident__vault")
        _be(request, UUID(resident), list(people))
    if request.resident and request.assisted:
        request.actor = request.assisted.actor


def _be(request: Any, resident: UUID, people: list[Member]) -> None:
    """One of these people; who is in no household here is nobody."""
    member = next((each for each in people if each.resident_id == resident), None)
    if member and member.resident:
        request.member, request.household = member, member.household
        request.resident, request.actor = member.resident, member.resident.actor
        request.housemates = [m for m in people if m.household_id == member.household_id]


def _act_for_another(request: Any, helper: UUID) -> None:
    """As long as the mandate runs; who locked everything is helped by a bewindvoerder only.

    Both are looked up at once, with the lock: a page for another costs one question more.
    """
    mandate = mandate_to_act(helper, request.session[ACTING_FOR], request.today)
    both = [helper, mandate.giver_id] if mandate else [helper]
    people = list(at_home_with(both, request.today).select_related("resident__vault"))
    _be(request, helper, people)
    if request.resident is None:
        return
    if mandate is None or (mandate.ground == MandateGround.HELPER and _is_locked(mandate, people)):
        request.help_ended = True
        return
    _be(request, mandate.giver_id, people)
    request.mandate, request.actor = mandate, actor_of(mandate)


def _is_locked(mandate: Mandate, people: list[Member]) -> bool:
    giver = next((m.resident for m in people if m.resident_id == mandate.giver_id), None)
    vault: Vault | None = getattr(giver, "vault", None)
    return vault is not None and vault.is_frozen


def _may_help(request: Any) -> bool:
    """In a session with us: as long as it runs, and as its member of staff may do this."""
    key = request.session.get(TOGETHER)
    if not key:
        return True
    found = AssistedSession.objects.select_related("staff__municipality").filter(pk=key).first()
    if found is None or not found.is_open_at(request.now) or not found.staff.may(Right.HELP):
        return False
    request.assisted = found
    return True


def _find_staff(request: Any) -> None:
    if not is_proven(request):
        return
    staff = Staff.objects.filter(account=request.user).select_related("municipality").first()
    if staff:
        request.staff, request.actor = staff, staff.actor


def _find_provider(request: Any) -> None:
    """Works for an organisation that is admitted here; elsewhere it may be admitted too."""
    if provider_user := _of_an_organisation(request):
        admitted = Provider.objects.filter(
            organisation=provider_user.organisation, is_admitted=True
        )
        request.provider = admitted.select_related("organisation").first()
        request.provider_user, request.actor = provider_user, provider_user.actor


def _find_recipient(request: Any) -> None:
    """Works for an organisation that may ask residents here; it may be a shop as well."""
    if provider_user := _of_an_organisation(request):
        admitted = Recipient.objects.filter(
            organisation=provider_user.organisation, is_admitted=True
        )
        request.recipient = admitted.select_related("organisation").first()
        request.provider_user, request.actor = provider_user, provider_user.organisation_actor


def _find_administrator(request: Any) -> None:
    if not is_proven(request):
        return
    administrators = PlatformAdministrator.objects.select_related("account")
    if administrator := administrators.filter(account=request.user).first():
        request.administrator, request.actor = administrator, administrator.actor


def _of_an_organisation(request: Any) -> ProviderUser | None:
    if not is_proven(request):
        return None
    people = ProviderUser.objects.filter(account=request.user)
    return people.select_related("organisation").first()
