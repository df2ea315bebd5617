"""A seal on each day of the log: made once, and the same whenever it is made."""

import json
from datetime import date, timedelta
from threading import Event, Thread
from uuid import uuid4

from django.core.management import call_command
from django.db import connection, transaction

from plein.audit.models import Act, Look, Seal
from plein.audit.seals import digest_of, text_of
from plein.jobs.nightly import run_nightly
from plein.kernel.actor import system
from plein.kernel.signature import is_signed, public_bytes
from plein.tenants.models import SigningPurpose
from plein.tenants.scope import within
from plein.tenants.seals import seal_log
from plein.tenants.signing import signing_key
from tests.audit.conftest import look, subject, tamper  # noqa: F401 - fixtures
from tests.cast import NOON, TODAY

DAY = timedelta(days=1)
TOMORROW = TODAY + DAY
MIDNIGHT = 11 * 60 + 59  # minutes after noon: the last minute of the day
BY = system("logboek verzegelen")


def seal(today=TOMORROW):
    return seal_log(today, by=BY, at=NOON + DAY)


def test_a_seal_covers_every_line_of_the_day_hidden_ones_too(emmen, subject):
    look(emmen, uuid4(), visible_from=NOON + 30 * DAY)

    assert seal() == 1

    made = Seal.objects.get()
    assert (made.day, made.lines, made.chains) == (TODAY, 5, 2)
    assert made.last_line == Look.objects.latest("id").pk
    assert Act.objects.get(name="audit.seal.made").object_id == str(made.pk)


def test_it_is_signed_with_the_key_of_the_municipality(emmen, buren, subject):
    seal()

    made, text = Seal.objects.get(), text_of(Seal.objects.get()).encode()
    own = signing_key(SigningPurpose.LOG, at=NOON).public_key
    with within(buren):
        other = signing_key(SigningPurpose.LOG, at=NOON).public_key
    assert is_signed(own, text, made.signature)
    assert not is_signed(other, text, made.signature)


def test_a_second_run_changes_nothing(emmen, subject):
    seal()
    before = text_of(Seal.objects.get())

    assert seal() == 0
    assert text_of(Seal.objects.get()) == before


def test_the_last_minute_belongs_to_the_day_and_the_next_does_not(emmen, subject):
    look(emmen, subject, minutes=MIDNIGHT)
    look(emmen, subject, minutes=MIDNIGHT + 1)

    seal()

    assert Seal.objects.get().lines == 5


def test_a_late_run_makes_the_seals_it_missed_each_with_its_own_lines(emmen, subject):
    look(emmen, subject, minutes=2 * 24 * 60)  # the day after tomorrow

    assert seal(TODAY + 3 * DAY) == 3

    seals = Seal.objects.order_by("day")
    assert [made.lines for made in seals] == [4, 0, 1]
    assert seals[1].last_line == seals[0].last_line
    assert bytes(seals[0].previous) == b""
    assert [bytes(made.previous) for made in seals[1:]] == [digest_of(one) for one in seals[:2]]


def test_a_day_without_looks_is_sealed_too(emmen):
    seal()

    assert (Seal.objects.get().day, Seal.objects.get().lines) == (TODAY, 0)


def test_a_line_of_yesterday_that_comes_late_falls_under_the_next_seal(emmen, subject):
    seal()
    look(emmen, subject, minutes=MIDNIGHT)

    seal(TOMORROW + DAY)

    assert [made.lines for made in Seal.objects.order_by("day")] == [4, 1]


def test_a_seal_waits_for_who_is_halfway_adding_a_line(committed, emmen, subject):
    halfway, done = Event(), Event()

    def add_slowly():
        with within(emmen), transaction.atomic():
            look(emmen, uuid4())
            halfway.set()
            done.wait(0.5)
        connection.close()

    slow = Thread(target=add_slowly)
    slow.start()
    halfway.wait(10)
    seal()
    slow.join()

    assert Seal.objects.get().lines == 5


def test_two_that_seal_at_once_make_one_seal(at_once, emmen, subject):
    made = at_once([seal] * 4)

    assert sorted(made) == [0, 0, 0, 1]
    assert Seal.objects.count() == 1


def test_the_night_seals_every_municipality(emmen, buren, subject):
    for place in (emmen, buren):
        run_nightly.call(name="logboek verzegelen", municipality=place.pk, day="2026-11-25")

    with within(buren):
        assert (Seal.objects.get().day, Seal.objects.get().lines) == (date(2026, 11, 24), 0)
    assert Seal.objects.get().lines == 4


def test_a_seal_is_seen_in_its_own_municipality_only(emmen, buren, subject):
    seal()

    with within(buren):
        assert not Seal.objects.exists()


def test_an_export_can_be_checked_by_anybody(emmen, buren, subject, capsys):
    seal()

    call_command("export_seals")

    (line,) = (json.loads(text) for text in capsys.readouterr().out.splitlines())
    assert (line["municipality"], line["day"]) == ("emmen", "2026-11-24")
    assert json.loads(line["text"])["lines"] == 4
    key = signing_key(SigningPurpose.LOG, at=NOON).public_key
    assert bytes.fromhex(line["key"]) == public_bytes(key)
    assert is_signed(key, line["text"].encode(), bytes.fromhex(line["signature"]))
    assert str(subject) not in line["text"]
