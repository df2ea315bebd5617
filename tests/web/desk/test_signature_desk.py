"""Sam sees who signs along with Fatima, asks whom it is, and lets it go with a reason."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from plein.audit.models import Look
from plein.cases.actions.moving import take_up
from plein.cases.actions.opening import open_case
from plein.cases.actions.publishing import publish_case_type
from plein.cases.actions.signing import refuse_to_sign
from plein.cases.models import Signature
from plein.identity.models import Member, MemberRole
from plein.regelingen.library import journeys
from plein.web.doors import DESK
from tests.cases.conftest import JOINT
from tests.cast import TESTS


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
def sams(at_work, sam):
    return at_work(sam.account, DESK)


def test_staff_cannot_decide_until_it_is_settled(sams, asked, case, sam, now):
    take_up(case, by=sam, at=now)

    page = words(sams.get(at_desk("desk-case", case.pk)))
    assert "U kunt pas beslissen als er getekend is" in page
    assert "Neem een besluit" not in page
    given = {"decide-result": "toegekend", "decide-explanation": "Ja."}
    page = sams.post(at_desk("desk-case-decide", case.pk), given, follow=True)
    assert "Er moet nog iemand tekenen." in words(page)

    let_go = at_desk("desk-case-let-go", case.pk, asked.pk)
    assert sams.post(let_go, {"let-go-why": ""}).status_code == 422
    page = words(sams.post(let_go, {"let-go-why": "Hij tekende op papier."}, follow=True))

    assert "Deze handtekening hoeft niet meer." in page
    assert "Neem een besluit" in page


def test_without_a_partner_staff_read_that_they_have_to_ask(sams, fatima, jan, joint, now):
    Member.objects.filter(resident=jan).update(until=timezone.localdate())
    case = open_case(fatima, joint, by=fatima.actor, at=now)

    page = words(sams.get(at_desk("desk-case", case.pk)))

    assert "Vraag wie meetekent." in page
    assert "Wij kennen nu geen andere volwassene in dit huishouden." in page
    answer = {"sign-signer": str(jan.pk)}
    assert sams.post(at_desk("desk-case-sign", case.pk), answer).status_code == 422


def test_staff_ask_one_of_the_adults_at_home_by_name(sams, fatima, jan, joint, now):
    Member.objects.filter(resident=jan).update(until=timezone.localdate())
    case = open_case(fatima, joint, by=fatima.actor, at=now)
    Member.objects.filter(resident=jan).update(until=None)
    assert "Jan" in words(sams.get(at_desk("desk-case", case.pk)))
    ask = at_desk("desk-case-sign", case.pk)
    assert sams.post(ask, {"sign-signer": str(fatima.pk)}).status_code == 422

    page = words(sams.post(ask, {"sign-signer": str(jan.pk)}, follow=True))

    assert "De handtekening is gevraagd." in page
    assert "Vraag wie meetekent." not in page
    assert case.signatures.get().signer == jan


def test_after_a_refusal_staff_read_it_and_may_ask_who_signs(sams, asked, case, now):
    refuse_to_sign(asked, "", by=asked.signer, at=now)

    page = words(sams.get(at_desk("desk-case", case.pk)))

    assert "tekent niet" in page
    assert "Vraag wie meetekent." in page


def test_reading_a_reason_leaves_a_line_for_who_gave_it(sams, asked, case, jan, now):
    refuse_to_sign(asked, "Wij gaan uit elkaar.", by=jan, at=now)
    before = Look.objects.filter(subject=jan.pk).count()

    sams.get(at_desk("desk-case", case.pk))

    line = Look.objects.filter(subject=jan.pk).latest("at")
    assert Look.objects.filter(subject=jan.pk).count() == before + 1
    assert line.elements == ["reden bij een handtekening"]


def test_what_is_asked_alone_says_nothing_of_signing(sams, fatima, now):
    key = "individuele_inkomenstoeslag"
    alone = publish_case_type(key, journeys()[key], by=TESTS, at=now)
    case = open_case(fatima, alone, by=fatima.actor, at=now)

    assert "Handtekening" not in words(sams.get(at_desk("desk-case", case.pk)))
    assert not Signature.objects.exists()
