"""A browser without a browser: signed in as a resident of Emmen."""

from importlib import import_module

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from plein.identity.models import Account, ProviderUser
from plein.web.sessions import begin
from tests.webshop.conftest import (  # noqa: F401 - fixtures of the shop
    children_of,
    de_plons,
    grant_for,
    kindpakket,
    named_lessons,
    neighbours,
    open_period,
    product_for,
    swimming_lessons,
)


def url(name: str, *args: object) -> str:
    return reverse(name, "plein.web.resident.urls", args=args)


@pytest.fixture
def signed_in():
    """A client that came in by the resident's door, with the names that sign-in reads."""

    def enter(resident, host="emmen.localhost", names=None) -> Client:
        session = import_module(settings.SESSION_ENGINE).SessionStore()
        begin(session, timezone.now())
        session["resident"] = str(resident.pk)
        session["names"] = names or {}
        session.create()
        client = Client(HTTP_HOST=host)
        client.cookies["plein_inwoner"] = session.session_key
        return client

    return enter


@pytest.fixture
def lina(fatima):
    return children_of(fatima)[0]


@pytest.fixture
def at_work():
    """A client that came in by a working door with its second factor."""

    def enter(account, door) -> Client:
        client = Client(HTTP_HOST="emmen.localhost")
        session = import_module(settings.SESSION_ENGINE).SessionStore()
        begin(session, timezone.now())
        session["_auth_user_id"] = str(account.pk)
        session["_auth_user_backend"] = settings.AUTHENTICATION_BACKENDS[0]
        session["_auth_user_hash"] = account.get_session_auth_hash()
        session["account_authentication_methods"] = [
            {"method": "mfa", "type": "totp", "at": timezone.now().timestamp()}
        ]
        session["account_authentication_methods_user"] = str(account.pk)
        session.create()
        client.cookies[door.cookie] = session.session_key
        return client

    return enter


@pytest.fixture
def yara(de_plons):
    """Yara of De Plons, at the till."""
    account = Account.objects.create_user("yara@plein.example", name="Yara")
    return ProviderUser.objects.create(account=account, organisation=de_plons.organisation)
