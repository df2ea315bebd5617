"""What a decision gives: how much, from when and until when; and that it can stop sooner."""

from datetime import timedelta

import pytest

from plein.cases.actions.deciding import decide
from plein.cases.actions.moving import WhyNeeded, take_up
from plein.cases.actions.providing import EndsAlready, EndsBeforeItStarts, Given, end_provision
from plein.cases.models import Provision
from plein.inbox import event_words as said
from tests.cast import NOON, TODAY

MONTH = timedelta(days=30)


@pytest.fixture
def decide_on(case, sam):
    take_up(case, by=sam, at=NOON)

    def on(result="toegekend", **given):
        return decide(
            case, result, "Uw inkomen is laag.", by=sam, at=NOON, given=Given(TODAY, **given)
        )

    return on


def test_a_yes_gives_something_from_a_day(decide_on):
    provision = decide_on(amount=50_000, last_day=TODAY).provision

    assert (provision.what, provision.amount) == ("Individuele inkomenstoeslag", 50_000)
    assert (provision.start, provision.last_day) == (TODAY, TODAY)
    assert list(Provision.objects.on(TODAY)) == [provision]
    assert not Provision.objects.on(TODAY + timedelta(days=1)).exists()


def test_a_no_gives_nothing(decide_on):
    decide_on("afgewezen", amount=50_000)

    assert not Provision.objects.exists()


def test_a_last_day_before_the_first_leaves_the_case_undecided(decide_on, case):
    with pytest.raises(EndsBeforeItStarts):
        decide_on(last_day=TODAY - timedelta(days=1))

    assert not case.decisions.exists()


def test_what_has_no_end_can_stop_with_a_reason(decide_on, case, sam):
    provision = decide_on().provision
    with pytest.raises(WhyNeeded):
        end_provision(provision, TODAY + MONTH, " ", by=sam.actor, at=NOON)

    end_provision(provision, TODAY + MONTH, "U verhuist.", by=sam.actor, at=NOON)

    assert Provision.objects.get().last_day == TODAY + MONTH
    assert case.topic.events.filter(name=said.PROVISION_ENDED).count() == 1


def test_it_stops_once_and_only_sooner(decide_on, sam):
    provision = decide_on(last_day=TODAY + MONTH).provision

    with pytest.raises(EndsAlready):
        end_provision(provision, TODAY + MONTH, "U verhuist.", by=sam.actor, at=NOON)
    with pytest.raises(EndsBeforeItStarts):
        end_provision(provision, TODAY - MONTH, "U verhuist.", by=sam.actor, at=NOON)
