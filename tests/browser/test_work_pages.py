"""Every page of staff and providers: for everybody, on every screen."""

import pytest

from plein.tenants.models import Municipality
from plein.tenants.scope import within
from plein.webshop.models import Grant, ProductVersion, Provider, SchemePeriod
from tests.browser.conftest import axe_finds, scrolls_sideways, sign_in_to_work

pytestmark = pytest.mark.browser


def desk_pages() -> dict[str, list[str]]:
    """The pages of each role, with real ids of the demo."""
    with within(Municipality.objects.get(slug="emmen")):
        period = SchemePeriod.objects.order_by("scheme__name").first().pk
        grant = Grant.objects.first().pk
        version = ProductVersion.objects.first().pk
        provider = Provider.objects.first().pk
    return {
        "bas": [
            "",
            "regelingen/",
            "regelingen/nieuw/kindpakket/",
            f"regelingen/{period}/",
            f"regelingen/{period}/wijzigen/",
            "producten/",
            f"producten/{version}/",
            "aanbieders/",
            "aanbieders/nieuw/",
            f"aanbieders/{provider}/",
        ],
        "sam": [
            "",
            "inwoners/",
            "budgetten/",
            f"budgetten/van/{period}/",
            f"budgetten/van/{period}/nieuw/",
            f"budgetten/van/{period}/bestand/",
            f"budgetten/{grant}/",
            "account/inlogcode/",
            "account/passkeys/",
        ],
        "ingrid": ["", "krediet/", "betalen/", "betalen/nieuw/", "account/wachtwoord/"],
    }


PROVIDER_PAGES = ["", "kassa/", "producten/", "producten/nieuw/", "betalingen/"]


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", ["bas", "sam", "ingrid"])
def test_axe_finds_nothing_on_the_desk(visitor, name, width):
    worker = sign_in_to_work(visitor(width=width), name, "medewerkers")
    worker.page.set_viewport_size({"width": width, "height": 6000})

    for path in desk_pages()[name]:
        page = worker.open(f"/medewerkers/{path}")
        assert axe_finds(page) == [], path
        assert not scrolls_sideways(page), path


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_at_the_provider(visitor, width):
    worker = sign_in_to_work(visitor(width=width), "yara", "aanbieders")
    worker.page.set_viewport_size({"width": width, "height": 6000})

    for path in PROVIDER_PAGES:
        page = worker.open(f"/aanbieders/{path}")
        assert axe_finds(page) == [], path
        assert not scrolls_sideways(page), path


@pytest.mark.parametrize("path", ["/medewerkers/inloggen/", "/aanbieders/inloggen/"])
def test_the_sign_in_pages_are_for_everybody(visitor, path):
    anybody = visitor(width=320)
    anybody.page.set_viewport_size({"width": 320, "height": 6000})

    assert axe_finds(anybody.open(path)) == []
