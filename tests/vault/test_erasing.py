"""Katja wants to be forgotten: two people, a day of thought, and then nothing opens any more."""

from datetime import date, datetime, timedelta

import pytest

from plein.audit.models import Act, Look
from plein.identity.mandates import invite_helper
from plein.identity.models import MandateState
from plein.jobs.nightly import run_nightly
from plein.kernel.actor import system
from plein.kernel.clock import AMSTERDAM
from plein.vault.access import OwnAccess
from plein.vault.actions.collecting import begin_run, finish_run, start_collection
from plein.vault.actions.corrections import report_wrong
from plein.vault.actions.erasing import (
    CannotErase,
    ErasureRuns,
    approve_erasure,
    ask_erasure,
    erase,
    erase_due,
    withdraw_erasure,
)
from plein.vault.actions.exports import ask_export, fill_export
from plein.vault.actions.grants import Duration, open_grant
from plein.vault.actions.old_versions import destroy_old_versions
from plein.vault.actions.opening import vault_of
from plein.vault.actions.statements import state
from plein.vault.exporting.sealed import open_export
from plein.vault.gate import read, read_correction, read_history
from plein.vault.granted import GrantAccess, GrantDoesNotRun
from plein.vault.keys import KeyRing, VaultErased
from plein.vault.models import (
    CorrectionState,
    CredentialState,
    ErasureState,
    Export,
    GrantState,
    Outcome,
    SealedValue,
    SourceState,
    UseKind,
    VaultKey,
    VaultValue,
)
from plein.vault.offers import offered_elements
from plein.vault.sources.asking import Answered
from tests.cast import NOON, TODAY
from tests.vault.verklaringen import PASS, made

JOB = system("wissen")
A_DAY = timedelta(hours=24)
LATER = NOON + A_DAY


@pytest.fixture
def erased(vault, katja, femke):
    def do(at=LATER):
        erasure = ask_erasure(vault, by=katja.actor, at=NOON)
        approve_erasure(erasure, by=femke, at=NOON)
        erase(erasure, by=JOB, at=at)
        erasure.refresh_from_db()
        return erasure

    return do


def test_nothing_happens_before_a_day_of_thought(vault, katja, femke, from_source, look):
    from_source(ww_bruto=148_200)
    erasure = ask_erasure(vault, by=katja.actor, at=NOON)
    approve_erasure(erasure, by=femke, at=NOON)

    assert erase_due(by=JOB, at=LATER - timedelta(seconds=1)) == 0
    with pytest.raises(CannotErase):
        erase(erasure, by=JOB, at=LATER - timedelta(seconds=1))
    assert look("ww_bruto") == {"ww_bruto": 148_200}

    assert erase_due(by=JOB, at=LATER) == 1
    assert look("ww_bruto") == {}


def test_one_person_is_not_enough(vault, katja):
    erasure = ask_erasure(vault, by=katja.actor, at=NOON)

    assert erase_due(by=JOB, at=LATER + timedelta(days=30)) == 0
    with pytest.raises(CannotErase):
        erase(erasure, by=JOB, at=LATER)


def test_it_is_asked_once_at_a_time(vault, katja):
    erasure = ask_erasure(vault, by=katja.actor, at=NOON)
    with pytest.raises(ErasureRuns):
        ask_erasure(vault, by=katja.actor, at=NOON)

    withdraw_erasure(erasure, by=katja.actor, at=NOON)

    assert ask_erasure(vault, by=katja.actor, at=NOON)


def test_a_double_click_asks_once(at_once, vault, katja):
    answers = at_once([lambda: ask_erasure(vault, by=katja.actor, at=NOON)] * 3)

    assert sum(isinstance(answer, ErasureRuns) for answer in answers) == 2


def test_it_can_be_taken_back_until_it_is_done(vault, katja, femke, from_source, look):
    from_source(ww_bruto=148_200)
    erasure = ask_erasure(vault, by=katja.actor, at=NOON)
    approve_erasure(erasure, by=femke, at=NOON)

    withdraw_erasure(erasure, by=katja.actor, at=LATER)

    assert erase_due(by=JOB, at=LATER) == 0
    assert look("ww_bruto") == {"ww_bruto": 148_200}
    with pytest.raises(CannotErase):
        approve_erasure(erasure, by=femke, at=LATER)


def test_afterwards_it_cannot_be_taken_back(erased, katja):
    erasure = erased()

    with pytest.raises(CannotErase):
        withdraw_erasure(erasure, by=katja.actor, at=LATER)
    assert (erasure.state, erasure.done_at) == (ErasureState.DONE, LATER)


def test_no_value_opens_from_what_is_left_nor_from_a_copy_of_yesterday(
    from_source, vault, erased, katja
):
    from_source(ww_bruto=148_200, naam_voornamen="Katja")
    copies = list(SealedValue.objects.all())

    erased()
    SealedValue.objects.bulk_create(copies)  # a backup is put back

    with pytest.raises(VaultErased):
        KeyRing(vault)
    state(vault, "huurtoeslag", 31_000, by=katja, at=LATER)  # a new key does not fit either
    ring = KeyRing(vault)
    for copy in copies:
        with pytest.raises(VaultErased):
            ring.unseal(
                copy.sealed, copy.generation, version=copy.version_id, element="naam_voornamen"
            )


def test_control_with_the_key_still_there_the_copy_does_open(from_source, vault, look):
    from_source(ww_bruto=148_200)
    copies = list(SealedValue.objects.all())
    SealedValue.objects.all().delete()
    assert look("ww_bruto") == {}

    SealedValue.objects.bulk_create(copies)

    assert look("ww_bruto") == {"ww_bruto": 148_200}


def test_an_empty_vault_is_read_as_empty_and_looking_gives_no_key(from_source, erased, katja, look):
    from_source(ww_bruto=148_200)
    erased()

    vault = vault_of(katja, at=LATER)

    assert look("ww_bruto", at=LATER) == {}
    assert read_history(vault, "ww_bruto", access=OwnAccess(katja), at=LATER) == []
    assert not VaultKey.objects.exclude(wrapped=b"").exists()


@pytest.mark.parametrize("begin", ["state", "collect"])
def test_a_resident_begins_anew_with_a_key_that_never_was(
    from_source, erased, katja, vault, look, begin
):
    from_source(ww_bruto=148_200)
    erased()

    if begin == "state":
        state(vault, "huurtoeslag", 31_000, by=katja, at=LATER)
    else:
        start_collection(vault, until=LATER + A_DAY, by=katja.actor, at=LATER)

    (key,) = VaultKey.objects.exclude(wrapped=b"")
    assert key.generation == 2
    expected = {"huurtoeslag": 31_000} if begin == "state" else {}
    assert look("huurtoeslag", "ww_bruto", at=LATER) == expected


def test_numbers_go_on_where_they_were(from_source, erased, vault, katja):
    from_source(ww_bruto=148_200)
    erased()
    start_collection(vault, until=LATER + A_DAY, by=katja.actor, at=LATER)
    from_source(at=LATER, ww_bruto=150_000)

    assert list(vault.values.values_list("number", flat=True).order_by("number")) == [1, 2]


def test_a_source_that_answers_after_it_finds_a_closed_door(vault, katja, femke):
    collection, _ = start_collection(vault, until=NOON + 3 * A_DAY, by=katja.actor, at=NOON)
    run = collection.runs.get(source="uwv")
    begin_run(run, at=NOON)
    erasure = ask_erasure(vault, by=katja.actor, at=NOON)
    approve_erasure(erasure, by=femke, at=NOON)
    erase(erasure, by=JOB, at=LATER)

    finish_run(run, Answered("dienst", values={"ww_bruto": 148_200}), at=LATER)

    run.refresh_from_db()
    assert run.state == SourceState.STOPPED
    assert not VaultValue.objects.exists()


def test_what_she_shared_helped_and_reported_ends(shared, erased, vault, katja, rent_officer):
    grant = shared()
    mandate, _code = invite_helper(
        katja, ["geld"], label="mijn zus", until=TODAY + timedelta(days=9), at=NOON
    )
    version = vault.values.get(element="ww_bruto")
    correction = report_wrong(version, "Het is meer", by=katja.actor, at=NOON)

    erased()

    for row in (grant, mandate, correction):
        row.refresh_from_db()
    assert grant.state == GrantState.WITHDRAWN
    assert mandate.state == MandateState.ENDED
    assert correction.state == CorrectionState.WITHDRAWN
    assert read_correction(correction, access=OwnAccess(katja), at=LATER) == ("", [])
    with pytest.raises(GrantDoesNotRun):
        read(vault, ["bri_inkomen"], access=GrantAccess(grant, rent_officer), at=LATER)


def test_a_verklaring_stops_and_so_does_a_file(from_source, vault, katja, erased):
    from_source(minimabudgetten=PASS)
    credential = made(vault)
    export, _ = ask_export(vault, by=katja.actor, at=NOON)

    erased()
    fill_export(export, at=LATER)  # its job comes too late

    credential.refresh_from_db()
    assert credential.state == CredentialState.REVOKED
    assert bytes(credential.sealed) == b""
    assert not Export.objects.exists()


def test_after_it_one_still_takes_along_who_looked(from_source, look, vault, katja, erased):
    from_source(ww_bruto=148_200)
    look("ww_bruto")
    erased()

    export, _ = ask_export(vault, by=katja.actor, at=LATER)
    fill_export(export, at=LATER)

    export.refresh_from_db()
    assert open_export(export, by=katja, at=LATER).startswith(b"PK")


def test_the_night_does_it(emmen, vault, katja, femke, from_source, look):
    from_source(ww_bruto=148_200)
    long_ago = NOON - timedelta(days=900)
    erasure = ask_erasure(vault, by=katja.actor, at=long_ago)
    approve_erasure(erasure, by=femke, at=long_ago)

    for name in ("kluizen wissen", "oude versies vernietigen", "klaargezette bestanden vergeten"):
        run_nightly.call(name=name, municipality=emmen.pk, day=TODAY.isoformat())

    assert look("ww_bruto") == {}


def test_the_log_stays(from_source, look, erased, katja):
    from_source(ww_bruto=148_200)
    look("ww_bruto")

    erased()

    assert Look.objects.filter(subject=katja.pk).exists()
    assert Act.objects.filter(name="vault.vault.erased").count() == 1


# --- what becomes of copies


@pytest.fixture
def read_by(vault, from_source, open_use, rent_officer):
    """A use under which somebody read, and how often."""
    from_source(bri_inkomen=1_840_000, naam_geslachtsnaam="Voorbeeld", ww_bruto=148_200)

    def make(reads=1, at=NOON, **plan):
        use = open_use(**plan)
        until = Duration(until=NOON + timedelta(days=300))
        grant = open_grant(vault, use, offered_elements(use), until, request=None, at=NOON)
        for _ in range(reads):
            read(vault, grant.elements[:1], access=GrantAccess(grant, rent_officer), at=at)
        return grant

    return make


BY_LAW = {"kind": UseKind.LAW, "basis": "pw_53a"}


def test_a_recipient_that_never_looked_has_no_copy(read_by, erased):
    read_by(reads=0)

    (outcome,) = erased().outcomes.all()
    assert (outcome.outcome, outcome.law, outcome.until) == (Outcome.NO_COPY, "", None)


def test_a_recipient_that_looked_is_asked_to_erase(read_by, erased):
    read_by()

    (outcome,) = erased().outcomes.all()
    assert outcome.outcome == Outcome.ASKED


def test_what_a_law_keeps_weighs_more_than_what_was_read_more_often(read_by, erased):
    read_by(reads=1, **BY_LAW)
    read_by(reads=3)

    (outcome,) = erased().outcomes.all()
    assert outcome.outcome == Outcome.KEPT
    assert outcome.law == "Participatiewet artikel 53a lid 1"


def test_where_the_term_counts_from_the_last_look_the_day_is_known(read_by, erased):
    read_by(**BY_LAW)  # bundle for a rented house: list 19.1, five years

    (outcome,) = erased().outcomes.all()
    assert (outcome.rule, outcome.until) == ("verwerkt", date(2031, 11, 24))


def test_where_it_counts_from_the_end_of_help_no_day_is_made_up(read_by, erased):
    read_by(bundle="pw_alleenstaande_ouder", optional=[], **BY_LAW)

    (outcome,) = erased().outcomes.all()
    assert (outcome.outcome, outcome.rule, outcome.until) == (Outcome.KEPT, "bijstand", None)


# --- old versions


def versions_with_content():
    return set(SealedValue.objects.values_list("version__number", flat=True))


def test_an_old_version_goes_a_year_after_it_was_replaced(from_source, look):
    replaced = datetime(2026, 2, 10, 15, 0, tzinfo=AMSTERDAM)
    from_source(at=replaced - timedelta(days=400), ww_bruto=140_000)
    from_source(at=replaced, ww_bruto=148_200)

    assert destroy_old_versions(by=JOB, at=datetime(2027, 2, 10, 23, 59, tzinfo=AMSTERDAM)) == 0
    assert destroy_old_versions(by=JOB, at=datetime(2027, 2, 11, 0, 0, tzinfo=AMSTERDAM)) == 1

    assert versions_with_content() == {2}
    assert VaultValue.objects.count() == 2  # that it was there, stays
    assert look("ww_bruto") == {"ww_bruto": 148_200}


def test_the_newest_stays_however_old_it_is(from_source):
    from_source(at=NOON - timedelta(days=4000), ww_bruto=140_000)

    assert destroy_old_versions(by=JOB, at=NOON) == 0


def test_what_the_resident_says_does_not_replace_what_a_source_says(from_source, vault, katja):
    from_source(at=NOON - timedelta(days=900), huurtoeslag=30_000)
    state(vault, "huurtoeslag", 31_000, by=katja, at=NOON - timedelta(days=800))

    assert destroy_old_versions(by=JOB, at=NOON) == 0


def test_a_disputed_version_waits_for_the_answer(from_source, vault, katja):
    from_source(at=NOON - timedelta(days=900), ww_bruto=140_000)
    report_wrong(vault.values.get(), "Meer", by=katja.actor, at=NOON - timedelta(days=800))
    from_source(at=NOON - timedelta(days=500), ww_bruto=148_200)

    assert destroy_old_versions(by=JOB, at=NOON) == 0


def test_a_second_night_finds_nothing(from_source):
    from_source(at=NOON - timedelta(days=900), ww_bruto=140_000)
    from_source(at=NOON - timedelta(days=500), ww_bruto=148_200)

    assert destroy_old_versions(by=JOB, at=NOON) == 1
    assert destroy_old_versions(by=JOB, at=NOON) == 0
    assert Act.objects.get(name="vault.values.destroyed").details == {"count": 1}
