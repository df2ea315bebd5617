"""Assen begins: Olga sets it up, Ria and Joop come in and open it, and Fatima asks there."""

import re
import time
from email import message_from_bytes, policy

import pytest
from django.utils import timezone

from plein.audit.models import Act
from plein.authoring.actions.sharing import share
from plein.cases.offered import newest_version
from plein.identity.models import Staff
from plein.tenants.models import Municipality
from plein.tenants.scope import within
from tests.browser.axe import problems_on
from tests.browser.filling_in import fill_in
from tests.browser.visitor import give_code
from tests.web.work.conftest import PASSWORD, code_for

pytestmark = pytest.mark.browser
LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><path d="M0 0h90v30z"/></svg>'
JOURNEY = "individuele_inkomenstoeslag"
OWN = "Een eigen lange zin"


def follow(page, name):
    page.get_by_role("link", name=name).first.click()


def press(page, name):
    page.get_by_role("button", name=name).first.click()


def looked_at(page, name):
    assert page.locator("h1").count() == 1
    assert problems_on(page, f"start-{name}") == []


def test_a_municipality_starts_within_one_story(visitor, site):
    shared_by_emmen()
    olga = come_in_at_the_platform(visitor())
    name_it(olga)
    dress_it(olga)
    say_what_it_offers(olga)
    ria, joop = invite(olga, visitor)
    tick_and_propose(olga)
    nothing_to_see_yet(visitor(width=360))
    take_over_and_open(ria, joop)
    fatima_asks(visitor(width=360))
    what_is_open_is_shut(olga)
    every_step_left_its_line()


def shared_by_emmen():
    with within(Municipality.objects.get(slug="emmen")):
        wim = Staff.objects.get(account__email="wim@plein.example")
        share(newest_version(JOURNEY), by=wim, at=timezone.now())


def come_in_at_the_platform(visitor):
    page = visitor.page
    page.goto(f"http://localhost:{visitor.site.port}/platform/")
    looked_at(page, "inloggen")
    page.get_by_label("E-mailadres").fill("olga@plein.example")
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    press(page, "Verder")
    give_code(page)
    page.wait_for_url("**/platform/")
    looked_at(page, "gemeenten")
    return visitor


def name_it(olga):
    page = olga.page
    follow(page, "Begin met een gemeente")
    page.get_by_label("Naam van de gemeente").fill("Assen")
    page.get_by_label("Korte naam").fill("As/sen!")
    page.get_by_label("Adres op internet").fill("emmen.localhost")
    page.get_by_label("Gemeentecode van het CBS").fill("106")
    page.get_by_label("RSIN").fill("999990007")
    press(page, "Bewaar en ga verder")
    assert page.get_by_text("kan geen korte naam zijn").first.is_visible()
    assert page.get_by_text("De code van het CBS heeft 4 cijfers").first.is_visible()
    looked_at(page, "naam-fout")
    page.get_by_label("Korte naam").fill("assen")
    page.get_by_label("Gemeentecode van het CBS").fill("0106")
    press(page, "Bewaar en ga verder")
    assert page.get_by_text("Er is al een gemeente met de naam").first.is_visible()
    page.get_by_label("Adres op internet").fill("assen.localhost")
    press(page, "Bewaar en ga verder")
    assert page.get_by_text("hoort al bij gemeente Emmen").first.is_visible()
    assert page.get_by_label("Naam van de gemeente").input_value() == "Assen"
    page.get_by_label("RSIN").fill("999993653")
    press(page, "Bewaar en ga verder")


def dress_it(olga):
    page = olga.page
    assert page.get_by_role("heading", level=1).inner_text() == "Kleuren"
    page.get_by_label("Merkkleur").fill("#f2c200")
    press(page, "Bewaar en ga verder")
    assert page.get_by_text("#f2c200 is te licht naast wit").first.is_visible()
    looked_at(page, "kleuren-te-licht")
    press(page, "Neem deze over")
    page.get_by_text("Dit is nog niet bewaard.").wait_for()
    looked_at(page, "kleuren-overgenomen")
    press(page, "Bewaar en ga verder")

    script = LOGO.replace(b"<path", b"<script>alert(1)</script><path")
    for content, says in ((script, "tekening"), (b"GIF89a", "kunnen wij niet lezen")):
        page.get_by_label("Logo").set_input_files(svg(content))
        press(page, "Bewaar en ga verder")
        assert page.get_by_text(says).first.is_visible()
    looked_at(page, "logo-fout")
    page.get_by_label("Logo").set_input_files(svg(LOGO))
    press(page, "Bewaar en ga verder")

    looked_at(page, "teksten")
    page.get_by_label("Telefoonnummer").fill("14 0592")
    page.get_by_label("Openingstijden").fill("Elke werkdag van 9 tot 17 uur")
    page.get_by_label("Adres", exact=True).fill("Noordersingel 33, Assen")
    page.get_by_label("Vragen over privacy").fill("Vraag het onze functionaris: Ank.")
    press(page, "Bewaar en ga verder")


def svg(content: bytes) -> dict[str, object]:
    return {"name": "logo.svg", "mimeType": "image/svg+xml", "buffer": content}


def say_what_it_offers(olga):
    page = olga.page
    looked_at(page, "onderdelen")
    press(page, "Bewaar en ga verder")
    press(page, "Leg klaar")
    follow(page, "Kies ook regelingen")
    page.get_by_label("Van welke gemeente?").select_option("emmen")
    press(page, "Bekijk de regelingen")
    looked_at(page, "regelingen")
    press(page, re.compile("Leg klaar.*Kindpakket"))
    looked_at(page, "aanbod")
    follow(page, "Verder")
    looked_at(page, "digid")
    press(page, "Bewaar en ga verder")


def invite(olga, visitor):
    page = olga.page
    for name, email in (("Ria", "ria"), ("Joop", "joop")):
        page.get_by_label("Naam", exact=True).fill(name)
        page.get_by_label("E-mailadres bij de gemeente").fill(f"{email}@assen.example")
        page.get_by_label("regelingbeheerder").set_checked(name == "Ria")
        press(page, "Nodig uit")
        page.get_by_text(f"{name} krijgt een e-mail.").wait_for()
    looked_at(page, "mensen")
    assert "assen.localhost/medewerkers/" in mail_to(
        olga.site, "ria@assen.example", "U kunt werken"
    )
    return [accept(visitor(width=width), who) for width, who in ((1280, "ria"), (360, "joop"))]


def accept(visitor, name):
    """By the mail, with a password and a second factor."""
    page = visitor.open("/medewerkers/account/wachtwoord/vergeten/", "assen")
    page.get_by_label("E-mailadres").fill(f"{name}@assen.example")
    page.locator("main button[type=submit]").click()
    mail = mail_to(visitor.site, f"{name}@assen.example", "Kies een nieuw wachtwoord")
    page.goto(re.search(r"http://\S+", mail)[0])
    for field in page.locator("input[type=password]").all():
        field.fill(OWN)
    page.locator("main button[type=submit]").click()
    visitor.open("/medewerkers/inloggen/", "assen")
    page.get_by_label("E-mailadres").fill(f"{name}@assen.example")
    page.get_by_label("Wachtwoord").fill(OWN)
    press(page, "Verder")
    secret = page.locator("details code").text_content()
    page.get_by_label("Code").fill(code_for(secret))
    press(page, "Zet het slot aan")
    return visitor


def mail_to(site, address: str, subject: str) -> str:
    """The mail that a worker sends after a moment."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        for file in (site.folder / "mail").glob("*"):
            mail = message_from_bytes(file.read_bytes(), policy=policy.default)
            if mail["To"] == address and mail["Subject"].startswith(subject):
                return mail.get_content()
        time.sleep(0.2)
    raise AssertionError(f"no mail to {address}")


def tick_and_propose(olga):
    page = olga.page
    page.goto(f"http://localhost:{olga.site.port}/platform/gemeenten/assen/")
    assert page.get_by_text("Er moeten eerst nog 3 dingen gebeuren.").is_visible()
    looked_at(page, "lijst")
    for item in ("Verwerkersovereenkomst", "DPIA", "Adres en certificaat"):
        follow(page, item)
        page.get_by_label("Waar staat het").fill("Zaak 2026-114")
        if item == "DPIA":
            looked_at(page, "afvinken")
        press(page, "Dit is klaar")
    press(page, "Stel voor om open te gaan")
    assert page.get_by_text("Voorgesteld. Een beheerder").is_visible()
    looked_at(page, "voorgesteld")


def nothing_to_see_yet(anybody):
    page = anybody.open("/", "assen")
    assert page.get_by_text("Hier is nog niets te zien").first.is_visible()
    looked_at(page, "nog-dicht")


def take_over_and_open(ria, joop):
    page = ria.open("/medewerkers/gemeente/start/", "assen")
    looked_at(page, "klaargelegd")
    press(page, re.compile("Neem over als concept.*Kindpakket"))
    assert page.get_by_text("De regeling is een concept.").is_visible()
    ria.open("/medewerkers/gemeente/start/", "assen")
    press(page, "Bekijk")
    press(page, "Ja, het kenmerk klopt")
    press(page, "Neem over als concept")
    press(page, "Bied aan")

    page = joop.open("/medewerkers/gemeente/maken/", "assen")
    follow(page, "aangeboden")
    press(page, "Publiceer")
    page = joop.open("/medewerkers/", "assen")
    follow(page, "Gemeente openen")
    looked_at(page, "openen")
    press(page, "Open de gemeente")
    assert page.get_by_text("De gemeente is open. Inwoners kunnen inloggen.").is_visible()
    looked_at(page, "open")


def fatima_asks(fatima):
    page = fatima.open("/", "assen")
    logo = page.get_by_role("img", name=re.compile("Gemeente Assen, naar de"))
    assert logo.evaluate("image => image.naturalWidth") > 0
    looked_at(page, "inwoner")
    fatima.sign_in_with_digid("Fatima", "assen")
    looked_at(page, "overzicht")
    fatima.open("/aanvragen/", "assen")
    page.get_by_role("link", name=re.compile("inkomenstoeslag", re.IGNORECASE)).first.click()
    fill_in(page)
    assert "nkomenstoeslag" in page.inner_text("main")


def what_is_open_is_shut(olga):
    page = olga.page
    page.goto(f"http://localhost:{olga.site.port}/platform/gemeenten/assen/mensen/")
    assert page.get_by_role("heading", level=1).inner_text() != "Medewerkers"
    page.goto(f"http://localhost:{olga.site.port}/platform/")
    looked_at(page, "gemeenten-open")


def every_step_left_its_line():
    with within(Municipality.objects.get(slug="assen")):
        names = set(Act.objects.values_list("name", flat=True))
    assert {
        "starting.begun",
        "tenants.style.changed",
        "tenants.logo.changed",
        "tenants.texts.changed",
        "starting.offer.chosen",
        "starting.digid.connected",
        "identity.staff.invited",
        "starting.list.ticked",
        "starting.opening.proposed",
        "starting.opened",
    } <= names
