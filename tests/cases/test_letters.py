"""Letters: who cannot be reached by mail reads on paper what stands on the pages."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from pypdf import PdfReader

from plein.audit.models import Look
from plein.cases.actions.deciding import decide
from plein.cases.actions.moving import extend, take_up
from plein.cases.actions.providing import Given, end_provision
from plein.cases.letters.summary import TOLD as TOLD_IN_SHORT
from plein.cases.letters.summary import About, summary_of
from plein.cases.letters.writing import write_letters
from plein.cases.models import Provision
from plein.delivery.actions.contacts import accept_address
from plein.delivery.actions.language import keep_language
from plein.delivery.actions.moving import AlreadyDone, done_by_hand, sent_by_post
from plein.delivery.actions.planning import send_word
from plein.delivery.actions.unread import put_unread_on_paper
from plein.delivery.letter import Letter, Part, pdf_of
from plein.delivery.models import Delivery, DeliveryState
from plein.delivery.notices import Notice, subject_of
from plein.gateways.answers import SourceUnreachable
from plein.identity.actions import household_of, know_resident
from plein.kernel.short_code import spaced
from tests.cast import NOON, TESTS, TODAY
from tests.delivery.conftest import ADDRESS, deliver_at
from tests.gateways.sources import FATIMA, NOBODY, PIET
from tests.vault.conftest import running_sources, vault_sources  # noqa: F401


@pytest.fixture(autouse=True)
def _sources(vault_sources):
    return vault_sources


@pytest.fixture
def fatima(emmen):
    """Whom the BRP knows."""
    resident = know_resident(FATIMA, by=TESTS, at=NOON)
    household_of(resident, at=NOON, day=date(2026, 1, 1), name="Fatima")
    return resident


def waiting():
    return list(Delivery.objects.by_hand().select_related("resident"))


def text_of(pdf):
    """As somebody reads it aloud: on one line, also what a line broke at its hyphen."""
    pages = [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]
    return " ".join(" ".join(pages).split()).replace("- ", "-")


def written(sam):
    return text_of(write_letters(waiting(), by=sam.actor, at=NOON).pdf)


def decided(case, sam, result="afgewezen", **given):
    take_up(case, by=sam, at=NOON)
    given = Given(TODAY, **given) if given else None
    decide(
        case,
        result,
        "Uw inkomen is te hoog.\nDe grens is 1.000 euro.",
        by=sam,
        at=NOON,
        given=given,
    )


def test_a_decision_says_what_why_and_how_to_object(case, sam):
    decided(case, sam)

    letter = written(sam)

    assert "F. Amrani Proefstraat 31 7812 ZZ EMMEN" in letter
    assert "Geachte F. Amrani," in letter
    assert f"Ons kenmerk: {spaced(case.number)}" in letter
    assert "Op 24 november 2026 hebben wij besloten" in letter
    assert "U krijgt het geld niet." in letter
    assert "Waarom Uw inkomen is te hoog. De grens is 1.000 euro." in letter
    assert (
        "bezwaar maken tot en met 5 januari 2027. Stuur een brief naar gemeente Emmen, Plein 1."
        in letter
    )
    assert "Bel ons: 14 0000" in letter


def test_what_is_given_stands_in_it_with_its_days(case, sam):
    decided(case, sam, "toegekend", amount=50_050, last_day=date(2027, 11, 23))

    assert "€ 500,50, van 24 november 2026 tot en met 23 november 2027." in written(sam).replace(
        "\xa0", " "
    )


def test_what_stops_says_from_when_and_why(case, sam):
    decided(case, sam, "toegekend", amount=50_000)
    provision = Provision.objects.get()

    end_provision(provision, TODAY + timedelta(days=30), "U verhuist.", by=sam.actor, at=NOON)

    assert {each.notice for each in waiting()} == {Notice.DECISION, Notice.ENDS}
    letter = written(sam)
    assert (
        "Dit stopt: Individuele inkomenstoeslag. De laatste dag is 24 december 2026. U verhuist."
        in letter
    )
    assert "binnen 6 weken" in letter


def test_every_open_task_stands_in_it_with_its_last_day(case, ask, sam):
    ask("Stuur uw loonstrook", days=14)
    ask("Stuur uw huurcontract", days=7)

    letter = written(sam)

    assert letter.count("Stuur uw huurcontract") == letter.count("Stuur uw loonstrook") == 2
    assert (
        "Wij missen deze maand. Doe dit vóór of op 1 december 2026. Doet u dit niet? Dan zonder."
        in letter
    )
    assert f"Schrijf er dit kenmerk op: {spaced(case.number)}." in letter


def test_more_time_says_until_when(case, sam):
    take_up(case, by=sam, at=NOON)
    case = extend(case, "Wij wachten op een advies.", by=sam.actor, at=NOON)

    letter = written(sam)

    assert "Wij hebben meer tijd nodig" in letter
    assert "U hoort het vóór of op 16 februari 2027." in letter


def test_what_was_mailed_and_not_read_becomes_a_letter(fatima, case, sam):
    accept_address(fatima, ADDRESS, by=TESTS, at=NOON)
    decided(case, sam)
    mailed = Delivery.objects.get(notice=Notice.DECISION)
    deliver_at(mailed, NOON)

    put_unread_on_paper(at=NOON + timedelta(days=7, seconds=1))

    (paper,) = [each for each in waiting() if each.notice == Notice.DECISION]
    assert (paper.follows, paper.problem) == (mailed, "niet gelezen")
    assert "Waarom Uw inkomen is te hoog." in written(sam)


def test_each_letter_begins_on_a_page_of_its_own(case, ask, sam):
    ask("Stuur uw loonstrook")
    ask("Stuur uw huurcontract")

    pages = PdfReader(BytesIO(write_letters(waiting(), by=sam.actor, at=NOON).pdf)).pages

    assert len(pages) == 2
    assert all("Proefstraat 31" in page.extract_text() for page in pages)


def test_a_letter_is_made_to_be_read_aloud(case, ask, sam):
    ask()
    reader = PdfReader(BytesIO(write_letters(waiting(), by=sam.actor, at=NOON).pdf))

    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.trailer["/Root"]["/Lang"] == "nl-NL"
    assert reader.metadata.title == "Gemeente Emmen"


def test_nothing_in_a_letter_is_read_as_code():
    tricks = '#panic("x") *vet* @preview $x$ \\ `a` <b>'
    letter = Letter((tricks,), tricks, tricks, tricks, (Part((tricks,), tricks),))
    sender = type(
        "Sender",
        (),
        {
            "name": tricks,
            "address": tricks,
            "phone": tricks,
            "host": tricks,
            "opening_hours": tricks,
            "brand_colour": "#0a5a9c",
        },
    )

    assert text_of(pdf_of([letter], sender, at=NOON)).count('#panic("x") *vet* @preview') >= 5


def test_who_makes_letters_is_in_the_log_of_every_resident(case, ask, sam, fatima):
    ask()
    before = Look.objects.filter(subject=fatima.pk).count()

    written(sam)

    looks = Look.objects.filter(subject=fatima.pk).order_by("pk")[before:]
    assert [look.elements for look in looks] == [
        ["aanschrijfwijze", "adres", "burgerservicenummer"],
        ["taak"],
    ]
    assert {look.team for look in looks} == {"Team Minima"}


@pytest.mark.parametrize("bsn", [NOBODY, PIET])
def test_for_an_unknown_or_secret_address_no_letter_is_made_at_all(case, ask, sam, bsn):
    ask()
    other = know_resident(bsn, by=TESTS, at=NOON)
    lost = send_word(other, Notice.MESSAGE, key="bericht 1", at=NOON)

    made = write_letters(waiting(), by=sam.actor, at=NOON)

    assert (made.pdf, made.unreachable) == (b"", [lost.pk])


def test_a_register_that_is_down_makes_no_letters(case, ask, sam, vault_sources):
    ask()

    with vault_sources.ill("down", source="brp"), pytest.raises(SourceUnreachable):
        write_letters(waiting(), by=sam.actor, at=NOON)


def test_many_letters_cost_as_many_questions_as_one(fatima, case, sam):
    def questions():
        with CaptureQueriesContext(connection) as asked:
            write_letters(waiting(), by=sam.actor, at=NOON)
        return len(asked)

    send_word(fatima, Notice.MESSAGE, key="bericht 1", about=case.topic_id, at=NOON)
    questions()
    for_one = questions()
    for number in range(2, 12):
        send_word(fatima, Notice.MESSAGE, key=f"bericht {number}", about=case.topic_id, at=NOON)

    assert len(waiting()) == 11
    assert questions() == for_one


def test_what_was_posted_is_off_the_list_and_twice_is_once(case, ask, sam):
    ask()
    ask()
    keys = [each.pk for each in waiting()]

    assert sent_by_post(keys, by=sam, at=NOON) == 2
    assert sent_by_post(keys, by=sam, at=NOON) == 0

    assert waiting() == []
    assert set(Delivery.objects.values_list("state", "proof")) == {
        (DeliveryState.DELIVERED, "brief verstuurd, consulent, Team Minima")
    }
    with pytest.raises(AlreadyDone):
        done_by_hand(Delivery.objects.first(), "gebeld", by=sam, at=NOON)


def test_who_reads_another_language_finds_a_summary_above_the_dutch_letter(fatima, case, sam):
    keep_language(fatima, "en", by=TESTS, at=NOON)
    decided(case, sam)

    letter = written(sam)

    assert "Summary of this letter Your application " in letter
    assert "there is a decision for you." in letter
    assert "You can ask for a new decision up to and including 5 January 2027." in letter
    assert "The Dutch letter counts. Do you not understand it? Call us: 14 0000." in letter
    assert "Waarom Uw inkomen is te hoog." in letter
    assert letter.index("Summary") < letter.index("Geachte F. Amrani,")


@pytest.mark.parametrize("language", ["", "nl"])
def test_who_reads_dutch_gets_no_summary(fatima, case, sam, language):
    keep_language(fatima, language, by=TESTS, at=NOON)
    decided(case, sam)

    assert "Samenvatting" not in written(sam)


@pytest.mark.parametrize("language", ["en", "ar", "uk"])
def test_every_kind_of_letter_has_a_summary_without_a_dutch_word(case, language):
    for notice in TOLD_IN_SHORT.keys() - {Notice.DECISION}:  # nothing is decided here yet
        about = About(notice, case)
        with translation.override(language):
            first = f"{subject_of(notice, case.case_type.read.name, None)}."
        summary = summary_of(about, language)

        assert summary.lines[0] == first
        assert not {"brief", "u", "aanvraag"} & {
            word for line in summary.lines for word in line.split()
        }
