"""Deelname: only who takes part in a scheme sells for it, on the terms that staff set."""

import pytest
from django.core import mail
from django.db import IntegrityError, connection, transaction

from plein.identity.models import Account, ProviderUser
from plein.tenants.scope import within
from plein.webshop.actions.catalogue import admit_provider, change_product, offer_product
from plein.webshop.actions.participation import (
    CannotChangePart,
    NoReasonForPart,
    NotAShare,
    admit_part,
    ask_part,
    end_part,
    refuse_part,
    resume_part,
    suspend_part,
)
from plein.webshop.actions.reviewing import DoesNotTakePart, approve_product
from plein.webshop.actions.till import hand_over
from plein.webshop.models import (
    LineStatus,
    OrderLine,
    Participation,
    ParticipationStatus,
    ProviderKind,
)
from plein.webshop.provider_mail import tell_provider
from plein.webshop.queries.basket import propose
from plein.webshop.queries.catalogue import on_sale
from plein.webshop.wishes import NotFromThisBudget
from tests.cast import NOON, TESTS, TODAY
from tests.webshop.conftest import YARA, children_of, order
from tests.webshop.test_products import offer


@pytest.fixture
def part(de_plons, kindpakket) -> Participation:
    return admit_part(de_plons, kindpakket.scheme, contribution=1_500, by=TESTS, at=NOON)


@pytest.fixture
def lina(fatima):
    return children_of(fatima)[0]


def fresh(part: Participation) -> Participation:
    return Participation.objects.get(pk=part.pk)


def test_who_asks_waits_and_sells_nothing_yet(de_plons, kindpakket, bas):
    part = ask_part(de_plons, kindpakket.scheme, by=YARA, at=NOON)
    version = offer_product(de_plons, offer(), by=YARA, at=NOON)

    assert part.status == ParticipationStatus.ASKED
    with pytest.raises(DoesNotTakePart, match="doet niet mee aan Kindpakket"):
        approve_product(version, [kindpakket.scheme], by=bas, at=NOON)


def test_asking_twice_asks_once(de_plons, kindpakket):
    first = ask_part(de_plons, kindpakket.scheme, by=YARA, at=NOON)

    assert ask_part(de_plons, kindpakket.scheme, by=YARA, at=NOON) == first


def test_staff_admit_with_a_contribution_asked_or_not(part, de_plons, kindpakket):
    again = admit_part(de_plons, kindpakket.scheme, contribution=750, by=TESTS, at=NOON)

    assert again == part
    assert (again.contribution, again.percent) == (750, "7,5")


@pytest.mark.parametrize("share", [-1, 10_001])
def test_a_contribution_is_from_none_to_all(de_plons, kindpakket, share):
    with pytest.raises(NotAShare):
        admit_part(de_plons, kindpakket.scheme, contribution=share, by=TESTS, at=NOON)


def test_the_database_keeps_a_contribution_at_most_all(part):
    with pytest.raises(IntegrityError, match="contribution_at_most_all"), transaction.atomic():
        Participation.objects.update(contribution=10_001)


def test_a_refusal_has_a_reason_and_leaves_room_to_ask_again(de_plons, kindpakket):
    part = ask_part(de_plons, kindpakket.scheme, by=YARA, at=NOON)
    with pytest.raises(NoReasonForPart):
        refuse_part(part, "  ", by=TESTS, at=NOON)

    refuse_part(part, " Geen jeugdleden. ", by=TESTS, at=NOON)
    assert fresh(part).reason == "Geen jeugdleden."

    assert ask_part(de_plons, kindpakket.scheme, by=YARA, at=NOON).status == "aangemeld"


def test_who_takes_part_cannot_ask_be_refused_or_resumed(part, de_plons, kindpakket):
    with pytest.raises(CannotChangePart, match="doet mee bij Kindpakket"):
        ask_part(de_plons, kindpakket.scheme, by=YARA, at=NOON)
    with pytest.raises(CannotChangePart):
        refuse_part(part, "Nee", by=TESTS, at=NOON)
    with pytest.raises(CannotChangePart):
        resume_part(part, by=TESTS, at=NOON)


def test_who_is_suspended_comes_back_by_resuming_on_the_same_terms(part, de_plons, kindpakket):
    suspend_part(part, "Klachten", by=TESTS, at=NOON)
    with pytest.raises(CannotChangePart):
        admit_part(de_plons, kindpakket.scheme, by=TESTS, at=NOON)

    resume_part(part, by=TESTS, at=NOON)

    assert (fresh(part).status, fresh(part).contribution) == ("toegelaten", 1_500)


def halt(part: Participation, how: str) -> None:
    if how == "suspend":
        suspend_part(part, "Klachten", by=TESTS, at=NOON)
    else:
        end_part(part, by=TESTS, at=NOON)


@pytest.mark.parametrize("how", ["suspend", "end"])
def test_nothing_is_ordered_from_who_does_not_take_part(
    fatima, lina, kindpakket, swimming_lessons, grant_for, de_plons, how
):
    grant = grant_for(kindpakket, lina)
    halt(de_plons.participations.get(), how)

    with pytest.raises(NotFromThisBudget):
        order(fatima, (swimming_lessons, lina, grant))


@pytest.mark.parametrize("how", ["suspend", "end"])
def test_nothing_of_who_does_not_take_part_is_shown(
    fatima, lina, kindpakket, swimming_lessons, grant_for, de_plons, how
):
    grant = grant_for(kindpakket, lina)
    fatima.basket.create(product=swimming_lessons.product, member=lina, added_at=NOON)
    assert on_sale([kindpakket.scheme_id], lina, TODAY).exists()

    halt(de_plons.participations.get(), how)

    (line,) = propose(fatima, [lina], [grant], TODAY)
    assert not on_sale([kindpakket.scheme_id], lina, TODAY).exists()
    assert line.options == []


def test_another_scheme_of_the_same_provider_goes_on(
    lina, kindpakket, swimming_lessons, open_period, de_plons, bas
):
    other = open_period(name="Doe mee")
    admit_part(de_plons, other.scheme, by=TESTS, at=NOON)
    swimming_lessons.product.assortment.create(scheme=other.scheme)

    end_part(de_plons.participations.get(scheme=kindpakket.scheme), by=TESTS, at=NOON)

    assert on_sale([other.scheme_id], lina, TODAY).get() == swimming_lessons
    assert not on_sale([kindpakket.scheme_id], lina, TODAY).exists()


def test_what_was_ordered_before_is_still_handed_over(
    fatima, lina, kindpakket, swimming_lessons, grant_for, de_plons
):
    placed = order(fatima, (swimming_lessons, lina, grant_for(kindpakket, lina)))
    end_part(de_plons.participations.get(), by=TESTS, at=NOON)

    hand_over(placed.pickups.get(), by=YARA, at=NOON)

    assert OrderLine.objects.get().status == LineStatus.HANDED_OVER


def test_a_review_meanwhile_keeps_the_place_of_a_suspended_scheme(
    kindpakket, swimming_lessons, open_period, de_plons, bas
):
    other = open_period(name="Doe mee")
    admit_part(de_plons, other.scheme, by=TESTS, at=NOON)
    suspend_part(de_plons.participations.get(scheme=kindpakket.scheme), "x", by=TESTS, at=NOON)
    changed = change_product(swimming_lessons.product, offer(), by=YARA, at=NOON)

    approve_product(changed, [other.scheme], by=bas, at=NOON)

    schemes = {entry.scheme for entry in swimming_lessons.product.assortment.all()}
    assert schemes == {kindpakket.scheme, other.scheme}


def test_two_staff_who_admit_at_once_make_one_row(at_once, de_plons, kindpakket):
    answers = at_once([lambda: admit_part(de_plons, kindpakket.scheme, by=TESTS, at=NOON)] * 4)

    assert {answer.pk for answer in answers} == {Participation.objects.get().pk}


def admit(part: Participation) -> Participation:
    return admit_part(part.provider, part.scheme, contribution=1_500, by=TESTS, at=NOON)


def halted(part: Participation) -> Participation:
    suspend_part(admit(part), "Klachten.", by=TESTS, at=NOON)
    return part


@pytest.mark.parametrize(
    ("decide", "says"),
    [
        (lambda part: refuse_part(part, "Alleen clubs.", by=TESTS, at=NOON), "niet meedoen aan"),
        (admit, "doet mee aan Kindpakket"),
        (lambda part: suspend_part(admit(part), "Klachten.", by=TESTS, at=NOON), "stil bij"),
        (lambda part: resume_part(halted(part), by=TESTS, at=NOON), "doet mee aan Kindpakket"),
        (lambda part: end_part(admit(part), by=TESTS, at=NOON), "doet niet meer mee"),
    ],
    ids=["refused", "admitted", "suspended", "resumed", "ended"],
)
def test_a_provider_hears_by_mail_what_was_decided(de_plons, kindpakket, posted, decide, says):
    account = Account.objects.create_user("yara@plons.example", name="Yara")
    ProviderUser.objects.create(account=account, organisation=de_plons.organisation)

    decide(ask_part(de_plons, kindpakket.scheme, by=YARA, at=NOON))
    tell_provider.call(**posted[-1])

    (letter,) = mail.outbox
    reason = fresh(de_plons.participations.get()).reason
    assert says in letter.body
    assert (reason in letter.body) if reason else ("reden" not in letter.body)
    assert "15" not in letter.body


def test_who_asks_gets_no_mail_and_the_same_terms_are_told_once(de_plons, kindpakket, posted):
    part = ask_part(de_plons, kindpakket.scheme, by=YARA, at=NOON)
    assert posted == []

    for _twice in range(2):
        admit(part)

    assert len(posted) == 1


def test_who_sold_before_takes_part_after_the_migration(swimming_lessons, buren, de_plons):
    from importlib import import_module  # noqa: PLC0415 - a migration's name starts with a digit

    step = import_module("plein.webshop.migrations.0003_participation").PART_AS_THEY_DID
    with within(buren):
        admit_provider(
            de_plons.organisation,
            kind=ProviderKind.CLUB,
            iban="NL91ABNA0417164300",
            by=TESTS,
            at=NOON,
        )
    Participation.objects.all().delete()

    with connection.cursor() as cursor:
        cursor.execute(step)

    part = Participation.objects.get()
    assert (part.provider, part.status, part.contribution) == (de_plons, "toegelaten", 0)
    with within(buren):
        assert not Participation.objects.exists()
