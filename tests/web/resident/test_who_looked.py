"""Wie keek naar mijn gegevens: everything that happened, in plain words, and at once."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from plein.audit.actions import Purpose, log_look
from plein.identity.actions import know_resident
from plein.identity.asking import answer_question
from plein.identity.look_question import LookQuestion
from plein.identity.models import Household
from plein.kernel.actor import system
from plein.kernel.bsn import Bsn
from tests.cast import BSN_OF, NOON, TESTS
from tests.web.conftest import url

NOW = timezone.now
WHY = Purpose("voor uw aanvraag", "Participatiewet art. 53a")
DAY = timedelta(days=1)


@pytest.fixture
def see(emmen, fatima, sam):
    """Log a look at Fatima's household, by Sam and now unless said otherwise."""

    def log(by=None, at=None, elements=("inkomen",), **more):
        return log_look(
            subject=more.pop("subject", Household.objects.get().pk),
            municipality_id=emmen.pk,
            action="lezen",
            elements=elements,
            purpose=WHY,
            by=by or sam.actor,
            at=at or NOW(),
            **more,
        )

    return log


def page(client, query="") -> str:
    response = client.get(url("who-looked") + query)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


def test_a_look_is_read_at_once_with_who_what_why_and_the_law(fatima, signed_in, see):
    client = signed_in(fatima)
    assert "Er heeft nog niemand gekeken" in page(client)

    see()

    shown = page(client)
    assert "Team Minima van gemeente Emmen bekeek inkomen voor uw aanvraag" in shown
    assert "(Participatiewet artikel 53a)" in shown
    assert "Functie: consulent" in shown
    assert "Sam" not in shown


def test_looks_stand_per_day_and_organisation_the_newest_first(fatima, signed_in, see):
    see(at=NOW() - DAY, elements=["gisteren-gezien"])
    see(elements=["vandaag-gezien"])

    shown = page(signed_in(fatima))

    assert shown.index("vandaag-gezien") < shown.index("gisteren-gezien")
    assert len(re.findall(r"<h2[^>]*>[A-Z][a-z]+dag \d", shown)) == 2
    assert shown.count(">Gemeente Emmen</h3>") == 2


def test_a_refused_look_is_shown_as_refused(fatima, signed_in, see):
    see(result="geweigerd")

    shown = page(signed_in(fatima))

    assert "wilde inkomen bekijken" in shown
    assert "Dat mocht niet." in shown
    assert "Geweigerd" in shown


def test_a_hidden_look_shows_when_it_opens(fatima, signed_in, see):
    see(visible_from=NOW() + DAY, elements=["geheim"])
    see(at=NOW() - DAY, visible_from=NOW() - timedelta(seconds=1), elements=["nu open"])

    shown = page(signed_in(fatima))

    assert "geheim" not in shown
    assert "nu open" in shown


def test_own_looks_are_folded_together_and_those_of_a_partner_are_not(
    fatima, jan_of, signed_in, see
):
    for _ in range(3):
        see(by=fatima.actor)
    see(by=jan_of(fatima).actor)

    shown = page(signed_in(fatima))

    assert "U keek zelf 3 keer" in shown
    assert shown.count("Iemand van uw huishouden bekeek") == 1
    assert "uzelf bekeek" not in shown


@pytest.fixture
def jan_of():
    return lambda fatima: (
        Household.objects.get().members.exclude(resident=fatima).get(role="partner").resident
    )


def test_only_people_leaves_the_system_out(fatima, signed_in, see):
    see(by=system("inloggen"), elements=["door systeem"])
    see(elements=["door mens"])

    shown = page(signed_in(fatima), "?door=mensen")

    assert "door mens" in shown
    assert "door systeem" not in shown
    assert "door systeem" in page(signed_in(fatima))


def test_a_long_list_goes_on_where_it_ended_whatever_is_added_meanwhile(fatima, signed_in, see):
    start = NOW() - DAY
    for number in range(120):
        see(at=start, elements=[f"nr{number:03}"])  # all in one moment
    client, seen, query = signed_in(fatima), [], ""
    for _ in range(3):
        shown = page(client, query)
        seen += re.findall(r"nr\d{3}", shown)
        see(elements=["erbij"])
        found = re.search(r'href="(\?na=[^"]+)"', shown)
        query = found[1].replace("&amp;", "&") if found else None

    assert query is None
    assert seen == [f"nr{number:03}" for number in reversed(range(120))]


def test_the_next_page_keeps_the_filter(fatima, signed_in, see):
    for _ in range(51):
        see()

    assert "&amp;door=mensen" in page(signed_in(fatima), "?door=mensen")


@pytest.mark.parametrize("query", ["?na=x", "?na=12", "?na=%00"])
def test_a_next_page_that_is_nonsense_is_not_found(fatima, signed_in, query):
    assert signed_in(fatima).get(url("who-looked") + query).status_code == 404


def test_a_full_page_takes_few_queries(fatima, signed_in, see, django_assert_max_num_queries):
    client = signed_in(fatima)
    for _ in range(60):
        see()
        see(by=fatima.actor)

    with django_assert_max_num_queries(12):
        page(client)


def test_a_child_reads_nothing_of_the_rest_of_the_house(fatima, lina, signed_in, see):
    see(elements=["van de ouders"])
    lina.resident = make_resident()
    lina.save()

    assert "van de ouders" not in page(signed_in(lina.resident))


def make_resident():
    return know_resident(Bsn(BSN_OF["katja"]), by=TESTS, at=NOON)


def ask(client, look, kind="wie"):
    return client.post(url("look-ask", look.operation), {"kind": kind})


def test_a_question_says_who_is_at_turn_and_by_when(fatima, signed_in, see):
    client, line = signed_in(fatima), see()

    response = ask(client, line)

    question = LookQuestion.objects.get()
    assert response.headers["Location"] == url("look-question", question.pk)
    shown = client.get(response.headers["Location"]).content.decode()
    assert "De functionaris gegevensbescherming zoekt het uit" in shown
    assert f"{question.due_on.day} " in shown
    assert "U krijgt antwoord op" in shown


def test_asking_again_leads_to_the_first_question(fatima, signed_in, see):
    client, line = signed_in(fatima), see()
    first = ask(client, line).headers["Location"]

    assert ask(client, line).headers["Location"] == first
    assert ask(client, line, "waarom").headers["Location"] != first
    assert LookQuestion.objects.count() == 2


def test_what_was_asked_is_no_longer_offered_and_its_state_is_shown(fatima, signed_in, see):
    client, line = signed_in(fatima), see()
    ask(client, line)

    shown = page(client)

    assert 'value="wie"' not in shown
    assert 'value="waarom"' in shown
    assert "of eerder" in shown


def test_the_answer_is_read_by_who_asked(fatima, signed_in, see, femke):
    client = signed_in(fatima)
    ask(client, see())
    question = LookQuestion.objects.get()
    answer_question(question, "Dat was Sam. <b>Hij</b> had uw aanvraag.", by=femke, at=NOW())

    shown = client.get(url("look-question", question.pk)).content.decode()

    assert "Dat was Sam. &lt;b&gt;Hij&lt;/b&gt; had uw aanvraag." in shown
    assert "Femke" not in shown
    assert "Antwoord klaar" in page(client)


def test_of_a_system_nobody_asks_who(fatima, signed_in, see):
    see(by=system("inloggen"))

    shown = page(signed_in(fatima))

    assert 'value="wie"' not in shown
    assert 'value="waarom"' in shown


@pytest.mark.parametrize("kind", ["", "iets", None])
def test_another_kind_of_question_does_not_exist(fatima, signed_in, see, kind):
    response = signed_in(fatima).post(
        url("look-ask", see().operation), {"kind": kind} if kind is not None else {}
    )

    assert response.status_code == 404


def test_a_look_that_is_hidden_or_of_somebody_else_cannot_be_asked_about(fatima, signed_in, see):
    client = signed_in(fatima)
    hidden = see(visible_from=NOW() + DAY)
    others = see(subject=make_resident().pk)

    assert ask(client, hidden).status_code == 404
    assert ask(client, others).status_code == 404


def test_a_partner_does_not_read_ones_question(fatima, jan_of, signed_in, see):
    ask(signed_in(fatima), see())
    question = LookQuestion.objects.get()

    jan = signed_in(jan_of(fatima))

    assert jan.get(url("look-question", question.pk)).status_code == 404
    assert str(question.pk) not in page(jan)
