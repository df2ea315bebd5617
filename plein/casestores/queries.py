"""What a resident sees of elsewhere: the last good copies, opened in one look."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, QuerySet

from plein.audit.actions import Purpose
from plein.casestores.kept import DETAILS, SUMMARY, Details, Summary
from plein.casestores.models import CaseStore, ForeignCase, StoreState
from plein.identity.gate import SealedText, read_sealed
from plein.identity.models import Resident
from plein.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class Shown:
    """A case of elsewhere; `details` only on its own page, and when they were read."""

    case: ForeignCase
    store: CaseStore
    summary: Summary
    details: Details | None = None


def stores_with(resident: Resident) -> QuerySet[CaseStore]:
    """Every store that runs, with `own_states` of this resident and their cases, newest first."""
    cases = ForeignCase.objects.order_by("-is_open", "pk")
    states = StoreState.objects.filter(resident=resident).prefetch_related(Prefetch("cases", cases))
    own = Prefetch("states", states, to_attr="own_states")
    return CaseStore.objects.running().order_by("name").prefetch_related(own)


def state_in(store: CaseStore) -> StoreState | None:
    """Of a store that came from `stores_with`; none for who never looked."""
    states: list[StoreState] = store.own_states  # type: ignore[attr-defined]
    return states[0] if states else None


def opened(
    resident: Resident,
    stores: Sequence[CaseStore],
    *,
    purpose: Purpose,
    by: Actor,
    at: datetime,
) -> list[Shown]:
    """Of stores from `stores_with`; one line in the log, and none where there is nothing."""
    states = [state for store in stores if (state := state_in(store))]
    pairs = [(case, store_of(state, stores)) for state in states for case in state.cases.all()]
    if not pairs:
        return []
    texts = [SealedText(case.pk, SUMMARY, case.summary_sealed) for case, _store in pairs]
    told = read_sealed(resident, texts, purpose=purpose, by=by, at=at)
    return [
        Shown(case, store, Summary.model_validate_json(text))
        for (case, store), text in zip(pairs, told, strict=True)
    ]


def store_of(state: StoreState, stores: Sequence[CaseStore]) -> CaseStore:
    return next(store for store in stores if store.pk == state.store_id)


def opened_case(case: ForeignCase, *, purpose: Purpose, by: Actor, at: datetime) -> Shown:
    """With its details, as far as they were ever read."""
    texts = [SealedText(case.pk, SUMMARY, case.summary_sealed)]
    if case.details_sealed:
        texts.append(SealedText(case.pk, DETAILS, case.details_sealed))
    told = read_sealed(case.state.resident, texts, purpose=purpose, by=by, at=at)
    details = Details.model_validate_json(told[1]) if case.details_sealed else None
    return Shown(case, case.state.store, Summary.model_validate_json(told[0]), details)
