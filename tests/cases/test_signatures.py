"""Fatima asks for bijstand together with Jan: Jan signs as well, and nobody signs twice."""

from datetime import date, timedelta
from functools import partial
from threading import Barrier

import pytest
from django.db import IntegrityError, transaction

from plein.audit.models import Act
from plein.cases.actions import signing
from plein.cases.actions.asking_to_sign import (
    AskedBefore,
    NotAtHome,
    SignedAlone,
    SignsTwice,
    ask_to_sign,
    withdraw_request,
)
from plein.cases.actions.deciding import SignatureIsAsked, decide
from plein.cases.actions.moving import MoveNotAllowed, WhyNeeded, take_up, withdraw
from plein.cases.actions.opening import open_case
from plein.cases.actions.publishing import publish_case_type
from plein.cases.actions.settling import NoLongerAsked
from plein.cases.actions.signing import NotYoursToSign, refuse_to_sign, sign
from plein.cases.light import Dot
from plein.cases.models import Case, CaseType, Signature, SignatureState
from plein.cases.models.signatures import proof_of
from plein.cases.queries import files_of, with_tasks
from plein.delivery.models import Delivery, DeliveryState
from plein.identity.actions import add_member, household_of, know_resident
from plein.identity.models import Household, Member, MemberRole
from plein.inbox import event_words as said
from plein.journeys.problems import DeclarationDoesNotFit
from plein.journeys.reading import check_journey
from plein.kernel.bsn import Bsn
from plein.regelingen.library import journeys
from plein.tenants.scope import within
from tests.cases.conftest import JOINT
from tests.cast import BSN_OF, NOON, TESTS, TODAY

LATER = NOON + timedelta(days=3)
LONG_AGO = date(2026, 1, 1)


@pytest.fixture
def joint(emmen):
    return publish_case_type("bijstand", JOINT, by=TESTS, at=NOON)


@pytest.fixture
def jan(fatima):
    return Member.objects.get(role=MemberRole.PARTNER).resident


@pytest.fixture
def together(fatima, joint):
    """What Fatima asked, of which Jan is asked to sign."""
    return open_case(fatima, joint, by=fatima.actor, at=NOON)


@pytest.fixture
def asked(together):
    return together.signatures.get()


@pytest.fixture
def katja(emmen):
    return know_resident(Bsn(BSN_OF["katja"]), by=TESTS, at=NOON)


def events(case):
    return list(case.topic.events.values_list("name", flat=True))


def acts(signature):
    return list(Act.objects.filter(object_id=str(signature.pk)).values_list("name", flat=True))


def light(case, day=TODAY):
    (file,) = files_of(with_tasks(Case.objects.filter(pk=case.pk)), day)
    return file.light


def leave(resident, day):
    Member.objects.filter(resident=resident).update(until=day)


def test_the_partner_at_home_is_asked_when_the_aanvraag_comes_in(together, asked, jan):
    assert (asked.signer, asked.state) == (jan, SignatureState.ASKED)
    assert asked.due_on == TODAY + timedelta(days=14)
    assert sorted(events(together)) == sorted([said.CASE_RECEIVED, said.SIGNATURE_ASKED])
    assert acts(asked) == ["cases.signature.asked"]


def test_word_of_it_goes_to_the_partner_and_names_no_aanvraag(asked, jan):
    word = Delivery.objects.get(resident=jan)

    assert (word.notice, word.matter, word.about) == ("handtekening", "", None)
    assert word.day == asked.due_on


def test_what_somebody_asks_alone_asks_no_signature(case):
    assert not case.signatures.exists()
    assert light(case).signature_by is None


def test_the_partner_who_asks_it_gets_the_signature_of_the_other(fatima, jan, joint):
    case = open_case(jan, joint, by=jan.actor, at=NOON)

    assert case.signatures.get().signer == fatima


@pytest.mark.parametrize(("left", "is_asked"), [(0, False), (1, True)])
def test_who_left_the_day_before_is_not_asked(fatima, jan, joint, left, is_asked):
    """`until` is the first day that somebody is away."""
    leave(jan, TODAY + timedelta(days=left))

    case = open_case(fatima, joint, by=fatima.actor, at=NOON)

    assert case.signatures.exists() is is_asked


def test_of_paper_the_day_of_its_stamp_counts(fatima, jan, joint, sam):
    leave(jan, TODAY)

    case = open_case(fatima, joint, by=sam.actor, at=NOON, received_on=TODAY - timedelta(days=1))

    assert case.signatures.get().signer == jan


def test_a_child_is_not_asked_even_when_it_has_grown_up(fatima, jan, joint, katja):
    leave(jan, TODAY)
    add_member(
        Household.objects.get(),
        name="Amir",
        role=MemberRole.CHILD,
        start=LONG_AGO,
        resident=katja,
        birth_month=date(2008, 1, 1),
    )

    case = open_case(fatima, joint, by=fatima.actor, at=NOON)

    assert not case.signatures.exists()
    with pytest.raises(NotAtHome):
        ask_to_sign(case, katja, by=TESTS, at=NOON)


def test_the_parents_of_a_child_that_asks_are_not_its_partner(fatima, jan, joint, katja):
    leave(jan, TODAY)
    home = Household.objects.get()
    add_member(home, name="Amir", role=MemberRole.CHILD, start=LONG_AGO, resident=katja)

    case = open_case(katja, joint, by=katja.actor, at=NOON)

    assert not case.signatures.exists()


def test_among_two_adults_we_do_not_guess(fatima, joint, katja):
    home = Household.objects.get()
    add_member(home, name="Katja", role=MemberRole.ADULT, start=LONG_AGO, resident=katja)

    case = open_case(fatima, joint, by=fatima.actor, at=NOON)

    assert not case.signatures.exists()


def test_who_lives_alone_is_asked_nothing(katja, joint):
    household_of(katja, at=NOON, day=TODAY, name="Katja")

    assert not open_case(katja, joint, by=katja.actor, at=NOON).signatures.exists()


def test_the_light_says_that_we_wait_for_the_partner_and_until_when(together, asked, jan):
    assert light(together).dot is Dot.GREEN
    assert light(together).signature_by == asked.due_on

    sign(asked, by=jan, at=LATER)

    assert light(together).signature_by is None


def test_what_is_signed_can_be_shown_later(together, asked, jan):
    signature = sign(asked, by=jan, at=LATER)

    assert (signature.state, signature.settled_at) == (SignatureState.SIGNED, LATER)
    assert signature.proof == proof_of(Case.objects.get(pk=together.pk))
    assert said.SIGNATURE_SIGNED in events(together)
    assert acts(signature) == ["cases.signature.asked", "cases.signature.signed"]


def test_the_proof_is_of_this_number_these_words_and_this_day(together, case):
    other_words = CaseType(key="bijstand", version=2)
    first = proof_of(together)

    changed = [
        proof_of(Case(number="ANDERS", case_type=together.case_type, received_on=TODAY)),
        proof_of(Case(number=together.number, case_type=other_words, received_on=TODAY)),
        proof_of(Case(number=together.number, case_type=together.case_type, received_on=LONG_AGO)),
        proof_of(case),
    ]

    assert len({first, *changed}) == 5
    assert proof_of(Case.objects.get(pk=together.pk)) == first


def test_the_timeline_says_who_it_was_without_a_name(together, asked, jan):
    sign(asked, by=jan, at=LATER)

    event = together.topic.events.get(name=said.SIGNATURE_SIGNED)
    assert event.organisation == "uw partner"


def test_signing_twice_is_one_signature(together, asked, jan):
    for _click in range(2):
        sign(asked, by=jan, at=LATER)

    assert events(together).count(said.SIGNATURE_SIGNED) == 1
    with pytest.raises(NoLongerAsked):
        refuse_to_sign(asked, "", by=jan, at=LATER)


def test_the_partner_may_refuse_without_a_reason(together, asked, jan):
    for _click in range(2):
        refuse_to_sign(asked, " ", by=jan, at=LATER)

    signature = Signature.objects.get()
    assert (signature.state, signature.proof) == (SignatureState.REFUSED, "")
    assert bytes(signature.why_sealed) == b""
    assert events(together).count(said.SIGNATURE_REFUSED) == 1
    with pytest.raises(NoLongerAsked):
        sign(asked, by=jan, at=LATER)


def test_a_reason_is_kept_sealed_and_stands_in_no_log(together, asked, jan):
    refuse_to_sign(asked, "Wij gaan uit elkaar.", by=jan, at=LATER)

    assert b"uit elkaar" not in bytes(Signature.objects.get().why_sealed)
    assert "elkaar" not in str(list(Act.objects.values_list("details", flat=True)))
    assert together.topic.events.get(name=said.SIGNATURE_REFUSED).details == {}


@pytest.mark.parametrize("act", [sign, partial(refuse_to_sign, why="")])
def test_nobody_else_signs_for_the_partner(asked, fatima, katja, act):
    for somebody in (fatima, katja):
        with pytest.raises(NotYoursToSign):
            act(asked, by=somebody, at=LATER)

    assert Signature.objects.get().is_asked


def test_who_made_the_aanvraag_is_never_asked_to_sign(together, asked, fatima, sam):
    withdraw_request(asked, "Jan woont hier niet meer.", by=sam.actor, at=NOON)

    with pytest.raises(SignsTwice):
        ask_to_sign(together, fatima, by=sam.actor, at=NOON)


def test_the_database_refuses_who_made_the_aanvraag(case, asked, fatima, katja):
    with pytest.raises(IntegrityError, match="signs once"), transaction.atomic():
        Signature.objects.create(case=case, signer=fatima, asked_at=NOON)

    for change in ({"signer": fatima}, {"signer": katja}, {"case": case}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Signature.objects.filter(pk=asked.pk).update(**change)


def test_the_database_keeps_what_is_settled(asked, jan):
    sign(asked, by=jan, at=LATER)

    for change in ({"state": "gevraagd", "settled_at": None, "proof": ""}, {"proof": "anders"}):
        with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
            Signature.objects.filter(pk=asked.pk).update(**change)


def test_the_database_wants_a_proof_of_what_is_signed(asked):
    with pytest.raises(IntegrityError), transaction.atomic():
        Signature.objects.filter(pk=asked.pk).update(state="getekend", settled_at=NOON)


def test_nothing_is_decided_while_a_signature_is_asked(together, asked, sam, jan):
    take_up(together, by=sam, at=NOON)
    with pytest.raises(SignatureIsAsked):
        decide(together, "toegekend", "Ja.", by=sam, at=NOON)

    sign(asked, by=jan, at=NOON)

    assert decide(together, "toegekend", "Ja.", by=sam, at=NOON).result == "toegekend"


def test_staff_let_it_go_with_a_reason_and_then_decide(together, asked, sam, jan):
    take_up(together, by=sam, at=NOON)
    with pytest.raises(WhyNeeded):
        withdraw_request(asked, "  ", by=sam.actor, at=NOON)

    withdraw_request(asked, "Jan tekende op papier.", by=sam.actor, at=NOON)

    assert said.SIGNATURE_WITHDRAWN in events(together)
    assert "cases.signature.withdrawn" in acts(asked)
    assert decide(together, "toegekend", "Ja.", by=sam, at=NOON)
    with pytest.raises(NoLongerAsked):
        sign(asked, by=jan, at=LATER)


def test_after_a_refusal_staff_may_decide(together, asked, sam, jan):
    take_up(together, by=sam, at=NOON)
    refuse_to_sign(asked, "", by=jan, at=NOON)

    assert decide(together, "afgewezen", "Uw partner tekende niet.", by=sam, at=NOON)


def test_what_is_withdrawn_asks_no_signature_and_sends_no_word(together, asked, fatima):
    withdraw(together, by=fatima.actor, at=LATER)

    assert Signature.objects.get().state == SignatureState.WITHDRAWN
    assert Delivery.objects.get(notice="handtekening").state == DeliveryState.LAPSED


def test_staff_ask_who_came_to_live_there_since(fatima, jan, joint, sam, katja):
    leave(jan, TODAY)
    case = open_case(fatima, joint, by=fatima.actor, at=NOON)
    home = Household.objects.get()
    with pytest.raises(NotAtHome):
        ask_to_sign(case, katja, by=sam.actor, at=NOON)
    add_member(home, name="Katja", role=MemberRole.PARTNER, start=TODAY, resident=katja)

    signature = ask_to_sign(case, katja, by=sam.actor, at=NOON)

    assert sign(signature, by=katja, at=NOON).state == SignatureState.SIGNED


def test_nobody_is_asked_twice_and_no_two_at_once(together, asked, jan, sam, katja):
    home = Household.objects.get()
    add_member(home, name="Katja", role=MemberRole.ADULT, start=LONG_AGO, resident=katja)

    for signer in (jan, katja):
        with pytest.raises(AskedBefore):
            ask_to_sign(together, signer, by=sam.actor, at=NOON)
    withdraw_request(asked, "Jan is niet de partner.", by=sam.actor, at=NOON)
    with pytest.raises(AskedBefore):
        ask_to_sign(together, jan, by=sam.actor, at=NOON)

    assert ask_to_sign(together, katja, by=sam.actor, at=NOON).is_asked


def test_what_is_closed_or_asked_alone_is_signed_by_nobody_else(case, together, jan, fatima, sam):
    with pytest.raises(SignedAlone):
        ask_to_sign(case, jan, by=sam.actor, at=NOON)
    withdraw(together, by=fatima.actor, at=NOON)
    with pytest.raises(MoveNotAllowed):
        ask_to_sign(together, jan, by=sam.actor, at=NOON)


def test_another_municipality_sees_nothing_of_it(asked, buren):
    with within(buren):
        assert not Signature.objects.exists()
        assert Signature._base_manager.filter(pk=asked.pk).first() is None


def test_signing_at_once_is_one_signature(at_once, together, asked, jan):
    at_once([partial(sign, asked, by=jan, at=LATER)] * 4)

    assert events(together).count(said.SIGNATURE_SIGNED) == 1
    assert acts(asked).count("cases.signature.signed") == 1


def test_signing_and_refusing_at_once_is_one_of_both(at_once, together, asked, jan):
    answers = at_once(
        [
            partial(sign, asked, by=jan, at=LATER),
            partial(refuse_to_sign, asked, "", by=jan, at=LATER),
        ]
    )

    assert sum(isinstance(each, NoLongerAsked) for each in answers) == 1
    assert {said.SIGNATURE_SIGNED, said.SIGNATURE_REFUSED} - set(events(together))


def test_control_without_the_lock_there_would_be_two(at_once, together, asked, jan, monkeypatch):
    """Two look before one writes; only the database then keeps what is settled."""
    everybody_looked = Barrier(2)

    def looked_at(signature):
        found = Signature.objects.select_related("signer", "case__topic", "case__case_type")
        signature = found.get(pk=signature.pk)
        everybody_looked.wait(timeout=30)
        return signature

    monkeypatch.setattr(signing, "locked_signature", looked_at)

    with pytest.raises(IntegrityError, match="never changes"):
        at_once([partial(sign, asked, by=jan, at=LATER)] * 2)


@pytest.mark.parametrize("given", [1, "ja", None])
def test_whether_a_partner_signs_is_yes_or_no(given):
    with pytest.raises(DeclarationDoesNotFit, match="signed_by_partner"):
        check_journey(JOINT | {"signed_by_partner": given})


def test_partners_sign_together_for_bijstand_and_for_nothing_else():
    read = {key: check_journey(document) for key, document in journeys().items()}

    assert {key for key, journey in read.items() if journey.signed_by_partner} == {"bijstand"}
