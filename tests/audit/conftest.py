"""Looks to check, and somebody with every right on the database who changes them."""

from datetime import timedelta
from uuid import uuid4

import pytest

from plein.audit.actions import Purpose, log_look
from plein.audit.line import Line, digest_of
from plein.audit.models import Look
from plein.kernel.actor import Actor, ActorKind
from tests.cast import NOON

WHY = Purpose("om uw aanvraag te beoordelen", "Participatiewet art. 53a")
SAM = Actor(ActorKind.STAFF, "sam", "gemeente Emmen", "Team Minima", "consulent")


def look(emmen, subject, *, minutes=0, elements=("inkomen",), by=SAM, **more) -> Look:
    return log_look(
        subject=subject,
        municipality_id=emmen.pk,
        action="lezen",
        elements=elements,
        purpose=WHY,
        by=by,
        at=NOON + timedelta(minutes=minutes),
        **more,
    )


@pytest.fixture
def subject(emmen):
    """Somebody at whom Sam looked four times."""
    subject = uuid4()
    for minutes in range(4):
        look(emmen, subject, minutes=minutes)
    return subject


@pytest.fixture
def tamper(superuser, committed):
    """Change the log behind the back of its triggers, as only a superuser can."""

    def change(statement, *values):
        superuser.execute("SET session_replication_role = replica")
        superuser.execute(statement, values)

    return change


@pytest.fixture
def write_anew(tamper):
    """Make a chain fit again after a change: all that a forger can do without our key."""

    def write(subject):
        previous, number = b"", 0
        for line in Look.objects.filter(subject=subject).order_by("sequence"):
            number += 1
            line.sequence, line.previous = number, previous
            previous = digest_of(Line.of(line))
            tamper(
                "UPDATE audit_look SET sequence = %s, previous = %s, digest = %s WHERE id = %s",
                *(number, line.previous, previous, line.pk),
            )
        tamper(
            "UPDATE audit_chain SET length = %s, head = %s WHERE subject = %s",
            *(number, previous, subject),
        )

    return write
