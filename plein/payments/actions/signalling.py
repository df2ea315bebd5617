"""Looking with a signal, and what a person found. No amount, month or payment is touched here."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.gate import seal_for
from plein.identity.many import seal_for_many
from plein.identity.models import Staff
from plein.identity.switch import SwitchState
from plein.identity.switching import locked
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day, start_of
from plein.kernel.months import month_of, months_after
from plein.kernel.refusal import Refusal
from plein.payments.models import AwardSignal, Outcome, SignalState, SignalSwitch
from plein.payments.signals.batch import Batch
from plein.payments.signals.facts import Found
from plein.payments.signals.kind import SignalKind
from plein.payments.signals.opening import FACTS, WORDS
from plein.tenants.scope import current
from plein.vault.retention import day_before_term


class AlreadyLookedInto(Refusal):
    message = _("Een collega heeft dit al uitgezocht.")


@transaction.atomic
def look_for(kind: SignalKind, month: date, *, by: Actor, at: datetime) -> int:
    """How many questions came up over this month. Once in a month; again it finds the same.

    Nothing where it is off, changed since two people agreed to it, or due for review.
    """
    switch = locked(SignalSwitch, kind)
    if switch is None or switch.state != SwitchState.ON or switch.version != kind.version:
        return 0
    if not kind.is_reviewed_on(local_day(at)) or (switch.looked_over or date.min) >= month:
        return 0
    batch = Batch(month, kind.data, kind.why, by, at)
    quiet = _not_again(kind, month, at)
    found = [each for each in kind.find(batch) if each.award not in quiet]
    _keep(kind, batch, found)
    switch.looked_over = month
    switch.save(update_fields=["looked_over"])
    record("payments.signal.looked", on=switch, by=by, at=at, kind=kind.key, found=len(found))
    return len(found)


@transaction.atomic
def look_into(
    signal: AwardSignal, outcome: Outcome, words: str, *, by: Staff, at: datetime
) -> AwardSignal:
    """A person looked; from now on the resident reads of it. Raises `AlreadyLookedInto`."""
    rows = AwardSignal.objects.select_for_update(of=["self"]).select_related("award__resident")
    signal = rows.get(pk=signal.pk)
    if not signal.is_open:
        raise AlreadyLookedInto
    signal.state, signal.outcome = SignalState.LOOKED_INTO, outcome
    signal.words_sealed = seal_for(signal.award.resident, signal.pk, WORDS, words)
    signal.looked_by, signal.looked_at = by, at
    signal.save(update_fields=["state", "outcome", "words_sealed", "looked_by", "looked_at"])
    record("payments.signal.looked_into", on=signal, by=by.actor, at=at, outcome=outcome.value)
    return signal


@transaction.atomic
def destroy_signals(kinds: Iterable[SignalKind], *, by: Actor, at: datetime) -> int:
    """How many of which the term of their kind is over."""
    destroyed = 0
    for kind in kinds:
        before = start_of(day_before_term(kind.keep, local_day(at)))
        old = AwardSignal.objects.filter(kind=kind.key).over_before(before)
        count, _each = old.delete()
        destroyed += count
    if destroyed:
        record("payments.signals.destroyed", on=current(), by=by, at=at, count=destroyed)
    return destroyed


def _not_again(kind: SignalKind, month: date, at: datetime) -> set[UUID]:
    """Awards of which this was asked over the month, is still open, or was answered lately."""
    since = start_of(months_after(month_of(local_day(at)), -kind.again_after))
    lately = Q(state=SignalState.OPEN) | Q(month=month) | Q(looked_at__gte=since)
    rows = AwardSignal.objects.filter(lately, kind=kind.key)
    return set(rows.values_list("award_id", flat=True))


def _keep(kind: SignalKind, batch: Batch, found: Sequence[Found]) -> None:
    keys = [uuid4() for _each in found]
    sealed = seal_for_many(
        [
            (batch.awards[each.award].resident, key, FACTS, each.facts.written())
            for each, key in zip(found, keys, strict=True)
        ]
    )
    AwardSignal.objects.bulk_create(
        AwardSignal(
            id=key,
            award=batch.awards[each.award],
            kind=kind.key,
            version=kind.version,
            month=batch.month,
            facts_sealed=facts,
            found_at=batch.at,
        )
        for each, key, facts in zip(found, keys, sealed, strict=True)
    )
