"""Let an application hear what changed, from now on."""

from datetime import datetime
from uuid import uuid4

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.cases.models import Listener
from plein.gateways.back_channel import is_safe
from plein.identity.application import Application
from plein.inbox.models import Signal
from plein.kernel.actor import Actor
from plein.kernel.refusal import Refusal
from plein.tenants.keys import open_under, seal_under
from plein.tenants.scope import current

AUTHORIZATION = "listener|authorization"  # what the value is sealed for


class CallbackNotSafe(Refusal):
    message = _("Dit adres is niet versleuteld: {url}")


@transaction.atomic
def let_listen(
    application: Application, *, callback: str, authorization: str, by: Actor, at: datetime
) -> Listener:
    """In place of what it listened with before. Raises `CallbackNotSafe`."""
    if not is_safe(callback):
        raise CallbackNotSafe(url=callback)
    Listener.objects.filter(application=application).delete()
    row = uuid4()
    sealed = seal_under(current(), authorization.encode(), purpose=AUTHORIZATION, context=str(row))
    listener = Listener.objects.create(
        id=row,
        application=application,
        callback=callback,
        authorization_sealed=sealed,
        heard=Signal.objects.aggregate(last=Max("number"))["last"] or 0,
        next_at=at,
    )
    record("cases.listener.added", on=listener, by=by, at=at)
    return listener


def authorization_of(listener: Listener) -> str:
    place = {"purpose": AUTHORIZATION, "context": str(listener.pk)}
    return open_under(current(), listener.authorization_sealed, **place).decode()
