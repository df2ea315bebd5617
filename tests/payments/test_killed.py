"""kill -9 in the middle of a run: it goes on, no payment is lost and none comes twice."""

import os
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from hashlib import sha256
from random import Random
from signal import SIGKILL

import pytest
from defusedxml.ElementTree import fromstring
from django.db import connection

from plein.identity.actions import know_resident
from plein.ledger.models import Entry, Transfer, TransferKind
from plein.ledger.queries import check_books
from plein.payments.actions import booking, lines
from plein.payments.actions.awarding import NewAward, award_all
from plein.payments.actions.booking import book_run
from plein.payments.actions.lines import calculate_run
from plein.payments.actions.running import approve_run, looked_at, make_run, propose_run
from plein.payments.models import LineState, PaymentRun, RunState
from plein.workflows.our_rules import our_rules
from tests.cast import NOON, TESTS
from tests.payments.conftest import ALONE, AT, NOVEMBER, OF_KATJA, PAY_ON
from tests.payments.test_lives import bsn_number

POINTS = int(os.environ.get("PLEIN_KILLS", "20"))  # a hundred by hand
AWARDS = 4 * POINTS
pytestmark = pytest.mark.long


@pytest.fixture
def small_parts(monkeypatch):
    """Many transactions, so many places to stop."""
    monkeypatch.setattr(lines, "PART", 3)
    monkeypatch.setattr(booking, "PART", 3)
    monkeypatch.setattr(booking, "IN_FILE", 10)


@pytest.fixture
def many(committed, emmen, noor):
    new = [
        NewAward(
            know_resident(bsn_number(number), by=TESTS, at=NOON),
            f"E-{number}",
            NOVEMBER - timedelta(days=number),
            ALONE,
            OF_KATJA,
        )
        for number in range(AWARDS)
    ]
    return award_all(new, staff=noor, by=TESTS, at=NOON)


def killed_at(statement: int, work: Callable[[], None]) -> bool:
    """Do it in a process of its own that is killed there; whether it came to its end before."""
    connection.close()
    child = os.fork()
    if not child:
        seen = iter(range(statement))

        def die(execute, *asked):
            if next(seen, None) is None:
                os.kill(os.getpid(), SIGKILL)
            return execute(*asked)

        try:
            with connection.execute_wrapper(die):
                work()
        finally:
            os._exit(0)
    _pid, status = os.waitpid(child, 0)
    return not os.WIFSIGNALED(status)


def until_it_is_done(work: Callable[[], None], is_done: Callable[[], bool], chance: Random) -> int:
    """How often it was killed on the way."""
    kills = 0
    while not is_done():
        kills += not killed_at(chance.randint(1, 40), work)
        assert kills < 50 * POINTS, "it does not get any further"
    return kills


def test_a_run_that_is_killed_again_and_again_pays_everybody_once(many, ingrid, tom, small_parts):
    chance, rules = Random(7), our_rules()
    run = make_run(NOVEMBER, pay_on=PAY_ON, by=ingrid, at=AT)

    def state() -> str:
        return PaymentRun.objects.get(pk=run.pk).state

    kills = until_it_is_done(
        lambda: calculate_run(run, rules, by=TESTS, at=AT),
        lambda: state() != RunState.CALCULATING,
        chance,
    )
    looked_at(run, list(run.lines.values_list("pk", flat=True)), by=ingrid, at=AT)
    propose_run(run, by=ingrid, at=AT)
    run = approve_run(run, by=tom, at=AT)
    kills += until_it_is_done(
        lambda: book_run(run, by=TESTS, at=AT), lambda: state() == RunState.READY, chance
    )

    assert kills >= POINTS
    assert [line.award_id for line in run.lines.order_by("number")] == sorted(
        made.pk for made in many
    )
    assert set(run.lines.values_list("state", flat=True)) == {LineState.BOOKED}
    assert check_books().is_right()
    given = Transfer.objects.filter(kind=TransferKind.BETAALOPDRACHT)
    assert given.count() == AWARDS
    files = list(run.files.order_by("part"))
    asked = Counter(
        (key.text, Decimal(cents.text))
        for file in files
        for key, cents in zip(
            elements(file.content, "EndToEndId"), elements(file.content, "InstdAmt"), strict=True
        )
    )
    assert asked == Counter(
        (line.end_to_end_id, Decimal(line.pays) / 100) for line in run.lines.select_related("run")
    )
    paid = Entry.objects.filter(transfer__in=given, amount__gt=0).values_list("amount", flat=True)
    assert sum(file.cents for file in files) == sum(paid)
    assert [sha256(bytes(file.content)).hexdigest() for file in files] == [
        file.digest for file in files
    ]


def elements(content: bytes, name: str):
    return [each for each in fromstring(bytes(content)).iter() if each.tag.endswith(f"}}{name}")]


def test_two_workers_at_the_same_run_do_it_once(at_once, many, ingrid, tom, small_parts):
    rules = our_rules()
    run = make_run(NOVEMBER, pay_on=PAY_ON, by=ingrid, at=AT)
    at_once([lambda: calculate_run(run, rules, by=TESTS, at=AT)] * 2)
    looked_at(run, list(run.lines.values_list("pk", flat=True)), by=ingrid, at=AT)
    propose_run(run, by=ingrid, at=AT)
    run = approve_run(run, by=tom, at=AT)

    at_once([lambda: book_run(run, by=TESTS, at=AT)] * 2)

    assert run.lines.filter(state=LineState.BOOKED).count() == AWARDS
    assert Transfer.objects.filter(kind=TransferKind.BETAALOPDRACHT).count() == AWARDS
    assert check_books().is_right()
