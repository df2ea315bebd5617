"""Katja sees what runs at other departments beside what runs here, and what we do not know now."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from plein.audit.models import Look
from plein.cases.actions.opening import open_case as open_our_case
from plein.cases.actions.publishing import publish_case_type
from plein.casestores.actions.noticing import mark_changed
from plein.casestores.models import ForeignCase, StoreState
from plein.casestores.models.asked import FRESH, PATIENCE
from plein.documents import receiving
from plein.gateways.antivirus.types import NoVerdict, Verdict
from plein.identity.actions import household_of, know_resident
from plein.inbox.actions.tasks import set_task
from plein.inbox.models import TaskKind
from plein.inbox.task_words import TaskWords
from plein.regelingen.library import journeys
from plein.web.look_words import sentence_of
from tests.casestores.conftest import *  # noqa: F403
from tests.cast import TESTS
from tests.gateways.sources import JAN
from tests.web.conftest import url

HTMX = {"HX-Request": "true", "X-Plein-Background": "1"}


@pytest.fixture
def katjas(katja, signed_in):
    return signed_in(katja)


@pytest.fixture
def vervoer(store, katja, look):
    """The case of the school bus, read just now."""
    look(katja)
    return ForeignCase.objects.get(url__endswith="0a01")


@pytest.fixture
def scanner(monkeypatch):
    """A scanner that says what the test wants."""

    def says(verdict):
        class Scanner:
            def scan(self, _content):
                if verdict is None:
                    raise NoVerdict
                return verdict

        monkeypatch.setattr(receiving, "scanner", Scanner)

    return says


def words(answer) -> str:
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("name", ["overview", "cases"])
def test_what_runs_elsewhere_stands_beside_ours(katjas, vervoer, name):
    page = words(katjas.get(url(name)))

    assert "Leerlingenvervoer" in page
    assert "Team Vergunningen en Vervoer" in page
    assert "U hoeft niets te doen" in page
    assert "Uitkomst: Verleend" in page
    assert "Onderzoek naar adres" not in page
    assert "hx-get" not in page.split('id="elders"')[1].split(">")[0]  # fresh: nothing is asked


def test_nothing_is_said_of_elsewhere_where_no_store_is_connected(katjas, katja):
    assert "andere afdelingen" not in words(katjas.get(url("cases")))
    assert "Bij andere afdelingen loopt niets" in words(katjas.get(url("elsewhere")))


def test_a_page_is_there_at_once_and_its_part_asks_once(katjas, store):
    page = words(katjas.get(url("cases")))
    assert "Kijk wat er bij andere afdelingen loopt" in page  # also without scripts
    assert 'hx-trigger="load"' in page
    assert StoreState.objects.count() == 0

    part = words(katjas.get(url("elsewhere"), headers=HTMX))
    again = words(katjas.get(url("elsewhere")))

    assert "Wij vragen nu wat er bij andere afdelingen loopt" in part
    assert 'hx-trigger="every 1s"' in part
    assert "<html" not in part
    assert "<html" in again
    assert DBTaskResult.objects.count() == 1


def test_while_we_wait_nothing_is_opened_or_sent(katjas, store, look, katja):
    katjas.get(url("elsewhere"))
    looks = Look.objects.count()

    waiting = katjas.get(url("elsewhere") + "?wacht", headers=HTMX)
    assert (waiting.status_code, waiting.content, Look.objects.count()) == (204, b"", looks)

    StoreState.objects.update(asked_at=None)
    look(katja)
    assert "Leerlingenvervoer" in words(katjas.get(url("elsewhere") + "?wacht", headers=HTMX))


@pytest.mark.parametrize("name", ["overview", "cases", "elsewhere"])
def test_a_store_that_fails_says_so_in_its_place_and_gives_no_light(
    katjas, katja, vervoer, look, sources, signed_in, name
):
    later = timezone.now() + FRESH
    with sources.ill("down", source="zgw"), time_machine.travel(later):
        look(katja)
        page = words(signed_in(katja).get(url(name)))

    assert "Dit kunnen wij nu niet laten zien." in page
    assert "Laatst gezien op" in page
    assert "Zo was het op" in page
    assert "mo-light" not in page.split('id="elders"')[1].split("</section>")[0]
    if name == "overview":
        assert "Van Team Vergunningen en Vervoer weten wij dit nu niet." in page


def test_counts_say_ten_minste_while_a_store_fails(store, katja, look, sources, signed_in, sam):
    at, key = timezone.now(), "individuele_inkomenstoeslag"
    kind = publish_case_type(key, journeys()[key], by=TESTS, at=at)
    ours = open_our_case(katja, kind, by=katja.actor, at=at)
    words_of = TaskWords("Stuur uw loonstrook", why="Wij missen deze maand.")
    options = {"due_on": None, "needs_review": True, "by": sam.actor, "at": at}
    set_task(ours.topic, TaskKind.PAPER, words_of, **options)
    katjas = signed_in(katja)
    assert "U moet nog 1 ding doen" in words(katjas.get(url("overview")))

    with sources.ill("down", source="zgw"):
        look(katja)

    for name in ("overview", "cases"):
        assert "U moet ten minste nog 1 ding doen" in words(katjas.get(url(name)))


def test_one_that_stands_still_has_no_light_and_says_why(katjas, vervoer):
    bezwaar = ForeignCase.objects.get(url__endswith="0a02")

    page = words(katjas.get(url("elsewhere-case", bezwaar.pk)))

    assert "De behandeling staat stil" in page
    assert "Wij wachten op uw papieren" in page
    assert "U hoeft niets te doen" not in page


def test_the_page_of_one_shows_its_line_and_its_papers(katjas, vervoer, open_case):
    first = words(katjas.get(url("elsewhere-case", vervoer.pk)))
    assert "Wij vragen dit nu op" in first
    waiting = katjas.get(url("elsewhere-case", vervoer.pk) + "?wacht", headers=HTMX)
    assert waiting.status_code == 204
    ForeignCase.objects.update(asked_at=None)
    open_case(vervoer)

    page = words(katjas.get(url("elsewhere-case", vervoer.pk)))

    assert "LV-000412" in page
    assert 'aria-current="step"' in page
    assert "Wij overleggen met de school" in page
    assert "Ontvangst van uw aanvraag" in page
    assert "Ons concept" not in page
    assert "Wij vragen dit nu op" not in page
    assert "zgw/" not in page  # nothing of their addresses


def paper_of(client, case, open_case):
    open_case(case)
    page = words(client.get(url("elsewhere-case", case.pk)))
    return page.split("/papier/")[1].split("/")[0]


def test_a_paper_is_judged_and_scanned_and_comes_as_a_file(katjas, vervoer, open_case, scanner):
    scanner(Verdict())
    key = paper_of(katjas, vervoer, open_case)

    file = katjas.get(url("elsewhere-paper", vervoer.pk, key))

    assert file["Content-Disposition"].startswith("attachment")
    assert file.content.startswith(b"%PDF")
    assert katjas.get(url("elsewhere-paper", vervoer.pk, "0" * 16)).status_code == 404


@pytest.mark.parametrize(
    ("verdict", "says"),
    [(None, "nu niet controleren"), (Verdict("Eicar-Test"), "niet veilig")],
)
def test_a_paper_that_is_not_known_to_be_clean_is_not_given(
    katjas, vervoer, open_case, scanner, verdict, says
):
    scanner(verdict)
    key = paper_of(katjas, vervoer, open_case)

    page = katjas.get(url("elsewhere-paper", vervoer.pk, key), follow=True)

    assert says in words(page)


def test_what_is_not_theirs_is_not_found(vervoer, signed_in, emmen):
    jan = know_resident(JAN, by=TESTS, at=timezone.now())
    household_of(jan, at=timezone.now(), day=timezone.localdate(), name="Jan")
    jans = signed_in(jan)

    assert jans.get(url("elsewhere-case", vervoer.pk)).status_code == 404
    assert jans.get(url("elsewhere-paper", vervoer.pk, "0" * 16)).status_code == 404


def test_a_case_that_was_marked_is_asked_for_again(katjas, vervoer):
    mark_changed(vervoer.state.store, vervoer.url, at=timezone.now())
    assert 'hx-trigger="load"' in words(katjas.get(url("cases")))

    page = words(katjas.get(url("elsewhere"), headers=HTMX))

    assert 'hx-trigger="every 1s"' in page
    vervoer.refresh_from_db()
    assert vervoer.is_under_way(timezone.now())
    assert vervoer.has_failed(timezone.now() + PATIENCE + timedelta(seconds=1))


def test_a_look_at_elsewhere_stands_in_the_log_in_plain_words(katjas, vervoer):
    katjas.get(url("cases"))

    look = Look.objects.get(elements=["aanvraag elders"])
    assert "uw aanvragen bij andere afdelingen, omdat u uw aanvragen bekeek" in sentence_of(look)


@pytest.mark.parametrize(("name", "most"), [("cases", 15), ("overview", 20), ("elsewhere", 14)])
def test_the_pages_ask_little_of_the_database(
    katjas, vervoer, django_assert_max_num_queries, name, most
):
    with django_assert_max_num_queries(most):  # three are of the look, with its line
        katjas.get(url(name))


def test_the_page_of_one_asks_little_of_the_database(
    katjas, vervoer, open_case, django_assert_max_num_queries
):
    open_case(vervoer)

    with django_assert_max_num_queries(12):
        katjas.get(url("elsewhere-case", vervoer.pk))
