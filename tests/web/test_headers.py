"""One strict policy on every answer: pages, errors, files (DigiD U/PW.03)."""

import pytest
from django.test import Client, override_settings

ANSWERS = ["/", "/overzicht/", "/is-er-niet/", "/privacy/", "/medewerkers/", "/leeft/"]


@pytest.mark.parametrize("path", ANSWERS)
def test_every_answer_carries_the_headers(emmen, path):
    headers = Client(HTTP_HOST=emmen.host).get(path).headers

    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "Permissions-Policy" in headers


def test_personal_pages_are_not_stored(emmen, fatima, signed_in):
    assert signed_in(fatima).get("/overzicht/").headers["Cache-Control"] == "no-store"


def test_over_https_the_browser_is_told_to_stay_there(emmen):
    with override_settings(SECURE_HSTS_SECONDS=31_536_000):
        headers = Client(HTTP_HOST=emmen.host).get("/").headers

    assert headers["Strict-Transport-Security"].startswith("max-age=31536000")


@pytest.mark.parametrize("path", ["/uitloggen/", "/bestellen/versturen/"])
def test_what_changes_something_is_not_done_by_a_link(emmen, fatima, signed_in, path):
    assert signed_in(fatima).get(path).status_code == 405


def test_a_form_of_another_site_is_refused(emmen, fatima, signed_in):
    client = signed_in(fatima)
    client.handler.enforce_csrf_checks = True

    response = client.post("/uitloggen/", HTTP_ORIGIN="https://evil.example")

    assert response.status_code == 403
    assert "Dit formulier is te oud" in response.content.decode()
