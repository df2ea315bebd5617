"""Katja reports: the day counts, tasks stand ready, and she sends the aanvraag when she likes."""

from copy import deepcopy
from datetime import date, timedelta

import pytest
from django.utils.translation import override

from plein.audit.actions import Purpose
from plein.audit.models import Look
from plein.cases.actions.moving import MoveNotAllowed, WhyNeeded, withdraw
from plein.cases.actions.opening import AlreadyRunning, SearchesFirst, open_case
from plein.cases.actions.publishing import publish_case_type
from plein.cases.actions.reporting import HasNoReport, let_file_at_once, report
from plein.cases.light import Dot
from plein.cases.models import Case
from plein.cases.queries import files_of, with_tasks, words_of_tasks
from plein.delivery.actions.contacts import accept_address
from plein.delivery.models import Delivery
from plein.inbox import event_words as said
from plein.inbox.actions.tasks import drop_task
from plein.inbox.models import Channel, Reminder
from plein.intake.actions.filing import file
from plein.intake.actions.filling_in import begin, keep_answers
from plein.intake.answers import Answers
from plein.journeys.phases import Phase
from plein.journeys.problems import DeclarationDoesNotFit
from plein.journeys.reading import check_journey
from plein.tenants.models import Organisation
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.actions.opening import vault_of
from plein.vault.models import Mode
from tests.cases.conftest import *  # noqa: F403
from tests.cast import NOON, TESTS, TODAY
from tests.intake.reporting import REPORTED

WHY = Purpose("om te testen", "geen")

LATER = NOON + timedelta(days=9)
NO_CHILDREN = Answers({"kinderen": False, "begin": "2027-01-04"})
TWENTY_SIX = date(2000, 3, 1)


@pytest.fixture
def trial(emmen):
    given = deepcopy(REPORTED) | {"languages": ["nl"]}
    return publish_case_type("proef", plain(given), by=TESTS, at=NOON)


@pytest.fixture
def in_english(emmen):
    return publish_case_type("proef", everywhere_in_english(REPORTED), by=TESTS, at=NOON)


def plain(given):
    """Dutch alone."""
    return change(given, lambda text: text["nl"] if isinstance(text, dict) else text)


def everywhere_in_english(given):
    return change(given, lambda text: text if isinstance(text, dict) else {"nl": text, "en": "X"})


def change(given, text):
    keys = {"name", "title", "text", "why", "resident", "group", "exceptions"}
    if isinstance(given, list):
        return [change(each, text) for each in given]
    if not isinstance(given, dict):
        return given
    return {key: text(each) if key in keys else change(each, text) for key, each in given.items()}


def born(resident, day):
    keep(
        vault_of(resident, at=NOON),
        [Incoming("geboortedatum", day.isoformat())],
        mode=Mode.SOURCE,
        at=NOON,
    )


def templates(case):
    return sorted(case.topic.tasks.values_list("template", flat=True))


def the_case():
    return Case.objects.get()


def light(case):
    (found,) = files_of(with_tasks(Case.objects.filter(pk=case.pk)), TODAY)
    return found.light


def test_beginning_is_the_melding_and_its_tasks_stand_ready(fatima, trial):
    begin(fatima, trial, by=fatima.actor, at=NOON)

    case = the_case()
    assert (case.phase, case.reported_on) == (Phase.REPORTED, TODAY)
    assert case.last_day == TODAY + timedelta(days=60)
    (task,) = case.topic.tasks.all()
    assert (task.template, task.due_on) == ("cv", TODAY + timedelta(days=14))
    assert not case.term_rows.exists()


def test_two_clicks_report_once(fatima, trial):
    first = begin(fatima, trial, by=fatima.actor, at=NOON)
    second = begin(fatima, trial, by=fatima.actor, at=LATER)

    assert first == second
    assert templates(the_case()) == ["cv"]
    assert the_case().reported_on == TODAY


def test_the_receipt_is_the_only_word_that_is_sent(fatima, trial):
    accept_address(fatima, "fatima@inwoner.example", by=TESTS, at=NOON)

    begin(fatima, trial, by=fatima.actor, at=NOON)

    assert Delivery.objects.count() == 1
    names = set(the_case().topic.events.values_list("name", flat=True))
    assert names == {said.CASE_REPORTED, said.TASK_READY}


def test_its_own_reminders_are_planned(fatima, trial):
    begin(fatima, trial, by=fatima.actor, at=NOON)

    assert [each.on for each in Reminder.objects.all()] == [TODAY + timedelta(days=12)]


def test_an_answer_sets_the_task_that_belongs_to_it_once(fatima, trial):
    draft = begin(fatima, trial, by=fatima.actor, at=NOON)

    for _ in range(2):
        keep_answers(draft, Answers({"kinderen": True}), step="gezin", by=fatima.actor, at=LATER)

    assert templates(the_case()) == ["cv", "opvang"]


def test_the_aanvraag_is_sent_with_no_task_done_and_the_day_of_the_melding_stays(fatima, trial):
    draft = begin(fatima, trial, by=fatima.actor, at=NOON)
    keep_answers(draft, NO_CHILDREN, step="gezin", by=fatima.actor, at=LATER)

    case = file(draft, by=fatima.actor, at=LATER)

    assert case == the_case()
    assert (case.phase, case.reported_on) == (Phase.RECEIVED, TODAY)
    assert case.received_on == TODAY + timedelta(days=9)
    assert case.last_day == case.received_on + timedelta(days=56)


def test_a_task_of_the_aanvraag_counts_from_an_answer(fatima, trial):
    draft = begin(fatima, trial, by=fatima.actor, at=NOON)
    keep_answers(draft, NO_CHILDREN, step="gezin", by=fatima.actor, at=NOON)

    case = file(draft, by=fatima.actor, at=NOON)

    assert templates(case) == ["contract", "cv"]
    assert case.topic.tasks.get(template="contract").due_on == date(2027, 1, 11)


def test_a_day_that_went_by_or_is_not_known_sets_no_last_day(fatima, trial):
    draft = begin(fatima, trial, by=fatima.actor, at=NOON)
    answers = Answers({"kinderen": False})
    keep_answers(draft, answers, step="gezin", by=fatima.actor, at=NOON)

    case = file(draft, by=fatima.actor, at=NOON)

    assert case.topic.tasks.get(template="contract").due_on is None


def test_an_organisation_takes_part_from_the_aanvraag_on(fatima, trial, gkb):
    draft = begin(fatima, trial, by=fatima.actor, at=NOON)
    keep_answers(draft, NO_CHILDREN, step="gezin", by=fatima.actor, at=NOON)
    assert not the_case().dossier.participations.exists()

    case = file(draft, by=fatima.actor, at=NOON)

    (participation,) = case.dossier.participations.all()
    assert (participation.organisation, participation.parts) == (gkb, ["proef"])
    assert case.topic.events.filter(name=said.PARTNER_IN).count() == 1


@pytest.mark.parametrize(("kinderen", "joins"), [(True, True), (False, False)])
def test_an_organisation_takes_part_only_where_the_answers_ask_for_it(fatima, gkb, kinderen, joins):
    given = plain(deepcopy(REPORTED)) | {"languages": ["nl"]}
    given["partners"][0]["when"] = "kinderen == ja"
    draft = begin(
        fatima, publish_case_type("proef", given, by=TESTS, at=NOON), by=fatima.actor, at=NOON
    )
    answers = Answers(given={"kinderen": kinderen})
    keep_answers(draft, answers, step="gezin", by=fatima.actor, at=NOON)

    case = file(draft, by=fatima.actor, at=NOON)

    assert case.dossier.participations.exists() == joins
    assert case.topic.events.filter(name=said.PARTNER_BY_HAND).count() == 0


def test_who_takes_part_looks_only_at_what_is_asked():
    given = plain(deepcopy(REPORTED)) | {"languages": ["nl"]}
    given["partners"][0]["when"] = "huisdier == ja"

    with pytest.raises(DeclarationDoesNotFit, match="vraag 'huisdier' bestaat niet"):
        check_journey(given)


def test_where_nobody_is_known_the_timeline_says_that_a_person_chooses(fatima, trial):
    draft = begin(fatima, trial, by=fatima.actor, at=NOON)
    keep_answers(draft, NO_CHILDREN, step="gezin", by=fatima.actor, at=NOON)

    case = file(draft, by=fatima.actor, at=NOON)

    assert Organisation.objects.count() == 0
    assert case.topic.events.filter(name=said.PARTNER_BY_HAND).count() == 1


def test_paper_that_comes_after_the_melding_joins_it(fatima, trial, sam):
    begin(fatima, trial, by=fatima.actor, at=NOON)

    case = open_case(fatima, trial, channel=Channel.POST, by=sam.actor, at=LATER)

    assert case == the_case()
    assert case.channel == Channel.POST


def test_who_sent_the_aanvraag_cannot_report_again(fatima, trial):
    open_case(fatima, trial, by=fatima.actor, at=NOON)

    with pytest.raises(AlreadyRunning):
        report(fatima, trial, born=None, by=fatima.actor, at=LATER)


def test_what_needs_no_melding_has_none(fatima, one_button):
    with pytest.raises(HasNoReport):
        report(fatima, one_button, born=None, by=fatima.actor, at=NOON)


def test_a_melding_that_is_taken_back_leaves_nothing_to_do(fatima, trial):
    begin(fatima, trial, by=fatima.actor, at=NOON)

    withdraw(the_case(), by=fatima.actor, at=LATER)

    assert not the_case().topic.tasks.unfinished().exists()
    begin(fatima, trial, by=fatima.actor, at=LATER)
    assert Case.objects.running().get().reported_on == TODAY + timedelta(days=9)


def test_who_is_twenty_six_searches_four_weeks_first(fatima, trial):
    born(fatima, TWENTY_SIX)
    draft = begin(fatima, trial, by=fatima.actor, at=NOON)
    keep_answers(draft, NO_CHILDREN, step="gezin", by=fatima.actor, at=NOON)

    assert the_case().files_from == TODAY + timedelta(days=28)
    with pytest.raises(SearchesFirst):
        file(draft, by=fatima.actor, at=NOON + timedelta(days=27))
    assert file(draft, by=fatima.actor, at=NOON + timedelta(days=28)).phase == Phase.RECEIVED


def test_while_somebody_searches_it_is_not_their_turn(fatima, trial):
    born(fatima, TWENTY_SIX)
    begin(fatima, trial, by=fatima.actor, at=NOON)
    case = the_case()
    for task in case.topic.tasks.all():
        drop_task(task, by=TESTS, at=NOON)

    assert light(case).dot == Dot.GREEN
    assert not light(case).we_are_late


@pytest.mark.parametrize("birthday", [TODAY, TODAY - timedelta(days=1)])
def test_who_is_twenty_seven_is_never_kept_from_sending(fatima, trial, birthday):
    born(fatima, birthday.replace(year=birthday.year - 27))
    draft = begin(fatima, trial, by=fatima.actor, at=NOON)
    keep_answers(draft, NO_CHILDREN, step="gezin", by=fatima.actor, at=NOON)

    assert file(draft, by=fatima.actor, at=NOON).phase == Phase.RECEIVED


def test_a_birthday_ends_the_search(fatima, trial):
    tomorrow = TODAY + timedelta(days=1)
    born(fatima, tomorrow.replace(year=tomorrow.year - 27))

    begin(fatima, trial, by=fatima.actor, at=NOON)

    assert the_case().files_from == tomorrow


def test_of_whom_the_age_is_not_known_nothing_is_held_up(fatima, trial):
    draft = begin(fatima, trial, by=fatima.actor, at=NOON)
    keep_answers(draft, NO_CHILDREN, step="gezin", by=fatima.actor, at=NOON)

    assert the_case().files_from is None
    assert file(draft, by=fatima.actor, at=NOON).phase == Phase.RECEIVED


def test_staff_let_somebody_send_it_at_once_with_a_reason(fatima, trial, sam):
    born(fatima, TWENTY_SIX)
    draft = begin(fatima, trial, by=fatima.actor, at=NOON)
    keep_answers(draft, NO_CHILDREN, step="gezin", by=fatima.actor, at=NOON)
    with pytest.raises(WhyNeeded):
        let_file_at_once(the_case(), " ", by=sam.actor, at=NOON)

    let_file_at_once(the_case(), "U hebt geen huis.", by=sam.actor, at=NOON)

    assert file(draft, by=fatima.actor, at=NOON).phase == Phase.RECEIVED
    with pytest.raises(MoveNotAllowed):
        let_file_at_once(the_case(), "Nog eens", by=sam.actor, at=NOON)


def test_a_task_is_read_in_the_language_of_who_reads_and_kept_in_both(fatima, in_english):
    with override("en"):
        begin(fatima, in_english, by=fatima.actor, at=NOON)

    case = the_case()
    assert case.topic.title == "Proef met melding"
    assert title(case, fatima, "nl") == "Maak uw cv"
    assert title(case, fatima, "en") == "Write your cv"
    assert title(case, fatima, "uk") == "Maak uw cv"


def title(case, fatima, language):
    with override(language):
        tasks = list(case.topic.tasks.all())
        words = words_of_tasks(fatima, tasks, purpose=WHY, by=fatima.actor, at=NOON)
        return words[tasks[0].pk].title


@pytest.mark.parametrize(
    ("place", "value", "what"),
    [
        ("due", "straks", "'straks' is geen dag die wij kennen"),
        ("due", "melding + veel", "geen dag die wij kunnen uitrekenen"),
        ("due", "kinderen + 3 dagen", "'kinderen' is geen dag die wij kennen"),
        ("due", "besluit + 3 dagen", "het besluit komt later"),
        ("when", "huisdier == ja", "vraag 'huisdier' bestaat niet"),
        ("starts", "morgen", "'morgen' kan niet bij 'starts'"),
    ],
)
def test_a_task_that_does_not_fit_is_refused_with_an_example(place, value, what):
    given = plain(deepcopy(REPORTED)) | {"languages": ["nl"]}
    given["tasks"][0][place] = value

    with pytest.raises(DeclarationDoesNotFit, match=what) as refused:
        check_journey(given)
    assert "opdracht 'cv': " in refused.value.lines[0]


def test_a_melding_needs_its_station_and_something_to_fill_in():
    given = plain(deepcopy(REPORTED)) | {"languages": ["nl"]}

    with pytest.raises(DeclarationDoesNotFit, match="geen station voor 'gemeld'"):
        check_journey(given | {"stations": given["stations"][1:]})
    with pytest.raises(DeclarationDoesNotFit, match="na een melding hoort een aanvraag"):
        check_journey(given | {"intake": None})


def test_a_text_that_misses_a_language_is_named():
    with pytest.raises(DeclarationDoesNotFit) as refused:
        check_journey(REPORTED)

    assert any("Engels ontbreekt" in each for each in refused.value.lines)
    check_journey(everywhere_in_english(REPORTED))


def test_an_answer_is_kept_without_a_look_at_the_vault(fatima, trial):
    """The birthday is looked at once, for the search; not each time that somebody types."""
    born(fatima, TWENTY_SIX)
    draft = begin(fatima, trial, by=fatima.actor, at=NOON)
    looks = Look.objects.count()

    for _ in range(3):
        keep_answers(draft, NO_CHILDREN, step="gezin", by=fatima.actor, at=LATER)

    assert Look.objects.count() == looks


def test_what_is_kept_by_itself_is_kept_in_dutch(fatima, trial):
    with override("en"):
        begin(fatima, trial, by=fatima.actor, at=NOON)

    event = the_case().topic.events.get(name=said.TASK_READY)
    assert "automatisch" in (event.function, event.team, event.organisation)
