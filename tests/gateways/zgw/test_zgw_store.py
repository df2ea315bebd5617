"""The store of another department, over real HTTP: what it says, and what we do not believe."""

from datetime import date
from uuid import uuid4

import httpx
import pytest
from sources import JAN, KATJA, NOBODY, SLOW_SECONDS

from plein.gateways.answers import AnswerRefused, Reason, SourceUnreachable
from plein.gateways.shape import read_json
from plein.gateways.simulators.settings import ZGW_CLIENT_ID, ZGW_SECRET
from plein.gateways.zgw.calls import Interfaces, NotThere
from plein.gateways.zgw.client import ZgwClient
from plein.gateways.zgw.token import Credentials, SecretTooShort
from plein.gateways.zgw.zaken import Zaak

ANY = "zeer_geheim"


def interfaces(url) -> Interfaces:
    return Interfaces(*(f"{url}/zgw/{name}/api/v1" for name in ("zaken", "catalogi", "documenten")))


@pytest.fixture
def client(sources):
    def make(secret=ZGW_SECRET, patience=8.0):
        known = Credentials(ZGW_CLIENT_ID, secret)
        return ZgwClient(interfaces(sources.url), known, user="a1b2", patience=patience)

    return make


def test_the_cases_of_a_person_come_with_all_that_a_list_shows(client):
    found = {zaak.identificatie: zaak for zaak in client().zaken_of(KATJA, highest=ANY)}

    assert set(found) == {"LV-000412", "BZ-000077", "PV-001931", "OA-000003"}  # two pages
    running, ended = found["LV-000412"], found["PV-001931"]
    assert running.expand.status.expand.statustype.statustekst == "Wij bekijken uw aanvraag"
    assert ended.expand.resultaat.expand.resultaattype.omschrijving == "Verleend"
    assert found["BZ-000077"].opschorting.reden == "Wij wachten op uw papieren"
    assert not found["OA-000003"].is_external
    assert client().zaken_of(NOBODY, highest=ANY) == []


def test_only_what_is_open_enough_is_asked_for(client):
    assert [z.identificatie for z in client().zaken_of(KATJA, highest="openbaar")] == ["PV-001931"]


def test_stations_come_in_their_own_order_whatever_the_store_does(client):
    zaak = client().zaken_of(KATJA, highest=ANY)[0]

    numbers = [kind.volgnummer for kind in client().status_types(zaak.zaaktype)]
    days = [status.datumStatusGezet for status in client().statuses(zaak.url)]

    assert numbers == [1, 2, 3, 4]
    assert days == sorted(days)
    assert len(days) == 2


def test_only_final_documents_are_seen_and_they_can_be_had(client):
    zaak = client().zaken_of(KATJA, highest=ANY)[0]

    (document,) = client().documents(zaak.url)

    assert document.titel == "Ontvangst van uw aanvraag"
    assert client().content(document).startswith(b"%PDF")


def test_what_did_not_change_is_not_sent_again(client):
    url = client().zaken_of(JAN, highest=ANY)[0].url

    seen = client().zaak(url)

    assert seen.zaak.initiators == {JAN.reveal()}
    assert client().zaak(url, etag=seen.etag) is None
    with pytest.raises(NotThere):
        client().zaak(url[:-36] + str(uuid4()))


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ("other_person", Reason.OTHER_PERSON),
        ("partial", Reason.SCHEMA),  # half a page
        ("wrong", Reason.SCHEMA),
        ("truncated", Reason.SCHEMA),
        ("bomb", Reason.SCHEMA),
        ("markup", Reason.MARKUP),
        ("flood", Reason.TOO_LARGE),
    ],
)
def test_an_answer_that_cannot_be_right_is_refused_whole(client, sources, fault, reason):
    with sources.ill(fault, source="zgw/zaken"), pytest.raises(AnswerRefused) as refused:
        client().zaken_of(KATJA, highest=ANY)

    assert refused.value.reason is reason
    assert KATJA.reveal() not in str(refused.value)


@pytest.mark.parametrize("fault", ["down", "busy", "failed", "cut", "slow"])
def test_no_answer_is_told_apart_from_a_wrong_one(client, sources, fault):
    with sources.ill(fault, source="zgw"), pytest.raises(SourceUnreachable):
        client(patience=SLOW_SECONDS / 4).zaken_of(KATJA, highest=ANY)


def test_a_wrong_secret_is_refused_and_a_short_one_is_not_even_tried(client):
    with pytest.raises(AnswerRefused) as refused:
        client(secret="x" * 32).zaken_of(KATJA, highest=ANY)

    assert refused.value.reason is Reason.NOT_ENTITLED
    with pytest.raises(SecretTooShort):
        Credentials(ZGW_CLIENT_ID, "x" * 31)


def test_the_simulator_is_as_strict_as_a_real_store(sources):
    url = interfaces(sources.url).zaken + "/zaken/_zoek"
    token = {"Authorization": f"Bearer {Credentials(ZGW_CLIENT_ID, ZGW_SECRET).token('a')}"}
    crs = {"Accept-Crs": "EPSG:4326", "Content-Crs": "EPSG:4326"}

    with httpx.Client(trust_env=False) as http:
        assert http.post(url, json={}).status_code == 403
        assert http.post(url, json={}, headers=token).status_code == 412
        assert http.post(url, json={"x": 1}, headers=token | crs).status_code == 400


def test_an_address_of_elsewhere_is_not_followed_with_our_token(client, bad_server, sources):
    for elsewhere in (f"{bad_server}/fine", f"{sources.url}/zgw/zaken/api/v1/../../../faults"):
        with pytest.raises(AnswerRefused):
            client().zaak(elsewhere)


def test_relations_that_are_not_there_are_read_as_none():
    body = b"""{"url": "https://x/zaken/1", "zaaktype": "https://x/t/1", "startdatum": "2026-11-01",
      "vertrouwelijkheidaanduiding": "openbaar", "opschorting": null, "status": "",
      "_expand": {"zaaktype": {}, "resultaat": null, "rollen": []}, "iets": [1]}"""

    zaak = read_json(Zaak, body)

    assert zaak.startdatum == date(2026, 11, 1)
    assert (zaak.status, zaak.expand.resultaat, zaak.initiators) == (None, None, frozenset())
    assert not zaak.is_external
