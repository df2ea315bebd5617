"""Connect a store, end it, and let it tell us what changed."""

import secrets
from datetime import datetime
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.casestores.connecting import SECRET
from plein.casestores.models import CaseStore, StoreState, Subscription
from plein.gateways.back_channel import is_safe
from plein.gateways.zgw.calls import Interfaces
from plein.gateways.zgw.token import Credentials
from plein.identity.application import Confidentiality
from plein.kernel.actor import Actor
from plein.kernel.refusal import Refusal
from plein.tenants.keys import index_of, seal_under
from plein.tenants.scope import current

VALUE_BYTES = 48  # of what a store sends along; 64 characters


class StoreRuns(Refusal):
    message = _("Er is al een zaaksysteem {key} aangesloten.")


class AddressNotSafe(Refusal):
    message = _("Dit adres is niet versleuteld: {url}")


@transaction.atomic
def connect_store(
    key: str,
    *,
    name: str,
    interfaces: Interfaces,
    credentials: Credentials,
    highest: Confidentiality,
    by: Actor,
    at: datetime,
) -> CaseStore:
    """Raises `StoreRuns` and `AddressNotSafe`."""
    demand_safe(interfaces)
    if CaseStore.objects.running().filter(key=key).exists():
        raise StoreRuns(key=key)
    row = uuid4()
    place = {"purpose": SECRET, "context": str(row)}
    store = CaseStore.objects.create(
        id=row,
        key=key,
        name=name,
        zaken_url=interfaces.zaken,
        catalogi_url=interfaces.catalogi,
        documenten_url=interfaces.documenten,
        client_id=credentials.client_id,
        secret_sealed=seal_under(current(), credentials.secret.encode(), **place),
        highest=highest,
        connected_at=at,
    )
    record("casestores.store.connected", on=store, by=by, at=at, key=key)
    return store


@transaction.atomic
def end_store(store: CaseStore, *, by: Actor, at: datetime) -> None:
    """Nothing is asked any more, and what was read is forgotten."""
    StoreState.objects.filter(store=store).delete()
    Subscription.objects.filter(store=store).delete()
    store.ended_at = at
    store.save(update_fields=["ended_at"])
    record("casestores.store.ended", on=store, by=by, at=at)


@transaction.atomic
def subscribe(store: CaseStore, *, by: Actor, at: datetime) -> str:
    """The value for the Authorization header, which is shown this once. Earlier ones stop."""
    value = secrets.token_urlsafe(VALUE_BYTES)
    Subscription.objects.filter(store=store).delete()
    Subscription.objects.create(store=store, digest=digest_of(value), made_at=at)
    record("casestores.subscription.made", on=store, by=by, at=at)
    return value


def digest_of(value: str) -> bytes:
    return index_of(current(), "casestore|authorization", value)


def demand_safe(interfaces: Interfaces) -> None:
    for url in (interfaces.zaken, interfaces.catalogi, interfaces.documenten):
        if not is_safe(url):
            raise AddressNotSafe(url=url)
