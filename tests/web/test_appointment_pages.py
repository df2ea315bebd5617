"""Fatima chooses a time on her phone; Sam and Els see who comes."""

from datetime import time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from plein.appointments.actions.planning import make_slots
from plein.appointments.models import Appointment, AppointmentKind, OpeningHours, Place, Slot
from plein.appointments.states import State, Way
from plein.audit.models import Look
from plein.cases.actions.moving import take_up, wait_for_resident
from plein.cases.actions.opening import open_case
from plein.cases.actions.publishing import publish_case_type
from plein.cases.models import Case
from plein.identity.actions import household_of, know_resident
from plein.identity.models import Role
from plein.journeys.phases import Phase
from plein.kernel.bsn import Bsn
from plein.regelingen.library import journeys
from plein.web.doors import DESK
from tests.cast import BSN_OF, TESTS, staff_member
from tests.web.conftest import url

KEY = "individuele_inkomenstoeslag"


def at_desk(name, *args):
    return reverse(name, "plein.web.desk.urls", args=args)


def words(page):
    return page.content.decode()


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def kind(emmen, now):
    """Every day from nine to ten, for a week that begins the day after tomorrow."""
    place = Place.objects.create(
        name="Gemeentehuis", address="Voorbeeldplein 1", how_to_come="Er is een lift."
    )
    for weekday in range(7):
        OpeningHours.objects.create(place=place, weekday=weekday, opens=time(9), closes=time(10))
    kind = AppointmentKind.objects.create(
        name="Gesprek", minutes=30, ways=[Way.PLACE, Way.PHONE], bring="Uw brieven", team="Balie"
    )
    first = timezone.localdate() + timedelta(days=2)
    for way in kind.ways:
        make_slots(
            kind,
            place,
            Way(way),
            first=first,
            last=first + timedelta(days=6),
            capacity=1,
            by=TESTS,
            at=now,
        )
    return kind


@pytest.fixture
def case(fatima, sam, now):
    case_type = publish_case_type(KEY, journeys()[KEY], by=TESTS, at=now)
    return take_up(open_case(fatima, case_type, by=fatima.actor, at=now), by=sam, at=now)


@pytest.fixture
def sams(at_work, sam):
    return at_work(sam.account, DESK)


@pytest.fixture
def fatimas(fatima, signed_in):
    return signed_in(fatima)


@pytest.fixture
def offered(sams, case, kind):
    given = {"kind": kind.pk, "why": "om uw aanvraag door te nemen"}
    sams.post(at_desk("desk-appointment-offer", case.pk), given)
    return Appointment.objects.get()


@pytest.fixture
def chosen(offered, fatimas):
    slot = Slot.objects.order_by("start", "way").last()
    fatimas.post(url("appointment-choose", offered.pk), {"tijd": slot.pk})
    return Appointment.objects.get()


def test_an_offer_needs_a_reason_and_keeps_what_was_typed(sams, case, kind):
    page = sams.post(at_desk("desk-appointment-offer", case.pk), {"kind": kind.pk, "why": ""})

    assert page.status_code == 422
    assert not Appointment.objects.exists()


def test_from_what_has_to_be_done_to_a_time_that_stands(offered, fatimas, case, sam, now):
    wait_for_resident(case, by=sam.actor, at=now)
    assert "Kies een tijd: Gesprek" in words(fatimas.get(url("overview")))
    page = fatimas.get(url("case-task", case.pk, offered.task_id), follow=True)
    assert "Hoe wilt u ons spreken?" in words(page)

    page = fatimas.post(
        url("appointment-choose", offered.pk), {"tijd": Slot.objects.first().pk}, follow=True
    )

    assert "Uw afspraak staat vast." in words(page)
    assert "Uw brieven" in words(page)
    assert Case.objects.get().phase == Phase.IN_REVIEW


def test_a_day_and_a_way_are_chosen_by_their_address(offered, fatimas):
    day = timezone.localdate() + timedelta(days=5)

    page = fatimas.get(
        url("appointment-choose", offered.pk), {"manier": "bellen", "dag": day.isoformat()}
    )

    slots = Slot.objects.filter(way=Way.PHONE, start__date=day)
    assert all(str(slot.pk) in words(page) for slot in slots)
    assert str(Slot.objects.filter(way=Way.PLACE).first().pk) not in words(page)


@pytest.mark.parametrize("given", ["", "morgen", "6f1f7a08-0a85-4b44-9c5d-0d5d3a8a5b7e"])
def test_a_time_that_is_none_is_not_found(offered, fatimas, given):
    assert fatimas.post(url("appointment-choose", offered.pk), {"tijd": given}).status_code == 404


def test_it_goes_into_a_calendar(chosen, fatimas):
    page = fatimas.get(url("appointment-calendar", chosen.pk))

    assert page["Content-Type"].startswith("text/calendar")
    assert b"SUMMARY:Gesprek" in page.content


def test_fatima_takes_another_time_and_then_gives_it_up(chosen, fatimas):
    other = Slot.objects.order_by("start").exclude(pk=chosen.slot_id).first()
    fatimas.post(url("appointment-choose", chosen.pk), {"tijd": other.pk})
    moved = Appointment.objects.get(state=State.CONFIRMED)
    assert "Bekijk de nieuwe tijd" in words(fatimas.get(url("appointment", chosen.pk)))

    page = fatimas.post(url("appointment-cancel", moved.pk), follow=True)

    assert "De afspraak gaat niet door. Wij weten het." in words(page)
    assert "afgezegd" in words(page)


def test_what_is_open_to_all_is_asked_for_in_one_step(kind, fatimas):
    kind.can_be_asked = True
    kind.save()

    page = fatimas.post(url("appointment-ask", kind.pk), follow=True)

    assert "Welke dag?" in words(page)


def test_nobody_else_finds_it(chosen, emmen, signed_in, now):
    katja = know_resident(Bsn(BSN_OF["katja"]), by=TESTS, at=now)
    household_of(katja, at=now, day=timezone.localdate(), name="Katja")
    katjas = signed_in(katja)

    for name in ("appointment", "appointment-choose", "appointment-calendar"):
        assert katjas.get(url(name, chosen.pk)).status_code == 404


def test_staff_see_the_day_without_names_and_the_name_with_a_look(chosen, sams):
    day = timezone.localtime(chosen.slot.start).date().isoformat()
    page = words(sams.get(at_desk("desk-appointments"), {"dag": day}))
    assert "Gesprek" in page
    before = Look.objects.count()

    assert sams.get(at_desk("desk-appointment", chosen.pk)).status_code == 200
    assert Look.objects.count() == before + 1


def test_staff_call_it_off_with_a_reason_and_another_time_is_chosen(chosen, sams, fatimas):
    off = at_desk("desk-appointment-cancel", chosen.pk)
    assert sams.post(off, {"why": "", "again": "on"}).status_code == 422

    sams.post(off, {"why": "Wij zijn ziek.", "again": "on"})

    assert "Wij zijn ziek." in words(fatimas.get(url("appointment", chosen.pk)))
    assert "Kies een tijd" in words(fatimas.get(url("appointments")))


def test_staff_move_it_and_say_whether_somebody_came(chosen, sams):
    slot = Slot.objects.filter(way=chosen.slot.way).order_by("start").first()
    sams.post(at_desk("desk-appointment-move", chosen.pk), {"tijd": slot.pk})
    moved = Appointment.objects.get(state=State.CONFIRMED)
    assert moved.slot == slot

    page = sams.post(at_desk("desk-appointment-close", moved.pk, "gehouden"), follow=True)

    assert "Dit kan niet" in words(page)  # it has not begun


def test_els_makes_times_once(kind, at_work):
    els = at_work(staff_member("els", Role.DESK).account, DESK)
    first = timezone.localdate() + timedelta(days=20)
    given = {
        "tijden-kind": kind.pk,
        "tijden-place": Place.objects.get().pk,
        "tijden-way": "langskomen",
        "tijden-first": f"{first:%d-%m-%Y}",
        "tijden-last": f"{first:%d-%m-%Y}",
        "tijden-capacity": "2",
    }
    for _again in range(2):
        assert "Dit is bewaard." in words(
            els.post(at_desk("desk-times-add", "tijden"), given, follow=True)
        )
    assert Slot.objects.filter(capacity=2).count() == 2

    page = els.post(at_desk("desk-times-add", "tijden"), given | {"tijden-way": "beeldbellen"})
    assert "kan niet op deze manier" in words(page)


@pytest.mark.parametrize(
    ("name", "given"),
    [
        (
            "soort",
            {"name": "Huisbezoek", "minutes": "60", "ways": "bellen", "team": "T", "notice": "24"},
        ),
        ("plek", {"name": "Wijkhuis", "address": "Voorbeeldweg 2"}),
        ("dicht", {"day": "25-12-2026", "why": "Kerst"}),
    ],
)
def test_els_adds_what_is_offered(emmen, at_work, name, given):
    els = at_work(staff_member("els", Role.DESK).account, DESK)
    add = at_desk("desk-times-add", name)
    assert els.post(add, {}).status_code == 422

    page = els.post(add, {f"{name}-{key}": value for key, value in given.items()}, follow=True)

    assert "Dit is bewaard." in words(page)
    assert next(iter(given.values())) in words(page) or "25 dec 2026" in words(page)


def test_a_consulent_makes_no_times(sams):
    assert sams.get(at_desk("desk-times")).status_code == 403


def test_the_pages_ask_few_questions(chosen, sams, fatimas, django_assert_max_num_queries):
    for name, args in (("appointments", []), ("appointment", [chosen.pk])):
        with django_assert_max_num_queries(12):
            fatimas.get(url(name, *args))
    with django_assert_max_num_queries(12):
        fatimas.get(url("appointment-choose", chosen.pk))
    with django_assert_max_num_queries(12):
        sams.get(at_desk("desk-appointments"))
