"""Each night: forget what nobody looks at, and read again what may have changed unheard."""

from datetime import datetime, timedelta

from django.db.models import F, Q

from plein.audit.actions import Purpose, log_looks, record
from plein.casestores.actions.reading import keep_case
from plein.casestores.connecting import client_for
from plein.casestores.kept import SUMMARY
from plein.casestores.models import CaseStore, ForeignCase, StoreState
from plein.gateways.answers import AnswerRefused, SourceUnreachable
from plein.gateways.zgw.calls import NotThere
from plein.kernel.actor import Actor
from plein.tenants.scope import current_id

KEPT = timedelta(days=30)  # after the last look
WHY = Purpose("om bij te houden wat er bij andere afdelingen loopt", "AVG artikel 5")


def forget_unseen(*, at: datetime) -> int:
    """Copies of people who did not look for 30 days; how many lists."""
    old = StoreState.objects.filter(asked_at__lt=at - KEPT)
    count = old.count()
    old.delete()
    return count


def read_again(*, by: Actor, at: datetime) -> int:
    """Every running case, and every one that was marked; how many were read."""
    forget_unseen(at=at)
    return sum(_sweep(store, by=by, at=at) for store in CaseStore.objects.running())


def _sweep(store: CaseStore, *, by: Actor, at: datetime) -> int:
    """A store that gives no answer is left alone until the next night."""
    cases = ForeignCase.objects.filter(state__store=store)
    wanted = cases.filter(Q(is_open=True) | Q(marked_at__gte=F("seen_at")))
    running = list(wanted.select_related("state__store", "state__resident"))
    _log(running, by=by, at=at)
    for done, case in enumerate(running):
        try:
            _read(case, at=at)
        except (SourceUnreachable, AnswerRefused) as problem:
            why = type(problem).__name__
            record("casestores.store.failed", on=store, by=by, at=at, why=why)
            return done
    return len(running)


def _read(case: ForeignCase, *, at: datetime) -> None:
    try:
        seen = client_for(case.state.store).zaak(case.url, etag=case.etag)
    except NotThere:
        case.delete()
        return
    if seen is not None:
        keep_case(case, seen.zaak, None, etag=seen.etag, began=at)
        return
    case.seen_at = at
    case.save(update_fields=["seen_at"])


def _log(cases: list[ForeignCase], *, by: Actor, at: datetime) -> None:
    log_looks(
        [case.state.resident_id for case in cases],
        municipality_id=current_id(),
        action="gebruiken",
        elements=[SUMMARY],
        purpose=WHY,
        by=by,
        at=at,
    )
