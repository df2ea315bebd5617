"""The lines on one resident form a chain: whatever somebody does to one, it shows."""

from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from plein.audit.models import Act, Look
from plein.audit.queries import broken_links, looks_at
from plein.tenants.scope import within
from tests.audit.conftest import WHY, look
from tests.cast import NOON


def test_a_chain_that_nobody_touched_fits(emmen, subject):
    assert broken_links(subject, emmen.pk) == []


def test_a_subject_nobody_looked_at_has_no_broken_links(emmen):
    assert broken_links(uuid4(), emmen.pk) == []


@pytest.mark.parametrize(
    "change",
    [
        "purpose = 'zomaar'",
        "team = 'Ander team'",
        "elements = '{bsn}'",
        "at = at + interval '1 second'",
        "basis = ''",
        "operation = gen_random_uuid()",
        "function = ''",
        "activity = 'pw.intake@2'",
        "\"case\" = 'Z-1'",
        "\"grant\" = 'G-1'",
        "channel = 'systeem'",
        "result = 'geweigerd'",
        "visible_from = now()",
    ],
)
def test_a_line_that_was_changed_shows(tamper, emmen, subject, change):
    tamper(f"UPDATE audit_look SET {change} WHERE sequence = 2")

    assert broken_links(subject, emmen.pk) == [2]


@pytest.mark.parametrize(("dropped", "shows_at"), [(1, 2), (2, 3), (4, 4)])
def test_a_line_that_was_dropped_shows(tamper, emmen, subject, dropped, shows_at):
    tamper("DELETE FROM audit_look WHERE sequence = %s", dropped)

    assert broken_links(subject, emmen.pk) == [shows_at]


def test_all_lines_dropped_shows(tamper, emmen, subject):
    tamper("DELETE FROM audit_look")

    assert broken_links(subject, emmen.pk) == [4]


def test_two_lines_that_were_swapped_show(tamper, emmen, subject):
    tamper("UPDATE audit_look SET sequence = sequence + 10 WHERE sequence = 2")
    tamper("UPDATE audit_look SET sequence = 2 WHERE sequence = 3")
    tamper("UPDATE audit_look SET sequence = 3 WHERE sequence = 12")

    assert broken_links(subject, emmen.pk)[:2] == [2, 3]


def test_a_line_of_somebody_else_does_not_fit_in(tamper, emmen, subject):
    other = uuid4()
    look(emmen, other)

    tamper("UPDATE audit_look SET subject = %s, sequence = 5 WHERE subject = %s", subject, other)

    assert broken_links(subject, emmen.pk) == [5]


def test_looks_at_the_same_moment_all_get_their_place(at_once, emmen):
    subject = uuid4()

    at_once([lambda: look(emmen, subject)] * 12)

    sequences = Look.objects.filter(subject=subject).order_by("sequence")
    assert list(sequences.values_list("sequence", flat=True)) == list(range(1, 13))
    assert broken_links(subject, emmen.pk) == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_look SET purpose = ''",
        "DELETE FROM audit_look",
        "TRUNCATE audit_act",
        "UPDATE audit_seal SET lines = 0",
        "DELETE FROM audit_seal",
    ],
)
def test_the_application_cannot_change_the_log(subject, statement):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_a_line_names_what_was_seen_and_why_and_no_value_or_person(emmen, subject):
    line = looks_at([subject], emmen.pk, at=NOON)[0]

    assert (line.organisation, line.team) == ("gemeente Emmen", "Team Minima")
    assert (line.elements, line.purpose, line.basis) == (["inkomen"], WHY.why, WHY.basis)
    assert not hasattr(line, "actor_id")
    assert Act.objects.get(operation=line.operation).actor_id == "sam"


def test_the_log_of_one_municipality_is_not_seen_from_another(emmen, buren, subject):
    with within(buren):
        assert not Look.objects.exists()
        assert not Act.objects.exists()
