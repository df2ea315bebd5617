"""What tests of signals begin with: a kind that two people turned on, and lives that it asks."""

from datetime import UTC, date, datetime, timedelta

from plein.identity.actions import add_member, know_resident
from plein.identity.models import Household, MemberRole, Resident, Staff
from plein.kernel.bsn import Bsn
from plein.payments.actions.asking import ask_statement
from plein.payments.actions.signalling import look_for
from plein.payments.actions.switching import confirm_kind, propose_kind
from plein.payments.actions.telling import tell_income
from plein.payments.living import Income
from plein.payments.models import Award, AwardSignal, SignalSwitch
from plein.payments.shown_wage import ShownWage
from plein.payments.signals.library import every_kind
from tests.cast import NOON, TESTS

MONTH = date(2026, 11, 1)
NIGHT = datetime(2026, 12, 15, 2, 0, tzinfo=UTC)
SHOWN = ShownWage(gross=90_000, net=81_200, source="UWV", on=date(2026, 12, 2))
WAGE, TOGETHER = "loon_niet_in_opgave", "samen_in_een_huis"
NOT_TOLD, LITTLE = "opgave_mist", "weinig_over"


def turn_on(key: str, proposer: Staff, confirmer: Staff) -> SignalSwitch:
    kind = every_kind()[key]
    propose_kind(kind, by=proposer, at=NOON)
    return confirm_kind(kind, by=confirmer, at=NOON)


def look(key: str, month: date = MONTH, at: datetime = NIGHT) -> list[AwardSignal]:
    """What came up now."""
    look_for(every_kind()[key], month, by=TESTS, at=at)
    return list(AwardSignal.objects.filter(kind=key, month=month).order_by("award__number"))


def told_nothing_beside_a_wage(award: Award, month: date = MONTH) -> None:
    at = NIGHT - timedelta(days=5)
    tell_income(award, month, Income(), by=award.resident.actor, at=at, shown=SHOWN)


def ask_twice(award: Award) -> None:
    """Over October and November, both due before the night."""
    for month, at in ((date(2026, 10, 1), datetime(2026, 11, 1, 5, tzinfo=UTC)), (MONTH, _FIRST)):
        ask_statement(award, month, by=TESTS, at=at)


_FIRST = datetime(2026, 12, 1, 5, tzinfo=UTC)


def live_together(*residents: Resident, household: Household) -> None:
    for resident in residents:
        start = date(2026, 1, 1)
        role = MemberRole.ADULT
        add_member(household, name="", role=role, start=start, resident=resident)


def somebody(number: int) -> Resident:
    """One of many, by a BSN that passes the test of eleven."""
    return know_resident(Bsn(_bsn(number)), by=TESTS, at=NOON)


def _bsn(number: int) -> str:
    digits = f"{99_000_000 + number:08d}"
    last = (
        sum(int(each) * weight for each, weight in zip(digits, range(9, 1, -1), strict=True)) % 11
    )
    return f"{digits}{last}" if last < 10 else _bsn(number + 5_000)
