"""What Plein can see itself of how ready a municipality is."""

from dataclasses import dataclass
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db.models import Count, Exists, QuerySet, Subquery
from django.db.models.functions import Coalesce

from plein.cases.models import CaseType
from plein.identity.models import Staff
from plein.identity.roles import Role
from plein.starting.models import Start
from plein.tenants.keys import works
from plein.tenants.models import Municipality
from plein.webshop.models import Scheme, SchemeStatus

SIMULATED_MAIL = "plein.gateways.mail.simulator.SimulatedMail"
PROOFS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


@dataclass(frozen=True, slots=True)
class Facts:
    kept: list[str]
    key_works: bool
    has_contact: bool
    has_logo: bool
    has_digid: bool
    has_iban: bool
    has_offer: bool
    managers: int  # who came in with a second factor, as the two below
    officers: int
    finance: int
    digid_is_real: bool
    brp_is_real: bool
    mail_is_real: bool


def facts_of(start: Start) -> Facts:
    here, seen = start.municipality, _seen(start.municipality)
    return Facts(
        kept=start.kept,
        key_works=works(here),
        has_contact=all([here.phone, here.address, here.opening_hours]),
        has_logo=bool(here.logo),
        has_digid=bool(here.digid),
        has_iban=bool(here.iban),
        has_offer=seen["has_scheme"] or seen["has_journey"],
        managers=seen["managers"],
        officers=seen["officers"],
        finance=seen["finance"],
        digid_is_real=bool(here.digid)
        and here.digid.get("issuer") != settings.DIGID_SIMULATOR_ISSUER,
        brp_is_real=not settings.SOURCES["brp"].startswith(settings.SOURCES_URL),
        mail_is_real=settings.EMAIL_BACKEND != SIMULATED_MAIL
        and not settings.DEFAULT_FROM_EMAIL.endswith(".example"),
    )


def who_came_in() -> QuerySet[Staff]:
    """Staff here that signed in, and have a second factor."""
    held = Authenticator.objects.filter(type__in=PROOFS).values("user")
    staff = Staff.objects.filter(account__is_active=True, account__last_login__isnull=False)
    return staff.filter(account__in=held)


def _seen(here: Municipality) -> dict[str, Any]:
    """What stands in other tables, in one question."""
    asked = Municipality.objects.filter(pk=here.pk).values(
        has_scheme=Exists(Scheme.objects.filter(status=SchemeStatus.OPEN)),
        has_journey=Exists(CaseType.objects.all()),
        managers=_how_many(Role.MUNICIPALITY_MANAGER),
        officers=_how_many(Role.PRIVACY_OFFICER),
        finance=_how_many(Role.FINANCE),
    )
    return dict(asked.get())


def _how_many(role: Role) -> Coalesce:
    people = who_came_in().filter(roles__contains=[role]).order_by().values("municipality")
    return Coalesce(Subquery(people.annotate(count=Count("pk")).values("count")), 0)
