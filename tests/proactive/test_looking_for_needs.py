"""Who comes on the list, at the edges; who never does, and when a row goes."""

from datetime import date, timedelta

import pytest

from plein.audit.models import Look
from plein.cases.actions.deciding import decide
from plein.cases.actions.opening import open_case
from plein.cases.actions.providing import Given
from plein.content.tips.choosing import turn_tips, turn_topic
from plein.content.tips.tip import Topic
from plein.ledger.models import Account
from plein.proactive.actions.choosing import turn_help, turn_help_about
from plein.proactive.actions.looking import forget_offers
from plein.proactive.actions.switching import turn_need_off
from plein.proactive.library import needs
from plein.proactive.listing import listed
from plein.proactive.models import HelpOffer, NeedSwitch
from plein.tenants.scope import within
from plein.vault.actions.corrections import report_wrong
from plein.vault.models import Vault
from tests.cast import NOON, TESTS, TODAY
from tests.proactive.conftest import ADULT, BUDGET, HELP, WW, night, ww_until
from tests.webshop.conftest import children_of
from tests.workflows.conftest import taken_up  # noqa: F401 - a case to decide

DAY = timedelta(days=1)
LAST_DAY = date(2026, 12, 31)  # of the kindpakket


def on_list(day=TODAY) -> set[tuple[str, object]]:
    return set(listed(day).values_list("kind", "resident"))


@pytest.mark.parametrize(("days", "found"), [(91, 0), (90, 1), (0, 1), (-1, 0)])
def test_ww_that_ends_within_ninety_days_is_found_and_no_other(katja, knows, turn_on, days, found):
    knows(katja, geboortedatum="1998-03-14", ww_einde_max=ww_until(days))
    turn_on(WW)

    assert night(WW) == found
    assert len(on_list()) == found


@pytest.mark.parametrize(("born", "found"), [("2009-05-26", 1), ("2009-05-27", 0), ("2009", 0)])
def test_who_turns_eighteen_within_half_a_year_is_found(katja, knows, turn_on, born, found):
    """Who is born in an unknown month is not: only what is sure is said."""
    knows(katja, geboortedatum=born)
    turn_on(ADULT)

    assert night(ADULT) == found


@pytest.mark.parametrize(("days_before", "found"), [(61, 0), (60, 1), (0, 1), (-1, 0)])
def test_a_budget_that_is_hardly_used_is_found_in_its_last_sixty_days(
    fatima, kindpakket, grant_for, turn_on, days_before, found
):
    grant_for(kindpakket, children_of(fatima)[0])
    turn_on(BUDGET)

    night(BUDGET, LAST_DAY - timedelta(days=days_before))

    parents = {("budget-stopt", fatima.pk)} if found else set()
    assert parents <= on_list(LAST_DAY - timedelta(days=days_before))
    assert bool(HelpOffer.objects.count()) is bool(found)


def test_a_budget_of_which_half_was_used_is_not_found(fatima, kindpakket, grant_for, turn_on):
    grant = grant_for(kindpakket, children_of(fatima)[0])
    Account.objects.filter(pk=grant.budget_id).update(balance=grant.amount // 2)
    turn_on(BUDGET)

    assert night(BUDGET) == 0


@pytest.fixture
def gets_help(fatima, sam, taken_up):
    """Until and including this day."""

    def give(last_day):
        given = Given(TODAY, 10_000, last_day)
        return decide(taken_up(), "toegekend", "Ja.", by=sam, at=NOON, given=given)

    return give


@pytest.mark.parametrize(("days", "found"), [(61, 0), (60, 1), (0, 1)])
def test_help_that_ends_within_sixty_days_is_found(fatima, gets_help, turn_on, days, found):
    gets_help(TODAY + timedelta(days=days))
    turn_on(HELP)

    assert night(HELP) == found


def test_help_without_an_end_or_with_a_new_aanvraag_is_not_found(fatima, gets_help, turn_on):
    decision = gets_help(TODAY + 10 * DAY)
    turn_on(HELP)
    assert night(HELP) == 1

    open_case(fatima, decision.case.case_type, by=fatima.actor, at=NOON + DAY)

    assert night(HELP, TODAY + DAY) == 0
    assert not HelpOffer.objects.exists()


def test_nothing_is_kept_of_who_has_no_need(katja, knows, turn_on):
    knows(katja, geboortedatum="1998-03-14", ww_einde_max=ww_until(91))
    turn_on(WW)
    night(WW)

    assert not HelpOffer.objects.exists()
    line = Look.objects.get(subject=katja.pk)
    assert (line.action, set(line.elements)) == ("gebruiken", {"ww_einde_max", "geboortedatum"})
    assert "Verordening Help op tijd" in line.basis


def test_a_vault_is_looked_at_once_a_week(katja_on_ww, turn_on):
    turn_on(WW)

    found = [night(WW, TODAY + timedelta(days=days)) for days in (0, 1, 6, 7)]

    assert found == [1, 0, 0, 1]
    assert Look.objects.filter(subject=katja_on_ww.pk).count() == 2


def test_a_row_goes_as_soon_as_the_need_does(katja_on_ww, knows, turn_on):
    turn_on(WW)
    night(WW)
    knows(katja_on_ww, ww_einde_max=ww_until(400))

    night(WW, TODAY + 7 * DAY)

    assert not HelpOffer.objects.exists()


def test_a_row_lives_for_thirty_days_and_stands_there_since_its_first(katja_on_ww, turn_on):
    turn_on(WW)
    night(WW)
    night(WW, TODAY + 7 * DAY)

    assert HelpOffer.objects.get().found_on == TODAY
    assert on_list(TODAY + 29 * DAY)
    assert not on_list(TODAY + 30 * DAY)
    assert [forget_offers(TODAY + 29 * DAY), forget_offers(TODAY + 30 * DAY)] == [0, 1]


def test_who_turned_tips_off_is_not_even_looked_at(katja_on_ww, turn_on):
    turn_tips(katja_on_ww, on=False, at=NOON)
    turn_on(WW)

    assert night(WW) == 0
    assert not Look.objects.filter(subject=katja_on_ww.pk).exists()


def test_who_turned_another_topic_off_is_found(katja_on_ww, turn_on):
    turn_topic(katja_on_ww, Topic.GELD, on=False, at=NOON)
    turn_on(WW)

    assert night(WW) == 1


@pytest.mark.parametrize("everything", [True, False])
def test_a_no_takes_the_row_away_at_once(katja_on_ww, turn_on, everything):
    turn_on(WW)
    night(WW)

    if everything:
        turn_help(katja_on_ww, on=False, at=NOON)
    else:
        turn_help_about(katja_on_ww, Topic.WERK, on=False, at=NOON)

    assert not HelpOffer.objects.exists()
    assert night(WW, TODAY + 7 * DAY) == 0


def test_a_no_that_came_by_another_way_is_respected_by_the_list(katja_on_ww, turn_on):
    """As when it came between the look of the night and its row."""
    turn_on(WW)
    night(WW)
    turn_tips(katja_on_ww, on=False, at=NOON)

    assert HelpOffer.objects.exists()
    assert on_list() == set()


def test_who_shut_the_vault_or_died_is_not_found(katja_on_ww, turn_on):
    turn_on(WW)
    Vault.objects.update(frozen_at=NOON)
    assert night(WW) == 0

    Vault.objects.update(frozen_at=None, closed_at=NOON)
    assert night(WW, TODAY + 7 * DAY) == 0
    assert not Look.objects.filter(subject=katja_on_ww.pk).exists()


def test_what_somebody_calls_wrong_says_nothing(katja_on_ww, turn_on):
    wrong = katja_on_ww.vault.values.get(element="ww_einde_max")
    report_wrong(wrong, "Mijn WW loopt langer door.", by=katja_on_ww.actor, at=NOON)
    turn_on(WW)

    assert night(WW) == 0


def test_nobody_is_looked_at_before_two_people_agreed(katja_on_ww):
    assert night(WW) == 0
    assert not Look.objects.exists()


def test_turned_off_the_list_is_empty_at_once(katja_on_ww, turn_on, wim):
    turn_on(WW)
    night(WW)

    turn_need_off(needs()[WW], by=wim, at=NOON)

    assert not HelpOffer.objects.exists()
    assert night(WW, TODAY + 7 * DAY) == 0


def test_past_the_day_of_its_review_it_neither_looks_nor_lists(katja_on_ww, turn_on):
    turn_on(WW)
    night(WW)
    review = needs()[WW].review_on
    HelpOffer.objects.update(until=review + DAY)

    assert on_list(review - DAY)
    assert not on_list(review)
    assert night(WW, review) == 0


def test_another_municipality_looks_at_nobody_here(katja_on_ww, turn_on, buren):
    turn_on(WW)
    night(WW)

    with within(buren):
        assert on_list() == set()
        assert night(WW) == 0
        assert not NeedSwitch.objects.exists()


@pytest.mark.parametrize("number", [2, 20])
def test_a_look_takes_as_many_queries_however_many_they_are(
    neighbours, knows, turn_on, django_assert_max_num_queries, number
):
    for each in neighbours(number):
        knows(each, geboortedatum="1998-03-14", ww_einde_max=ww_until(70))
    turn_on(WW)

    with django_assert_max_num_queries(25):
        assert night(WW) == number


def test_the_system_that_looked_is_named(katja_on_ww, turn_on):
    turn_on(WW)
    night(WW)

    line = Look.objects.get(subject=katja_on_ww.pk)
    assert line.function == TESTS.function
    assert line.purpose == "om u hulp aan te bieden met het zoeken van werk of inkomen na uw WW"
