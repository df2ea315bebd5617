"""Putting a value right: reported by the resident, passed to its keeper, told to who read it."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal
from plein.vault.catalogue import catalogue
from plein.vault.disputes import open_reports
from plein.vault.keys import KeyRing
from plein.vault.models import (
    Correction,
    CorrectionNotice,
    CorrectionState,
    SharingGrant,
    Vault,
    VaultValue,
)
from plein.vault.readings import SAYS
from plein.vault.retention import day_after_term

ANSWER_WITHIN = "P1M"  # AVG art. 12 lid 3


class AlreadyReported(Refusal):
    message = _("U hebt dit al gemeld. Wij laten u weten wat ermee gebeurt.")


class OwnWords(Refusal):
    message = _("Dit vulde u zelf in. U kunt het zelf wijzigen of intrekken.")


class CannotMoveOn(Refusal):
    message = _("Dit kan nu niet met deze melding. Kijk eerst hoe het ervoor staat.")


class NoReason(Refusal):
    message = _("Schrijf op waarom het niet wordt aangepast. De inwoner leest dit.")


@transaction.atomic
def report_wrong(version: VaultValue, says: str, *, by: Actor, at: datetime) -> Correction:
    """Say that a value is wrong, and what it should be. Raises `AlreadyReported`, `OwnWords`."""
    Vault.objects.select_for_update().get(pk=version.vault_id)  # a double click reports once
    if version.is_own or version.source == "inwoner":
        raise OwnWords
    if open_reports(version.vault, version.element).exists():
        raise AlreadyReported
    ring = KeyRing(version.vault)
    sealed = ring.seal(says.encode(), version=version.pk, element=SAYS)
    correction = Correction.objects.create(
        vault=version.vault,
        version=version,
        says_sealed=sealed,
        says_generation=ring.newest,
        reported_at=at,
        due_on=_due(at),
    )
    record("vault.correction.reported", on=correction, by=by, at=at, element=version.element)
    return correction


@transaction.atomic
def forward(correction: Correction, *, by: Actor, at: datetime) -> None:
    """Passed to the keeper of the value, who decides. Raises `CannotMoveOn`."""
    _move(correction, CorrectionState.FORWARDED, by=by, at=at)


@transaction.atomic
def examine(correction: Correction, *, by: Actor, at: datetime) -> None:
    _move(correction, CorrectionState.EXAMINED, by=by, at=at)


@transaction.atomic
def mark_changed(correction: Correction, *, by: Actor, at: datetime) -> int:
    """The keeper put it right: whoever read the wrong value hears of it; how many they are."""
    correction = _move(correction, CorrectionState.CHANGED, by=by, at=at)
    readers = SharingGrant.objects.filter(
        vault=correction.vault,
        elements__overlap=catalogue().told_by(correction.version.element),
        reads__gt=0,
    )
    notices = [
        CorrectionNotice(correction=correction, grant=grant, told_at=at) for grant in readers
    ]
    CorrectionNotice.objects.bulk_create(notices)
    correction = _move(correction, CorrectionState.TOLD, by=by, at=at)
    if not notices:
        _close(correction, CorrectionState.DONE, by=by, at=at)
    return len(notices)


@transaction.atomic
def note_seen(notice: CorrectionNotice, *, by: Actor, at: datetime) -> None:
    """A recipient read that the value was put right; the last one closes the report."""
    CorrectionNotice.objects.filter(pk=notice.pk, seen_at=None).update(seen_at=at)
    correction = Correction.objects.select_for_update().get(pk=notice.correction_id)
    waiting = correction.notices.filter(seen_at=None).exists()
    if correction.state == CorrectionState.TOLD and not waiting:
        _close(correction, CorrectionState.DONE, by=by, at=at)


@transaction.atomic
def refuse_change(correction: Correction, why: str, *, by: Actor, at: datetime) -> None:
    """The keeper leaves it as it is, with a reason. Raises `NoReason`, `CannotMoveOn`."""
    if not why.strip():
        raise NoReason
    correction = _close(correction, CorrectionState.REFUSED, by=by, at=at)
    correction.answer = why.strip()
    correction.save(update_fields=["answer"])


@transaction.atomic
def object_to_refusal(correction: Correction, *, by: Actor, at: datetime) -> None:
    """The resident does not agree: open again, disputed again, and with a month of its own.

    Raises `CannotMoveOn`, and `AlreadyReported` when the value was reported anew meanwhile.
    """
    Vault.objects.select_for_update().get(pk=correction.vault_id)
    others = open_reports(correction.vault, correction.version.element).exclude(pk=correction.pk)
    if others.exists():
        raise AlreadyReported
    correction = _move(correction, CorrectionState.OBJECTED, by=by, at=at)
    correction.closed_at, correction.due_on = None, _due(at)
    correction.save(update_fields=["closed_at", "due_on"])


@transaction.atomic
def withdraw_report(correction: Correction, *, by: Actor, at: datetime) -> None:
    _close(correction, CorrectionState.WITHDRAWN, by=by, at=at)


def _due(at: datetime) -> date:
    return day_after_term(ANSWER_WITHIN, local_day(at))


def _close(
    correction: Correction, state: CorrectionState, *, by: Actor, at: datetime
) -> Correction:
    correction = _move(correction, state, by=by, at=at)
    correction.closed_at = at
    correction.save(update_fields=["closed_at"])
    return correction


def _move(correction: Correction, to: CorrectionState, *, by: Actor, at: datetime) -> Correction:
    corrections = Correction.objects.select_for_update(of=["self"])
    correction = corrections.select_related("version", "vault").get(pk=correction.pk)
    if to not in Correction.MOVES[CorrectionState(correction.state)]:
        raise CannotMoveOn
    correction.state = to
    correction.save(update_fields=["state"])
    record(f"vault.correction.{to}", on=correction, by=by, at=at)
    return correction
