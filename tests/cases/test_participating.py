"""An organisation sees the part of a dossier that it works on, and nothing from the day it ends."""

from datetime import timedelta

import pytest

from plein.cases.actions.participating import (
    EndsBeforeItBegins,
    HasEnded,
    TakesPartAlready,
    let_out,
)
from plein.cases.partners import cases_for, partners_of
from plein.inbox import event_words as said
from plein.tenants.scope import within
from tests.cast import NOON, TODAY

TOMORROW = TODAY + timedelta(days=1)


def test_it_sees_the_case_from_that_day_and_the_resident_reads_it(join, case, gkb):
    assert not cases_for(gkb, TODAY).exists()

    join()

    assert list(cases_for(gkb, TODAY)) == [case]
    assert not cases_for(gkb, TODAY - timedelta(days=1)).exists()
    event = case.topic.events.get(name=said.PARTNER_IN)
    assert event.details == {"partner": "GKB"}


def test_a_case_of_another_kind_is_not_its_part(join, gkb):
    join(parts=("bijstand",))

    assert not cases_for(gkb, TODAY).exists()


def test_who_is_out_sees_nothing_from_the_next_request(join, case, gkb, sam):
    participation = join()

    let_out(participation, case, "klaar", by=sam.actor, at=NOON)

    assert not cases_for(gkb, TODAY).exists()
    assert not partners_of(case.dossier, TODAY).exists()
    with pytest.raises(HasEnded):
        let_out(participation, case, "klaar", by=sam.actor, at=NOON)


def test_an_end_that_was_agreed_comes_by_itself(join, gkb):
    join(until=TOMORROW)

    assert cases_for(gkb, TODAY).exists()
    assert not cases_for(gkb, TOMORROW).exists()


def test_it_takes_part_once_and_may_come_back(join, case, gkb, sam):
    participation = join()
    with pytest.raises(TakesPartAlready):
        join()

    let_out(participation, case, "klaar", by=sam.actor, at=NOON)

    assert join(at=NOON + timedelta(days=1))


def test_an_end_that_has_passed_is_refused(join):
    with pytest.raises(EndsBeforeItBegins):
        join(until=TODAY)


def test_another_municipality_shares_the_organisation_and_not_the_case(join, gkb, buren):
    join()

    with within(buren):
        assert not cases_for(gkb, TODAY).exists()
