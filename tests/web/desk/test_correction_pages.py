"""The desk handles what residents report; the functionaris agrees to erasing."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from plein.audit.models import Look
from plein.identity.actions import know_resident
from plein.identity.models import Account, Role, Staff
from plein.kernel.bsn import Bsn
from plein.tenants.scope import within
from plein.vault.actions.corrections import (
    forward,
    object_to_refusal,
    refuse_change,
    report_wrong,
)
from plein.vault.actions.erasing import ask_erasure
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.actions.opening import vault_of
from plein.vault.models import Correction, CorrectionState, Erasure, Mode
from plein.web.doors import DESK
from tests.cast import BSN_OF, NOON, TESTS, staff_member

SAYS = "Ik woon op nummer 20"


def url(name, *args):
    return reverse(name, "plein.web.desk.urls", args=args)


@pytest.fixture
def els(emmen):
    return staff_member("els", Role.DESK)


@pytest.fixture
def elses(els, at_work):
    return at_work(els.account, DESK)


@pytest.fixture
def femkes(femke, at_work):
    return at_work(femke.account, DESK)


@pytest.fixture
def vault(emmen):
    vault = vault_of(know_resident(Bsn(BSN_OF["katja"]), by=TESTS, at=NOON), at=NOON)
    values = {
        "naam_voornamen": "Katja",
        "adres": {"straat": "Voorbeeldlaan", "huisnummer": "18"},
        "ww_bruto": 148_200,
    }
    keep(vault, [Incoming(*each) for each in values.items()], mode=Mode.SOURCE, at=NOON)
    return vault


@pytest.fixture
def report(vault):
    def make(key="adres", at=None, says=SAYS) -> Correction:
        version = vault.values.get(element=key)
        return report_wrong(version, says, by=vault.resident.actor, at=at or timezone.now())

    return make


def shown(client, name, *args):
    return client.get(url(name, *args)).content.decode()


def test_the_first_due_stands_on_top_and_what_is_late_is_red(report, elses, katja_is_unnamed):
    report("ww_bruto")
    report("adres", at=timezone.now() - timedelta(days=60))

    text = shown(elses, "desk-corrections")

    assert text.index("Woonadres") < text.index("WW bruto per maand")
    assert text.count("mo-late") == 1
    katja_is_unnamed(text)


@pytest.fixture
def katja_is_unnamed():
    def check(text):
        assert "Katja" not in text

    return check


def test_opening_a_report_shows_who_and_what_and_leaves_a_line(report, elses, vault):
    text = shown(elses, "desk-correction", report().pk)

    assert SAYS in text
    assert "Katja" in text
    assert "Voorbeeldlaan 18" in text
    line = Look.objects.get(subject=vault.resident_id, case=str(Correction.objects.get().pk))
    assert line.elements == ["adres", "naam_geslachtsnaam", "naam_voornamen"]


def test_of_another_keeper_the_desk_sees_no_amount(report, elses):
    text = shown(elses, "desk-correction", report("ww_bruto", says="Het is meer").pk)

    assert "Het is meer" in text
    assert "1.482" not in text


def test_the_desk_passes_it_on_looks_into_it_and_puts_it_right(report, elses):
    correction = report()
    address = url("desk-correction", correction.pk)

    for to in ("doorgestuurd", "in_onderzoek"):
        assert elses.post(address, {"to": to}).url == address
    assert elses.post(address, {"to": "aangepast"}).url == url("desk-corrections")

    correction.refresh_from_db()
    assert correction.state == CorrectionState.DONE
    assert SAYS not in shown(elses, "desk-correction", correction.pk)


def test_a_refusal_needs_a_reason(report, elses, els):
    correction = report()
    forward(correction, by=els.actor, at=NOON)
    address = url("desk-correction", correction.pk)

    empty = elses.post(address, {"to": "afgewezen", "why": " "})
    assert empty.status_code == 422
    assert "Schrijf op waarom" in empty.content.decode()

    elses.post(address, {"to": "afgewezen", "why": "De BRP klopt."})
    correction.refresh_from_db()
    assert (correction.state, correction.answer) == (CorrectionState.REFUSED, "De BRP klopt.")


@pytest.mark.parametrize("to", ["aangepast", "afgewezen", "klaar", ""])
def test_a_step_that_cannot_be_is_refused(report, elses, to):
    correction = report()

    answer = elses.post(url("desk-correction", correction.pk), {"to": to, "why": "Nee."})

    assert answer.status_code == 422
    correction.refresh_from_db()
    assert correction.state == CorrectionState.REPORTED


def test_who_disagrees_stands_in_the_list_again(report, elses, els, vault):
    correction = report()
    forward(correction, by=els.actor, at=NOON)
    refuse_change(correction, "De BRP klopt.", by=els.actor, at=NOON)
    assert "Er wacht geen melding" in shown(elses, "desk-corrections")

    object_to_refusal(correction, by=vault.resident.actor, at=timezone.now())

    assert "Inwoner is het niet eens" in shown(elses, "desk-corrections")


def test_the_functionaris_handles_reports_as_well(report, femkes):
    assert SAYS in shown(femkes, "desk-correction", report().pk)


@pytest.mark.parametrize("name", ["desk-corrections", "desk-erasures"])
def test_others_do_not_enter(sam, at_work, name):
    assert at_work(sam.account, DESK).get(url(name)).status_code == 403


def test_the_desk_does_not_agree_to_erasing(elses):
    assert elses.get(url("desk-erasures")).status_code == 403


def test_what_waits_stands_on_the_first_page_of_work(report, vault, femkes):
    report()
    ask_erasure(vault, by=vault.resident.actor, at=timezone.now())

    text = shown(femkes, "desk-home")

    assert "Meldingen over gegevens die niet kloppen" in text
    assert "Verzoeken om te wissen" in text


# --- erasing


def test_the_functionaris_agrees_without_seeing_who_it_is(vault, femkes, femke):
    erasure = ask_erasure(vault, by=vault.resident.actor, at=timezone.now())
    assert "Gevraagd op" in shown(femkes, "desk-erasures")
    text = shown(femkes, "desk-erasure", erasure.pk)
    assert "In de kluis staan 3 gegevens." in text
    assert "Katja" not in text
    assert not Look.objects.exists()

    answer = femkes.post(url("desk-erasure", erasure.pk), follow=True)

    assert "Na de bedenktijd wordt de kluis gewist." in answer.content.decode()
    assert Erasure.objects.get().approved_by == femke
    assert "Er wacht geen verzoek" in shown(femkes, "desk-erasures")


def test_agreeing_twice_is_said_kindly(vault, femkes):
    erasure = ask_erasure(vault, by=vault.resident.actor, at=timezone.now())
    femkes.post(url("desk-erasure", erasure.pk))

    answer = femkes.post(url("desk-erasure", erasure.pk), follow=True)

    assert "Dit kan nu niet." in answer.content.decode()


# --- everywhere


def test_the_pages_take_few_queries(report, vault, femkes, django_assert_max_num_queries):
    correction, other = report(), report("ww_bruto")
    erasure = ask_erasure(vault, by=vault.resident.actor, at=timezone.now())
    counts = {}
    for name, args in (
        ("desk-corrections", ()),
        ("desk-correction", (correction.pk,)),
        ("desk-correction", (other.pk,)),
        ("desk-erasures", ()),
        ("desk-erasure", (erasure.pk,)),
    ):
        femkes.get(url(name, *args))
        with django_assert_max_num_queries(100) as seen:
            femkes.get(url(name, *args))
        counts[name, *args] = len(seen)

    assert {page: count for page, count in counts.items() if count > 12} == {}


def test_staff_of_buren_find_nothing_of_emmen(report, vault, buren, at_work):
    correction = report()
    erasure = ask_erasure(vault, by=vault.resident.actor, at=timezone.now())
    with within(buren):
        account = Account.objects.create_user("bea@plein.example", name="Bea")
        Staff.objects.create(account=account, team="Team", roles=list(Role))
        client = at_work(account, DESK)
        client.defaults["HTTP_HOST"] = "buren.localhost"

        assert client.get(url("desk-corrections")).status_code == 200
        for name, row in (("desk-correction", correction), ("desk-erasure", erasure)):
            assert client.get(url(name, row.pk)).status_code == 404
            assert client.post(url(name, row.pk), {"to": "doorgestuurd"}).status_code == 404
