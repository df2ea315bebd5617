"""The jobs that ask a store, each with a deadline; a page never waits for one."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import now
from django_tasks import task

from plein.audit.actions import Purpose
from plein.casestores.actions.reading import begin_asking, fail_asking, keep_case, keep_list
from plein.casestores.connecting import client_for
from plein.casestores.in_our_words import papers_of, stations_of
from plein.casestores.kept import Details
from plein.casestores.models import ForeignCase, StoreState
from plein.gateways.answers import AnswerRefused, SourceUnreachable
from plein.gateways.zgw.calls import NotThere
from plein.gateways.zgw.client import ZgwClient
from plein.identity.application import Confidentiality
from plein.identity.gate import read_bsn
from plein.tenants.models import Municipality
from plein.tenants.scope import current_id, within

QUEUE = "bronnen"
WHY = Purpose("om te laten zien wat er bij andere afdelingen loopt", "AVG artikel 15")


@transaction.atomic
def ask_list(state: StoreState, *, at: datetime) -> None:
    """In the background, unless that is not needed."""
    if begin_asking(state, at=at):
        read_list.enqueue(municipality=current_id(), state=str(state.pk))


@transaction.atomic
def ask_case(case: ForeignCase, *, at: datetime) -> None:
    if begin_asking(case, at=at):
        read_case.enqueue(municipality=current_id(), case=str(case.pk))


@task(queue_name=QUEUE)
def read_list(municipality: int, state: str) -> None:
    """Safe to run again: what was read is written over by the same."""
    with within(Municipality.objects.get(pk=municipality)):
        states = StoreState.objects.select_related("store", "resident")
        if found := states.filter(pk=UUID(state), store__ended_at=None).first():
            _read_list(found, at=now())


@task(queue_name=QUEUE)
def read_case(municipality: int, case: str) -> None:
    """Safe to run again as well."""
    with within(Municipality.objects.get(pk=municipality)):
        cases = ForeignCase.objects.select_related("state__store", "state__resident")
        if found := cases.filter(pk=UUID(case)).first():
            _read_case(found, at=now())


def _read_list(state: StoreState, *, at: datetime) -> None:
    """The call to the store stands in no transaction."""
    resident, store = state.resident, state.store
    bsn = read_bsn(resident, purpose=WHY, by=resident.actor, at=at)
    try:
        zaken = client_for(store, resident).zaken_of(bsn, highest=store.highest)
    except (SourceUnreachable, AnswerRefused):
        fail_asking(state, at=now())
    else:
        keep_list(state, zaken, began=at, at=now())


def _read_case(case: ForeignCase, *, at: datetime) -> None:
    state = case.state
    client = client_for(state.store, state.resident)
    try:
        seen = client.zaak(case.url)
        assert seen is not None  # noqa: S101 - we asked for it, changed or not
        details = _details(client, case, seen.zaak.zaaktype)
    except NotThere:
        case.delete()
    except (SourceUnreachable, AnswerRefused):
        fail_asking(case, at=now())
    else:
        keep_case(case, seen.zaak, details, etag=seen.etag, began=at)


def _details(client: ZgwClient, case: ForeignCase, kind: str) -> Details:
    highest = Confidentiality(case.state.store.highest)
    return Details(
        stations=stations_of(client.status_types(kind), client.statuses(case.url)),
        papers=papers_of(client.documents(case.url), highest),
    )
