"""Services as others read them: as JSON, as XML, and on a page in English."""

import json
from datetime import timedelta
from http import HTTPStatus
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from lxml import etree

from plein.cases.actions.publishing import publish_case_type
from plein.regelingen.library import journeys
from plein.tenants.scope import within
from plein.web.public.sdg.feeds import FOLDER
from tests.cast import NOON, TESTS

KEY = "individuele_inkomenstoeslag"
JSON_FEED, XML_FEED = "/sdg/diensten.json", "/sdg/diensten.xml"


def url(name, *args):
    return reverse(name, "plein.web.resident.urls", args=args)


def publish(key=KEY, at=NOON, sdg=None, **changes):
    document = journeys()[key] | changes
    document = document | {"sdg": document["sdg"] | (sdg or {})}
    return publish_case_type(key, document, by=TESTS, at=at)


@pytest.fixture
def anybody(emmen):
    return Client(HTTP_HOST=emmen.host)


def services_at(client, address=JSON_FEED):
    return {each["key"]: each for each in client.get(address).json()["services"]}


def fits(content: bytes) -> bool:
    schema = etree.XMLSchema(etree.parse(str(FOLDER / "diensten.xsd")))
    schema.assertValid(etree.parse(BytesIO(content)))
    return True


def test_a_service_is_told_whole(anybody, emmen):
    publish()

    told = services_at(anybody)["individuele-inkomenstoeslag"]

    assert told["title"] == "Apply for the individual income supplement"
    assert told["dutch_name"] == "Individuele inkomenstoeslag"
    assert told["terms"]["text"].startswith("We decide within 8 weeks. We may take 4 weeks more.")
    assert told["terms"]["decide_within_days"] == 56
    assert "within 6 weeks after the day of the decision" in told["remedies"]["text"]
    assert told["authority"] == "Municipality of Emmen"
    assert told["law"] == ["Participatiewet art. 36", "Awb art. 4:13 lid 2"]
    assert told["product"] == {
        "name": "individuele inkomenstoeslag",
        "uri": "http://standaarden.overheid.nl/owms/terms/indInkToesl",
    }
    assert told["page"].endswith("/en/services/individuele-inkomenstoeslag/")


def test_the_xml_of_all_journeys_fits_the_schema_that_we_ship(anybody):
    for key in journeys():
        publish(key)

    content = anybody.get(XML_FEED).content

    assert fits(content)
    assert len(etree.fromstring(content).findall("services/service")) == len(journeys())


def test_an_empty_offer_is_a_feed_that_fits_too(anybody):
    assert fits(anybody.get(XML_FEED).content)
    assert services_at(anybody) == {}


def test_both_shapes_are_there_to_read(anybody):
    xsd = anybody.get("/sdg/diensten.xsd")
    schema = anybody.get("/sdg/diensten.schema.json").json()

    assert etree.XMLSchema(etree.fromstring(xsd.content)) is not None
    assert schema["title"] == "The services of one municipality"


def test_the_json_schema_and_the_feed_name_the_same(anybody):
    publish()
    shape = json.loads((FOLDER / "diensten.schema.json").read_text())["$defs"]["service"]

    (told,) = services_at(anybody).values()

    assert list(told) == shape["required"] == list(shape["properties"])


def test_markup_in_a_text_stays_text(anybody):
    publish(sdg={"heading": 'Money & <b>more</b> ]]> "now"', "costs": "Free\x0b & <i>easy</i>"})

    content = anybody.get(XML_FEED).content
    page = anybody.get(url("service", "individuele-inkomenstoeslag")).content.decode()

    assert fits(content)
    assert etree.fromstring(content).findtext("services/service/title") == (
        'Money & <b>more</b> ]]> "now"'
    )
    assert etree.fromstring(content).findtext("services/service/costs") == "Free & <i>easy</i>"
    assert "<b>more</b>" not in page
    assert "&lt;b&gt;more&lt;/b&gt;" in page


def test_what_a_municipality_does_not_offer_is_not_in_its_feed(anybody, buren):
    publish()
    publish("schuldhulpverlening", valid_until=(NOON - timedelta(days=400)).date().isoformat())
    with within(buren):
        publish("verhuizing")

    assert list(services_at(anybody)) == ["individuele-inkomenstoeslag"]
    assert list(services_at(Client(HTTP_HOST=buren.host))) == ["verhuizing"]
    for slug in ("verhuizing", "schuldhulpverlening", "niets"):
        assert anybody.get(url("service", slug)).status_code == HTTPStatus.NOT_FOUND


def test_a_journey_without_english_is_left_out(anybody):
    document = {**journeys()[KEY]}
    document.pop("sdg")
    publish_case_type(KEY, document, by=TESTS, at=NOON)

    assert services_at(anybody) == {}


@pytest.mark.parametrize("address", [JSON_FEED, XML_FEED])
def test_who_has_it_already_gets_it_once(anybody, address):
    publish()
    first = anybody.get(address)

    again = anybody.get(address, headers={"If-None-Match": first["ETag"]})
    since = anybody.get(address, headers={"If-Modified-Since": first["Last-Modified"]})

    assert (again.status_code, again.content) == (HTTPStatus.NOT_MODIFIED, b"")
    assert since.status_code == HTTPStatus.NOT_MODIFIED
    assert "public" in first["Cache-Control"]


def test_a_new_version_is_sent_again(anybody):
    publish()
    first = anybody.get(JSON_FEED)
    publish(at=NOON + timedelta(days=1), sdg={"costs": "This costs nothing."})

    again = anybody.get(JSON_FEED, headers={"If-None-Match": first["ETag"]})
    since = anybody.get(JSON_FEED, headers={"If-Modified-Since": first["Last-Modified"]})

    assert again.status_code == since.status_code == HTTPStatus.OK
    assert services_at(anybody)["individuele-inkomenstoeslag"]["costs"] == "This costs nothing."


def test_no_cookie_and_nobody_is_in_it_for_who_is_signed_in(fatima, signed_in, anybody):
    publish()

    hers = signed_in(fatima, names={"x": "Fatima"}).get(JSON_FEED)

    assert hers.content == anybody.get(JSON_FEED).content
    assert "Set-Cookie" not in hers


def test_another_form_is_not_found(anybody):
    assert anybody.get("/sdg/diensten.csv").status_code == HTTPStatus.NOT_FOUND


def test_the_page_is_english_whatever_language_was_chosen(anybody):
    publish()

    for address in (url("services"), url("service", "individuele-inkomenstoeslag")):
        page = anybody.get(address)
        assert page["Content-Language"] == "en"
        assert '<html lang="en"' in page.content.decode()
        assert "Apply for the individual income supplement" in page.content.decode()


def test_the_start_page_in_english_leads_there(anybody):
    anybody.post(url("choose-language"), {"language": "en"})

    assert f'href="{url("services")}"' in anybody.get("/").content.decode()


def test_all_services_take_as_few_queries_as_one(anybody, django_assert_max_num_queries):
    for key in journeys():
        publish(key)

    for address in (JSON_FEED, XML_FEED, url("services"), url("service", "bijstand")):
        with django_assert_max_num_queries(12):
            assert anybody.get(address).status_code == HTTPStatus.OK
