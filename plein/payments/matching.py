"""Which payment of ours the bank means, by the id that we gave it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from plein.ledger.models import Transfer
from plein.payments.actions.booking import IN_FILE
from plein.payments.models import LineOff, LineState, PaymentRun, RunLine
from plein.payments.offs import offs_for_others, with_offs

_PAYMENT = re.compile(
    r"PLEIN-U(?P<municipality>\d{1,9})-(?P<run>\d{1,9})-(?P<line>\d{1,9})(?:-\d{1,3})?"
)
_PART = re.compile(r"PLEIN-U(?P<municipality>\d{1,9})-(?P<run>\d{1,9})-D(?P<part>\d{1,4})(?:-1)?")
SENT = (LineState.BOOKED, LineState.PAID, LineState.RETURNED)


@dataclass(slots=True)
class Sent:
    """A payment that was sent: of a line, or of something that went off it for somebody else."""

    key: str
    line: RunLine
    off: LineOff | None
    cents: int
    was_paid: bool
    came_back: bool

    @property
    def is_under_way(self) -> bool:
        return not (self.was_paid or self.came_back)

    @property
    def home(self) -> int:
        """The account that it goes back to: what is for somebody else stays set apart."""
        if self.off and self.off.deduction:
            return self.off.deduction.account_id
        return self.line.award.due_id


def municipality_in(key: str) -> int | None:
    """Of an id that we gave out; None for any other."""
    found = _PAYMENT.fullmatch(key) or _PART.fullmatch(key)
    return int(found["municipality"]) if found else None


def sent_by_key(keys: Iterable[str], runs: Mapping[int, PaymentRun]) -> dict[str, Sent]:
    """Those of these ids that were sent; `runs` by number."""
    numbers: dict[int, set[int]] = defaultdict(set)
    for key in keys:
        if (found := _PAYMENT.fullmatch(key)) and int(found["run"]) in runs:
            numbers[int(found["run"])].add(int(found["line"]))
    lines: list[RunLine] = []
    for number, wanted in numbers.items():
        lines += _lines(runs[number]).filter(number__in=wanted)
    return _sent(lines)


def sent_in_part(part: str, runs: Mapping[int, PaymentRun]) -> list[Sent] | None:
    """All that one file of a run pays; None where we made no such file."""
    found = _PART.fullmatch(part)
    run = runs.get(int(found["run"])) if found else None
    if found is None or run is None or not run.files.filter(part=found["part"]).exists():
        return None
    first = (int(found["part"]) - 1) * IN_FILE
    lines = _lines(run).filter(number__gt=first, number__lte=first + IN_FILE)
    return list(_sent(list(lines)).values())


def _lines(run: PaymentRun) -> QuerySet[RunLine]:
    lines = RunLine.objects.filter(run=run, state__in=SENT).order_by("number")
    return with_offs(lines.select_related("run", "award"))


def _sent(lines: Sequence[RunLine]) -> dict[str, Sent]:
    payments: list[tuple[str, RunLine, LineOff | None, int]] = []
    for line in lines:
        if line.pays:
            payments.append((line.end_to_end_id, line, None, line.pays))
        for number, off in enumerate(offs_for_others(line), start=1):
            payments.append((f"{line.end_to_end_id}-{number}", line, off, off.cents))
    booked = _booked([key for key, *_rest in payments])
    return {
        key: Sent(key, line, off, cents, paid_key(key) in booked, back_key(key) in booked)
        for key, line, off, cents in payments
    }


def _booked(keys: Sequence[str]) -> set[str]:
    asked = [of(key) for key in keys for of in (paid_key, back_key)]
    return set(Transfer.objects.filter(key__in=asked).values_list("key", flat=True))


def paid_key(key: str) -> str:
    return f"{key}-betaald"


def back_key(key: str) -> str:
    return f"{key}-terug"
