"""No BSN and no name lies readable in the database, wherever one looks."""

import json
from contextlib import suppress

import pytest
from django.core import serializers
from django.db import connection

from plein.audit.actions import Purpose
from plein.identity import gate
from plein.identity.actions import know_resident
from plein.identity.gate import read_bsn, read_names
from plein.identity.models import Resident
from plein.identity.queries import find_resident
from plein.kernel.bsn import Bsn
from plein.tenants.scope import within
from tests.cast import BSN_OF, NOON, TESTS
from tests.webshop.conftest import household

WHY = Purpose("om u te herkennen", "Wabb art. 10")
PLANTED = [BSN_OF["fatima"], BSN_OF["jan"], "Fatima", "Jan", "Noor", "Sami", "Lina"]


def everything_as_text() -> str:
    """Every value of every table, as text and once more as bytes read as text."""
    found = []
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        for (table,) in cursor.fetchall():
            cursor.execute(f'SELECT * FROM "{table}"')
            for row in cursor.fetchall():
                found += [
                    bytes(value).decode("latin-1")
                    if isinstance(value, bytes | memoryview)
                    else json.dumps(value, default=str, ensure_ascii=False)
                    for value in row
                ]
    return "\n".join(found)


def test_what_we_planted_is_nowhere_readable(fatima):
    read_names(household(fatima), household(fatima).members.all(), purpose=WHY, by=TESTS, at=NOON)
    read_bsn(fatima, purpose=WHY, by=TESTS, at=NOON)

    text = everything_as_text()

    assert "namen van het huishouden" in text  # so we did read the tables
    assert [value for value in PLANTED if value in text] == []


def test_a_resident_written_out_shows_no_digits_of_the_bsn(fatima):
    shown = [str(fatima), repr(fatima), fatima.actor, serializers.serialize("json", [fatima])]

    assert not any(BSN_OF["fatima"] in str(text) for text in shown)


def test_the_index_finds_the_same_person_and_no_other(fatima):
    assert find_resident(Bsn("9999.90.019")) == fatima
    assert find_resident(Bsn(BSN_OF["katja"])) is None


def test_the_same_person_is_unknown_in_another_municipality(fatima, buren):
    with within(buren):
        assert find_resident(Bsn(BSN_OF["fatima"])) is None
        known = know_resident(Bsn(BSN_OF["fatima"]), by=TESTS, at=NOON)

    assert known.pk != fatima.pk
    assert bytes(known.bsn_index) != bytes(fatima.bsn_index)


def test_meeting_somebody_twice_gives_one_resident(fatima):
    again = know_resident(Bsn(BSN_OF["fatima"]), by=TESTS, at=NOON)

    assert again == fatima


def test_meeting_somebody_ten_times_at_once_gives_one_resident(at_once):
    answers = at_once([lambda: know_resident(Bsn(BSN_OF["katja"]), by=TESTS, at=NOON)] * 10)

    assert {answer.pk for answer in answers} == {Resident.objects.get().pk}


def test_control_without_the_unique_index_somebody_is_known_twice(at_once, take_down):
    take_down("identity_resident", "identity_one_bsn")

    def come_in():
        with suppress(Resident.MultipleObjectsReturned):  # who comes last finds two already
            know_resident(Bsn(BSN_OF["katja"]), by=TESTS, at=NOON)

    at_once([come_in] * 10)

    assert Resident.objects.count() > 1


class LogIsFull(Exception):
    pass


@pytest.fixture
def broken_log(monkeypatch):
    def refuse(**_line):
        raise LogIsFull

    monkeypatch.setattr(gate, "log_look", refuse)


def test_without_a_line_in_the_log_nothing_opens(fatima, broken_log, monkeypatch):
    opened = []
    monkeypatch.setattr(gate, "unseal", lambda *_args, **_named: opened.append("!"))

    with pytest.raises(LogIsFull):
        read_bsn(fatima, purpose=WHY, by=TESTS, at=NOON)
    with pytest.raises(LogIsFull):
        read_names(household(fatima), [], purpose=WHY, by=TESTS, at=NOON)
    email = gate.SealedText(fatima.pk, "email", b"")
    with pytest.raises(LogIsFull):
        gate.read_sealed(household(fatima), [email], purpose=WHY, by=TESTS, at=NOON)

    assert opened == []
