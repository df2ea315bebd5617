"""Emmen gives a journey away; Els of Buren looks whose it is, takes it over and keeps her words."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from plein.authoring.actions.drafting import begin_draft
from plein.authoring.models import JourneyDraft, Origin, SharedJourney
from plein.authoring.places import with_value
from plein.tenants.scope import within
from plein.web.doors import DESK
from tests.authoring.conftest import KEY, els_of_buren, laptop, publish  # noqa: F401 - fixtures
from tests.cast import NOON

URLS = "plein.web.desk.urls"
LOOK, CONFIRM, TAKE, READ = (
    reverse(f"desk-journey-{name}", URLS) for name in ("look", "confirm", "take", "adopt")
)
STEP = ("intake", "steps", 0, "title")


@pytest.fixture
def at_wim(at_work, wim):
    return at_work(wim.account, DESK)


@pytest.fixture
def at_els(at_work, els_of_buren) -> Client:
    client = at_work(els_of_buren.account, DESK)
    client.defaults["HTTP_HOST"] = "buren.localhost"
    return client


@pytest.fixture
def file_of(at_wim):
    """The file that Wim keeps of a version."""

    def file_of(version) -> bytes:
        return at_wim.get(reverse("desk-journey-export", URLS, args=[version.slug])).content

    return file_of


def read_in(client, content: bytes):
    return client.post(READ, {"file": SimpleUploadedFile("a.json", content)})


def taken(client, text: str, key=KEY, **choices):
    return client.post(TAKE, {"package": text, "key": key, **choices}, follow=True)


def test_the_first_time_somebody_compares_the_fingerprint(at_els, file_of, publish):
    text = file_of(publish()).decode()

    page = read_in(at_els, text.encode()).content.decode()
    assert "vergelijk dit kenmerk" in page

    page = at_els.post(CONFIRM, {"package": text.replace("\n", "\r\n")}).content.decode()
    assert "Neem over: Laptop voor school" in page
    assert "Neem over: Laptop voor school" in read_in(at_els, text.encode()).content.decode()
    page = taken(at_els, text).content.decode()
    assert "Overgenomen van Emmen, versie 1" in page


def test_nothing_is_taken_over_past_the_fingerprint(at_els, buren, file_of, publish):
    text = file_of(publish()).decode()

    page = taken(at_els, text).content.decode()

    assert "Wij kennen de sleutel van Emmen nog niet" in page
    with within(buren):
        assert not JourneyDraft.objects.exists()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"%PDF-1.7", "Dit bestand is geen aanvraag uit Plein"),
        (b'{"form": "plein-journey/9"}', "Deze vorm kennen wij niet: plein-journey/9"),
    ],
)
def test_another_file_is_refused_in_plain_words(at_els, content, says):
    page = read_in(at_els, content)

    assert page.status_code == 422
    assert says in page.content.decode()


def test_a_changed_file_is_refused_at_every_door(at_els, buren, file_of, publish):
    text = file_of(publish()).decode().replace("Laptop", "Tablet", 1)
    changed = "Dit bestand is veranderd nadat het werd ondertekend"

    assert changed in read_in(at_els, text.encode()).content.decode()
    for door in (CONFIRM, TAKE):
        page = at_els.post(door, {"package": text, "key": KEY}, follow=True).content.decode()
        assert changed in page
    with within(buren):
        assert not Origin.objects.exists()


def test_what_was_adapted_is_kept_and_the_rest_taken_over(at_els, buren, emmen, file_of, publish):
    first = file_of(publish()).decode()
    at_els.post(CONFIRM, {"package": first})
    taken(at_els, first)
    with within(buren):
        draft = JourneyDraft.objects.get()
        JourneyDraft.objects.update(document=with_value(draft.document, STEP, "Bijna klaar"))
    there = with_value(laptop(owner="Minima"), STEP, "Het einde")
    second = file_of(publish(**there)).decode()

    page = taken(at_els, second)

    words = page.content.decode()
    for text in ("Wat is er anders?", "Bijna klaar", "Het einde", "bij u aangepast", "Minima"):
        assert text in words
    assert [row["is_adapted"] for row in page.context["rows"]] == [True, False]
    chosen = {"kies-owner": "over", "kies-intake.steps.slot.title": "houden", "kiezen": KEY}
    taken(at_els, second, **chosen)
    with within(buren):
        found = JourneyDraft.objects.get()
        assert found.document == with_value(laptop(owner="Minima"), STEP, "Bijna klaar")
        assert found.origin_version == 2


def test_differences_of_another_key_are_seen_before_anything_is_taken(
    at_els,
    buren,
    file_of,
    publish,
    els_of_buren,
):
    text = file_of(publish()).decode()
    at_els.post(CONFIRM, {"package": text})
    with within(buren):
        begin_draft("fiets", laptop(name="Fiets"), by=els_of_buren, at=NOON)

    page = taken(at_els, text, "fiets", kiezen=KEY, **{"kies-name": "over"})

    assert [row["where"] for row in page.context["rows"]] == ["Naam"]
    with within(buren):
        assert JourneyDraft.objects.get().document["name"] == "Fiets"


def test_what_emmen_shares_stands_in_the_list_of_buren_until_it_stops(
    at_wim,
    at_els,
    publish,
):
    share = reverse("desk-journey-share", URLS, args=[publish().slug])
    at_wim.post(share)
    assert "Laptop voor school" in at_els.get(READ).content.decode()
    assert "Laptop voor school" not in at_wim.get(READ).content.decode()

    page = at_els.post(LOOK, {"shared": str(SharedJourney.objects.get().pk)})
    assert "vergelijk dit kenmerk" in page.content.decode()

    at_wim.post(share, {"stop": "1"})
    assert "Laptop voor school" not in at_els.get(READ).content.decode()


def test_who_may_not_publish_does_not_share(at_work, bas, publish):
    share = reverse("desk-journey-share", URLS, args=[publish().slug])

    assert at_work(bas.account, DESK).post(share).status_code == 403


def test_another_municipality_does_not_find_a_draft(at_els, bas, publish):
    publish()
    draft = JourneyDraft.objects.get()

    found = at_els.get(reverse("desk-journey-draft", URLS, args=[draft.pk]))

    assert found.status_code == 404
