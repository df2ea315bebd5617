"""What a municipality writes itself stands on its own pages, as text."""

import pytest
from django.test import Client

from plein.tenants.texts import TEXTS
from tests.web.desk.municipality.conftest import acts, html, url, words


def test_own_words_stand_on_the_pages_of_residents(desk, anybody, emmen, buren):
    own = {
        "welcome_title": "Samen doen we mee",
        "help": "Bel Meedoen.\nOf kom langs.",
        "privacy_contact": "Vraag het onze functionaris.",
    }

    desk.post(url("desk-texts"), words(phone="14 0592", **own))

    welcome, privacy = html(anybody.get("/")), html(anybody.get("/privacy/"))
    assert "<h1" in welcome
    assert ">Samen doen we mee</h1>" in welcome
    assert "<p>Vraag het onze functionaris.</p>" in privacy
    assert 'href="tel:140592"' in privacy
    assert "Samen doen we mee" not in html(Client(HTTP_HOST=buren.host).get("/"))
    assert acts() == ["tenants.texts.changed"]


def test_every_text_reaches_a_page_as_text_and_never_as_markup(desk, anybody, fatima, signed_in):
    markup = "<b>Hoi</b><script>alert(1)</script>{{ 7 }}"
    keys = {text.key: f"{markup}{text.key[:9]}" for text in TEXTS}

    assert desk.post(url("desk-texts"), words(**keys)).status_code == 302

    paths = ["/", "/hulp/", "/privacy/", "/toegankelijkheid/"]
    pages = "".join(html(anybody.get(path)) for path in paths)
    pages += html(signed_in(fatima).get("/overzicht/"))
    for key in keys:
        assert f"&lt;/script&gt;{{{{ 7 }}}}{key[:9]}" in pages, key
    assert "<b>Hoi" not in pages
    assert "<script>" not in pages


def test_a_text_that_is_emptied_is_ours_again(desk, anybody, emmen):
    desk.post(url("desk-texts"), words(welcome_title="Samen"))

    desk.post(url("desk-texts"), words(welcome_title=""))

    emmen.refresh_from_db()
    assert emmen.texts == {}
    assert ">Geld om mee te doen</h1>" in html(anybody.get("/"))


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"phone": "bel <ons>"}, "met cijfers en spaties"),
        ({"phone": ""}, "Vul het telefoonnummer in"),
        ({"address": ""}, "Vul een antwoord in bij ‘Adres’"),
        ({"welcome_title": "x" * 61}, "hoogstens 60 tekens"),
        ({"help": "y" * 201}, "hoogstens 200 tekens"),
    ],
)
def test_a_wrong_answer_is_named_and_the_rest_stays(desk, emmen, wrong, says):
    page = desk.post(url("desk-texts"), words(visit="De koffie is klaar.") | wrong)

    emmen.refresh_from_db()
    assert page.status_code == 422
    assert says in html(page)
    assert "De koffie is klaar." in html(page)
    assert (emmen.texts, acts()) == ({}, [])


def test_the_page_says_how_many_texts_read_easily_and_what_could_be_plainer(desk, emmen):
    hard = "Uiterlijk bij afwijzing kunt u bezwaar indienen."
    page = desk.post(url("desk-texts"), words(help=hard, lezen="1"))

    assert page.status_code == 200
    assert f"<strong>{len(TEXTS) - 1} van de {len(TEXTS)}</strong>" in html(page)
    assert "is een moeilijk woord. Schrijf liever:" in html(page)
    assert hard in html(page)  # what was typed stays
    emmen.refresh_from_db()
    assert emmen.texts == {}
    assert f"<strong>{len(TEXTS)} van de {len(TEXTS)}</strong>" in html(desk.get(url("desk-texts")))
