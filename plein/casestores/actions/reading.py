"""What a store answered is kept as a whole, or not at all; the last good copy stays meanwhile."""

from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar

from django.db import transaction

from plein.casestores.connecting import is_initiator
from plein.casestores.in_our_words import is_for_resident, summary_of
from plein.casestores.kept import DETAILS, SUMMARY, Details
from plein.casestores.models import CaseStore, ForeignCase, StoreState
from plein.gateways.zgw.zaken import Zaak
from plein.identity.application import Confidentiality
from plein.identity.gate import seal_for
from plein.identity.models import Resident

A = TypeVar("A", StoreState, ForeignCase)


@transaction.atomic
def states_for(resident: Resident) -> list[StoreState]:
    """One for each store that runs; made when a resident looks for the first time."""
    return [
        StoreState.objects.select_related("store").get_or_create(store=store, resident=resident)[0]
        for store in CaseStore.objects.running().order_by("name")
    ]


@transaction.atomic
def begin_asking(what: A, *, at: datetime) -> bool:
    """Whether to ask now: not while an answer is fresh or on its way, nor right after a failure."""
    what = _locked(what)
    if not what.may_be_asked(at):
        return False
    what.asked_at = at
    what.save(update_fields=["asked_at"])
    return True


@transaction.atomic
def fail_asking(what: A, *, at: datetime) -> None:
    what = _locked(what)
    what.failed_at = at
    what.save(update_fields=["failed_at"])


@transaction.atomic
def keep_list(state: StoreState, zaken: Iterable[Zaak], *, began: datetime, at: datetime) -> None:
    """All that this resident may see; what is not in it any more is forgotten.

    An answer after the page stopped waiting, or older than what we have, is dropped.
    """
    state = _locked(state)
    if state.is_late(at) or (state.read_at and state.read_at > began):
        return
    highest = Confidentiality(state.store.highest)
    shown = {zaak.url: zaak for zaak in zaken if is_for_resident(zaak, highest)}
    known = {case.url: case for case in state.cases.select_for_update()}
    state.cases.exclude(url__in=shown).delete()
    for url, zaak in shown.items():
        case = known.get(url) or ForeignCase(state=state, url=url)
        _keep_summary(case, zaak, began)
    state.read_at, state.failed_at = began, None
    state.save(update_fields=["read_at", "failed_at"])


@transaction.atomic
def keep_case(
    case: ForeignCase, zaak: Zaak, details: Details | None, *, etag: str, began: datetime
) -> bool:
    """False, and the copy is forgotten, when it is not for this resident (any more).

    Without `details` only what the list shows is kept.
    """
    case = _locked(case)
    resident = case.state.resident
    is_theirs = is_initiator(resident, zaak.initiators)
    if not (is_theirs and is_for_resident(zaak, Confidentiality(case.state.store.highest))):
        case.delete()
        return False
    case.etag = etag
    if details is not None:
        told = details.model_dump_json()
        case.details_sealed = seal_for(resident, case.pk, DETAILS, told)
        case.read_at, case.failed_at = began, None
    if case.seen_at <= began:
        _keep_summary(case, zaak, began)
    else:
        case.save()
    return True


def _keep_summary(case: ForeignCase, zaak: Zaak, began: datetime) -> None:
    told = summary_of(zaak).model_dump_json()
    case.summary_sealed = seal_for(case.state.resident, case.pk, SUMMARY, told)
    case.is_open, case.seen_at = zaak.einddatum is None, began
    case.save()


def _locked(what: A) -> A:
    rows = type(what).objects.select_for_update(of=["self"])
    is_state = isinstance(what, StoreState)
    parts = ["store", "resident"] if is_state else ["state__store", "state__resident"]
    return rows.select_related(*parts).get(pk=what.pk)
