"""A resident has something signed by the municipality."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import Purpose, record
from plein.identity.models import Resident
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day, start_of
from plein.kernel.refusal import Refusal
from plein.kernel.sd_jwt import Draft, issue
from plein.kernel.sd_jwt.disclosures import Claim
from plein.kernel.sd_jwt.keys import new_key
from plein.tenants.models import SigningPurpose
from plein.tenants.scope import current
from plein.tenants.signing import signing_key
from plein.vault.access import OwnAccess
from plein.vault.credentials.claims import Offer, offer_of
from plein.vault.credentials.issuer import address_of
from plein.vault.credentials.lists import address_of_list, take_place
from plein.vault.credentials.sealed import put_away
from plein.vault.credentials.types import CredentialType, credential_types
from plein.vault.gate import read
from plein.vault.models import Credential, CredentialState, StatusList, Vault

MAKING = Purpose("omdat u een verklaring maakte", "AVG artikel 6 lid 1 onder a")


class NothingToSay(Refusal):
    message = _(
        "Dit kunnen wij nu niet verklaren. Wij weten nog te weinig, of het geldt niet voor u."
    )


@transaction.atomic
def request_credential(
    vault: Vault, kind: CredentialType, *, by: Actor, at: datetime
) -> Credential:
    """A verklaring to be made; the one that was begun before when there is one."""
    credential, is_new = Credential.objects.get_or_create(
        vault=vault,
        type=kind.key,
        state=CredentialState.REQUESTED,
        defaults={"requested_at": at},
    )
    if is_new:
        record("vault.credential.requested", on=credential, by=by, at=at, type=kind.key)
    return credential


def what_it_would_say(credential: Credential, *, resident: Resident, at: datetime) -> Offer | None:
    """The claims with their values as they are now: a look by the resident, with its line."""
    kind = credential_types()[credential.type]
    access = OwnAccess(resident, purpose=MAKING, activity="verklaring@1")
    readings = read(credential.vault, kind.elements, access=access, at=at)
    return offer_of(kind, readings, day=local_day(at), place=current().name)


def issue_credential(credential: Credential, *, resident: Resident, at: datetime) -> Credential:
    """Sign for what the vault says now. Not in a transaction of its own: see `gate.read`.

    A second click changes nothing. Raises `NothingToSay`.
    """
    offer = what_it_would_say(credential, resident=resident, at=at)
    if offer is None:
        raise NothingToSay
    return _sign(credential, offer, by=resident.actor, at=at)


@transaction.atomic
def _sign(credential: Credential, offer: Offer, *, by: Actor, at: datetime) -> Credential:
    found = Credential.objects.select_for_update(of=("self",)).get(pk=credential.pk)
    if found.state != CredentialState.REQUESTED:
        return found
    kind, holder = credential_types()[found.type], new_key()
    ends = start_of(offer.until)
    place = take_place(at=at)
    found.state, found.names = CredentialState.ISSUED, list(offer.claims)
    found.issued_at, found.expires_at = at, ends
    found.status_list, found.status_index = place
    draft = _draft(kind, offer.claims, place, at=at, ends=ends)
    key = signing_key(SigningPurpose.CREDENTIAL, at=at)
    put_away(found, token=issue(draft, key=key, holder=holder), holder=holder)
    found.save()
    record("vault.credential.issued", on=found, by=by, at=at, type=kind.key)
    return found


def _draft(
    kind: CredentialType,
    claims: dict[str, Claim],
    place: tuple[StatusList, int],
    *,
    at: datetime,
    ends: datetime,
) -> Draft:
    address, (found, index) = address_of(current()), place
    return Draft(
        issuer=address,
        vct=kind.vct(address),
        claims=claims,
        issued_at=start_of(local_day(at)),  # whole days: a second would tell one from another
        expires_at=ends,
        status_uri=address_of_list(address, found.number),
        status_index=index,
    )
