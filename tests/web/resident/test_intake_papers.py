"""Filling in with photos, with what was said before, and in a journey that changed meanwhile."""

from copy import deepcopy
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from plein.cases.actions.opening import open_case
from plein.cases.actions.publishing import publish_case_type
from plein.cases.models import Case
from plein.documents.models import Document
from plein.inbox.models import Enclosure
from plein.intake.actions.filling_in import begin, drop, keep_answers
from plein.intake.answers import Answers, open_answers
from plein.intake.models import Application, ApplicationPaper
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.actions.opening import vault_of
from plein.vault.models import Mode
from plein.web.doors import DESK
from tests.cases.conftest import *  # noqa: F403
from tests.cast import NOON, TESTS, TODAY
from tests.documents.conftest import kept_files, scanner  # noqa: F401 - fixtures of documents
from tests.documents.files import EICAR, pdf, photo
from tests.intake.reporting import REPORTED
from tests.intake.test_reporting import plain
from tests.journeys.conftest import AROUND
from tests.web.conftest import url

BIKE: dict = AROUND | {
    "name": "Een fiets",
    "intake": {
        "steps": [
            {"key": "fiets", "title": "De fiets", "asks": ["soort", "foto", "rekening"]},
            {"key": "oud", "title": "Oud", "when": 'soort == "oud"', "asks": ["foto_oud"]},
        ],
        "questions": [
            {
                "key": "soort",
                "kind": "keuze",
                "title": "Welke fiets?",
                "choices": [{"value": "nieuw", "label": "Nieuw"}, {"value": "oud", "label": "Oud"}],
            },
            {"key": "foto", "kind": "bestand", "title": "Stuur de offerte"},
            {
                "key": "rekening",
                "kind": "rekening",
                "title": "Op welke rekening?",
                "earlier": True,
                "required": False,
            },
            {"key": "foto_oud", "kind": "bestand", "title": "Stuur een foto"},
        ],
    },
}
IBAN = "NL91ABNA0417164300"


@pytest.fixture
def bike(emmen):
    return publish_case_type("fiets", BIKE, by=TESTS, at=NOON)


@pytest.fixture
def draft(fatima, bike):
    return begin(fatima, bike, by=fatima.actor, at=NOON)


@pytest.fixture
def fatimas(fatima, signed_in):
    return signed_in(fatima)


def upload(content=None, name="offerte.jpg"):
    return SimpleUploadedFile(name, content or photo())


def step(draft, key="fiets"):
    return url("intake-step", draft.pk, key)


def words(answer):
    return answer.content.decode()


def given(fatima):
    application = Application.objects.drafts_of(fatima).get()
    return open_answers(application, by=fatima.actor, at=NOON).given


@pytest.mark.usefixtures("scanner", "kept_files")
class TestPapers:
    def test_a_photo_is_kept_with_the_draft_and_sent_with_it(self, fatimas, fatima, draft):
        sent = {"soort": "nieuw", "foto": [upload(), upload(pdf(), "offerte.pdf")]}

        assert fatimas.post(step(draft), sent).url == url("intake-check", draft.pk)
        assert "2 foto's of papieren" in words(fatimas.get(url("intake-check", draft.pk))).replace(
            "&#x27;", "'"
        )
        fatimas.post(url("intake-check", draft.pk))

        case = Case.objects.get()
        assert Enclosure.objects.filter(topic=case.topic).count() == 2

    def test_the_same_photo_twice_is_kept_once(self, fatimas, draft):
        for _ in range(2):
            fatimas.post(step(draft), {"soort": "nieuw", "foto": [upload()]})

        assert ApplicationPaper.objects.count() == Document.objects.count() == 1

    def test_what_is_there_need_not_be_sent_again(self, fatimas, draft):
        fatimas.post(step(draft), {"soort": "nieuw", "foto": [upload()]})

        again = fatimas.post(step(draft), {"soort": "nieuw"})

        assert again.status_code == 302
        assert "Papier 1" in words(fatimas.get(step(draft)))

    def test_without_a_photo_the_rest_is_kept(self, fatimas, fatima, draft):
        answer = fatimas.post(step(draft), {"soort": "nieuw", "rekening": IBAN})

        assert answer.status_code == 422
        assert given(fatima) == {"soort": "nieuw", "rekening": IBAN}

    def test_a_virus_is_refused_and_nothing_of_it_is_kept(self, fatimas, draft, scanner):
        answer = fatimas.post(step(draft), {"soort": "nieuw", "foto": [upload(pdf() + EICAR)]})

        assert answer.status_code == 422
        assert Document.objects.count() == 0

    def test_a_photo_is_taken_away_and_is_missing_then(self, fatimas, fatima, draft):
        fatimas.post(step(draft), {"soort": "nieuw", "foto": [upload()]})
        paper = ApplicationPaper.objects.get()

        fatimas.post(url("intake-paper-remove", draft.pk, paper.pk))

        assert Document.objects.count() == 0
        assert "foto" not in given(fatima)
        assert "Nog niet ingevuld" in words(fatimas.get(url("intake-check", draft.pk)))

    def test_nobody_takes_away_the_photo_of_another(self, fatimas, draft, katja, signed_in):
        fatimas.post(step(draft), {"soort": "nieuw", "foto": [upload()]})
        paper = ApplicationPaper.objects.get()

        answer = signed_in(katja).post(url("intake-paper-remove", draft.pk, paper.pk))

        assert answer.status_code == 404
        assert Document.objects.count() == 1

    def test_a_photo_behind_a_turn_not_taken_is_not_sent_and_goes(self, fatimas, fatima, draft):
        fatimas.post(step(draft), {"soort": "oud", "foto": [upload()]})
        fatimas.post(step(draft, "oud"), {"foto_oud": [upload(pdf(), "oud.pdf")]})
        fatimas.post(step(draft), {"soort": "nieuw"})

        fatimas.post(url("intake-check", draft.pk))

        assert Enclosure.objects.count() == Document.objects.count() == 1

    def test_stopping_throws_the_photos_away(self, fatimas, fatima, draft):
        fatimas.post(step(draft), {"soort": "nieuw", "foto": [upload()]})

        drop(draft, by=fatima.actor, at=NOON)

        assert Document.objects.count() == 0


def test_what_was_said_before_is_shown_again_with_where(fatimas, fatima, bike, one_button):
    before = Application.objects.create(
        resident=fatima, case_type=bike, key="ander", started_at=NOON, changed_at=NOON
    )
    keep_answers(before, Answers({"rekening": IBAN}), step="fiets", by=fatima.actor, at=NOON)
    sent(before, fatima)
    draft = begin(fatima, bike, by=fatima.actor, at=NOON)

    page = words(fatimas.get(step(draft)))

    assert "NL91 ABNA 0417 1643 00" in page
    assert "Dit vulde u in bij Een fiets" in page
    assert given(fatima) == {}


def sent(application, fatima):
    """Filed, as far as this test cares."""
    application.refresh_from_db()
    other = publish_case_type("ander", AROUND, by=TESTS, at=NOON)
    application.state, application.filed_at = "ingediend", NOON
    application.case = open_case(fatima, other, by=fatima.actor, at=NOON)
    application.save()


def test_what_was_emptied_is_gone(fatimas, fatima, draft):
    fatimas.post(step(draft), {"soort": "nieuw", "rekening": IBAN})
    fatimas.post(step(draft), {"soort": "nieuw", "rekening": ""})

    assert given(fatima) == {"soort": "nieuw"}


def test_while_somebody_types_what_is_in_order_is_kept(fatimas, fatima, draft):
    answer = fatimas.post(step(draft) + "?bewaar", {"soort": "nieuw", "rekening": "NL00"})

    assert "Bewaard om" in words(answer)
    assert given(fatima) == {"soort": "nieuw"}


def changed(**more):
    document = deepcopy(BIKE)
    soort, *rest = document["intake"]["questions"]
    soort["choices"] = [
        {"value": "nieuw", "label": "Nieuw"},
        {"value": "elektrisch", "label": "Elektrisch"},
    ]
    document["intake"]["steps"] = [
        {"key": "fiets", "title": "De fiets", "asks": ["soort", "rekening", "merk"]}
    ]
    merk = {"key": "merk", "kind": "tekst", "title": "Welk merk?"}
    document["intake"]["questions"] = [soort, rest[1], merk]
    return document | more


BOTH = {"soort": "nieuw", "rekening": IBAN}


@pytest.mark.parametrize(("chosen", "kept"), [("nieuw", BOTH), ("oud", {"rekening": IBAN})])
def test_a_journey_that_changed_says_so_and_keeps_what_still_fits(
    fatimas, fatima, draft, chosen, kept
):
    answers = Answers({"soort": chosen, "rekening": IBAN})
    keep_answers(draft, answers, step="fiets", by=fatima.actor, at=NOON)
    newest = publish_case_type("fiets", changed(), by=TESTS, at=NOON + timedelta(days=1))

    page = words(fatimas.get(url("intake", draft.pk), follow=True))
    assert "Deze aanvraag is veranderd" in page
    assert "Welk merk?" in page
    assert ("Welke fiets?" in page) == (chosen == "oud")
    fatimas.post(url("intake-changed", draft.pk))

    assert given(fatima) == kept
    assert Application.objects.get().case_type == newest
    assert fatimas.get(url("intake", draft.pk)).url == step(draft)


def test_what_somebody_stated_themselves_is_no_mistake_of_a_source(fatimas, fatima, case_type):
    vault = vault_of(fatima, at=NOON)
    home = {"straat": "Proefstraat", "huisnummer": 31, "postcode": "7812ZZ", "woonplaats": "Emmen"}
    keep(vault, [Incoming("partner", {"naam": "Jan"})], mode=Mode.SOURCE, at=NOON)
    keep(vault, [Incoming("adres", home)], mode=Mode.STATEMENT, at=NOON)
    draft = begin(fatima, case_type, by=fatima.actor, at=NOON)
    said = {
        "right_adres": "klopt-niet",
        "says_adres": "Dorpsstraat 1",
        "right_partner": "klopt-niet",
        "says_partner": "Ik heb geen partner",
        "says_medebewoners": "Niemand",
    }

    fatimas.post(step(draft, "gegevens"), said)

    confirmed = open_answers(draft_again(fatima), by=fatima.actor, at=NOON).confirmed
    assert (confirmed["adres"].is_own, confirmed["partner"].is_own) == (True, False)


def draft_again(fatima):
    return Application.objects.drafts_of(fatima).get()


@pytest.fixture
def trial(emmen):
    return publish_case_type(
        "proef", plain(deepcopy(REPORTED)) | {"languages": ["nl"]}, by=TESTS, at=NOON
    )


def test_the_start_of_a_melding_explains_it_and_begins_it(fatimas, trial):
    page = words(fatimas.get(url("case-apply", "proef")))
    assert "Dat is uw melding: die dag telt." in page
    assert "Bent u jonger dan 27?" in page

    fatimas.post(url("case-apply", "proef"))

    page = words(fatimas.get(url("case", Case.objects.get().pk)))
    assert "Vul uw aanvraag in en verstuur die" in page
    assert "Maak uw cv" in page
    assert "Die dag telt." in page


def test_who_searches_first_reads_from_which_day_and_how_not_to_wait(fatimas, fatima, trial):
    young = (TODAY - timedelta(days=25 * 365)).isoformat()
    keep(vault_of(fatima, at=NOON), [Incoming("geboortedatum", young)], mode=Mode.SOURCE, at=NOON)
    fatimas.post(url("case-apply", "proef"))

    page = words(fatimas.get(url("case", Case.objects.get().pk)))

    assert "U kunt uw aanvraag versturen vanaf" in page
    assert "Kunt u niet wachten? Bel ons." in page
    assert "Vul uw aanvraag in en verstuur die" not in page


def test_something_to_confirm_is_done_with_one_button(fatimas, fatima, trial):
    fatimas.post(url("case-apply", "proef"))
    case = Case.objects.get()
    task = case.topic.tasks.get()

    assert "Ja, dit is gedaan" in words(fatimas.get(url("case-task", case.pk, task.pk)))
    fatimas.post(url("case-task", case.pk, task.pk), {"note": ""})

    task.refresh_from_db()
    assert task.state == "goedgekeurd"
    assert "1 van de 1 opdrachten zijn klaar" in words(fatimas.get(url("case", case.pk)))


def test_staff_see_the_melding_and_let_somebody_send_at_once(fatimas, fatima, sam, trial, at_work):
    young = (TODAY - timedelta(days=25 * 365)).isoformat()
    keep(vault_of(fatima, at=NOON), [Incoming("geboortedatum", young)], mode=Mode.SOURCE, at=NOON)
    fatimas.post(url("case-apply", "proef"))
    case, sams = Case.objects.get(), at_work(sam.account, DESK)
    at_desk = f"/medewerkers/aanvragen/{case.pk}/"

    assert "Zoektermijn: de aanvraag kan vanaf" in words(sams.get(at_desk))
    why = f"{at_desk}waarom/zonder-zoektermijn/"
    assert sams.post(why, {"why": ""}).status_code == 422
    sams.post(why, {"why": "U hebt geen huis."})

    page = words(fatimas.get(url("case", case.pk)))
    assert "Vul uw aanvraag in en verstuur die" in page
    assert "U hoeft niet te wachten met uw aanvraag" in page


def test_the_start_says_which_papers_may_be_asked_and_for_whom_it_is(fatimas):
    paper = {"key": "offerte", "title": "Een offerte", "way": "in"}
    ours = {"key": "brief", "title": "Onze brief", "way": "uit"}
    audience = {"text": "U hebt weinig geld."}
    document = BIKE | {"papers": [paper, ours], "audience": audience}
    publish_case_type("fiets", document, by=TESTS, at=NOON)

    page = words(fatimas.get(url("case-apply", "fiets")))

    assert "U hebt weinig geld." in page
    assert "Een offerte" in page
    assert "Onze brief" not in page
