"""Voor u: Katja reads what may concern her and why, asks why not, and says no."""

from datetime import timedelta

import pytest
from django.utils import timezone

from plein.audit.models import Look
from plein.content.models import ShownTip, TipChoice
from plein.content.tips.library import tips
from plein.content.tips.switching import turn_tip_off
from plein.vault.actions.corrections import report_wrong
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.models import Mode
from tests.cast import NOON
from tests.content.tips_here import turn_on
from tests.web.conftest import url

MOST_QUERIES = 12


@pytest.fixture
def on(emmen, bas, sam):
    turn_on(proposer=bas, confirmer=sam)


def titles(page) -> list[str]:
    return [row["tip"].key for topic in page.context["topics"] for row in topic["rows"]]


def sees(katjas) -> list[str]:
    return titles(katjas.get(url("tips")))


def looks_of(katja):
    return Look.objects.filter(subject=katja.pk).order_by("id")


def test_a_tip_stands_with_its_reason_and_its_texts(katjas, known, on):
    page = katjas.get(url("tips"))

    said = page.content.decode()
    assert titles(page)[0] == "ww-stopt"
    assert "U ziet dit omdat uw WW stopt op" in said
    assert "Maak een plan voor na uw WW" in said
    assert "huur-zonder-huurtoeslag" in titles(page)


def test_who_gave_nothing_sees_nothing(katjas, on):
    page = katjas.get(url("tips"))

    assert titles(page) == []
    assert "Wij hebben nu geen tips voor u" in page.content.decode()


def test_what_no_two_people_turned_on_is_not_there(katjas, known, on, bas):
    turn_tip_off(tips()["ww-stopt"], by=bas, at=NOON)

    assert "ww-stopt" not in sees(katjas)
    assert katjas.get(url("tip-why", "ww-stopt")).status_code == 404


def test_one_line_in_the_log_names_all_that_was_read(katjas, katja, known, on):
    katjas.get(url("tips"))

    (line,) = looks_of(katja)
    assert line.activity == "tips@1"
    assert line.purpose == "omdat u tips bekeek"
    assert {"ww_einde_max", "huur", "kinderen"} <= set(line.elements)
    assert not {"schuld_cjib", "datum_vestiging_nl", "inburgeringsplicht"} & set(line.elements)


def test_a_topic_that_is_off_is_gone_at_once_and_read_no_more(katjas, katja, known, on):
    page = katjas.post(url("tips-no-more", "werk"), follow=True)

    assert "ww-stopt" not in titles(page)
    assert "U krijgt geen tips meer over: Werk en WW." in page.content.decode()
    assert "inschrijving_werk" not in looks_of(katja).last().elements


def test_with_all_tips_off_nothing_is_read(katjas, katja, known, on):
    katjas.post(url("tip-choose-all", "uit"))

    page = katjas.get(url("tips"))

    assert "Tips staan uit" in page.content.decode()
    assert not looks_of(katja).exists()
    katjas.post(url("tip-choose-all", "aan"))
    assert "ww-stopt" in sees(katjas)


def test_what_is_extra_sensitive_waits_for_a_yes_and_ends_with_a_no(katjas, katja, known, on):
    arrived = (timezone.localdate() - timedelta(days=40)).isoformat()
    keep(known, [Incoming("datum_vestiging_nl", arrived)], mode=Mode.SOURCE, at=NOON)
    assert "nieuw-hier" not in sees(katjas)

    katjas.post(url("tip-choose-element", "datum_vestiging_nl", "aan"))
    assert "nieuw-hier" in sees(katjas)
    line = looks_of(katja).last()
    assert line.activity == "tips met toestemming@1"
    assert "datum_vestiging_nl" in line.elements
    assert "inburgeringsplicht" not in line.elements

    katjas.post(url("tip-choose-element", "datum_vestiging_nl", "uit"))
    assert "nieuw-hier" not in sees(katjas)
    assert TipChoice.objects.get().ended_at


def test_a_yes_is_only_for_what_a_tip_asks(katjas, on):
    answer = katjas.post(url("tip-choose-element", "nationaliteiten", "aan"))

    assert answer.status_code == 404
    assert not TipChoice.objects.exists()


@pytest.mark.parametrize(
    "path",
    ["keuzes/alles/misschien/", "keuzes/onderwerp/voetbal/uit/", "niet-meer/voetbal/"],
)
def test_another_choice_does_not_exist(katjas, on, path):
    assert katjas.post(f"{url('tips')}{path}").status_code == 404


def test_why_not_says_which_part_is_not_so_and_which_we_do_not_know(katjas, known, on):
    said = katjas.get(url("tip-why", "ioaw-na-ww")).content.decode()

    assert "Waarom u dit niet ziet" in said
    assert "Uw WW stopt binnen 90 dagen: <strong>dit klopt</strong>" in said
    assert "U bent geboren voor 1 januari 1965: <strong>dit klopt niet</strong>" in said
    unknown = katjas.get(url("tip-why", "weinig-inkomen")).content.decode()
    assert "Uw inkomen van een jaar is laag: <strong>dit weten wij niet</strong>" in unknown


def test_why_not_reads_only_what_that_tip_asks(katjas, katja, known, on):
    katjas.get(url("tip-why", "weinig-inkomen"))

    (line,) = looks_of(katja)
    assert set(line.elements) == {"bri_inkomen", "geboortedatum"}


def test_why_not_reads_nothing_of_a_topic_that_is_off(katjas, katja, known, on):
    katjas.post(url("tips-no-more", "werk"))

    said = katjas.get(url("tip-why", "ww-stopt")).content.decode()

    assert "U wilt geen tips over: Werk en WW." in said
    assert "dit klopt" not in said
    assert not looks_of(katja).exists()


def test_that_a_tip_was_shown_is_kept_and_what_was_read_is_not(katjas, known, on):
    katjas.get(url("tips"))
    katjas.get(url("tips"))

    assert ShownTip.objects.filter(kind="ww-stopt").count() == 1
    assert "Uw WW stopt bijna" in katjas.get(url("tip-choices")).content.decode()


def test_every_page_asks_the_database_little(katjas, known, on, django_assert_max_num_queries):
    katjas.post(url("tip-choose-element", "datum_vestiging_nl", "aan"))
    pages = [url("tips"), url("tips-why"), url("tip-why", "ww-stopt"), url("tip-choices")]
    for page in pages:
        katjas.get(page)
        with django_assert_max_num_queries(MOST_QUERIES):
            katjas.get(page)


def test_in_arabic_the_reason_is_arabic(katjas, known, on):
    katjas.post(url("choose-language"), {"language": "ar", "next": "/"})

    said = katjas.get(url("tips")).content.decode()

    assert "ترى هذا لأن" in said
    assert "U ziet dit" not in said


def test_what_katja_calls_wrong_says_nothing_until_somebody_answers(katjas, katja, known, on):
    wrong = known.values.get(element="ww_einde_max")
    report_wrong(wrong, "Mijn WW loopt langer door.", by=katja.actor, at=NOON)

    assert "ww-stopt" not in sees(katjas)
    said = katjas.get(url("tip-why", "ww-stopt")).content.decode()
    assert "Uw WW stopt binnen 90 dagen: <strong>dit weten wij niet</strong>" in said
