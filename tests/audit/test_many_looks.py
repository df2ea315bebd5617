"""Many subjects in one answer: a line for each, in its own chain."""

from uuid import uuid4

from plein.audit.actions import log_looks
from plein.audit.models import Act, Look
from plein.audit.queries import act_of, broken_links
from tests.audit.conftest import SAM, WHY
from tests.cast import NOON


def look_at(emmen, subjects):
    log_looks(
        subjects,
        municipality_id=emmen.pk,
        action="lezen",
        elements=["aanvragen"],
        purpose=WHY,
        by=SAM,
        at=NOON,
    )


def test_each_subject_gets_one_line_that_fits_its_chain(emmen, subject):
    other = uuid4()

    look_at(emmen, [subject, other, subject])

    assert Look.objects.filter(subject=other).get().sequence == 1
    assert Look.objects.filter(subject=subject).latest("sequence").sequence == 5
    assert broken_links(subject, emmen.pk) == broken_links(other, emmen.pk) == []
    assert act_of(Look.objects.get(subject=other)).actor_id == SAM.id


def test_nobody_to_look_at_leaves_nothing(emmen):
    look_at(emmen, [])

    assert not Look.objects.exists()
    assert not Act.objects.filter(name="audit.look").exists()


def test_two_who_look_at_the_same_many_at_once_do_not_wait_for_each_other(at_once, emmen):
    subjects = [uuid4() for _number in range(40)]

    at_once([lambda: look_at(emmen, subjects), lambda: look_at(emmen, subjects[::-1])] * 4)

    assert Look.objects.count() == 8 * 40
    assert [found for each in subjects for found in broken_links(each, emmen.pk)] == []
