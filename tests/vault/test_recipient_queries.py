"""The lists of a recipient and of a resident say what a read would find."""

from datetime import timedelta

import pytest

from plein.kernel.refusal import Refusal
from plein.vault.actions.grants import withdraw
from plein.vault.actions.recipients import end_use
from plein.vault.gate import read
from plein.vault.granted import GrantAccess
from plein.vault.models import Recipient
from plein.vault.queries.recipients import ended, grants_to, running
from plein.vault.references import (
    ReferenceIsTooLong,
    ReferenceNamesSomebody,
    read_reference,
)
from tests.cast import NOON

DAYS = [0, 1, 29, 30, 182, 183, 212, 213, 364]


def reads(grant, officer, at) -> bool:
    try:
        read(grant.vault, grant.elements, access=GrantAccess(grant, officer), at=at)
    except Refusal:
        return False
    return True


@pytest.mark.parametrize("days", DAYS)
@pytest.mark.parametrize("look_on", [None, 30])
def test_what_is_listed_as_running_can_be_read_and_what_ended_cannot(
    shared, woonstichting, rent_officer, days, look_on
):
    for duration in (
        {"until": NOON + timedelta(days=30)},
        {"until": NOON + timedelta(days=365)},
        {"until": NOON + timedelta(days=365), "most_reads": 1},
    ):
        grant = shared(**duration)
        if look_on is not None and look_on <= days:
            reads(grant, rent_officer, NOON + timedelta(days=look_on))
    at = NOON + timedelta(days=days)

    listed = set(running(grants_to(woonstichting), at))
    over = set(ended(grants_to(woonstichting), at))

    assert listed | over == set(grants_to(woonstichting))
    assert not listed & over
    assert listed == {g for g in grants_to(woonstichting) if reads(g, rent_officer, at)}


def test_what_was_stopped_by_anybody_is_not_running(
    shared, woonstichting, income_check, katja, bas
):
    withdraw(shared(), by=katja.actor, at=NOON)
    shared()
    assert running(grants_to(woonstichting), NOON).count() == 1
    Recipient.objects.update(is_admitted=False)
    assert running(grants_to(woonstichting), NOON).count() == 0
    Recipient.objects.update(is_admitted=True)

    end_use(income_check, by=bas, at=NOON)

    assert running(grants_to(woonstichting), NOON).count() == 0
    assert ended(grants_to(woonstichting), NOON).count() == 2


@pytest.mark.parametrize(
    "typed", ["999990032", "BSN: 999990032", "9999 90 032", "999-990-032", "x999990032x", "a@b.nl"]
)
def test_a_reference_names_nobody(typed):
    with pytest.raises(ReferenceNamesSomebody):
        read_reference(typed)


@pytest.mark.parametrize("typed", ["999990033", "9999900321", "1999990032", "DOSSIER 12-34", ""])
def test_a_number_that_is_no_bsn_is_a_reference(typed):
    assert read_reference(typed) == typed


def test_a_reference_has_forty_characters_at_most():
    assert read_reference("  dossier   41 ") == "dossier 41"
    assert read_reference("x" * 40)
    with pytest.raises(ReferenceIsTooLong):
        read_reference("x" * 41)
