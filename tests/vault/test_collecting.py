"""Katja collects: ten sources over real HTTP, some of them ill."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from time import monotonic

import pytest

from plein.audit.models import Act, Look
from plein.identity.actions import know_resident
from plein.identity.mandates import invite_helper
from plein.kernel.clock import local_day
from plein.vault import collecting
from plein.vault.access import OwnAccess
from plein.vault.actions.collecting import start_collection, stop_collections
from plein.vault.actions.opening import vault_of
from plein.vault.collecting import ask_all
from plein.vault.gate import read
from plein.vault.models import SourceRun, SourceState, VaultValue
from tests.cast import NOON, TESTS
from tests.gateways.sources import KATJA, LOTTE, NOBODY

pytestmark = pytest.mark.usefixtures("committed")
HOURS = timedelta(hours=2)


@pytest.fixture
def now():
    return datetime.now(UTC)


@pytest.fixture
def katja(emmen, now):
    """The Katja whom the sources know."""
    return know_resident(KATJA, by=TESTS, at=now)


@pytest.fixture
def collect(katja, vault_sources, now):
    """Ask all sources once; returns the states by source."""
    vault = vault_of(katja, at=now)

    def run(until=HOURS) -> dict[str, str]:
        collection, _new = start_collection(vault, until=now + until, by=katja.actor, at=now)
        ask_all(collection, at=now)
        return dict(collection.runs.values_list("source", "state"))

    return run


@pytest.fixture
def value_of(katja, now):
    def find(key):
        found = read(katja.vault, [key], access=OwnAccess(katja), at=now)
        return found[0].value if found else None

    return find


def test_ten_sources_and_our_own_two_fill_the_vault(collect, value_of, katja, now):
    states = collect()

    assert len(states) == 12
    assert set(states.values()) <= {SourceState.FOUND, SourceState.NOTHING, SourceState.WARNING}
    assert value_of("naam_voornamen") == "Katja"
    assert [child["voornaam"] for child in value_of("kinderen")] == ["Mees", "Evi"]
    assert value_of("partner") is None
    assert value_of("ww_einde_max") == (local_day(now) + timedelta(days=70)).isoformat()
    assert value_of("voertuigen")[0]["eerste_inschrijving"].startswith("2012")


def test_the_bsn_is_asked_for_once_and_the_log_says_why(collect, katja):
    collect()

    lines = Look.objects.filter(subject=katja.pk, action="gebruiken")
    assert [line.purpose for line in lines] == ["om de gegevens op te halen waar u om vroeg"]
    assert KATJA.reveal() not in str(list(Act.objects.values()))


def test_a_second_collection_adds_nothing_that_was_there(collect, now):
    collect()
    before = VaultValue.objects.count()
    SourceRun.objects.select_related("collection").first().collection.__class__.objects.update(
        stopped_at=now
    )

    collect()

    assert VaultValue.objects.count() == before


@pytest.mark.parametrize("fault", ["down", "slow"])
def test_a_source_that_fails_keeps_no_other_waiting(collect, vault_sources, fault, value_of):
    began = monotonic()
    with vault_sources.ill(fault, source="brp"):
        states = collect()

    assert states["uwv"] == SourceState.FOUND
    assert value_of("ww_bruto")
    if fault == "down":
        assert states["brp"] == SourceState.FAILED
    assert monotonic() - began < 30


def test_a_hostile_answer_is_shown_as_a_failure_and_changes_nothing(
    collect, vault_sources, value_of
):
    collect()
    before = value_of("naam_voornamen")
    SourceRun.objects.all()
    with vault_sources.ill("wrong", source="brp"):
        stop_all()
        states = collect()

    assert states["brp"] == SourceState.FAILED
    assert value_of("naam_voornamen") == before == "Katja"
    assert SourceRun.objects.filter(state=SourceState.FAILED).latest("finished_at").notes == [
        "Wij kregen een antwoord dat niet klopt. Wij hebben er niets van bewaard."
    ]


def stop_all() -> None:
    for run in SourceRun.objects.select_related("collection__vault"):
        stop_collections(run.collection.vault, at=datetime.now(UTC))


def test_a_failed_source_is_tried_three_times_and_answers_when_it_is_back(
    collect, vault_sources, katja, now, value_of
):
    with vault_sources.ill("down", source="brp"):
        collect()
    collection = katja.vault.collections.get()

    ask_all(collection, at=now)

    run = collection.runs.get(source="brp")
    assert (run.state, run.tries) == (SourceState.FOUND, 2)
    assert value_of("naam_voornamen") == "Katja"


def test_it_gives_up_after_three_times(collect, vault_sources, katja, now):
    with vault_sources.ill("down", source="brp"):
        collect()
        collection = katja.vault.collections.get()
        for _again in range(4):
            ask_all(collection, at=now)

    assert collection.runs.get(source="brp").tries == 3


def test_who_signed_out_is_not_asked_for_any_more(collect, katja, now, vault_sources):
    vault = vault_of(katja, at=now)
    collection, _new = start_collection(vault, until=now + HOURS, by=katja.actor, at=now)
    stop_collections(vault, at=now)
    collection.refresh_from_db()

    ask_all(collection, at=now)

    assert Counter(collection.runs.values_list("state", flat=True)) == {SourceState.STOPPED: 12}
    assert VaultValue.objects.count() == 0


def test_an_answer_that_comes_after_signing_out_is_dropped(katja, now, vault_sources, monkeypatch):
    vault = vault_of(katja, at=now)
    collection, _new = start_collection(vault, until=now + HOURS, by=katja.actor, at=now)
    finish = collecting.finish_run

    def signs_out_first(run, answer, *, at):
        stop_collections(vault, at=at)
        finish(run, answer, at=at)

    monkeypatch.setattr(collecting, "finish_run", signs_out_first)
    ask_all(collection, at=now)

    assert VaultValue.objects.count() == 0


def test_after_the_end_of_the_login_nothing_is_asked(collect):
    assert set(collect(until=timedelta(0)).values()) == {SourceState.WAITING}
    assert VaultValue.objects.count() == 0


def test_a_second_click_joins_the_collection_that_runs(katja, now):
    vault = vault_of(katja, at=now)
    first, is_new = start_collection(vault, until=now + HOURS, by=katja.actor, at=now)
    second, again = start_collection(vault, until=now + HOURS, by=katja.actor, at=now)

    assert (is_new, again, first) == (True, False, second)


def test_somebody_whom_no_source_knows_has_an_empty_vault(emmen, now, vault_sources):
    stranger = know_resident(NOBODY, by=TESTS, at=now)
    collection, _new = start_collection(
        vault_of(stranger, at=now), until=now + HOURS, by=stranger.actor, at=now
    )

    ask_all(collection, at=now)

    outside = collection.runs.exclude(source="budgetten")
    assert set(outside.values_list("state", flat=True)) == {SourceState.NOTHING}
    assert VaultValue.objects.count() == 0


def test_what_was_paid_stands_month_by_month_with_who_paid_it(collect, value_of, now):
    collect()

    rows = value_of("loon_per_maand")
    kinds = {row["werkgever"]: row["soort_inkomen"] for row in rows}
    assert kinds == {"Bakkerij Het Voorbeeld": "15", "UWV": "33"}
    assert {row["bruto"] for row in rows if row["soort_inkomen"] == "15"} == {162_240}
    assert all(int(row["vanaf"][:4]) >= now.year - 1 for row in rows)


def test_a_debt_says_what_to_pay_next(collect, value_of):
    collect()

    (debt,) = value_of("schuld_toeslagen")
    assert (debt["nog_te_betalen"], debt["termijn"]) == (48_000, 4_000)


def test_help_that_a_minor_gave_ends_on_the_birthday_that_was_collected(vault_sources, emmen, now):
    lotte = know_resident(LOTTE, by=TESTS, at=NOON)
    later = date(2027, 6, 1)
    mandate, _code = invite_helper(lotte, ["geld"], label="mijn dochter", until=later, at=NOON)
    collection, _new = start_collection(
        vault_of(lotte, at=now), until=now + HOURS, by=lotte.actor, at=now
    )

    ask_all(collection, at=now)

    mandate.refresh_from_db()
    assert mandate.until == date(2027, 1, 17)
