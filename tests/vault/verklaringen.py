"""What tests of verklaringen do again and again."""

from collections.abc import Collection

from plein.kernel.sd_jwt import Challenge, Trust, Verified, present, verify
from plein.tenants.models import SigningPurpose
from plein.tenants.scope import current
from plein.tenants.signing import known_keys
from plein.vault.actions.credentials import issue_credential, request_credential
from plein.vault.actions.showing import SHOWN, begin_showing
from plein.vault.credentials.codes import code_of
from plein.vault.credentials.issuer import address_of
from plein.vault.credentials.lists import published
from plein.vault.credentials.sealed import Opened, open_up
from plein.vault.credentials.types import credential_types
from plein.vault.models import Credential, Vault
from tests.cast import NOON, TESTS

PASS = [{"naam": "Meedoenpas", "pas": True}]
ASKED = Challenge("nonce", "https://bank.example")


def made(vault: Vault, kind: str = "pasbewijs", at=NOON) -> Credential:
    resident = vault.resident
    asked = request_credential(vault, credential_types()[kind], by=resident.actor, at=at)
    return issue_credential(asked, resident=resident, at=at)


def code_for(credential: Credential, names: Collection[str] = ("pas_geldig",), at=NOON) -> str:
    return code_of(begin_showing(credential, names, by=TESTS, at=at))


def opened(credential: Credential, at=NOON) -> Opened:
    return open_up(credential, credential.names, purpose=SHOWN, by=TESTS, at=at)


def shown_to_a_bank(credential: Credential, names: Collection[str], at=NOON) -> Verified:
    """As somebody elsewhere sees it, with our public keys and our public list alone."""
    own = opened(credential, at=at)
    address, found = address_of(current()), credential.status_list
    return verify(
        present(own.token, names, challenge=ASKED, holder=own.holder, at=at),
        trust=Trust(
            {address: known_keys(SigningPurpose.CREDENTIAL)},
            credential_types()[credential.type].known_as(address),
        ),
        challenge=ASKED,
        status_list=lambda _uri: published(
            type(found).objects.get(pk=found.pk), address=address, at=at
        ),
        at=at,
    )
