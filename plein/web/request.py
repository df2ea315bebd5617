"""What our middleware adds to a request, for the type checker and the reader."""

from datetime import date, datetime

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from plein.assisted.models import AssistedSession
from plein.identity.models import Household, Mandate, Member, ProviderUser, Resident, Staff
from plein.kernel.actor import Actor
from plein.starting.models import PlatformAdministrator
from plein.tenants.models import Municipality
from plein.vault.models import Recipient
from plein.web.doors import Door
from plein.webshop.models import Provider


class PleinRequest(HttpRequest):
    now: datetime  # the one reading of the clock in this request
    today: date
    door: Door
    municipality: Municipality
    htmx: HtmxDetails
    actor: Actor


class ResidentRequest(PleinRequest):
    resident: Resident
    household: Household
    member: Member
    housemates: list[Member]  # everybody at home on this day, `member` included
    assisted: AssistedSession | None  # done together with a member of staff
    mandate: Mandate | None  # done by a helper; `resident` is then who is helped


class StaffRequest(PleinRequest):
    staff: Staff


class PlatformRequest(PleinRequest):
    administrator: PlatformAdministrator


class OrganisationRequest(PleinRequest):
    provider_user: ProviderUser
    recipient: Recipient


class ProviderRequest(PleinRequest):
    provider_user: ProviderUser
    provider: Provider
