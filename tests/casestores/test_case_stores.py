"""What runs elsewhere: only what is theirs and for their eyes, and the last good copy stays."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import timezone

from plein.audit.actions import Purpose
from plein.audit.models import Act, Look
from plein.casestores.actions.connecting import end_store, subscribe
from plein.casestores.actions.noticing import mark_changed, store_that_says
from plein.casestores.actions.reading import begin_asking, keep_list
from plein.casestores.actions.sweeping import KEPT, read_again
from plein.casestores.connecting import client_for
from plein.casestores.models import CaseStore, ForeignCase, StoreState
from plein.casestores.models.asked import ANEW_AFTER, FRESH, PATIENCE
from plein.casestores.papers import PaperGone, fetch_paper
from plein.casestores.queries import opened, opened_case, stores_with
from plein.casestores.sealed_columns import COLUMNS
from plein.gateways.simulators.settings import ZGW_SECRET
from plein.identity.actions import know_resident
from plein.identity.application import Confidentiality
from plein.kernel.refusal import Refusal
from plein.tenants.key_change import change_key, seal_anew
from plein.tenants.scope import within
from tests.cast import TESTS
from tests.gateways.sources import JAN, KATJA

WHY = Purpose("omdat u uw aanvragen bekeek", "AVG artikel 15")


def shown(resident):
    """By number."""
    stores, at = list(stores_with(resident)), timezone.now()
    found = opened(resident, stores, purpose=WHY, by=resident.actor, at=at)
    return {each.summary.number: each for each in found}


def test_only_cases_for_outside_are_kept_and_nothing_of_them_is_readable(store, katja, look):
    state = look(katja)

    assert state.is_fresh(timezone.now())
    assert set(shown(katja)) == {"LV-000412", "BZ-000077", "PV-001931"}  # not the enquiry
    for case in ForeignCase.objects.all():
        assert b"LV-" not in bytes(case.summary_sealed)
        assert KATJA.reveal() not in case.url
    assert Look.objects.filter(subject=katja.pk, purpose=WHY.why).count() == 1


def test_what_is_too_confidential_is_not_kept_whatever_the_store_sends(store, katja, look):
    zaken = client_for(store, katja).zaken_of(KATJA, highest="zeer_geheim")
    CaseStore.objects.update(highest=Confidentiality.PUBLIC)
    state = look(katja)

    keep_list(state, zaken, began=timezone.now(), at=timezone.now())

    assert set(shown(katja)) == {"PV-001931"}


def test_a_failing_store_is_marked_and_the_last_good_copy_stays(store, katja, look, sources):
    look(katja)
    later = timezone.now() + FRESH
    with sources.ill("down", source="zgw"), time_machine.travel(later):
        state = look(katja)

        assert state.has_failed(timezone.now())
        assert len(shown(katja)) == 3
        assert not any(each.case.is_known_now(timezone.now()) for each in shown(katja).values())
        assert not begin_asking(state, at=timezone.now())  # not at once again

    assert begin_asking(state, at=later + ANEW_AFTER + PATIENCE)


def test_an_answer_that_comes_too_late_is_dropped_and_so_is_an_older_one(store, katja, look):
    state, zaken = look(katja), client_for(store, katja).zaken_of(KATJA, highest="zeer_geheim")
    began = state.read_at

    keep_list(state, [], began=began - timedelta(seconds=1), at=timezone.now())
    assert len(shown(katja)) == 3

    keep_list(state, [], began=began + FRESH, at=state.asked_at + PATIENCE)
    assert len(shown(katja)) == 3

    keep_list(state, zaken[:1], began=began + timedelta(seconds=1), at=timezone.now())
    assert len(shown(katja)) == 1


def test_a_question_without_an_answer_is_a_failure_after_a_while(store, katja):
    state = StoreState.objects.create(store=store, resident=katja)
    at = timezone.now()

    assert begin_asking(state, at=at)
    state.refresh_from_db()

    assert state.is_under_way(at + PATIENCE - timedelta(seconds=1))
    assert not begin_asking(state, at=at)
    assert state.has_failed(at + PATIENCE)
    assert begin_asking(state, at=at + PATIENCE)


def test_the_page_of_one_case_has_its_stations_and_its_final_papers(store, katja, look, open_case):
    look(katja)
    case = shown(katja)["LV-000412"].case
    open_case(case)

    case = ForeignCase.objects.select_related("state__store", "state__resident").get(pk=case.pk)
    details = opened_case(case, purpose=WHY, by=katja.actor, at=timezone.now()).details

    assert [station.title for station in details.stations][:2] == [
        "Wij hebben uw aanvraag",
        "Wij bekijken uw aanvraag",
    ]
    assert [station.is_here for station in details.stations] == [False, True, False, False]
    (paper,) = details.papers
    assert paper.title == "Ontvangst van uw aanvraag"
    gone = paper.model_copy(update={"url": paper.url[:-2] + "99"})
    with pytest.raises(PaperGone):
        fetch_paper(case, gone)


def test_a_case_that_turns_out_to_be_of_another_is_forgotten(store, katja, look, open_case):
    look(katja)
    theirs = client_for(store).zaken_of(JAN, highest="zeer_geheim")[0].url
    case = shown(katja)["LV-000412"].case
    ForeignCase.objects.filter(pk=case.pk).update(url=theirs)  # as if roles were changed

    open_case(case)

    assert not ForeignCase.objects.filter(pk=case.pk).exists()


def test_a_message_only_marks_and_may_come_twice_late_or_never(store, katja, look, open_case):
    look(katja)
    case = shown(katja)["LV-000412"].case
    now, before = timezone.now(), timezone.now() - timedelta(hours=1)

    assert mark_changed(store, case.url, at=now) == 1
    assert mark_changed(store, case.url, at=now) == 0
    assert mark_changed(store, case.url, at=before) == 0  # out of order
    assert mark_changed(store, case.url + "0", at=now) == 0
    case.refresh_from_db()
    assert case.is_marked
    assert not case.is_known_now(timezone.now())

    open_case(case)
    case.refresh_from_db()
    assert not case.is_marked


def test_a_mark_from_before_the_read_does_not_count(store, katja, look):
    look(katja)
    case = shown(katja)["LV-000412"].case

    mark_changed(store, case.url, at=case.seen_at - timedelta(seconds=1))

    case.refresh_from_db()
    assert not case.is_marked


def test_only_the_value_that_we_gave_is_known_and_a_new_one_ends_the_old(store, emmen, buren):
    first = subscribe(store, by=TESTS, at=timezone.now())
    assert store_that_says(first) == store

    second = subscribe(store, by=TESTS, at=timezone.now())

    assert store_that_says(first) is None
    assert store_that_says("") is None
    with within(buren):
        assert store_that_says(second) is None


def test_the_night_reads_again_what_may_have_changed(store, katja, look, sources):
    look(katja)
    cases = ForeignCase.objects.filter(is_open=True).all
    later = timezone.now() + timedelta(hours=1)

    assert read_again(by=TESTS, at=later) == 2
    assert {case.seen_at for case in cases()} == {later}
    etags = {case.etag for case in cases()}
    assert read_again(by=TESTS, at=later + FRESH) == 2  # by their etags: 304
    ended = ForeignCase.objects.get(is_open=False)
    mark_changed(store, ended.url, at=later + FRESH)
    assert read_again(by=TESTS, at=later + FRESH) == 3
    assert {case.etag for case in cases()} == etags != {""}
    with sources.ill("down", source="zgw"):
        assert read_again(by=TESTS, at=later + 2 * FRESH) == 0
    assert {case.seen_at for case in cases()} == {later + FRESH}
    assert Act.objects.filter(name="casestores.store.failed").count() == 1


def test_the_night_forgets_what_nobody_looks_at(store, katja, look):
    state = look(katja)

    read_again(by=TESTS, at=state.asked_at + KEPT)
    assert ForeignCase.objects.count() == 3
    read_again(by=TESTS, at=state.asked_at + KEPT + timedelta(seconds=1))
    assert ForeignCase.objects.count() == 0


def test_another_resident_and_another_municipality_see_nothing_of_it(store, katja, look, buren):
    look(katja)
    jan = know_resident(JAN, by=TESTS, at=timezone.now())

    look(jan)

    assert set(shown(jan)) == {"PV-001988"}
    with within(buren):
        assert list(stores_with(katja)) == []


def test_an_ended_store_leaves_nothing_behind(store, katja, look):
    look(katja)

    end_store(store, by=TESTS, at=timezone.now())

    assert (ForeignCase.objects.count(), StoreState.objects.count()) == (0, 0)
    assert shown(katja) == {}


def test_the_secret_moves_along_with_a_new_key(store, katja):
    change_key(by=TESTS, at=timezone.now())

    assert seal_anew(COLUMNS) == 1

    store.refresh_from_db()
    assert client_for(store).zaken_of(KATJA, highest="openbaar")


def command(sources, secret_file, **more):
    root = f"{sources.url}/zgw"
    options = {
        "name": "Team Vergunningen",
        "zaken": f"{root}/zaken/api/v1",
        "catalogi": f"{root}/catalogi/api/v1",
        "documenten": f"{root}/documenten/api/v1",
        "client_id": "plein",
        "secret_file": secret_file,
    }
    call_command("connect_zaaksysteem", "emmen", "vergunningen", **options | more)


def test_a_store_is_tried_before_it_is_connected(emmen, sources, tmp_path, capsys):
    file = tmp_path / "geheim"
    for wrong in ("x" * 40, "kort"):
        file.write_text(wrong)
        with pytest.raises(CommandError):
            command(sources, file)
    file.write_text(ZGW_SECRET)
    with pytest.raises(CommandError, match="versleuteld"):
        command(sources, file, zaken="http://zaken.voorbeeld.example/v1")
    assert CaseStore.objects.count() == 0

    command(sources, file)

    value = capsys.readouterr().out.rsplit(": ", 1)[1].strip()
    assert store_that_says(value) == CaseStore.objects.get()
    with pytest.raises(CommandError, match="al een zaaksysteem"):
        command(sources, file)
    call_command("end_zaaksysteem", "emmen", "vergunningen")
    assert CaseStore.objects.running().count() == 0


def test_no_error_of_ours_holds_a_number(store, katja, look, sources):
    with sources.ill("other_person", source="zgw"), pytest.raises(Refusal) as refused:
        client_for(store, katja).zaken_of(KATJA, highest="zeer_geheim")

    assert KATJA.reveal() not in repr(refused.value) + str(refused.value)
