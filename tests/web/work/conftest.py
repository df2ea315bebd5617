"""Sam and Yara at their doors: with a password, an app for codes, and perhaps passkeys."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import hotp_value, yield_hotp_counters_from_time
from cryptography.hazmat.primitives.asymmetric import ec
from django.test import Client
from fido2.cose import ES256
from fido2.utils import sha256, websafe_encode
from fido2.webauthn import (
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

from plein.demo.codes import current_code, enrol_demo
from plein.identity.models import Account, ProviderUser, Role, Staff
from plein.web.doors import DESK, ORGANISATION, PROVIDER, WORK
from tests.vault.conftest import woonstichting  # noqa: F401 - a partner organisation

PASSWORD = "Samen-op-het-plein"
HOST = "emmen.localhost"


@pytest.fixture
def sam(emmen):
    account = Account.objects.create_user("sam@plein.example", PASSWORD, name="Sam")
    return Staff.objects.create(account=account, team="Team Minima", roles=[Role.CONSULENT])


@pytest.fixture
def yara(de_plons):
    account = Account.objects.create_user("yara@plein.example", PASSWORD, name="Yara")
    return ProviderUser.objects.create(account=account, organisation=de_plons.organisation)


@pytest.fixture
def rosa(woonstichting):
    account = Account.objects.create_user("rosa@plein.example", PASSWORD, name="Rosa")
    return ProviderUser.objects.create(account=account, organisation=woonstichting.organisation)


@pytest.fixture
def client(emmen):
    return Client(HTTP_HOST=HOST)


@pytest.fixture(params=WORK, ids=["desk", "provider", "organisation"])
def door(request):
    """Each of the working doors."""
    return request.param


@pytest.fixture
def person(door, request):
    """Who works behind this door."""
    return request.getfixturevalue({DESK: "sam", PROVIDER: "yara", ORGANISATION: "rosa"}[door])


@pytest.fixture
def inside(client, door, person):
    """A client that came in by this door with password and code, and confirmed the password."""
    return come_in(client, person.account, door)


def come_in(client, account, door=DESK):
    enrol_demo(account)
    give_password(client, account.email, door=door)
    client.post(f"{door.prefix}inloggen/code/", {"code": current_code(account)})
    client.post(f"{door.prefix}account/bevestig/", {"password": PASSWORD})
    return client


def give_password(client, email="sam@plein.example", password=PASSWORD, door=DESK):
    return client.post(f"{door.prefix}inloggen/", {"login": email, "password": password})


def code_for(secret):
    return f"{hotp_value(secret, next(iter(yield_hotp_counters_from_time()))):06d}"


def app_of(account):
    return Authenticator.objects.get(user=account, type=Authenticator.Type.TOTP)


def passkey_of(account, name="Telefoon", host=HOST):
    """A passkey as a browser makes it (WebAuthn 6.5.4, attestation "none")."""
    key = ES256.from_cryptography_key(ec.generate_private_key(ec.SECP256R1()).public_key())
    held = AttestedCredentialData.create(bytes(16), name.encode(), key)
    data = AuthenticatorData.create(sha256(host.encode()), 0x45, 1, held)
    client_data = CollectedClientData.create("webauthn.create", b"challenge", f"http://{host}")
    response = {
        "clientDataJSON": websafe_encode(client_data),
        "attestationObject": websafe_encode(AttestationObject.create("none", data, {})),
    }
    number = websafe_encode(name.encode())
    credential = {"id": number, "rawId": number, "type": "public-key", "response": response}
    return Authenticator.objects.create(
        user=account,
        type=Authenticator.Type.WEBAUTHN,
        data={"name": name, "credential": credential},
    )


@pytest.fixture(autouse=True)
def _quick_passwords(settings):
    """Hashing slowly is right, and not what these tests are about."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
