"""Lotte reads her own list of turning 18, and takes it along into her calendar."""

from datetime import date, timedelta

import pytest
from icalendar import Calendar
from time_machine import travel

from plein.audit.models import Look
from plein.cases.actions.opening import open_case
from plein.cases.actions.publishing import publish_case_type
from plein.cases.offered import newest_version
from plein.content.tips.choosing import turn_tips, turn_topic
from plein.content.tips.tip import Topic
from plein.identity.actions import household_of, know_resident
from plein.identity.models import Mandate, MandateState, Member
from plein.inbox.actions.tasks import set_task
from plein.inbox.models import Channel, Task, TaskKind, TaskState
from plein.inbox.task_words import TaskWords
from plein.kernel.bsn import Bsn
from plein.kernel.clock import AMSTERDAM, start_of
from plein.regelingen.library import journeys
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.actions.kin import know_children
from plein.vault.actions.opening import vault_of
from plein.vault.models import Mode
from plein.vault.sources.asking import Kin
from tests.cast import NOON, TESTS, TODAY
from tests.web.conftest import url

MOST_QUERIES = 12
LOTTES = Bsn("999990044")
BORN, OF_AGE = date(2009, 1, 17), date(2027, 1, 17)


@pytest.fixture
def lotte(emmen):
    resident = know_resident(LOTTES, by=TESTS, at=NOON)
    household_of(resident, at=NOON, day=date(2024, 1, 1), name="Lotte")
    return resident


@pytest.fixture
def known(lotte):
    vault = vault_of(lotte, at=NOON)
    keep(vault, [Incoming("geboortedatum", BORN.isoformat())], mode=Mode.SOURCE, at=NOON)
    return vault


def at_noon(day):
    return travel(start_of(day).astimezone(AMSTERDAM) + timedelta(hours=12), tick=False)


def read(signed_in, resident, day, name="eighteen", **options):
    with at_noon(day):
        return signed_in(resident, **options).get(url(name))


def words(page) -> str:
    return " ".join(page.content.decode().split())


def test_she_sees_her_own_days_with_what_must_may_and_can(signed_in, lotte, known):
    page = words(read(signed_in, lotte, date(2026, 11, 28)))

    assert "U wordt 18 op zondag 17 januari 2027." in page
    assert "Van woensdag 18 november 2026 tot en met zondag 17 januari 2027" in page
    for weight in ("Dit moet", "Dit mag", "Dit kan"):
        assert weight in page
    assert "/informatie/18-worden/zorgverzekering-18/" in page
    assert "Zorgverzekeringswet art. 16" in page


def test_a_last_day_that_has_passed_is_called_so(signed_in, lotte, known):
    assert "Deze dag is voorbij." not in words(read(signed_in, lotte, date(2027, 1, 16)))

    after = words(read(signed_in, lotte, OF_AGE))
    assert after.count("Deze dag is voorbij.") == 1  # jeugdhulp, and not yet the insurance


def test_only_her_day_of_birth_is_opened_and_the_log_says_why(signed_in, lotte, known):
    read(signed_in, lotte, date(2026, 11, 28))

    (line,) = Look.objects.filter(subject=lotte.pk)
    assert line.elements == ["geboortedatum"]
    assert line.purpose == "omdat u uw lijst van 18 worden bekeek"


@pytest.mark.parametrize(
    ("day", "is_there"),
    [
        (date(2025, 1, 16), False),
        (date(2025, 1, 17), True),
        (date(2027, 1, 16), True),
        (date(2027, 1, 17), True),
        (date(2027, 4, 16), True),
        (date(2027, 4, 17), False),
    ],
)
def test_it_is_there_from_16_until_three_months_past_the_birthday(
    signed_in, lotte, known, day, is_there
):
    page = words(read(signed_in, lotte, day))

    assert ("Dit kunt u regelen, en wanneer." in page) == is_there
    assert ("Deze lijst is er vanaf uw 16e verjaardag" in page) == (not is_there)
    calendar = read(signed_in, lotte, day, "eighteen-calendar")
    assert calendar.status_code == (200 if is_there else 404)


def test_the_calendar_has_an_entry_for_each_text_on_her_days(signed_in, lotte, known):
    answer = read(signed_in, lotte, date(2026, 11, 28), "eighteen-calendar")

    events = Calendar.from_ical(answer.content).walk("VEVENT")
    on = {str(each["UID"]): each.decoded("dtstart") for each in events}
    assert answer["Content-Type"].startswith("text/calendar")
    assert on["18-worden.stemmen@emmen.localhost"] == OF_AGE
    assert on["18-worden.jeugdhulp-stopt@emmen.localhost"] == OF_AGE - timedelta(days=1)
    assert b"Lotte" not in answer.content


@pytest.mark.parametrize(
    "turn_off",
    [
        lambda lotte: turn_tips(lotte, on=False, at=NOON),
        lambda lotte: turn_topic(lotte, Topic.VOLWASSEN, on=False, at=NOON),
    ],
)
def test_who_turned_it_off_is_asked_nothing(signed_in, lotte, known, turn_off):
    turn_off(lotte)

    page = words(read(signed_in, lotte, date(2026, 11, 28)))

    assert "U zette dit uit" in page
    calendar = read(signed_in, lotte, date(2026, 11, 28), "eighteen-calendar")
    assert calendar.status_code == 404
    assert not Look.objects.filter(subject=lotte.pk).exists()


def test_without_a_day_of_birth_she_is_sent_to_her_data(signed_in, lotte):
    page = words(read(signed_in, lotte, date(2026, 11, 28)))

    assert "Wij weten uw geboortedatum niet" in page


def test_who_is_not_signed_in_signs_in_first(client, emmen):
    answer = client.get(url("eighteen"), headers={"host": "emmen.localhost"})

    assert answer.status_code == 302


def gives(signed_in, lotte, day, until="1-6-2027"):
    """Help with aanvragen, as the page makes it."""
    given = {"parts": ["aanvragen"], "label": "mijn dochter", "until": until}
    with at_noon(day):
        signed_in(lotte).post(url("helper-invite"), given)
    return Mandate.objects.latest("made_at")


def test_help_that_she_gives_at_17_ends_on_her_birthday(signed_in, lotte, known):
    assert gives(signed_in, lotte, date(2026, 11, 28)).until == OF_AGE


def test_help_that_she_gives_on_her_birthday_lasts_as_long_as_she_says(signed_in, lotte, known):
    assert gives(signed_in, lotte, OF_AGE).until == date(2027, 6, 1)


def test_where_her_day_of_birth_is_not_known_the_page_takes_what_she_says(signed_in, lotte):
    assert gives(signed_in, lotte, date(2026, 11, 28)).until == date(2027, 6, 1)


def test_at_midnight_the_open_session_of_her_mother_ends_and_what_they_did_stays_hers(
    signed_in, lotte, katja, plan
):
    mandate = gives(signed_in, lotte, date(2026, 11, 28))
    mandate.holder, mandate.state = katja, MandateState.ACTIVE
    mandate.save()
    with travel(start_of(OF_AGE) - timedelta(seconds=1), tick=False) as clock:
        mothers = signed_in(katja)
        mothers.post(url("acting-begin", mandate.pk))
        assert str(plan.pk) in words(mothers.get(url("cases")))
        clock.move_to(start_of(OF_AGE))

        answer = mothers.get(url("case", plan.pk), follow=True)

        assert "Het helpen is gestopt." in words(answer)
        assert mothers.get(url("case", plan.pk)).status_code == 404
        assert str(plan.pk) in words(signed_in(lotte).get(url("cases")))


@pytest.fixture
def plan(lotte, known):
    """She asked for a plan: what her journey asks of everybody stands on her list."""
    publish_case_type("achttien_worden", journeys()["achttien_worden"], by=TESTS, at=NOON)
    case = open_case(
        lotte, newest_version("achttien_worden"), channel=Channel.ONLINE, by=lotte.actor, at=NOON
    )
    words = TaskWords("Controleer of uw DigiD werkt")
    for key, due_on in (("digid", date(2026, 12, 1)), ("zorgtoeslag", None)):
        set_task(
            *(case.topic, TaskKind.CONFIRM, words),
            due_on=due_on,
            needs_review=False,
            by=TESTS,
            at=NOON,
            template=key,
        )
    return case


def test_what_is_on_her_list_with_us_is_told_and_what_is_done(signed_in, lotte, plan):
    Task.objects.filter(template="zorgtoeslag").update(state=TaskState.APPROVED)

    page = words(read(signed_in, lotte, date(2026, 11, 28)))

    assert url("case", plan.pk) in page
    assert "Staat op uw lijst" in page
    assert "tot en met dinsdag 1 december 2026" in page
    assert "Klaar<span" in page


def test_without_a_plan_nothing_is_told_of_it(signed_in, lotte, known):
    page = words(read(signed_in, lotte, date(2026, 11, 28)))

    assert "Uw plan met ons" not in page
    assert "Staat op uw lijst" not in page


def test_on_her_birthday_she_is_asked_whom_to_let_in(signed_in, lotte, known):
    before = words(read(signed_in, lotte, OF_AGE - timedelta(days=1)))
    after = words(read(signed_in, lotte, OF_AGE))

    assert "Op zondag 17 januari 2027 stopt vanzelf" in before
    assert "U bent 18. Uw ouders zien niets meer van u" in after
    assert "Wilt u niemand? Dan hoeft u niets te doen." in after


def test_the_overview_tells_it_once_a_parent_sees_nothing_more(signed_in, lotte, katja):
    know_children(katja, [Kin(LOTTES, BORN, has_authority=True)], at=NOON)

    before = words(read(signed_in, lotte, OF_AGE - timedelta(days=1), "overview"))
    assert "U kiest zelf wie met u meekijkt." not in before
    assert "U kiest zelf wie met u meekijkt." in words(read(signed_in, lotte, OF_AGE, "overview"))
    late = words(read(signed_in, lotte, OF_AGE + timedelta(days=92), "overview"))
    assert "U kiest zelf wie met u meekijkt." not in late


def test_the_overview_has_a_way_to_it_for_who_may_be_of_that_age(signed_in, lotte):
    assert url("eighteen") not in words(read(signed_in, lotte, TODAY, "overview"))
    Member.objects.filter(resident=lotte).update(birth_month=date(2009, 1, 1))

    assert url("eighteen") in words(read(signed_in, lotte, TODAY, "overview"))


def test_the_page_takes_few_queries(signed_in, lotte, plan, django_assert_max_num_queries):
    with at_noon(date(2026, 11, 28)):
        client = signed_in(lotte)
        for name in ("eighteen", "eighteen-calendar"):
            client.get(url(name))
            with django_assert_max_num_queries(MOST_QUERIES):
                assert client.get(url(name)).status_code == 200
