"""The guide, step by step: what is wrong is said kindly and at its field, and nothing is lost."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from plein.starting.actions.beginning import begin_start
from plein.starting.actions.opening import propose_opening
from plein.starting.models import Start, Step
from plein.tenants.models import Municipality
from plein.tenants.naming import Naming
from plein.tenants.scope import within
from plein.tenants.texts import TEXTS, text_of
from tests.cast import NOON
from tests.tenants.test_svg import OPEN
from tests.web.platform.conftest import NEW, html, url
from tests.webshop.conftest import open_period  # noqa: F401

SCRIPT = f"{OPEN}><script>alert(1)</script></svg>".encode()
STYLE = {"brand": "#0a5a9c", "action": "", "accent": "", "corners": "rond", "letter": "source"}
CONTACT = {
    "phone": "14 0592",
    "opening_hours": "Elke dag",
    "address": "Noordersingel 33",
    "answer_within": 2,
}


def kept() -> list[str]:
    with within(Municipality.objects.get(slug="assen")):
        return Start.objects.get().kept


def test_a_municipality_begins_and_answers_its_own_people_alone(platform):
    page = platform.post(url("new"), NEW)

    assert page.url == url("kleuren", "assen")
    assert Municipality.objects.get(slug="assen").host == "assen.localhost"
    anybody = Client(HTTP_HOST="assen.localhost")
    assert "Hier is nog niets te zien" in html(anybody.get("/"))
    assert anybody.get("/").status_code == 404
    assert anybody.get("/medewerkers/inloggen/").status_code == 200
    assert anybody.get(Municipality.objects.get(slug="assen").theme_url).status_code == 200
    assert anybody.get("/inloggen/digid/sleutels.json").status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/inloggen/digid/",
        "/aanbieders/inloggen/",
        "/organisaties/inloggen/",
        "/informatie/",
        "/wie-vraagt-wat/",
        "/sdg/",
    ],
)
def test_before_the_opening_no_other_door_answers(platform, path):
    platform.post(url("new"), NEW)

    assert Client(HTTP_HOST="assen.localhost").get(path).status_code == 404


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("host", "emmen.localhost", "Er is al een gemeente"),
        ("host", "EMMEN.localhost", "Er is al een gemeente"),
        ("host", "https://assen.nl/", "is geen adres"),
        ("host", "assen", "is geen adres"),
        ("host", "assen.localhost:8000", "is geen adres"),
        ("host", "documenten.assen.nl", "is van Plein zelf"),
        ("host", "", "Adres op internet"),
        ("slug", "emmen", "Er is al een gemeente"),
        ("slug", "As sen!", "kan geen korte naam zijn"),
        ("slug", "../assen", "kan geen korte naam zijn"),
        ("slug", "-voorbeeld", "kan geen korte naam zijn"),
        ("slug", "ASSEN", "kan geen korte naam zijn"),
        ("cbs_code", "106", "heeft 4 cijfers"),
        ("cbs_code", "0114", "hoort al bij gemeente Emmen"),
        ("iban", "NL92ABNA0417164300", "rekeningnummer"),
        ("rsin", "999993654", "RSIN klopt niet"),
        ("rsin", "999990007", "hoort al bij gemeente Emmen"),
    ],
)
def test_a_strange_name_or_code_is_refused_and_nothing_is_lost(platform, emmen, field, typed, says):
    Municipality.objects.filter(pk=emmen.pk).update(cbs_code="0114", rsin="999990007")

    page = platform.post(url("new"), NEW | {field: typed})

    assert page.status_code == 422
    assert says in html(page).replace("&#x27;", "'")
    assert list(page.context["form"].errors) == [field]
    assert page.context["form"]["name"].value() == "Assen"
    assert Municipality.objects.count() == 1


def test_a_colour_that_is_too_light_is_refused_with_one_that_will_do(platform, start):
    page = platform.post(url("kleuren", "assen"), STYLE | {"brand": "#ffcc00", "bewaar": ""})

    shade = page.context["form"].proposed["brand"]
    assert page.status_code == 422
    says = "#ffcc00 is te licht naast wit: het contrast is 1,5 en moet minstens 4,5 zijn."
    assert f"{says} Neem {shade}" in html(page)
    assert 'value="#ffcc00"' in html(page)
    assert kept() == [Step.NAMING]

    taken = platform.post(url("kleuren", "assen"), STYLE | {"brand": "#ffcc00", "neem": "ja"})
    assert f'value="{shade}"' in html(taken)
    done = platform.post(url("kleuren", "assen"), STYLE | {"brand": shade, "bewaar": ""})
    assert done.url == url("logo", "assen")
    assert Municipality.objects.get(slug="assen").brand_colour == shade


@pytest.mark.parametrize("name", ["brand", "action", "accent"])
@pytest.mark.parametrize("typed", ["geel", "#12", "red;}", "#gggggg"])
def test_what_is_no_colour_is_said_at_its_field(platform, start, name, typed):
    for button in ("bewaar", "neem", "voorbeeld"):
        page = platform.post(url("kleuren", "assen"), STYLE | {name: typed, button: "ja"})

        assert page.status_code == 422
        assert list(page.context["form"].errors) == [name]
        assert "is geen kleur" in html(page)


def test_a_stripe_needs_less_than_letters(platform, start):
    style = STYLE | {"accent": "#949494", "bewaar": ""}  # 3,0 beside white

    assert platform.post(url("kleuren", "assen"), style).status_code == 302
    assert platform.post(url("kleuren", "assen"), style | {"accent": "#959595"}).status_code == 422


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (SCRIPT, "tekening"),
        (b"%PDF-1.7", "Dit bestand kunnen wij niet lezen"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40 * 1024 * 1024), "te groot"),
        (b"", "leeg"),
    ],
    ids=["script", "pdf", "40MB", "empty"],
)
def test_a_bad_logo_is_refused(platform, start, content, says):
    page = platform.post(url("logo", "assen"), {"logo": SimpleUploadedFile("logo.svg", content)})

    assert page.status_code == 422
    assert says in html(page)
    assert not Municipality.objects.get(slug="assen").logo


def test_a_good_logo_is_shown_to_olga_alone_until_it_is_open(platform, start, emmen):
    drawing = f"{OPEN}><path d='M0 0h9z'/></svg>".encode()
    platform.post(url("logo", "assen"), {"logo": SimpleUploadedFile("logo.svg", drawing)})

    name = Municipality.objects.get(slug="assen").logo
    shown = platform.get(url("logo-file", "assen", name))
    assert "sandbox" in shown.headers["Content-Security-Policy"]
    assert Client(HTTP_HOST="emmen.localhost").get(f"/media/logo/{name}").status_code == 404
    platform.post(url("logo-remove", "assen"))
    assert not Municipality.objects.get(slug="assen").logo


def test_every_step_is_kept_and_can_be_picked_up_again(platform, start):
    assert "Ga verder: Kleuren" in html(platform.get(url("start", "assen")))

    texts = CONTACT | {text.key: text_of(None, text.key) for text in TEXTS}
    assert platform.post(url("teksten", "assen"), texts).url == url("onderdelen", "assen")
    done = platform.post(url("onderdelen", "assen"), {"modules": ["kluis"]})
    assert done.url == url("aanbod", "assen")
    again = NEW | {"name": "Assen-Zuid", "cbs_code": "0107"}
    assert platform.post(url("naam", "assen"), again).url == url("kleuren", "assen")

    place = Municipality.objects.get(slug="assen")
    assert (place.name, place.cbs_code, place.modules) == ("Assen-Zuid", "0107", ["kluis"])
    assert kept() == [Step.NAMING, Step.TEXTS, Step.MODULES]


@pytest.mark.parametrize("issuer", ["http://makelaar.nl", "makelaar", "https://", "javascript:x"])
def test_a_broker_is_found_over_https(platform, start, issuer):
    page = platform.post(url("digid", "assen"), {"issuer": issuer, "client_id": "assen"})

    assert page.status_code == 422
    assert "Schrijf het adres van de makelaar" in html(page)
    assert not Municipality.objects.get(slug="assen").digid


def test_who_was_invited_stands_on_the_page(platform, start, assen, mailoutbox, settings):
    sent = {"name": "Ria", "email": "Ria@Assen.example", "team": "Beheer"}
    roles = {"roles": ["functioneel-beheerder"]}

    platform.post(url("mensen", "assen"), sent | roles)
    page = html(platform.get(url("mensen", "assen")))

    assert "ria@assen.example" in page
    assert "nog niet binnen" in page


def test_a_tick_of_what_plein_sees_itself_is_not_there(platform, start):
    assert platform.get(url("tick", "assen", "digid")).status_code == 404
    assert platform.get(url("tick", "assen", "zomaar")).status_code == 404

    page = platform.post(url("tick", "assen", "dpia"), {"done_on": "1-1-2026", "note": "zaak 1"})

    assert page.status_code == 302
    assert "zaak 1" in html(platform.get(url("start", "assen")))


def test_while_the_municipality_looks_every_step_says_so(platform, ready, assen, olga, ria):
    propose_opening(ready, by=olga, at=NOON)
    texts = CONTACT | {text.key: text_of(None, text.key) for text in TEXTS}
    drawing = SimpleUploadedFile("logo.svg", f"{OPEN}><path d='M0 0h9z'/></svg>".encode())
    sent = {
        "naam": NEW,
        "kleuren": STYLE | {"bewaar": ""},
        "logo": {"logo": drawing},
        "logo-remove": {},
        "teksten": texts,
        "onderdelen": {"modules": []},
        "digid": {"issuer": "https://elders.example", "client_id": "y"},
        "mensen": {"name": "X", "email": "x@x.example", "team": "T", "roles": ["balie"]},
    }

    for name, typed in sent.items():
        page = platform.post(url(name, "assen"), typed, follow=True)
        assert "Trek eerst het voorstel in." in html(page), name
    page = platform.post(url("take-back", "assen", ria.pk), follow=True)
    assert "Trek eerst het voorstel in." in html(page)

    place = Municipality.objects.get(slug="assen")
    assert (place.logo, place.digid["client_id"], place.phone) == ("", "x", "14 0592")
    platform.post(url("propose-back", "assen"))
    assert platform.post(url("onderdelen", "assen"), {"modules": []}).status_code == 302


def test_what_is_open_is_shut_for_who_runs_the_platform(platform, emmen, buren):
    assert "Emmen" in html(platform.get(url("home")))
    assert platform.get(url("start", "emmen")).status_code == 404
    assert platform.get(url("mensen", "emmen")).status_code == 404


def test_what_stands_open_elsewhere_is_laid_ready(
    platform, start, assen, emmen, open_period, django_assert_max_num_queries
):
    period = open_period()
    page = url("offer-schemes", "assen")

    with django_assert_max_num_queries(12):
        assert period.scheme.name in html(platform.get(page, {"van": "emmen"}))
    platform.post(url("offer-choose", "assen"), {"van": "emmen", "regeling": str(period.pk)})

    assert f"{period.scheme.name}" in html(platform.get(url("aanbod", "assen")))
    for sent in (
        {"van": "emmen", "regeling": "x"},
        {"van": "assen", "regeling": str(period.pk)},
        {"aanvraag": "x"},
        {"aanvraag": "9" * 30},
    ):
        assert platform.post(url("offer-choose", "assen"), sent).status_code == 404


def test_pages_cost_the_same_with_many(platform, start, assen, olga, django_assert_max_num_queries):
    for number in range(8):
        naming = Naming(f"Plaats {number}", f"p{number}.localhost", f"010{number}", "")
        if naming.cbs_code != "0106":
            begin_start(f"p{number}", naming, by=olga, at=NOON)

    for name in ("start", "naam", "kleuren", "logo", "teksten", "onderdelen", "aanbod", "mensen"):
        with django_assert_max_num_queries(12):
            assert platform.get(url(name, "assen")).status_code == 200, name
    with django_assert_max_num_queries(12):
        platform.get(url("home"))
