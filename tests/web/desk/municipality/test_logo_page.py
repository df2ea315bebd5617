"""A logo is sent, checked, shown to everybody, and taken away."""

import pytest
from django.test import Client

from tests.web.desk.municipality.conftest import DRAWING, acts, html, upload, url


def test_a_logo_stands_on_every_page_with_words_and_in_a_sandbox(desk, anybody, emmen):
    desk.post(url("desk-logo"), upload(DRAWING))

    emmen.refresh_from_db()
    file = anybody.get(emmen.logo_url)
    page = html(anybody.get("/"))
    assert f'<img class="mo-brand__image" src="{emmen.logo_url}"' in page
    assert 'alt="Gemeente Emmen, naar de startpagina"' in page
    assert b"".join(file.streaming_content).endswith(b'd="M0 0h9z" /></svg>')
    assert file.headers["Content-Type"] == "image/svg+xml"
    assert file.headers["X-Content-Type-Options"] == "nosniff"
    assert file.headers["Content-Security-Policy"] == (
        "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    )
    assert acts() == ["tenants.logo.changed"]


def test_a_logo_is_not_there_for_another_municipality(desk, emmen, buren):
    desk.post(url("desk-logo"), upload(DRAWING))
    emmen.refresh_from_db()

    assert Client(HTTP_HOST=buren.host).get(emmen.logo_url).status_code == 404
    assert "mo-brand__image" not in html(Client(HTTP_HOST=buren.host).get("/"))


@pytest.mark.parametrize("name", ["..%2F..%2Fplein.env", "emmen-000000000000.svg", ".", "x.png"])
def test_no_other_file_is_there(desk, anybody, name):
    desk.post(url("desk-logo"), upload(DRAWING))

    assert anybody.get(f"/media/logo/{name}").status_code == 404


def test_a_logo_is_taken_away_again(desk, anybody):
    desk.post(url("desk-logo"), upload(DRAWING))
    assert "Haal het logo weg" in html(desk.get(url("desk-logo")))

    page = desk.post(url("desk-logo-remove"), follow=True)

    assert "Haal het logo weg" not in html(page)
    assert "mo-brand__logo" in html(anybody.get("/"))
    assert acts() == ["tenants.logo.changed", "tenants.logo.removed"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "Dit bestand is leeg."),
        (b"%PDF-1.7", "Kies een svg of een png."),
        (DRAWING.replace(b"path", b"script"), "iets dat geen tekening is: script"),
        (DRAWING.replace(b"d=", b"onload="), "iets dat geen tekening is: onload"),
        (DRAWING.ljust(500 * 1024 + 1), "hoogstens 500 kB"),
    ],
)
def test_a_file_that_is_refused_says_why_and_changes_nothing(desk, emmen, content, words):
    page = desk.post(url("desk-logo"), upload(content))

    emmen.refresh_from_db()
    assert page.status_code == 422
    assert words in html(page)
    assert (emmen.logo, acts()) == ("", [])
