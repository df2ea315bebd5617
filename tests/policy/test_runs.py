"""A calculation is kept with a line in the log, made once, and gone after 30 days."""

from datetime import timedelta

import pytest

from plein.audit.models import Act
from plein.policy.actions import ask_run, forget_runs, keep_run, make_run
from plein.policy.invented import margins
from plein.policy.models import MOST, Run, State
from plein.policy.running import calculate_run
from plein.policy.trial import Trial
from plein.regelingen.library import local_norms
from plein.regelingen.trying import topics
from tests.cast import NOON, TODAY


@pytest.fixture
def trial():
    norms = local_norms("individuele_inkomenstoeslag", "rotterdam")
    now = {name: str(norm.values[-1].value) for name, norm in norms.items()}
    topic = topics()["inkomenstoeslag_per_jaar"]
    return Trial(topic, TODAY, now, now | {"bedrag_paar": "500"})


@pytest.fixture
def given(trial):
    return dict(margins()) | {"facts": trial.topic.facts}


def test_a_run_that_is_asked_is_made_by_the_job(trial, given, bas):
    run = ask_run(trial, 41_000, given, by=bas, at=NOON)

    calculate_run.call(municipality=bas.municipality_id, run=str(run.pk))

    run.refresh_from_db()
    assert (run.state, run.done) == (State.READY, 41_000)
    assert run.outcome == trial.over_invented(41_000, given)


def test_a_job_that_runs_twice_changes_nothing(trial, given, bas, monkeypatch):
    run = ask_run(trial, 10_000, given, by=bas, at=NOON)
    make_run(run)
    before = Run.objects.values().get()

    make_run(run)  # as somebody who saw it waiting
    make_run(Run.objects.get())

    assert Run.objects.values().get() == before


def test_how_far_it_is_can_be_seen_while_it_runs(trial, given, bas, monkeypatch):
    run, seen = ask_run(trial, 41_000, given, by=bas, at=NOON), []
    real = Trial.over_invented

    def watched(self, size, margins, after):
        def note(done):
            after(done)
            seen.append(Run.objects.get().done)

        return real(self, size, margins, note)

    monkeypatch.setattr(Trial, "over_invented", watched)
    make_run(run)

    assert seen == [20_000, 40_000, 41_000]


def test_a_run_that_somebody_threw_away_meanwhile_is_not_made(trial, given, bas):
    run = ask_run(trial, 10_000, given, by=bas, at=NOON)
    Run.objects.all().delete()

    make_run(run)
    calculate_run.call(municipality=bas.municipality_id, run=str(run.pk))

    assert not Run.objects.exists()


def test_who_keeps_a_run_stands_in_the_log(trial, given, bas):
    run = keep_run(trial, trial.over_invented(10_000, given), given, by=bas, at=NOON)

    act = Act.objects.get(name="policy.run.kept")
    assert act.object_id == str(run.pk)
    assert act.actor_id == bas.actor.id
    assert act.details == {"target": "inkomenstoeslag_per_jaar", "size": 10_000}


def test_an_outcome_comes_back_as_it_was(trial, given, bas):
    outcome = trial.over_invented(10_000, given)

    keep_run(trial, outcome, given, by=bas, at=NOON)

    assert Run.objects.get().outcome == outcome


@pytest.mark.parametrize(("days", "gone"), [(29, 0), (30, 1)])
def test_a_run_is_gone_after_thirty_days(trial, given, bas, days, gone):
    ask_run(trial, 10_000, given, by=bas, at=NOON)

    assert forget_runs(at=NOON + timedelta(days=days)) == gone
    assert Run.objects.count() == 1 - gone


def test_a_run_that_stays_away_went_wrong(trial, given, bas):
    run = ask_run(trial, 10_000, given, by=bas, at=NOON)

    assert not run.went_wrong_at(NOON + MOST - timedelta(seconds=1))
    assert run.went_wrong_at(NOON + MOST)
