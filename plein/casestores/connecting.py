"""A store, and the client that asks it."""

from base64 import b32encode

from plein.casestores.models import CaseStore
from plein.gateways.zgw.calls import Interfaces
from plein.gateways.zgw.client import ZgwClient
from plein.gateways.zgw.token import Credentials
from plein.identity.models import Resident
from plein.tenants.keys import index_of, open_under
from plein.tenants.scope import current

SECRET = "casestore|secret"  # what the secret is sealed for
OURSELVES = "plein"  # who asks when nobody looks


def client_for(store: CaseStore, resident: Resident | None = None) -> ZgwClient:
    """For one person, known to the store by a name that no other store knows."""
    return ZgwClient(
        Interfaces(store.zaken_url, store.catalogi_url, store.documenten_url),
        Credentials(store.client_id, _secret(store)),
        user=_pseudonym(store, resident) if resident else OURSELVES,
    )


def is_initiator(resident: Resident, bsns: frozenset[str]) -> bool:
    """Whether a zaak is theirs, found by index: the BSN itself is not opened."""
    own = bytes(resident.bsn_index)
    return any(index_of(current(), "bsn", bsn) == own for bsn in bsns)


def _secret(store: CaseStore) -> str:
    place = {"purpose": SECRET, "context": str(store.pk)}
    return open_under(current(), store.secret_sealed, **place).decode()


def _pseudonym(store: CaseStore, resident: Resident) -> str:
    digest = index_of(current(), f"pseudonym|casestore|{store.pk}", str(resident.pk))
    return b32encode(digest).decode()[:17]
