"""What a line holds, and that lines from before those fields still fit."""

import json
from datetime import UTC, timedelta
from hashlib import sha256
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from plein.audit.actions import NobodyMayLook
from plein.audit.models import Act, Channel, Look, Result
from plein.audit.queries import broken_links, looks_at
from plein.identity.models import Role
from plein.kernel.actor import NEAR_RESIDENTS, Actor, ActorKind, system
from tests.audit.conftest import SAM, look
from tests.cast import NOON


def test_a_line_says_by_whom_for_which_activity_case_and_grant_and_when_it_opens(emmen):
    subject, opens = uuid4(), NOON + timedelta(days=30)
    look(emmen, subject, activity="fraude@1", case="Z-7", grant="D-3", visible_from=opens)

    line = Look.objects.get(subject=subject)

    assert (line.function, line.channel) == ("consulent", Channel.STAFF)
    assert (line.activity, line.case, line.grant) == ("fraude@1", "Z-7", "D-3")
    assert (line.result, line.visible_from) == (Result.GIVEN, opens)


def test_a_refused_look_is_logged_as_refused(emmen):
    subject = uuid4()
    line = look(emmen, subject, result=Result.REFUSED)

    assert Look.objects.get(subject=subject).result == "geweigerd"
    assert Act.objects.get(operation=line.operation).details["result"] == "geweigerd"
    assert broken_links(subject, emmen.pk) == []


@pytest.mark.parametrize("kind", [ActorKind(kind) for kind, _name in NEAR_RESIDENTS])
def test_every_kind_of_actor_has_its_channel(emmen, kind):
    line = look(emmen, uuid4(), by=Actor(kind, "iemand", "ergens"))

    assert line.channel in Channel.values


def test_who_runs_the_platform_has_no_way_to_look_at_anybody(emmen):
    with pytest.raises(NobodyMayLook):
        look(emmen, uuid4(), by=Actor(ActorKind.PLATFORM, "olga", "Olga"))

    assert not Look.objects.exists()


def test_the_function_of_staff_is_the_words_of_their_roles(sam):
    sam.roles = [Role.CONSULENT, Role.DESK]

    assert sam.actor.function == "consulent, balie"


def test_a_result_we_do_not_know_is_refused(emmen):
    with pytest.raises(IntegrityError), transaction.atomic():
        look(emmen, uuid4(), result="misschien")


def test_a_look_is_one_statement(emmen, django_assert_num_queries):
    subject = uuid4()

    for _time in range(2):
        with django_assert_num_queries(1):
            look(emmen, subject)


@pytest.mark.parametrize(
    "words", ['met "aanhaling" en \\', "twee\nregels\r\tverder", "é ë ☂ 𝔸", "\x01\x1f\x7f", ""]
)
def test_signs_of_any_kind_keep_their_place_in_one_line(emmen, words):
    subject = uuid4()
    look(emmen, subject, activity=words, elements=[words])
    look(emmen, subject, case=words)

    assert broken_links(subject, emmen.pk) == []
    assert Look.objects.filter(subject=subject).first().activity == words


def test_a_hidden_line_is_not_read_before_it_opens_and_is_in_the_chain_at_once(emmen):
    subject, opens = uuid4(), NOON + timedelta(days=30)
    look(emmen, subject, visible_from=opens)

    assert not looks_at([subject], emmen.pk, at=opens - timedelta(seconds=1)).exists()
    assert looks_at([subject], emmen.pk, at=opens).count() == 1
    assert broken_links(subject, emmen.pk) == []


@pytest.fixture
def old_line(emmen, tamper):
    """A line as it was written before it had a function, channel and so on."""
    subject, operation = uuid4(), uuid4()
    fields = [emmen.pk, str(subject), 1, NOON.astimezone(UTC).isoformat(), str(operation)]
    fields += ["gemeente Emmen", "Team Minima", "lezen", ["inkomen"], "om te kijken", "Wet"]
    digest = sha256(json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()).digest()
    tamper(
        "INSERT INTO audit_look (municipality_id, subject, sequence, at, operation, organisation,"
        ' team, action, elements, purpose, basis, function, activity, "case", "grant",'
        " channel, result, previous, digest) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s,"
        " '', '', '', '', '', 'gegeven', '', %s)",
        *fields,
        digest,
    )
    tamper("INSERT INTO audit_chain VALUES (%s, %s, 1, %s, '')", subject, emmen.pk, digest)
    return subject


def test_a_line_from_before_still_fits_and_the_next_one_follows_it(emmen, old_line):
    assert broken_links(old_line, emmen.pk) == []

    look(emmen, old_line)

    assert Look.objects.filter(subject=old_line).count() == 2
    assert broken_links(old_line, emmen.pk) == []


def test_nothing_can_be_added_to_a_line_from_before(emmen, old_line, tamper):
    tamper("UPDATE audit_look SET \"case\" = 'Z-1'")

    assert broken_links(old_line, emmen.pk) == [1]


def test_a_look_by_the_system_names_its_work(emmen):
    line = look(emmen, uuid4(), by=system("inloggen"))

    assert (line.organisation, line.team, line.channel) == ("Plein", "inloggen", "systeem")
    assert SAM.function != line.function
