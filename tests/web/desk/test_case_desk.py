"""Sam works through his aanvragen: which ends first, asks, judges, decides; all on one page."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from plein.audit.models import Look
from plein.cases.actions.opening import open_case
from plein.cases.actions.publishing import publish_case_type
from plein.cases.actions.tasks import hand_in_to_case, say_it_does_not_work
from plein.cases.models import Case, Participation
from plein.identity.models import Account, ProviderUser
from plein.inbox.models import Hiding, Task, TaskState
from plein.journeys.phases import Phase
from plein.regelingen.library import journeys
from plein.tenants.models import Organisation
from plein.tenants.scope import within
from plein.vault.actions.recipients import admit_recipient
from plein.web.doors import DESK, ORGANISATION
from tests.cast import TESTS

URLS = "plein.web.desk.urls"
KEY = "individuele_inkomenstoeslag"


def url(name, *args):
    return reverse(name, URLS, args=args)


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def case(fatima, now):
    case_type = publish_case_type(KEY, journeys()[KEY], by=TESTS, at=now)
    return open_case(fatima, case_type, by=fatima.actor, at=now)


@pytest.fixture
def sams(at_work, sam):
    return at_work(sam.account, DESK)


@pytest.fixture
def asked(sams, case):
    """Sam took it up and asks for income; the term stands still."""
    sams.post(url("desk-case-act", case.pk, "oppakken"))
    sams.post(url("desk-case-ask", case.pk), {"ask-ask": "inkomen", "ask-waits": "on"})
    return Task.objects.get()


def fresh(case):
    return Case.objects.get(pk=case.pk)


def words(page):
    return page.content.decode()


def test_a_new_aanvraag_waits_for_everybody_until_somebody_takes_it_up(sams, case):
    assert case.number[:4] in words(sams.get(url("desk-cases"), {"kies": "nieuw"}))

    page = sams.post(url("desk-case-act", case.pk, "oppakken"), follow=True)

    assert "De aanvraag staat op uw naam." in words(page)
    assert case.number[:4] not in words(sams.get(url("desk-cases"), {"kies": "nieuw"}))
    assert case.number[:4] in words(sams.get(url("desk-cases")))


def test_a_number_is_found_as_people_say_it(sams, case):
    spoken = f"{case.number[:4]}-{case.number[4:]}".lower()

    assert case.number[:4] in words(sams.get(url("desk-cases"), {"zoek": spoken}))


def test_what_is_asked_has_its_words_ready_and_stops_the_clock(asked, case):
    assert asked.due_on == timezone.localdate() + timedelta(days=14)
    assert fresh(case).phase == Phase.WAITING_RESIDENT
    assert fresh(case).suspended_since == timezone.localdate()


def test_without_a_question_the_form_says_what_to_do(sams, case):
    page = sams.post(url("desk-case-ask", case.pk), {"ask-ask": "", "ask-why": "Voor het dossier"})

    assert page.status_code == 422
    assert "Kies een vraag, of schrijf zelf wat u nodig hebt." in words(page)
    assert "Voor het dossier" in words(page)


def test_what_came_in_is_read_and_found_in_order(sams, asked, case, fatima, now):
    hand_in_to_case(asked, "Hier is mijn loonstrook.", by=fatima.actor, at=now)
    assert "Hier is mijn loonstrook." in words(sams.get(url("desk-case", case.pk)))

    sams.post(url("desk-case-judge", case.pk, asked.pk, "akkoord"))

    asked.refresh_from_db()
    assert asked.state == TaskState.APPROVED


def test_more_is_asked_with_a_reason_that_is_not_empty(sams, asked, case, fatima, now):
    hand_in_to_case(asked, "Hier.", by=fatima.actor, at=now)
    more = url("desk-case-judge", case.pk, asked.pk, "meer")

    assert sams.post(more, {"reason": ""}).status_code == 422
    sams.post(more, {"reason": "Het bedrag is niet te lezen."})

    asked.refresh_from_db()
    assert (asked.state, asked.round) == (TaskState.OPEN, 2)


def test_what_does_not_work_out_is_read_and_opened_again(sams, asked, case, fatima, now):
    say_it_does_not_work(asked, "Mijn baas geeft hem niet.", by=fatima.actor, at=now)
    assert "Mijn baas geeft hem niet." in words(sams.get(url("desk-case", case.pk)))

    later = timezone.localdate() + timedelta(days=20)
    again = url("desk-case-judge", case.pk, asked.pk, "weer-open")
    sams.post(again, {"due_on": f"{later:%d-%m-%Y}"})

    asked.refresh_from_db()
    assert (asked.state, asked.due_on) == (TaskState.OPEN, later)


def test_what_is_not_needed_any_more_lets_the_case_go_on(sams, asked, case):
    sams.post(url("desk-case-judge", case.pk, asked.pk, "vervalt"))

    assert fresh(case).phase == Phase.IN_REVIEW


def test_a_decision_needs_a_reason_and_then_stands(sams, case):
    sams.post(url("desk-case-act", case.pk, "oppakken"))
    decide = url("desk-case-decide", case.pk)

    assert sams.post(decide, {"decide-result": "toegekend"}).status_code == 422
    given = {"decide-result": "toegekend", "decide-explanation": "Uw inkomen is al lang laag."}
    page = sams.post(decide, given, follow=True)

    assert "De inwoner leest nu uw besluit." in words(page)
    assert "Uw inkomen is al lang laag." in words(page)
    sams.post(url("desk-case-act", case.pk, "afronden"))
    assert fresh(case).phase == Phase.DONE


def test_a_term_is_extended_with_a_reason_and_only_once(sams, case):
    extend = url("desk-case-why", case.pk, "verlengen")

    sams.post(extend, {"why": "Wij wachten op het UWV."})
    page = sams.post(extend, {"why": "Nog een keer."}, follow=True)

    assert "De termijn is al een keer verlengd." in words(page)


@pytest.mark.parametrize("name", ["bestaat-niet", "wissen"])
def test_an_act_that_is_not_on_the_list_is_not_found(sams, case, name):
    assert sams.post(url("desk-case-act", case.pk, name)).status_code == 404


def test_each_look_of_sam_stands_in_the_log_of_fatima(sams, asked, case, fatima):
    before = Look.objects.filter(subject=fatima.pk).count()

    sams.get(url("desk-case", case.pk))

    look = Look.objects.filter(subject=fatima.pk).latest("at")
    assert Look.objects.filter(subject=fatima.pk).count() == before + 1
    assert (look.case, look.function) == (case.number, "consulent")


def test_who_does_not_handle_aanvragen_does_not_come_in(at_work, ingrid, case):
    assert at_work(ingrid.account, DESK).get(url("desk-case", case.pk)).status_code == 403


def test_an_aanvraag_of_another_municipality_is_not_found(sams, buren, fatima, now, case):
    with within(buren):
        other = publish_case_type(KEY, journeys()[KEY], by=TESTS, at=now)

    assert sams.get(url("desk-case", other.pk)).status_code == 404


def test_the_pages_ask_few_questions(sams, asked, case, django_assert_max_num_queries):
    with django_assert_max_num_queries(13):  # of which two choose the municipality
        sams.get(url("desk-cases"), {"kies": "alle"})
    with django_assert_max_num_queries(23):  # of which two looks of three each
        sams.get(url("desk-case", case.pk))


@pytest.fixture
def gkb(emmen, wim, now):
    organisation = Organisation.objects.create(name="GKB", kvk="00000099")
    admit_recipient(organisation, may_have_bsn=False, contact="Bel ons.", by=wim, at=now)
    return organisation


def partner(organisation, **changes):
    given = {"organisation": organisation.pk, "purpose": "om u te helpen", "basis": "Wgs art. 4"}
    return {f"partner-{name}": value for name, value in (given | changes).items()}


def test_an_organisation_comes_to_work_in_it_and_goes(sams, case, gkb):
    address = url("desk-case-partner", case.pk)
    assert sams.post(address, partner(gkb, purpose="")).status_code == 422

    page = sams.post(address, partner(gkb), follow=True)
    assert "De organisatie werkt mee. De inwoner ziet dat." in words(page)
    participation = Participation.objects.get()

    page = sams.post(url("desk-case-partner-out", case.pk, participation.pk), follow=True)
    assert "ziet niets meer van dit dossier" in words(page)
    assert not Participation.objects.on(timezone.localdate()).exists()


def test_its_people_see_that_part_only_and_the_resident_sees_that_they_looked(
    sams, case, gkb, at_work, fatima
):
    account = Account.objects.create_user("jasper@plein.example", name="Jasper")
    ProviderUser.objects.create(account=account, organisation=gkb)
    jaspers = at_work(account, ORGANISATION)
    address = reverse("organisation-case", "plein.web.organisation.urls", args=[case.pk])
    assert jaspers.get(address).status_code == 404

    sams.post(url("desk-case-partner", case.pk), partner(gkb))

    assert "Individuele inkomenstoeslag" in words(jaspers.get(address))
    members = Look.objects.filter(organisation="GKB")
    assert members.latest("at").purpose == "om u te helpen"

    leave = reverse("organisation-leave", "plein.web.organisation.urls", args=[case.pk])
    jaspers.post(leave)
    assert jaspers.get(address).status_code == 404


def test_sam_proposes_to_withhold_something_and_femke_decides(sams, asked, case, femke, at_work):
    event = case.topic.events.order_by("at").first()
    hide = url("desk-hide", case.pk, event.pk)
    assert sams.post(hide, {"ground": ""}).status_code == 422
    last_day = timezone.localdate() + timedelta(days=30)

    page = sams.post(hide, {"ground": "gevaar", "last_day": f"{last_day:%d-%m-%Y}"}, follow=True)
    assert "Een ander beslist erover." in words(page)
    assert sams.get(url("desk-hidden")).status_code == 403

    femkes = at_work(femke.account, DESK)
    assert "Wij hebben uw aanvraag ontvangen" in words(femkes.get(url("desk-hidden")))
    femkes.post(url("desk-hidden-decide", Hiding.objects.get().pk, "ja"))
    assert Hiding.objects.get().agreed_by == femke
    assert "Niet te zien tot" in words(sams.get(url("desk-case", case.pk)))
