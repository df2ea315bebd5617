"""Fatima sends a photo of her loonstrook from her phone; Sam opens it at his desk."""

import pytest

from tests.browser.axe import problems_on
from tests.browser.visitor import sign_in_to_work
from tests.documents.files import EICAR, heic, pdf, photo

pytestmark = pytest.mark.browser
NAME = "Individuele inkomenstoeslag"


@pytest.mark.parametrize("scripts", [True, False])
def test_a_photo_goes_from_the_phone_to_the_desk(visitor, scripts):
    fatima = visitor(width=360, scripts=scripts)
    page = fatima.sign_in_with_digid("Fatima")
    fatima.open(case_of(fatima))
    desk = sign_in_to_work(visitor(scripts=scripts), "sam", "medewerkers")
    work = ask_for_a_paper(desk, page.locator("strong.mo-nowrap").inner_text())
    page.reload()
    page.get_by_role("link", name="Stuur een bankafschrift").first.click()
    look(page, "papier-sturen", scripts)
    page.get_by_role("button", name="Verstuur").click()
    assert page.get_by_text("Kies een foto of een pdf.").first.is_visible()

    page.get_by_label("Wilt u er iets bij zeggen?").fill("Dit is november.")
    page.get_by_label("Foto's of pdf").set_input_files(
        [named("IMG_2041.heic", heic()), named("virus.pdf", pdf(b"<< /T (%s) >>" % EICAR))]
    )
    page.get_by_role("button", name="Verstuur").click()
    assert page.get_by_text("er zit een virus in").first.is_visible()
    assert page.get_by_label("Wilt u er iets bij zeggen?").input_value() == "Dit is november."
    look(page, "papier-fout", scripts)

    page.get_by_label("Foto's of pdf").set_input_files([named("loonstrook.jpg", photo())])
    page.get_by_text("Meer foto's maken").click()
    page.get_by_label("Foto 2").set_input_files([named("achterkant.pdf", pdf())])
    look(page, "papier-gekozen", scripts)
    page.get_by_role("button", name="Verstuur").click()
    words = page.locator("main").inner_text()
    assert "Wij hebben het ontvangen" in words
    assert "loonstrook" in words
    assert "Van u," in words
    look(page, "papier-ontvangen", scripts)

    page.get_by_role("link", name="Naar uw aanvraag").click()
    assert page.get_by_role("heading", name="Brieven en papieren").is_visible()
    look(page, "papier-op-de-aanvraag", scripts)
    with page.expect_download() as kept:
        page.get_by_role("link", name="loonstrook", exact=True).first.click()
    assert kept.value.suggested_filename == "papier.jpg"

    work.reload()
    look(work, "papier-bureau", scripts)
    with work.expect_download() as opened:
        work.get_by_role("link", name="achterkant").first.click()
    assert opened.value.path().read_bytes() == pdf()


def case_of(fatima) -> str:
    """The aanvraag that the demo has on its way."""
    page = fatima.open("/aanvragen/")
    return page.get_by_role("link", name=NAME).first.get_attribute("href")


def ask_for_a_paper(desk, number):
    work = desk.open(f"/medewerkers/aanvragen/?zoek={number}")
    work.get_by_role("link", name=NAME).click()
    work.get_by_text("Vraag iets aan de inwoner").click()
    work.get_by_label("Wat vraagt u?").select_option("bankafschrift")
    work.get_by_role("button", name="Vraag dit").click()
    return work


def named(name: str, content: bytes) -> dict:
    kind = "application/pdf" if name.endswith("pdf") else "image/jpeg"
    return {"name": name, "mimeType": kind, "buffer": content}


def look(page, name, scripts) -> None:
    if scripts:
        assert problems_on(page, name) == []
