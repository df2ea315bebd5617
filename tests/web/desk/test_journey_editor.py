"""Bas writes a journey on screen, Wim publishes it, and nothing that was typed is lost."""

import pytest
from django.urls import reverse
from django.utils import timezone

from plein.authoring.actions.drafting import begin_draft
from plein.authoring.models import DraftState, JourneyDraft
from plein.authoring.places import inner
from plein.authoring.skeletons import skeleton
from plein.cases.models import CaseType
from plein.journeys.journey import Journey
from plein.journeys.reading import check_journey
from plein.web.desk.journeys.labels import LABELS
from plein.web.doors import DESK
from tests.authoring.conftest import publish  # noqa: F401 - a fixture
from tests.web.conftest import kindpakket, open_period, url  # noqa: F401 - fixtures

URLS = "plein.web.desk.urls"
QUESTION = "intake.questions.0"


def at(name, *args):
    return reverse(name, URLS, args=args)


@pytest.fixture
def at_bas(at_work, bas):
    return at_work(bas.account, DESK)


@pytest.fixture
def at_wim(at_work, wim):
    return at_work(wim.account, DESK)


@pytest.fixture
def draft(bas):
    return begin_draft("fiets", skeleton("Fiets", "Gemeentewet"), by=bas, at=timezone.now())


def question(**changes):
    return {
        "edition": "1",
        "key": "opmerking",
        "kind": "lange_tekst",
        "title__nl": "Wilt u iets zeggen?",
    } | changes


def save(client, draft, place=QUESTION, **typed):
    return client.post(at("desk-journey-part", draft.pk, place), question(**typed), follow=True)


def test_from_a_name_to_what_residents_apply_for(at_bas, at_wim, signed_in, fatima):
    at_bas.post(at("desk-journey-new"), {"name": "Laptop voor school", "scheme": ""})
    draft = JourneyDraft.objects.get()
    save(at_bas, draft, title__nl="Waarvoor is de laptop?")
    at_bas.post(at("desk-journey-act", draft.pk, "aanbieden"))

    page = at_wim.post(at("desk-journey-publish", draft.pk), follow=True).content.decode()

    assert "Inwoners kunnen dit vanaf nu aanvragen" in page
    resident = signed_in(fatima)
    assert "Laptop voor school" in resident.get(url("cases")).content.decode()
    begun = resident.post(url("case-apply", "laptop-voor-school"), follow=True).content.decode()
    assert "Waarvoor is de laptop?" in begun


def test_a_scheme_becomes_an_aanvraag_that_can_be_offered_at_once(at_bas, kindpakket):
    at_bas.post(at("desk-journey-new"), {"name": "", "scheme": str(kindpakket.scheme.pk)})

    draft = JourneyDraft.objects.get()
    assert draft.document["results"][0]["budget"] == kindpakket.scheme.name
    assert "Alles past" in at_bas.get(at("desk-journey-draft", draft.pk)).content.decode()


def test_who_offered_it_is_told_that_a_colleague_publishes(at_work, wim, draft):
    client = at_work(wim.account, DESK)
    client.post(at("desk-journey-act", draft.pk, "aanbieden"))

    page = client.post(at("desk-journey-publish", draft.pk), follow=True).content.decode()

    assert "Laat een collega het publiceren" in page
    assert not CaseType.objects.exists()


def test_who_writes_may_not_publish(at_bas, draft):
    at_bas.post(at("desk-journey-act", draft.pk, "aanbieden"))

    assert at_bas.post(at("desk-journey-publish", draft.pk)).status_code == 403


def test_what_does_not_fit_is_kept_and_said_at_its_field(at_bas, draft):
    page = save(at_bas, draft, least="veel", kind="keuze").content.decode()

    assert 'value="veel"' in page
    assert "‘Minstens’ hoort een heel getal te zijn" in page
    assert JourneyDraft.objects.get().document["intake"]["questions"][0]["least"] == "veel"
    assert "Bied aan" not in at_bas.get(at("desk-journey-draft", draft.pk)).content.decode()


def test_a_hard_text_is_kept_with_what_could_be_plainer(at_bas, draft):
    save(at_bas, draft, title__nl="Waarom komt u in aanmerking komen gedurende de winter?")

    page = at_bas.get(at("desk-journey-part", draft.pk, QUESTION)).content.decode()

    assert "‘gedurende’ is een moeilijk woord. Schrijf liever: tijdens." in page
    assert (
        "1 tekst kan makkelijker" in at_bas.get(at("desk-journey-draft", draft.pk)).content.decode()
    )


def test_a_question_that_the_law_forbids_is_refused_with_its_reason(at_bas, draft):
    page = save(at_bas, draft, element="loon_sv").content.decode()

    assert "De wet verbiedt deze vraag" in page
    assert "Participatiewet artikel 53a lid 1" in page


def test_what_a_colleague_kept_meanwhile_stays_and_what_was_typed_too(at_bas, at_wim, draft):
    save(at_bas, draft, title__nl="Van Bas")

    page = save(at_wim, draft, title__nl="Van Wim")

    words = page.content.decode()
    assert page.status_code == 422
    assert "Een collega heeft dit concept intussen gewijzigd" in words
    assert 'value="Van Wim"' in words
    assert JourneyDraft.objects.get().document["intake"]["questions"][0]["title"] == "Van Bas"


def test_a_question_comes_moves_with_its_step_and_goes(at_bas, draft):
    where = at("desk-journey-rearrange", draft.pk)
    at_bas.post(where, {"edition": "1", "vraag": "intake.steps.0"})
    asks = JourneyDraft.objects.get().document["intake"]["steps"][0]["asks"]
    assert asks == ["opmerking", "nieuw_1"]

    save(at_bas, draft, "intake.questions.1", edition="2", key="kleur", title__nl="Welke kleur?")
    assert JourneyDraft.objects.get().document["intake"]["steps"][0]["asks"][-1] == "kleur"

    at_bas.post(where, {"edition": "3", "weg": "intake.questions.1"})
    document = JourneyDraft.objects.get().document
    assert document["intake"]["steps"][0]["asks"] == ["opmerking"]
    assert len(document["intake"]["questions"]) == 1


def test_a_station_goes_down_and_a_task_comes(at_bas, draft):
    where = at("desk-journey-rearrange", draft.pk)

    at_bas.post(where, {"edition": "1", "omlaag": "stations.0"})
    page = at_bas.post(where, {"edition": "2", "nieuw": "tasks"}, follow=True).content.decode()

    document = JourneyDraft.objects.get().document
    assert [each["key"] for each in document["stations"]][:2] == ["bekijken", "ontvangen"]
    assert document["tasks"][0]["due"] == "opdracht + 14 dagen"
    assert "‘Titel’ is leeg" in page


def test_choices_are_added_below_one_another(at_bas, draft):
    typed = {
        "kind": "keuze",
        "choices-0-value": "ja",
        "choices-0-label__nl": "Ja",
        "choices-1-value": "misschien",
        "choices-1-label__nl": "Misschien",
    }

    page = save(at_bas, draft, **typed)

    assert JourneyDraft.objects.get().document["intake"]["questions"][0]["choices"] == [
        {"value": "ja", "label": "Ja"},
        {"value": "misschien", "label": "Misschien"},
    ]
    assert page.redirect_chain[-1][0] == at("desk-journey-draft", draft.pk)


def test_a_second_language_asks_for_every_text(at_bas, draft):
    whole = at("desk-journey-part", draft.pk, "-")
    typed = {"edition": "1", "name__nl": "Fiets", "law": "Gemeentewet", "languages": "nl\nen"}
    terms = {"decide_within": "56", "may_extend": "0", "object_within": "42"}
    more = {"question": "inkomen en meedoen", "on_moving_away": "stays"}
    at_bas.post(whole, typed | terms | more)

    page = at_bas.get(at("desk-journey-part", draft.pk, QUESTION)).content.decode()

    assert "Titel (Engels)" in page
    assert "De tekst in het Engels ontbreekt" in page


def test_the_preview_takes_the_branch_that_was_chosen_and_shows_markup_as_text(at_bas, draft):
    document = draft.document | {
        "intake": {
            "steps": [
                {"key": "een", "title": "<script>alert(1)</script>", "asks": ["kind"]},
                {"key": "twee", "title": "Uw kind", "when": "kind == ja", "text": "Over uw kind"},
                {"key": "drie", "title": "Tot slot", "text": "Klaar"},
            ],
            "questions": [{"key": "kind", "kind": "ja_nee", "title": "Hebt u een kind?"}],
        }
    }
    JourneyDraft.objects.update(document=document)
    where = at("desk-journey-preview", draft.pk)

    first = at_bas.get(where).content.decode()
    assert "<script>alert(1)" not in first
    assert "&lt;script&gt;alert(1)" in first
    going = {"antwoorden": "{}", "stap": "een", "verder": "1"}
    assert "Over uw kind" in at_bas.post(where, going | {"kind": "ja"}).content.decode()
    without = at_bas.post(where, going | {"kind": "nee"}).content.decode()
    assert "Klaar" in without
    assert "Uw kind: overgeslagen" in " ".join(without.split())
    assert at_bas.post(where, going).status_code == 422


@pytest.mark.parametrize("answers", ["[", "[1]", '"x"', '{"kind": [1]}'])
def test_answers_that_somebody_made_up_break_no_preview(at_bas, draft, answers):
    page = at_bas.post(at("desk-journey-preview", draft.pk), {"antwoorden": answers})

    assert page.status_code == 200


@pytest.mark.parametrize("place", ["tasks.9", "x", "intake.questions.0.x", "stations.-1", "name"])
def test_a_place_that_is_not_there_is_not_found(at_bas, draft, place):
    assert at_bas.get(at("desk-journey-part", draft.pk, place)).status_code == 404
    moved = at_bas.post(at("desk-journey-rearrange", draft.pk), {"edition": "1", "omhoog": place})
    assert moved.status_code == 404


def test_it_is_sent_back_with_a_reason(at_bas, at_wim, draft):
    at_bas.post(at("desk-journey-act", draft.pk, "aanbieden"))
    back = at("desk-journey-act", draft.pk, "terugsturen")
    assert at_wim.post(back, {"why": ""}).status_code == 422

    at_wim.post(back, {"why": "Noem het bedrag"})

    assert "Noem het bedrag" in at_bas.get(at("desk-journey-draft", draft.pk)).content.decode()


def test_a_draft_is_dropped_and_begun_anew(at_bas, draft):
    at_bas.post(at("desk-journey-act", draft.pk, "weghalen"))

    assert JourneyDraft.objects.get().state == DraftState.DROPPED
    assert "Fiets" not in at_bas.get(at("desk-making")).content.decode()


def test_who_publishes_sees_what_becomes_different(at_bas, at_wim, publish):
    version = publish("fiets")
    at_bas.post(at("desk-journey-begin", version.slug))
    draft = JourneyDraft.objects.get(state=DraftState.DRAFT)
    save(at_bas, draft, title__nl="Welke kleur?")
    at_bas.post(at("desk-journey-act", draft.pk, "aanbieden"))

    assert "Aanvragen publiceren" in at_wim.get(at("desk-home")).content.decode()
    page = at_wim.get(at("desk-journey-draft", draft.pk)).content.decode()

    assert "<del>Wilt u nog iets vertellen?</del>" in page
    assert "<ins>Welke kleur?</ins>" in page


def test_a_consulent_does_not_come_in(at_work, sam, draft):
    client = at_work(sam.account, DESK)

    assert client.get(at("desk-making")).status_code == 403
    assert client.get(at("desk-journey-draft", draft.pk)).status_code == 403


def test_what_europe_asks_is_written_in_english_alone(at_bas, draft):
    english = {
        "edition": "1",
        "heading": "Apply for a bicycle",
        "description": "A bicycle for who needs one.",
        "costs": "This is free.",
        "terms": "Apply before you need it.",
        "remedies": "You can also talk to us.",
    }
    steps = "Log in with DigiD.\r\nRead our decision."

    page = at_bas.post(at("desk-journey-part", draft.pk, "sdg"), english, follow=True)
    assert "Wat iemand doet, in het Engels" in page.content.decode()  # what misses is asked
    at_bas.post(
        at("desk-journey-part", draft.pk, "sdg"), english | {"edition": "2", "steps": steps}
    )

    draft.refresh_from_db()
    assert draft.document["sdg"]["heading"] == "Apply for a bicycle"
    assert draft.document["sdg"]["steps"] == ["Log in with DigiD.", "Read our decision."]
    assert check_journey(draft.document).sdg.costs == "This is free."


def test_every_field_has_a_dutch_label():
    def names(model):
        for name, field in model.model_fields.items():
            kind = inner(field.annotation)
            if hasattr(kind, "model_fields"):
                yield from names(kind)
            else:
                yield name

    assert set(names(Journey)) <= LABELS.keys()


def test_the_list_asks_few_questions(at_bas, publish, django_assert_max_num_queries):
    for number in range(5):
        publish(f"aanvraag_{number}", name=f"Aanvraag {number}")

    with django_assert_max_num_queries(14):
        at_bas.get(at("desk-making"))
