"""In the demo Emmen uses signals: one was looked into, and one waits."""

from datetime import datetime

import pytest

from plein.demo.benefits import add_benefits
from plein.demo.signals import add_signals
from plein.identity.models import Role
from plein.identity.switch import SwitchState
from plein.payments.models import AwardSignal, SignalState, SignalSwitch
from plein.tenants.models import Module
from plein.tenants.scope import within
from tests.cast import NOON, staff_member

ROLES = {
    "noor": Role.CONSULENT,
    "sam": Role.CONSULENT,
    "ingrid": Role.FINANCE,
    "tom": Role.FINANCE,
    "wim": Role.MUNICIPALITY_MANAGER,
    "femke": Role.PRIVACY_OFFICER,
}


@pytest.mark.parametrize("day", [1, 8, 15, 24])
def test_emmen_has_one_that_waits_and_one_that_was_looked_into(emmen, day):
    staff = {name: staff_member(name, role) for name, role in ROLES.items()}
    at: datetime = NOON.replace(day=day)
    add_benefits(emmen, staff, at)

    add_signals(emmen, staff, at)

    assert emmen.has(Module.SIGNALS)
    found = AwardSignal.objects.order_by("kind").values_list("award__number", "kind", "state")
    assert list(found) == [
        ("U-2002", "opgave_mist", SignalState.OPEN),
        ("U-2001", "weinig_over", SignalState.LOOKED_INTO),
    ]
    assert set(SignalSwitch.objects.values_list("state", flat=True)) == {SwitchState.ON}


def test_the_other_municipalities_leave_the_part_off(buren):
    with within(buren):
        add_signals(buren, {}, NOON)

        assert not buren.has(Module.SIGNALS)
        assert not SignalSwitch.objects.exists()
