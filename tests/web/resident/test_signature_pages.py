"""Jan signs what Fatima asked for them both: from his overview to his receipt, and sees no more."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from plein.cases.actions.asking_to_sign import withdraw_request
from plein.cases.actions.opening import open_case
from plein.cases.actions.publishing import publish_case_type
from plein.cases.actions.signing import sign
from plein.cases.models import Case, Signature, SignatureState
from plein.identity.actions import household_of, know_resident
from plein.identity.models import Member, MemberRole, Role
from plein.inbox.actions.tasks import set_task
from plein.inbox.models import Event, TaskKind
from plein.inbox.task_words import TaskWords
from plein.kernel.bsn import Bsn
from plein.tenants.scope import within
from plein.web.doors import DESK
from tests.cases.conftest import JOINT
from tests.cast import BSN_OF, TESTS, staff_member
from tests.web.conftest import url

READY = "Er staat een handtekening voor u klaar"


def at_desk(name, *args):
    return reverse(name, "plein.web.desk.urls", args=args)


def words(page):
    """As somebody reads it: without markup, with single spaces."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.content.decode()))


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def joint(emmen, now):
    return publish_case_type("bijstand", JOINT, by=TESTS, at=now)


@pytest.fixture
def case(fatima, joint, now):
    return open_case(fatima, joint, by=fatima.actor, at=now)


@pytest.fixture
def asked(case):
    return case.signatures.get()


@pytest.fixture
def jan(fatima):
    return Member.objects.get(role=MemberRole.PARTNER).resident


@pytest.fixture
def names():
    return {
        str(member.pk): name
        for name, role in (("Fatima", MemberRole.ADULT), ("Jan", MemberRole.PARTNER))
        for member in Member.objects.filter(role=role)
    }


@pytest.fixture
def jans(jan, signed_in, names):
    return signed_in(jan, names=names)


@pytest.fixture
def fatimas(fatima, signed_in, names):
    return signed_in(fatima, names=names)


@pytest.fixture
def sams(at_work, sam):
    return at_work(sam.account, DESK)


def test_on_the_overview_of_the_partner_a_signature_is_ready_with_its_day(jans, asked):
    page = words(jans.get(url("overview")))

    assert READY in page
    assert "U moet nog 1 ding doen" in page
    assert "Teken: Bijstand voor u samen" in page
    assert "Nog 14 dagen" in page


def test_the_page_says_what_is_signed_by_whom_it_was_asked_and_what_it_means(jans, asked, case):
    page = words(jans.get(url("sign", asked.pk)))

    assert f"Nummer {case.number[:4]}-{case.number[4:]}" in page
    assert "Aangevraagd door Fatima" in page
    assert "Ons besluit gaat over u allebei." in page
    assert "Ik teken niet" in page


def test_from_the_overview_it_is_two_pages_to_the_receipt(jans, asked, jan):
    page = words(jans.post(url("sign", asked.pk), follow=True))

    assert "U hebt getekend" in page
    assert "Dit tekende u" in page
    assert "Wij gaan verder met de aanvraag." in page
    assert Signature.objects.get().state == SignatureState.SIGNED
    assert READY not in words(jans.get(url("overview")))


def test_signing_twice_is_one_signature_with_one_receipt(jans, asked):
    for _click in range(2):
        assert "U hebt getekend" in words(jans.post(url("sign", asked.pk), follow=True))

    assert Event.objects.filter(name="handtekening.getekend").count() == 1
    assert jans.get(url("sign", asked.pk)).url == url("signed", asked.pk)


def test_not_signing_asks_first_and_needs_no_reason(jans, asked):
    page = jans.get(url("sign-refuse", asked.pk))
    assert "Weet u zeker dat u niet tekent?" in words(page)
    assert Signature.objects.get().is_asked

    page = words(jans.post(url("sign-refuse", asked.pk), {"why": ""}, follow=True))

    assert "U tekent niet" in page
    assert Signature.objects.get().state == SignatureState.REFUSED


def test_a_reason_that_is_too_long_is_kindly_refused(jans, asked):
    assert jans.post(url("sign-refuse", asked.pk), {"why": "x" * 1001}).status_code == 422
    assert Signature.objects.get().is_asked


def test_why_somebody_does_not_sign_is_for_staff_and_not_for_the_partner(
    jans, fatimas, sams, asked, case
):
    jans.post(url("sign-refuse", asked.pk), {"why": "Wij gaan uit elkaar."})

    assert "Wij gaan uit elkaar." in words(jans.get(url("signed", asked.pk)))
    assert "Wij gaan uit elkaar." in words(sams.get(at_desk("desk-case", case.pk)))
    page = words(fatimas.get(url("case", case.pk)))
    assert "Uw partner tekent niet" in page
    assert "elkaar" not in page


def test_what_staff_let_go_is_read_with_its_reason(jans, asked, sam, now):
    withdraw_request(asked, "U tekende op papier.", by=sam.actor, at=now)

    page = words(jans.post(url("sign", asked.pk), follow=True))

    assert "U hoeft niet meer te tekenen" in page
    assert "U tekende op papier." in page
    assert Signature.objects.get().state == SignatureState.WITHDRAWN


def test_before_it_is_settled_there_is_no_receipt(jans, asked):
    assert jans.get(url("signed", asked.pk)).url == url("sign", asked.pk)


def test_the_partner_sees_nothing_else_of_the_aanvraag(jans, asked, case, sam, now):
    words_of_task = TaskWords("Stuur uw loonstrook")
    task = set_task(
        case.topic,
        TaskKind.QUESTION,
        words_of_task,
        due_on=None,
        needs_review=True,
        by=sam.actor,
        at=now,
    )
    sign(asked, by=asked.signer, at=now)

    for name, keys in (
        ("case", [case.pk]),
        ("case-received", [case.pk]),
        ("case-stop", [case.pk]),
        ("case-task", [case.pk, task.pk]),
        ("dossier", [case.dossier_id]),
    ):
        assert jans.get(url(name, *keys)).status_code == 404
    assert jans.post(url("talk-about-case", case.pk)).status_code in (404, 405)
    for name in ("overview", "cases", "talks"):
        assert "Bijstand voor u samen" not in running_of(jans, name)
        assert "loonstrook" not in words(jans.get(url(name)))


def running_of(client, name):
    """Without what anybody can ask for."""
    return words(client.get(url(name))).split("Vraag iets aan")[0]


PAGES = ("sign", "sign-refuse", "signed")


@pytest.mark.parametrize("name", PAGES)
def test_who_made_the_aanvraag_finds_nothing_to_sign_in_any_session(
    name, fatima, fatimas, asked, signed_in
):
    for client in (fatimas, signed_in(fatima)):
        assert client.get(url(name, asked.pk)).status_code == 404
        assert client.post(url(name, asked.pk)).status_code in (404, 405)

    assert Signature.objects.get().is_asked


@pytest.mark.parametrize("name", PAGES)
def test_somebody_else_finds_nothing_to_sign(name, asked, signed_in, now):
    katja = know_resident(Bsn(BSN_OF["katja"]), by=TESTS, at=now)
    household_of(katja, at=now, day=timezone.localdate(), name="Katja")
    katjas = signed_in(katja)

    assert katjas.get(url(name, asked.pk)).status_code == 404
    assert READY not in words(katjas.get(url("overview")))


def test_the_same_person_in_another_municipality_finds_nothing(asked, buren, signed_in, now):
    with within(buren):
        jan = know_resident(Bsn(BSN_OF["jan"]), by=TESTS, at=now)
        household_of(jan, at=now, day=timezone.localdate(), name="Jan")
        client = signed_in(jan, host="buren.localhost")

        assert client.get(url("sign", asked.pk)).status_code == 404
        assert client.post(url("sign", asked.pk)).status_code == 404


def test_with_help_of_us_nobody_signs(asked, at_work):
    """Own login needed: the page is closed while a member of staff sits beside it."""
    els = at_work(staff_member("els", Role.DESK).account, DESK)
    given = {"bsn": BSN_OF["jan"], "channel": "balie", "proof": "paspoort"}
    els.post(at_desk("desk-together"), given)

    for name in PAGES:
        page = els.get(url(name, asked.pk))
        assert page.status_code == 403
        assert "Dit kan alleen de inwoner zelf" in words(page)
    assert els.post(url("sign", asked.pk)).status_code == 403
    assert Signature.objects.get().is_asked


def test_who_does_not_live_together_any_more_may_sign_and_reads_no_name(jan, asked, signed_in, now):
    today = timezone.localdate()
    Member.objects.filter(resident=jan).update(until=today)
    household_of(jan, at=now, day=today, name="Jan")

    page = words(signed_in(jan).get(url("sign", asked.pk)))

    assert "Aangevraagd door Iemand met wie u woonde" in page
    assert "Fatima" not in page


def test_who_asked_it_reads_that_we_wait_for_the_partner(fatimas, asked, case):
    for name, keys in (("case", [case.pk]), ("case-received", [case.pk])):
        page = words(fatimas.get(url(name, *keys)))
        assert "Wij wachten op de handtekening van uw partner." in page
        assert "Tekenen kan tot en met" in page
        assert "Dan kunnen wij misschien niet verder met uw aanvraag." in page
    for name in ("cases", "overview"):
        assert "Wij wachten op de handtekening" in words(fatimas.get(url(name)))


def test_beside_something_to_do_it_stands_there_as_well(fatimas, asked, case, sam, now):
    set_task(
        case.topic,
        TaskKind.PAPER,
        TaskWords("Stuur uw loonstrook"),
        due_on=None,
        needs_review=True,
        by=sam.actor,
        at=now,
    )

    page = words(fatimas.get(url("case", case.pk)))

    assert "U moet nog 1 ding doen" in page
    assert "Wij wachten op de handtekening van uw partner." in page


def test_after_the_signature_it_is_our_turn(fatimas, asked, case, now):
    sign(asked, by=asked.signer, at=now)

    page = words(fatimas.get(url("case", case.pk)))

    assert "Uw partner heeft getekend" in page
    assert "Wij wachten op de handtekening" not in page
    assert "Wij zijn aan de beurt." in page


def test_the_apply_page_says_beforehand_that_a_partner_signs(fatimas, joint):
    assert "Dan tekent uw partner ook." in words(fatimas.get(url("case-apply", joint.slug)))


@pytest.mark.parametrize(("days", "colour"), [(3, "orange"), (2, "red"), (-1, "red")])
def test_the_last_days_are_urgent_for_the_partner(jans, asked, days, colour, now):
    asked_at = now - timedelta(days=14 - days)
    Signature.objects.filter(pk=asked.pk).update(asked_at=asked_at)

    page = jans.get(url("overview")).content.decode()

    assert f"mo-card--{colour}" in page
    assert ("Dit is te laat." in page) is (days < 0)


def test_a_signature_costs_the_overview_no_question_of_its_own(jans, fatimas, asked, count_queries):
    """Of who signs, and of who waits for it: as many as with nothing to sign."""
    waiting, signing = count_queries(fatimas), count_queries(jans)
    sign(asked, by=asked.signer, at=timezone.now())

    assert count_queries(fatimas) == waiting
    assert count_queries(jans) == signing
    assert Case.objects.count() == 1


@pytest.fixture
def count_queries(django_assert_max_num_queries):
    def count(client):
        with django_assert_max_num_queries(17) as found:
            client.get(url("overview"))
        return len(found)

    return count
