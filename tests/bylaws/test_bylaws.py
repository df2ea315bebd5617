"""A municipality sets its own figures: proposed by one, approved by another, from a day on."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from plein.audit.models import Act
from plein.bylaws.actions import (
    APPROVED,
    PROPOSED,
    BylawIsDecided,
    NothingSet,
    ProposerCannotApprove,
    approve_bylaw,
    propose_bylaw,
    withdraw_bylaw,
)
from plein.bylaws.laid_over import own_norms
from plein.bylaws.models import Bylaw
from plein.bylaws.queries import own_norms_by_regeling
from plein.regelingen.library import rule_book
from plein.rules.refusals import NormNotSet
from plein.tenants.scope import within
from tests.cast import NOON

NEW_YEAR = date(2026, 1, 1)
REGELING = "individuele_inkomenstoeslag"


def proposed(by, *, since=NEW_YEAR, **figures):
    return propose_bylaw(
        regeling=REGELING,
        title="Voorbeeldverordening",
        url="",
        since=since,
        figures={name: Decimal(figure) for name, figure in figures.items()},
        by=by,
        at=NOON,
    )


def holds(norm, day):
    return own_norms(rule_book().norms).of(REGELING)[norm].on(day)


def test_a_figure_holds_from_its_day_once_somebody_else_approved(bas, wim):
    bylaw = proposed(bas, bedrag_paar="683")

    approve_bylaw(bylaw, by=wim, at=NOON)

    found = holds("bedrag_paar", NEW_YEAR)
    assert (found.value, found.sources) == (Decimal(683), ("Voorbeeldverordening",))
    with pytest.raises(NormNotSet.__bases__[0]):
        holds("bedrag_paar", NEW_YEAR - timedelta(days=1))


def test_a_proposal_changes_nothing(bas):
    proposed(bas, bedrag_paar="683")

    with pytest.raises(NormNotSet):
        holds("bedrag_paar", NEW_YEAR)


def test_who_proposed_it_cannot_approve_it(bas):
    bylaw = proposed(bas, bedrag_paar="683")

    with pytest.raises(ProposerCannotApprove):
        approve_bylaw(bylaw, by=bas, at=NOON)


def test_nobody_decides_twice(bas, wim):
    bylaw = proposed(bas, bedrag_paar="683")
    withdraw_bylaw(bylaw, by=bas, at=NOON)

    with pytest.raises(BylawIsDecided):
        approve_bylaw(bylaw, by=wim, at=NOON)


def test_an_empty_verordening_is_refused(bas):
    with pytest.raises(NothingSet):
        proposed(bas)


def test_a_later_verordening_goes_before_an_earlier_one_from_its_day(bas, wim):
    for since, figure in ((NEW_YEAR, "683"), (date(2026, 7, 1), "700")):
        approve_bylaw(proposed(bas, since=since, bedrag_paar=figure), by=wim, at=NOON)

    assert holds("bedrag_paar", date(2026, 6, 30)).value == 683
    assert holds("bedrag_paar", date(2026, 7, 1)).value == 700


def test_a_mistake_is_mended_by_another_from_the_same_day(bas, wim):
    for hours, figure in enumerate(("6830", "683")):
        bylaw = proposed(bas, bedrag_paar=figure)
        approve_bylaw(bylaw, by=wim, at=NOON + timedelta(hours=hours))

    assert holds("bedrag_paar", NEW_YEAR).value == 683
    assert Bylaw.objects.approved().count() == 2


def test_what_the_law_says_holds_until_the_first_day_of_the_municipality(bas, wim):
    bylaw = propose_bylaw(
        regeling="kwijtschelding",
        title="Verordening kwijtschelding",
        url="",
        since=NEW_YEAR,
        figures={"kostennorm": Decimal("1")},
        by=bas,
        at=NOON,
    )
    approve_bylaw(bylaw, by=wim, at=NOON)

    norm = own_norms(rule_book().norms).of("kwijtschelding")["kostennorm"]
    assert norm.on(date(2025, 12, 31)).value == Decimal("0.90")
    assert norm.on(NEW_YEAR).value == 1


def test_another_municipality_sees_nothing_of_it(bas, wim, buren):
    approve_bylaw(proposed(bas, bedrag_paar="683"), by=wim, at=NOON)

    with within(buren):
        with pytest.raises(NormNotSet):
            holds("bedrag_paar", NEW_YEAR)
        assert not any(own.bylaws for own in own_norms_by_regeling(rule_book().norms))


def test_it_is_seen_what_is_still_missing(bas, wim):
    approve_bylaw(proposed(bas, bedrag_paar="683"), by=wim, at=NOON)

    (own,) = [
        each for each in own_norms_by_regeling(rule_book().norms) if each.regeling == REGELING
    ]
    unset = {norm.name for norm in own.unset_on(NEW_YEAR)}
    assert "bedrag_paar" not in unset
    assert "referteperiode" in unset


def test_each_step_leaves_a_line(bas, wim):
    approve_bylaw(proposed(bas, bedrag_paar="683"), by=wim, at=NOON)

    names = Act.objects.filter(name__startswith="bylaws").values_list("name", flat=True)
    assert set(names) == {PROPOSED, APPROVED}


def test_the_same_verordeningen_give_the_same_norms_at_once(bas, wim, django_assert_num_queries):
    approve_bylaw(proposed(bas, bedrag_paar="683"), by=wim, at=NOON)
    once = own_norms(rule_book().norms)

    with django_assert_num_queries(1):
        assert own_norms(rule_book().norms) is once
