"""Letting the software of others in: add an application, and recognise the one that asks.

A token is a JWT of the ZGW kind: signed with the secret of the client (HS256), made for the call,
and an hour old at most.
"""

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import OctKey

from plein.audit.actions import record
from plein.identity.application import (
    SECRET,
    Application,
    Authorisation,
    Confidentiality,
    Scope,
)
from plein.kernel.actor import Actor
from plein.kernel.refusal import Refusal
from plein.kernel.sd_jwt.refusals import Malformed
from plein.kernel.sd_jwt.text import decode, read_object
from plein.tenants.keys import seal_under
from plein.tenants.scope import current

ALGORITHM = "HS256"
LIFE = timedelta(hours=1)
FAST_CLOCK = timedelta(minutes=1)  # of the other side
SECRET_BYTES = 48  # 64 characters as text; the standard asks for 32
CLAIMS = ("iss", "client_id", "user_id", "user_representation")


class Right(NamedTuple):
    scope: Scope
    case_type: str  # empty: every one
    highest: Confidentiality


class AlreadyAnApplication(Refusal):
    message = _("Er is al een applicatie {client_id}.")


class TokenRefused(Refusal):
    message = _("Het token klopt niet: {why}.")


@transaction.atomic
def add_application(
    client_id: str,
    *,
    organisation: str,
    why: str,
    basis: str,
    rights: Iterable[Right],
    may_have_bsn: bool = False,
    by: Actor,
    at: datetime,
) -> tuple[Application, str]:
    """The application and its secret, which is shown this once. Raises `AlreadyAnApplication`."""
    if Application.objects.filter(client_id=client_id).exists():
        raise AlreadyAnApplication(client_id=client_id)
    key, secret = uuid4(), secrets.token_urlsafe(SECRET_BYTES)
    application = Application.objects.create(
        id=key,
        client_id=client_id,
        organisation=organisation,
        why=why,
        basis=basis,
        secret_sealed=seal_under(current(), secret.encode(), purpose=SECRET, context=str(key)),
        may_have_bsn=may_have_bsn,
        added_at=at,
    )
    for right in rights:
        Authorisation.objects.create(application=application, **right._asdict())
    record("identity.application.added", on=application, by=by, at=at, client_id=client_id)
    return application, secret


@transaction.atomic
def end_application(application: Application, *, by: Actor, at: datetime) -> None:
    """Its next token is refused."""
    application.ended_at = at
    application.save(update_fields=["ended_at"])
    record("identity.application.ended", on=application, by=by, at=at)


def application_of(token: str, *, at: datetime) -> Application:
    """Who signed this token, with its rights ready. Raises `TokenRefused`."""
    claims = _claims(token)
    running = Application.objects.filter(ended_at=None, client_id=claims["client_id"])
    application = running.prefetch_related("rights").first()
    if application is None:
        raise TokenRefused(why="deze client_id is hier niet bekend")
    try:
        key = OctKey.import_key(application.secret())
        jws.deserialize_compact(token, key, algorithms=[ALGORITHM])
    except (JoseError, ValueError):
        raise TokenRefused(why="de handtekening past niet bij deze client_id") from None
    _demand_fresh(claims, at)
    return application


def _claims(token: str) -> dict[str, Any]:
    """What the token says; nothing in it is true before its signature is checked."""
    try:
        _head, payload, _signature = token.split(".")
        claims = read_object(decode(payload))
    except (Malformed, ValueError):
        raise TokenRefused(why="het is geen JWT") from None
    for name in CLAIMS:
        if not isinstance(claims.get(name), str):
            raise TokenRefused(why=f"{name} ontbreekt")
    return claims


def _demand_fresh(claims: dict[str, Any], at: datetime) -> None:
    issued = claims.get("iat")
    if not isinstance(issued, int | float) or isinstance(issued, bool):
        raise TokenRefused(why="iat ontbreekt")
    age = at.timestamp() - issued
    if not -FAST_CLOCK.total_seconds() <= age <= LIFE.total_seconds():
        raise TokenRefused(why="iat is langer dan een uur geleden, of ligt in de toekomst")
