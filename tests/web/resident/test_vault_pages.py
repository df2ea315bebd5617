"""Mijn gegevens, as Katja meets them."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from plein.audit.models import Look
from plein.identity.actions import household_of, know_resident
from plein.kernel.bsn import Bsn
from plein.tenants.models import Module
from plein.vault.actions.collecting import begin_run, fail_run, finish_run
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.actions.opening import vault_of
from plein.vault.catalogue import catalogue
from plein.vault.catalogue.types import Group
from plein.vault.models import Collection, Mode, Paper, SourceRun, SourceState
from plein.vault.sources.asking import Answered
from tests.cast import BSN_OF, NOON, TESTS, TODAY
from tests.web.conftest import url

MOST_QUERIES = 12
STATABLE = ["huur", "rekeningen", "saldi", "huurtoeslag", "voorkeurstaal", "zorgverzekering"]


@pytest.fixture
def katja(emmen):
    resident = know_resident(Bsn(BSN_OF["katja"]), by=TESTS, at=NOON)
    household_of(resident, at=NOON, day=TODAY, name="Katja")
    return resident


@pytest.fixture
def page(katja, signed_in):
    """What Katja sees at an address; the words of the page."""
    client = signed_in(katja)

    def see(address, **data) -> str:
        return client.get(address, data).content.decode()

    see.client = client
    return see


@pytest.fixture
def known(katja):
    vault = vault_of(katja, at=NOON)

    def put(at=NOON, mode=Mode.SOURCE, marks=(), **values):
        keep(
            vault,
            [Incoming(key, value, marks=marks) for key, value in values.items()],
            mode=mode,
            at=at,
        )
        return vault

    return put


def test_the_first_page_says_what_to_do_and_opens_no_value(page, katja):
    text = page(url("my-data"))

    assert "Haal mijn gegevens op" in text
    for link in ("sharing", "who-looked", "credentials", "who-asks", "wallet"):
        assert f'href="{url(link)}"' in text
    assert not Look.objects.filter(subject=katja.pk).exists()


@pytest.mark.parametrize("group", list(Group))
def test_every_group_opens_with_few_queries(page, known, group, django_assert_max_num_queries):
    known(
        **{
            element.key: "tekst"
            for element in catalogue().of_group(group)
            if element.kind in ("string", "code")
        }
    )
    page(url("vault-group", group))

    with django_assert_max_num_queries(MOST_QUERIES):
        text = page(url("vault-group", group))

    assert "Terug naar mijn gegevens" in text


def test_a_value_is_shown_with_its_source_and_its_day(page, known):
    known(ww_bruto=148_200, ww_einde_max="2027-02-05")

    text = page(url("vault-group", "geld"))

    assert "€\N{NO-BREAK SPACE}1.482,00" in text
    assert "5 februari 2027" in text
    assert "Van: UWV, 24 nov 2026" in text


def test_what_a_source_does_not_know_is_not_the_same_as_none(page, known):
    known(at=NOON - timedelta(days=9), partner={"voornaam": "Rob"})
    known(partner=None)

    text = page(url("vault-group", "gezin"))

    assert "Rob" not in text
    assert '<p class="mo-strong">Geen</p>' in text


def test_the_page_of_a_value_tells_what_stood_there_on_a_day(page, known):
    known(at=NOON - timedelta(days=10), ww_bruto=140_000)
    known(ww_bruto=148_200)

    text = page(url("vault-value", "ww_bruto"), op="2026-11-20")

    assert "Dit stond er op vrijdag 20 november 2026" in text
    assert text.count("1.400,00") == 2  # on that day, and in the list
    assert "Participatiewet artikel 53a lid 1" in text


@pytest.mark.parametrize("day", ["2026-02-31", "morgen", "2999-01-01", ""])
def test_a_day_that_never_was_shows_the_page_as_it_is(page, known, day):
    known(ww_bruto=148_200)

    assert "1.482,00" in page(url("vault-value", "ww_bruto"), op=day)


@pytest.mark.parametrize("key", ["bsn", "bestaat_niet"])
def test_the_bsn_has_no_page(page, key):
    assert page.client.get(url("vault-value", key)).status_code == 404


def test_marks_are_said_in_words(page, known):
    known(marks=("in_onderzoek",), adres={"straat": "Voorbeeldlaan", "huisnummer": "18"})

    assert "onderzoekt of dit klopt" in page(url("vault-group", "wonen"))


def test_markup_in_a_value_is_text(page, known):
    known(naam_voornamen="<script>alert(1)</script>")

    assert "<script>alert" not in page(url("vault-group", "wie_ik_ben"))


def test_what_katja_fills_in_stands_beside_the_source_and_can_be_taken_back(page, known):
    known(huurtoeslag=30_000)
    page.client.post(url("vault-state", "huurtoeslag"), {"value": "310,50"})

    text = page(url("vault-value", "huurtoeslag"))
    assert "€\N{NO-BREAK SPACE}300,00" in text
    assert "€\N{NO-BREAK SPACE}310,50" in text
    assert "Door u opgegeven" in text

    page.client.post(url("vault-state-back", "huurtoeslag"))
    assert "Ingetrokken" in page(url("vault-value", "huurtoeslag"))


def test_a_list_is_filled_in_row_by_row_and_empty_rows_are_left_out(page, known):
    vault = known()
    page.client.post(
        url("vault-state", "schulden_overig"),
        {
            "aan_wie_0": "Energiebedrijf",
            "nog_te_betalen_0": "250",
            "aan_wie_2": "Broer",
            "nog_te_betalen_2": "40,00",
        },
    )

    text = page(url("vault-value", "schulden_overig"))

    assert vault.values.count() == 1
    assert "Energiebedrijf, nog te betalen €\N{NO-BREAK SPACE}250,00" in text
    assert "Broer" in text


def test_a_wrong_amount_keeps_what_was_typed(page, known):
    vault = known()
    answer = page.client.post(
        url("vault-state", "huur"), {"kale_huur_0": "veel", "servicekosten_0": "12,50"}
    )

    assert answer.status_code == 422
    assert 'value="veel"' in answer.content.decode()
    assert 'value="12,50"' in answer.content.decode()
    assert vault.values.count() == 0


@pytest.mark.parametrize("key", STATABLE)
def test_every_form_opens(page, key):
    assert page.client.get(url("vault-state", key)).status_code == 200


@pytest.mark.parametrize("key", ["ww_bruto", "partner", "bsn", "huurcontract"])
def test_what_a_source_must_say_cannot_be_filled_in(page, key):
    assert page.client.get(url("vault-state", key)).status_code == 404


def test_collecting_shows_each_source_and_goes_on_without_scripts(page, katja):
    page.client.post(url("vault-collect"))
    collection = Collection.objects.get()

    text = page(url("vault-collection", collection.pk))

    assert text.count("mo-rows__title") == 12
    assert "0 van de 12" in text
    assert "Kijk hoe ver het is" in text
    assert "Wij vragen het" not in text


def test_a_source_that_is_down_says_so_and_the_rest_is_there(page):
    page.client.post(url("vault-collect"))
    collection = Collection.objects.get()
    for run in collection.runs.all():
        begin_run(run, at=NOON)
        if run.source == "uwv":
            fail_run(run, "Deze organisatie geeft nu geen antwoord.", final=False, at=NOON)
        else:
            finish_run(run, Answered("dienst"), at=NOON)

    text = page(url("vault-collection", collection.pk))

    assert "Storing" in text
    assert "geeft nu geen antwoord" in text
    assert "Alle 12 organisaties zijn gevraagd" in text
    assert "hx-trigger" not in text


def test_a_double_click_collects_once(page):
    page.client.post(url("vault-collect"))
    page.client.post(url("vault-collect"))

    assert Collection.objects.count() == 1


def test_signing_out_stops_what_is_under_way(page):
    page.client.post(url("vault-collect"))
    page.client.post(url("sign-out"))

    assert set(SourceRun.objects.values_list("state", flat=True)) == {SourceState.STOPPED}


def test_a_neighbour_does_not_find_katjas_collection(page, fatima, signed_in):
    page.client.post(url("vault-collect"))
    collection = Collection.objects.get()

    answer = signed_in(fatima).get(url("vault-collection", collection.pk))

    assert answer.status_code == 404


def test_a_municipality_without_the_vault_shows_the_rest(page, emmen):
    emmen.modules = [Module.WEBSHOP]
    emmen.save()

    assert "Uw huishouden" in page(url("my-data"))
    assert "Haal mijn gegevens op" not in page(url("my-data"))
    assert page.client.get(url("vault-group", "geld")).status_code == 404


def test_who_asks_what_counts_the_questions(page):
    text = page(url("who-asks"))

    assert "Van de 57 gegevens weten wij er 36 al" in text
    assert "U kijkt of 9 gegevens kloppen. U vult er zelf 12 in." in text


def test_a_paper_is_kept_opened_as_a_file_and_taken_away(page, known):
    known()
    upload = SimpleUploadedFile("huur.pdf", b"%PDF-1.7\n%%EOF\n")
    page.client.post(url("vault-papers", "huurcontract"), {"paper": upload})
    paper = Paper.objects.get()

    text = page(url("vault-papers", "huurcontract"))
    answer = page.client.get(url("vault-paper", paper.pk))

    assert "huur" in text
    assert "Wij weten niet of er een virus in deze papieren zit." in text
    assert answer.headers["Content-Disposition"] == 'attachment; filename="papier.pdf"'
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    page.client.post(url("vault-paper-remove", paper.pk))
    assert Paper.objects.count() == 0


def test_a_wrong_paper_says_what_to_do(page, known):
    known()
    upload = SimpleUploadedFile("huur.exe", b"MZ\x90")
    answer = page.client.post(url("vault-papers", "huurcontract"), {"paper": upload})

    assert answer.status_code == 422
    assert "Stuur een foto (jpg, png) of een pdf" in answer.content.decode()


def test_a_neighbour_does_not_find_katjas_paper(page, known, fatima, signed_in):
    known()
    upload = SimpleUploadedFile("huur.pdf", b"%PDF-1.7\n%%EOF\n")
    page.client.post(url("vault-papers", "huurcontract"), {"paper": upload})
    paper = Paper.objects.get()

    assert signed_in(fatima).get(url("vault-paper", paper.pk)).status_code == 404
    assert signed_in(fatima).post(url("vault-paper-remove", paper.pk)).status_code == 404
