"""Olga runs the platform; Assen is what she starts, and Ria and Joop are its beheerders."""

import pytest
from django.utils import timezone

from plein.demo.codes import enrol_demo
from plein.identity.models import Account, Role
from plein.starting.actions.administrators import add_administrator
from plein.starting.actions.beginning import begin_start
from plein.starting.actions.connecting import connect_digid
from plein.starting.actions.inviting import invite_first
from plein.starting.actions.keeping import kept_step
from plein.starting.actions.ticking import tick
from plein.starting.checklist import BY_KEY, TO_TICK
from plein.starting.models import Step
from plein.tenants.actions import Contact
from plein.tenants.changes import change_texts
from plein.tenants.naming import Naming
from plein.tenants.scope import within
from tests.cast import NOON, TODAY

ASSEN = Naming(name="Assen", host="assen.localhost", cbs_code="0106", rsin="999993653")
MANAGER = {"team": "Beheer", "roles": [Role.MUNICIPALITY_MANAGER]}
CONTACT = Contact("14 0592", "Elke dag", "Noordersingel 33")


@pytest.fixture
def olga(request):
    request.getfixturevalue("committed" if "committed" in request.fixturenames else "db")
    return add_administrator("olga@plein.example", "Olga")


@pytest.fixture
def start(olga):
    return begin_start("assen", ASSEN, by=olga, at=NOON)


@pytest.fixture
def assen(start):
    """Assen, and everything in the test happens there."""
    with within(start.municipality):
        yield start.municipality


@pytest.fixture
def ria(start, assen, olga):
    return invite_first(start, "ria@plein.example", "Ria", **MANAGER, by=olga, at=NOON)


@pytest.fixture
def joop(start, assen, olga):
    return invite_first(start, "joop@plein.example", "Joop", **MANAGER, by=olga, at=NOON)


@pytest.fixture
def ready(start, assen, olga, ria, joop):
    """All that is needed before the opening was done."""
    come_in(ria, joop)
    with kept_step(start, Step.TEXTS):
        change_texts(assen, CONTACT, {}, by=olga.actor, at=NOON)
    connect_digid(start, issuer="https://makelaar.example", client_id="x", by=olga, at=NOON)
    for key in TO_TICK:
        if BY_KEY[key].is_needed:
            tick(key, TODAY, "zaak 1", account=olga.account, by=olga.actor, at=NOON)
    start.refresh_from_db()
    return start


def come_in(*people):
    """With a password and a second factor."""
    for staff in people:
        Account.objects.filter(pk=staff.account_id).update(last_login=timezone.now())
        enrol_demo(staff.account)
