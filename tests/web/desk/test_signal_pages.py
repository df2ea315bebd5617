"""Sam looks into what came up; Wim and Femke turn kinds on, see whether it is fair, and publish."""

import json

import pytest
from django.urls import reverse

from plein.audit.models import Look
from plein.identity.models import Role
from plein.identity.switch import SwitchState
from plein.payments.actions.signalling import look_into
from plein.payments.models import AwardSignal, Outcome, SignalState, SignalSwitch
from plein.payments.signals.library import every_kind
from plein.tenants.models import Module
from plein.tenants.scope import within
from plein.web.doors import DESK
from tests.cast import staff_member
from tests.payments.conftest import (  # noqa: F401 - fixtures of payments
    award_of,
    katja,
    new_award,
    noor,
)
from tests.payments.signals import (
    NIGHT,
    WAGE,
    look,
    somebody,
    told_nothing_beside_a_wage,
    turn_on,
)


def url(name, *args):
    return reverse(name, "plein.web.desk.urls", args=args)


@pytest.fixture(autouse=True)
def part(emmen):
    """Emmen uses this part."""
    emmen.modules = [*emmen.modules, Module.SIGNALS]
    emmen.save()


@pytest.fixture
def sams(sam, at_work):
    return at_work(sam.account, DESK)


@pytest.fixture
def wims(wim, at_work):
    return at_work(wim.account, DESK)


@pytest.fixture
def femkes(femke, at_work):
    return at_work(femke.account, DESK)


@pytest.fixture
def signal(award_of, wim, femke):
    told_nothing_beside_a_wage(award_of())
    turn_on(WAGE, wim, femke)
    return look(WAGE)[0]


def words(answer) -> str:
    return " ".join(answer.content.decode().split()).replace("\N{NO-BREAK SPACE}", " ")


FOUND = {"outcome": "geholpen", "words": "Wij vulden de opgave samen in."}


def test_help_comes_first_then_the_facts_and_then_what_was_found(sams, signal):
    assert "Kwam er loon binnen" in words(sams.get(url("desk-signals")))

    page = words(sams.get(url("desk-signal", signal.pk)))

    help_at, facts_at = page.index("Help de inwoner met de opgave"), page.index("UWV kende")
    assert help_at < facts_at < page.index("Wat hebt u gevonden?")
    assert url("desk-award", signal.award_id) in page

    answer = sams.post(url("desk-signal", signal.pk), FOUND, follow=True)
    assert "De inwoner ziet nu waar u naar keek." in words(answer)
    signal.refresh_from_db()
    assert (signal.state, signal.outcome) == (SignalState.LOOKED_INTO, Outcome.HELPED)
    assert "Kwam er loon binnen" not in words(sams.get(url("desk-signals")))
    assert "Kwam er loon binnen" in words(sams.get(url("desk-signals") + "?kies=klaar"))
    assert "samen in" in words(sams.get(url("desk-signal", signal.pk)))


@pytest.mark.parametrize("missing", FOUND)
def test_an_outcome_needs_words_for_the_resident_and_keeps_what_was_typed(sams, signal, missing):
    answer = sams.post(url("desk-signal", signal.pk), FOUND | {missing: ""})

    assert answer.status_code == 422
    assert missing == "words" or FOUND["words"] in words(answer)
    assert AwardSignal.objects.waiting().count() == 1


def test_the_second_of_two_colleagues_reads_that_it_was_done(sams, signal, noor):
    look_into(signal, Outcome.RIGHT, "Klopt.", by=noor, at=NIGHT)

    answer = sams.post(url("desk-signal", signal.pk), FOUND, follow=True)

    assert "Een collega heeft dit al uitgezocht." in words(answer)
    signal.refresh_from_db()
    assert signal.outcome == Outcome.RIGHT


def test_who_opens_a_signal_looked(sams, signal, katja):
    before = Look.objects.filter(subject=katja.pk).count()

    sams.get(url("desk-signal", signal.pk))

    line = Look.objects.filter(subject=katja.pk).order_by("at").last()
    assert Look.objects.filter(subject=katja.pk).count() == before + 1
    assert line.purpose == "om te kijken of uw opgave volledig is"


def test_the_list_is_in_the_order_in_which_they_came_and_says_no_name(sams, award_of, wim, femke):
    for number in (1, 2):
        told_nothing_beside_a_wage(award_of(resident=somebody(number), number=f"E-{number}"))
    turn_on(WAGE, wim, femke)
    first, _second = look(WAGE)
    AwardSignal.objects.filter(pk=first.pk).update(found_at=NIGHT.replace(hour=9))

    page = words(sams.get(url("desk-signals")))

    assert page.index("E-2") < page.index("E-1")
    assert "score" not in page.lower()


def test_one_proposes_another_confirms_and_one_turns_it_off(wims, femkes):
    wims.post(url("desk-signal-kind", WAGE, "aan"))
    assert "Een collega moet dit bevestigen." in words(wims.get(url("desk-signal-kinds")))

    own = wims.post(url("desk-signal-kind", WAGE, "bevestig"), follow=True)
    assert "Laat een collega het bevestigen." in words(own)
    femkes.post(url("desk-signal-kind", WAGE, "bevestig"))

    assert SignalSwitch.objects.get().state == SwitchState.ON
    femkes.post(url("desk-signal-kind", WAGE, "uit"))
    assert SignalSwitch.objects.get().state == SwitchState.OFF


def test_each_kind_stands_there_with_purpose_law_owner_data_and_day(wims):
    page = words(wims.get(url("desk-signal-kinds")))

    for kind in every_kind().values():
        assert str(kind.question) in page
        assert str(kind.purpose)[1:] in page
        assert kind.law in page
    assert "het loon van UWV dat op het formulier stond" in page
    assert "1 december 2027" in page


def test_past_its_day_the_page_says_that_it_does_not_look(wims, femke, wim, monkeypatch):
    turn_on(WAGE, wim, femke)
    monkeypatch.setattr(
        "plein.payments.signals.kind.SignalKind.is_reviewed_on", lambda _kind, _day: False
    )

    assert "Sindsdien kijkt dit signaal niet meer." in words(wims.get(url("desk-signal-kinds")))


def test_what_is_no_kind_or_no_act_is_not_found(wims):
    assert wims.post(url("desk-signal-kind", "score", "aan")).status_code == 404
    assert wims.post(url("desk-signal-kind", WAGE, "alles")).status_code == 404


def test_fairness_is_counted_when_asked_and_kept_as_groups(femkes, award_of, wim, femke):
    for number in range(10):
        told_nothing_beside_a_wage(award_of(resident=somebody(number), number=f"E-{number}"))
    turn_on(WAGE, wim, femke)
    look(WAGE)
    assert "Er is nog niet geteld." in words(femkes.get(url("desk-signals-fair")))

    page = words(femkes.post(url("desk-signals-count"), follow=True))

    assert "Alleen met kinderen" in page
    assert "10 (100,0%)" in page
    before = Look.objects.count()
    rows = femkes.get(url("desk-signals-sheet")).content.decode().splitlines()
    assert Look.objects.count() == before
    assert "Loon dat niet in de opgave staat;Iedereen;10;10;100,0%;0;0;0" in rows


def test_there_is_no_file_before_something_was_counted(femkes):
    assert femkes.get(url("desk-signals-sheet")).status_code == 404


def test_the_register_is_a_page_and_a_file_with_a_record_for_each_kind(wims, emmen):
    page = words(wims.get(url("desk-signals-register")))
    file = wims.get(url("desk-signals-register-file"))

    records = json.loads(file.content)
    assert [record["name"] for record in records] == [
        str(kind.name) for kind in every_kind().values()
    ]
    assert all(record["organization"] == "Gemeente Emmen" for record in records)
    assert all(record["lawful_basis"] in page for record in records)
    assert "algoritmeregister.json" in file.headers["Content-Disposition"]


OF_MANAGERS = (
    *("desk-signal-kinds", "desk-signals-fair", "desk-signals-register"),
    *("desk-signals-sheet", "desk-signals-register-file"),
)


def test_who_looks_into_signals_does_not_turn_them_on_and_the_other_way_round(sams, wims, signal):
    assert {sams.get(url(name)).status_code for name in OF_MANAGERS} == {403}
    assert sams.post(url("desk-signal-kind", WAGE, "uit")).status_code == 403
    assert sams.post(url("desk-signals-count")).status_code == 403
    assert wims.get(url("desk-signals")).status_code == 403
    assert wims.post(url("desk-signal", signal.pk), FOUND).status_code == 403


def test_finance_has_no_place_here(ingrid, at_work, signal):
    client = at_work(ingrid.account, DESK)

    assert client.get(url("desk-signals")).status_code == 403
    assert client.get(url("desk-signal-kinds")).status_code == 403


def test_another_municipality_finds_nothing(buren, at_work, signal):
    buren.modules = [*buren.modules, Module.SIGNALS]
    buren.save()
    with within(buren):
        other = staff_member("lotte", Role.CONSULENT)
        client = at_work(other.account, DESK)
        client.defaults["HTTP_HOST"] = "buren.localhost"

        assert client.get(url("desk-signal", signal.pk)).status_code == 404
        assert "Er is niets uit te zoeken" in words(client.get(url("desk-signals")))


def test_a_municipality_that_leaves_the_part_off_has_no_page_and_no_link(emmen, sams, wims, signal):
    assert url("desk-signals") in words(sams.get(url("desk-home")))
    assert url("desk-signal-kinds") in words(wims.get(url("desk-municipality")))

    emmen.modules = []
    emmen.save()

    assert sams.get(url("desk-signals")).status_code == 404
    assert sams.get(url("desk-signal", signal.pk)).status_code == 404
    assert wims.post(url("desk-signal-kind", WAGE, "aan")).status_code == 404
    assert url("desk-signals") not in words(sams.get(url("desk-home")))
    assert url("desk-signal-kinds") not in words(wims.get(url("desk-municipality")))


def test_before_the_part_goes_off_one_reads_what_is_open(wims, signal):
    assert "Er staat nu 1 vraag uit een signaal open." in words(wims.get(url("desk-modules")))


@pytest.mark.parametrize("name", ["desk-signals", "desk-signal"])
def test_pages_take_few_queries_with_more_signals(
    name, sams, award_of, wim, femke, django_assert_max_num_queries
):
    for number in range(4):
        told_nothing_beside_a_wage(award_of(resident=somebody(number), number=f"E-{number}"))
    turn_on(WAGE, wim, femke)
    signals = look(WAGE)
    args = [signals[0].pk] if name == "desk-signal" else []

    with django_assert_max_num_queries(12):
        assert sams.get(url(name, *args)).status_code == 200


@pytest.mark.parametrize("name", ["desk-signal-kinds", "desk-signals-fair", "desk-home"])
def test_pages_of_managers_take_few_queries(name, wims, signal, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        assert wims.get(url(name)).status_code == 200
