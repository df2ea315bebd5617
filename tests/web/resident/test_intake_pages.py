"""Applying step by step: what is known is shown, what is typed is kept, then a check."""

import pytest

from plein.cases.models import Case
from plein.intake.actions.filling_in import begin, keep_answers
from plein.intake.answers import Answers, open_answers
from plein.intake.models import Application
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.actions.opening import vault_of
from plein.vault.models import Correction, Mode
from plein.web.doors import DESK
from tests.cases.conftest import *  # noqa: F403
from tests.cast import NOON
from tests.intake.answering import WHOLE
from tests.web.conftest import url

HOME = {"straat": "Proefstraat", "huisnummer": 31, "postcode": "7812ZZ", "woonplaats": "Emmen"}


@pytest.fixture
def fatimas(fatima, signed_in):
    return signed_in(fatima)


@pytest.fixture
def at_home(fatima):
    keep(vault_of(fatima, at=NOON), [Incoming("adres", HOME)], mode=Mode.SOURCE, at=NOON)


@pytest.fixture
def draft(fatima, case_type):
    return begin(fatima, case_type, by=fatima.actor, at=NOON)


@pytest.fixture
def whole(draft, fatima):
    return keep_answers(draft, WHOLE, step="slot", by=fatima.actor, at=NOON)


def answers(fatima):
    return open_answers(Application.objects.get(), by=fatima.actor, at=NOON)


def step(draft, key):
    return url("intake-step", draft.pk, key)


def words(answer):
    return answer.content.decode()


def test_the_start_says_how_much_there_is_to_do(fatimas, case_type, at_home):
    page = words(fatimas.get(url("case-apply", case_type.slug)))

    assert "Wij weten al 1 ding." in page
    assert "U hoeft nog 7 dingen te vertellen." in page
    first = fatimas.post(url("case-apply", case_type.slug), follow=True)
    assert "Kloppen deze gegevens?" in words(first)


def test_what_is_known_is_shown_with_its_source_and_not_asked(fatimas, draft, at_home):
    page = words(fatimas.get(step(draft, "gegevens")))

    assert "Proefstraat 31, 7812ZZ Emmen" in page
    assert "Klopt dit: Woonadres?" in page


def test_where_we_know_nothing_it_can_be_fetched_first(fatimas, draft):
    page = words(fatimas.get(step(draft, "gegevens")))

    assert "Wij weten dit nog niet." in page
    assert "Dit weten wij al." not in page
    assert f'href="{url("my-data")}"' in page


def test_who_says_that_it_is_wrong_says_what_it_should_be(fatimas, fatima, draft, at_home):
    given = {"right_adres": "klopt-niet", "says_partner": "Geen", "says_medebewoners": "Niemand"}

    refused = fatimas.post(step(draft, "gegevens"), given)
    assert refused.status_code == 422
    assert "Schrijf op wat het moet zijn." in words(refused)
    fatimas.post(step(draft, "gegevens"), given | {"says_adres": "Dorpsstraat 1"})

    assert Correction.objects.count() == 0
    said = answers(fatima).confirmed["adres"]
    assert (said.right, said.says) == (False, "Dorpsstraat 1")
    assert said.shown == "Proefstraat 31, 7812ZZ Emmen"


def test_what_is_wrong_goes_to_who_keeps_it_when_the_aanvraag_is_sent(
    fatimas, fatima, whole, at_home
):
    right = {"says_partner": "Geen", "says_medebewoners": "Niemand"}
    wrong = {"right_adres": "klopt-niet", "says_adres": "Dorpsstraat 1"}
    fatimas.post(step(whole, "gegevens"), right | wrong)

    page = words(fatimas.post(url("intake-check", whole.pk), follow=True))

    assert Correction.objects.get().version.element == "adres"
    assert "Bij ons stond: Proefstraat 31, 7812ZZ Emmen" in page
    assert "Wij laten nakijken" in page


def test_what_was_in_order_is_kept_also_when_the_rest_is_not(fatimas, fatima, draft):
    answer = fatimas.post(step(draft, "wonen"), {"woonsituatie": "alleen"})

    assert answer.status_code == 422
    assert answers(fatima).given == {"woonsituatie": "alleen"}
    assert 'value="alleen"' in words(fatimas.get(step(draft, "wonen")))


def test_an_answer_that_asks_more_stays_on_the_page(fatimas, fatima, draft):
    yes = {"woonsituatie": "alleen", "verandering": "ja"}

    once = fatimas.post(step(draft, "wonen"), yes)
    assert once.url == step(draft, "wonen")
    assert "Wat verandert er, en wanneer?" in words(fatimas.get(once.url))
    further = fatimas.post(step(draft, "wonen"), yes | {"wat_verandert": "Ik ga verhuizen."})

    assert further.url == step(draft, "vooruitzicht")


def test_a_step_that_is_not_on_the_route_is_not_there(fatimas, draft):
    assert fatimas.get(step(draft, "partner")).status_code == 404
    assert fatimas.get(step(draft, "bestaat-niet")).status_code == 404


def test_it_goes_on_where_something_is_missing(fatimas, draft, fatima):
    assert fatimas.get(url("intake", draft.pk)).url == step(draft, "gegevens")
    keep_answers(draft, WHOLE, step="slot", by=fatima.actor, at=NOON)
    assert fatimas.get(url("intake", draft.pk)).url == url("intake-check", draft.pk)
    assert "Ga verder: Individuele inkomenstoeslag" in words(fatimas.get(url("cases")))


def test_the_check_says_what_is_missing_and_does_not_send(fatimas, draft):
    page = words(fatimas.get(url("intake-check", draft.pk)))
    assert "Nog niet ingevuld" in page
    assert "Verstuur mijn aanvraag" not in page

    again = fatimas.post(url("intake-check", draft.pk), follow=True)

    assert "U hebt nog niet alles ingevuld." in words(again)
    assert Case.objects.count() == 0


def test_it_is_sent_once_and_the_receipt_holds_a_copy(fatimas, whole):
    page = words(fatimas.get(url("intake-check", whole.pk)))
    assert "Hoeveel geld staat er vandaag" in page
    assert "1.250,00" in page

    receipt = fatimas.post(url("intake-check", whole.pk), follow=True)

    assert "Wij hebben uw aanvraag ontvangen" in words(receipt)
    assert "Dit hebt u verstuurd" in words(receipt)
    assert "NL91 ABNA 0417 1643 00" in words(receipt)
    assert fatimas.post(url("intake-check", whole.pk)).status_code == 404
    assert "Bekijk wat u verstuurde" in words(fatimas.get(url("case", Case.objects.get().pk)))
    assert Case.objects.count() == 1


def test_from_the_check_one_step_is_changed_and_back(fatimas, fatima, whole):
    changed = fatimas.post(step(whole, "spaargeld") + "?controle", {"spaargeld": "10"})

    assert changed.url == url("intake-check", whole.pk)
    assert answers(fatima).given["spaargeld"] == 1_000


@pytest.mark.parametrize(
    ("key", "wrong", "says"),
    [
        ("spaargeld", "veel", "bedrag"),
        ("spaargeld", "\x00", "bedrag"),
        ("slot", "kort", "15"),
        ("wonen", "nergens", "Dit antwoord kennen wij niet"),
    ],
)
def test_what_cannot_be_is_kindly_refused(fatimas, whole, key, wrong, says):
    field = {"spaargeld": "spaargeld", "slot": "rekening", "wonen": "woonsituatie"}[key]

    answer = fatimas.post(step(whole, key), {field: wrong})

    assert answer.status_code == 422
    assert says in words(answer)


def test_stopping_asks_first_and_keeps_nothing(fatimas, whole):
    assert "Wilt u stoppen?" in words(fatimas.get(url("intake-stop", whole.pk)))

    page = fatimas.post(url("intake-stop", whole.pk), follow=True)

    assert "Gestopt. Wat u had ingevuld, is weg." in words(page)
    assert bytes(Application.objects.get().answers_sealed) == b""


@pytest.mark.parametrize("name", ["intake", "intake-check", "intake-stop"])
def test_nobody_finds_the_draft_of_another(whole, katja, signed_in, name):
    katjas = signed_in(katja)

    assert katjas.get(url(name, whole.pk)).status_code == 404
    assert katjas.get(step(whole, "wonen")).status_code == 404
    assert katjas.post(step(whole, "wonen"), {"woonsituatie": "alleen"}).status_code == 404


def test_who_handles_it_reads_what_was_filled_in(fatimas, whole, sam, at_work):
    fatimas.post(url("intake-check", whole.pk))
    case = Case.objects.get()

    page = words(at_work(sam.account, DESK).get(f"/medewerkers/aanvragen/{case.pk}/"))

    assert "Ingevuld door de inwoner" in page
    assert "NL91 ABNA 0417 1643 00" in page


@pytest.mark.parametrize("key", ["gegevens", "wonen", "slot"])
def test_a_step_asks_few_questions(fatimas, whole, at_home, key, django_assert_max_num_queries):
    fatimas.get(step(whole, key))

    with django_assert_max_num_queries(16):
        fatimas.get(step(whole, key))


def test_an_older_version_keeps_its_own_questions(fatimas, whole, case_type, one_button):
    """A newer version was published while somebody was filling in."""
    assert "Woonadres" in words(fatimas.get(step(whole, "gegevens")))
    page = fatimas.post(url("intake-check", whole.pk), follow=True)

    assert "Wij hebben uw aanvraag ontvangen" in words(page)
    assert Case.objects.get().case_type == case_type


def test_empty_answers_are_no_answers(fatimas, fatima, draft):
    fatimas.post(step(draft, "slot"), {"rekening": "", "opmerking": "   "})

    assert answers(fatima) == Answers()
