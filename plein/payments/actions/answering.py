"""What the bank did with our payments: paid, or back to where it came from.

A file counts once. What is not ours, or differs by a cent, is listed and booked nowhere.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256
from typing import Any, BinaryIO

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.gateways.bank.camt import Entry, Kind, entries
from plein.gateways.bank.pain002 import statuses
from plein.gateways.bank.stream import NotABankFile, message_of
from plein.identity.models import Staff
from plein.kernel.clock import local_day
from plein.kernel.iban import read_iban
from plein.kernel.refusal import Refusal
from plein.payments.actions.answer_booking import Answers
from plein.payments.leftover import LISTED, Why
from plein.payments.matching import Sent, municipality_in, sent_by_key, sent_in_part
from plein.payments.models import BankFile, BankFileKind, PaymentRun, Returned, RunState
from plein.tenants.scope import current

PART = 2_000  # entries at once
LONGEST_NAME = 100


class FileWasRead(Refusal):
    message = _("Dit bestand is al gelezen op {day}. Er is niets veranderd.")


class OtherMunicipality(Refusal):
    message = _("Dit bestand is van een andere rekening dan die van uw gemeente.")


@dataclass(frozen=True, slots=True)
class Said:
    """About one payment, or all of one file of ours (`part`). `cents` is None where unsaid."""

    kind: Kind
    key: str = ""
    part: str = ""
    cents: int | None = None
    on: date | None = None
    reason: str = ""
    ref: str = ""


Elsewhere = Callable[[str], bool]


@transaction.atomic(savepoint=False)
def read_bank_file(
    content: BinaryIO, name: str, *, elsewhere: Elsewhere, by: Staff, at: datetime
) -> BankFile:
    """What has an id that belongs `elsewhere` is for another part of Plein.

    Raises `FileWasRead`, `OtherMunicipality`, `NotABankFile` and `BankFileTooLarge`.
    """
    runs = {run.number: run for run in _locked_runs()}
    digest = _digest(content)
    if known := BankFile.objects.filter(digest=digest).first():
        raise FileWasRead(day=f"{local_day(known.read_at):%d-%m-%Y}")
    content.seek(0)
    message = message_of(content)
    if message not in BankFileKind.values:
        raise NotABankFile
    file = BankFile.objects.create(
        kind=message, digest=digest, name=name[:LONGEST_NAME], read_at=at, read_by=by
    )
    is_statement = message == BankFileKind.STATEMENT
    said = _statement(content) if is_statement else _status(content, file, elsewhere)
    _Reading(file, runs, by, at).read(each for each in said if not elsewhere(each.key or each.part))
    record("payments.bank.read", on=file, by=by.actor, at=at, entries=file.entries)
    return file


def _digest(content: BinaryIO) -> str:
    found = sha256()
    while part := content.read(1_000_000):
        found.update(part)
    return found.hexdigest()


def _locked_runs() -> list[PaymentRun]:
    """Those that were sent; the lock keeps a second reader out, and no run that is being made."""
    return list(PaymentRun.objects.select_for_update().filter(state=RunState.READY).order_by("pk"))


def _statement(content: BinaryIO) -> Iterator[Said]:
    ours = read_iban(current().iban) if current().iban else ""
    for entry in entries(content):
        if entry.iban != ours:
            raise OtherMunicipality
        _must_be_ours(entry.end_to_end_id, entry.batch)
        yield _said(entry)


def _said(entry: Entry) -> Said:
    part = entry.batch if entry.kind == Kind.PAID and not entry.end_to_end_id else ""
    key = entry.end_to_end_id
    return Said(entry.kind, key, part, entry.cents, entry.on, entry.reason, entry.bank_ref)


def _status(content: BinaryIO, file: BankFile, elsewhere: Elsewhere) -> Iterator[Said]:
    """Only what was refused changes something; that it was taken says not that it was paid."""
    refused: set[str] = set()
    for found in statuses(content):
        _must_be_ours(found.message_id, found.end_to_end_id)
        file.entries += 1
        if not found.is_rejected or elsewhere(found.end_to_end_id or found.message_id):
            continue
        if found.end_to_end_id:
            yield Said(Kind.RETURNED, key=found.end_to_end_id, reason=found.reason)
        elif found.message_id not in refused:
            refused.add(found.message_id)
            file.rejected_as = found.reason or "RJCT"
            yield Said(Kind.RETURNED, part=found.message_id, reason=found.reason)


def _must_be_ours(*keys: str) -> None:
    if {municipality_in(key) for key in keys} - {None, current().pk}:
        raise OtherMunicipality


@dataclass
class _Reading:
    file: BankFile
    runs: dict[int, PaymentRun]
    by: Staff
    at: datetime
    sums: dict[str, Counter[str]] = field(default_factory=dict)

    def read(self, said: Iterator[Said]) -> None:
        waiting: list[Said] = []
        for each in said:
            if self.file.kind == BankFileKind.STATEMENT:
                self.file.entries += 1
            waiting.append(each)
            if each.part or len(waiting) == PART:
                self._several(waiting)
                waiting = []
        self._several(waiting)
        self.file.sums = {why: [each["count"], each["cents"]] for why, each in self.sums.items()}
        self.file.save()

    def _several(self, waiting: list[Said]) -> None:
        """In their order: what names a whole file of ours comes last."""
        answers = Answers(self.file, self.by, self.at)
        sent = sent_by_key([each.key for each in waiting if not each.part], self.runs)
        for each in waiting:
            if not each.part:
                self._one(each, sent.get(each.key), answers)
        answers.book()
        for each in waiting:
            if each.part:
                self._part(each)

    def _one(self, said: Said, sent: Sent | None, answers: Answers) -> None:
        why = _why_not(said, sent)
        if sent is None or why:
            self._leave(said, why or Why.UNKNOWN)
        elif said.kind == Kind.PAID:
            answers.pay(sent)
        else:
            answers.give_back(sent, said.reason)

    def _part(self, said: Said) -> None:
        """A total of one of our files, or a file that was refused as a whole."""
        found = sent_in_part(said.part, self.runs)
        if found is None:
            is_ours = municipality_in(said.part) is not None
            self._leave(said, Why.UNKNOWN if is_ours else Why.OTHER)
            return
        under_way = [each for each in found if each.is_under_way]
        answers = Answers(self.file, self.by, self.at)
        if said.kind == Kind.RETURNED:
            for each in under_way:
                answers.give_back(each, said.reason, whole_file=True)
            if any(each.was_paid for each in found):
                self._leave(said, Why.AGAIN)
        elif under_way and _is_total(said.cents, found, under_way):
            for each in under_way:
                answers.pay(each)
        else:
            self._leave(said, Why.AMOUNT if under_way else Why.AGAIN)
        answers.book()

    def _leave(self, said: Said, why: Why) -> None:
        sums = self.sums.setdefault(why.value, Counter())
        sums["count"] += 1
        sums["cents"] += said.cents or 0
        if sums["count"] <= LISTED[why]:
            self.file.left.append(_shown(said, why))


def _why_not(said: Said, sent: Sent | None) -> Why | None:
    if said.kind == Kind.RECEIVED:
        return Why.RECEIVED
    if sent is None:
        return Why.OTHER if municipality_in(said.key) is None else Why.UNKNOWN
    if said.kind == Kind.TAKEN:
        return Why.OTHER
    if said.cents is not None and said.cents != sent.cents:
        return Why.AMOUNT
    if sent.came_back:
        return Why.AFTER_RETURN if said.kind == Kind.PAID else Why.AGAIN
    return Why.AGAIN if said.kind == Kind.PAID and sent.was_paid else None


def _is_total(cents: int | None, found: list[Sent], under_way: list[Sent]) -> bool:
    """Of what is under way; or also of what came back, where that was read first."""
    missing = (cents or 0) - sum(each.cents for each in under_way)
    if not missing:
        return True
    back = [each for each in found if each.came_back and not each.was_paid]
    read_first = Returned.objects.filter(
        line__in=[each.line for each in back], file__kind=BankFileKind.STATEMENT
    )
    return missing == sum(read_first.values_list("cents", flat=True))


def _shown(said: Said, why: Why) -> dict[str, Any]:
    """The id only where we gave it out: what others wrote may be a name."""
    key = said.key or said.part
    return {
        "why": why.value,
        "id": key if municipality_in(key) is not None else "",
        "ref": said.ref,
        "cents": said.cents,
        "on": said.on.isoformat() if said.on else "",
    }
