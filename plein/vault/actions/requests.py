"""A recipient asks; the resident takes the request up with a code, and answers."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal
from plein.kernel.short_code import LENGTH, new_code, read_code
from plein.tenants.keys import index_of
from plein.tenants.scope import current
from plein.vault.models import (
    DataUse,
    Receipt,
    ReceiptKind,
    RequestState,
    ShareRequest,
    UseKind,
    Vault,
)
from plein.vault.receipts import issue
from plein.vault.references import read_reference

ANSWER_DAYS = 30


class UseIsNotOpen(Refusal):
    message = _("Hiervoor kan deze organisatie nu niets vragen.")


class UnknownRequestCode(Refusal):
    message = _("Deze code kennen wij niet. Kijk nog eens in de brief, of bel de organisatie.")


class RequestIsOver(Refusal):
    message = _("Deze vraag is al beantwoord of verlopen.")


class NotYourRequest(Refusal):
    message = _("Deze vraag is niet aan u gesteld.")


class LawDecides(Refusal):
    message = _("Dit gebeurt omdat de wet het zegt. U kunt hier geen ja of nee zeggen.")


@transaction.atomic
def ask(use: DataUse, reference: str, *, by: Actor, at: datetime) -> tuple[ShareRequest, str]:
    """Ask for a registered use; returns the request and the code to hand to the resident.

    Nothing about a person goes in, and nothing comes out before the resident says yes.
    Raises `UseIsNotOpen`, `ReferenceIsTooLong` and `ReferenceNamesSomebody`.
    """
    if not use.is_open or not use.recipient.is_admitted:
        raise UseIsNotOpen
    own = read_reference(reference)
    code = new_code()
    request = ShareRequest.objects.create(
        use=use,
        reference=own,
        code_index=_index(code),
        asked_at=at,
        expires_on=local_day(at) + timedelta(days=ANSWER_DAYS),
    )
    record("vault.request.sent", on=request, by=by, at=at)
    return request, code


@transaction.atomic
def take_up(vault: Vault, typed: str, *, by: Actor, at: datetime) -> ShareRequest:
    """The request under this code becomes this resident's to answer.

    Raises `UnknownRequestCode` for a wrong code and for one that somebody else took up, and
    `RequestIsOver`.
    """
    code = read_code(typed)
    if len(code) != LENGTH:
        raise UnknownRequestCode
    found = ShareRequest.objects.select_for_update().filter(code_index=_index(code)).first()
    if found is None or found.vault_id not in (None, vault.pk):
        raise UnknownRequestCode
    _check_open(found, local_day(at))
    if found.state == RequestState.SENT:
        found.vault, found.state = vault, RequestState.SEEN
        found.save(update_fields=["vault", "state"])
        record("vault.request.seen", on=found, by=by, at=at)
    return found


@transaction.atomic
def refuse_request(request: ShareRequest, *, by: Actor, at: datetime) -> Receipt:
    """Say no: it costs nothing, and gives a receipt as a yes does.

    Raises `RequestIsOver` and `LawDecides`.
    """
    request = lock_request(request, local_day(at))
    if request.use.kind == UseKind.LAW:
        raise LawDecides
    close_request(request, RequestState.REFUSED, at)
    record("vault.request.refused", on=request, by=by, at=at)
    assert request.vault is not None  # noqa: S101 - taken up, or it could not be answered
    return issue(request.vault, request.use, ReceiptKind.REFUSED, at=at)


def lock_request(request: ShareRequest, day: date) -> ShareRequest:
    """As it is now, to be answered in this transaction. Raises `RequestIsOver`."""
    requests = ShareRequest.objects.select_for_update(of=["self"])
    request = requests.select_related("use__recipient__organisation", "vault").get(pk=request.pk)
    _check_open(request, day)
    return request


def close_request(request: ShareRequest, state: RequestState, at: datetime) -> None:
    if state not in ShareRequest.MOVES[RequestState(request.state)]:
        raise RequestIsOver
    request.state, request.answered_at = state, at
    request.save(update_fields=["state", "answered_at"])


def _check_open(request: ShareRequest, day: date) -> None:
    if not request.is_open_on(day):
        raise RequestIsOver


def _index(code: str) -> bytes:
    return index_of(current(), "request", code)
