"""Where an address is: this very one, or nothing."""

import json
import traceback
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sources import Sources

from plein.gateways.answers import AnswerRefused, Found, NothingFound, Reason, SourceUnreachable
from plein.gateways.back_channel import Answer
from plein.gateways.locatieserver.address import Address
from plein.gateways.locatieserver.client import LocatieserverClient
from plein.gateways.simulators.addresses import known_addresses
from plein.kernel.geo import Point

PATH = "locatieserver/search/v3_1"
BATH = Address("7811 XA", "2")
ELSEWHERE = LocatieserverClient("http://localhost")


@pytest.fixture
def register(sources: Sources) -> LocatieserverClient:
    return LocatieserverClient(f"{sources.url}/{PATH}")


def said(*docs: object, status: int = 200):
    body = json.dumps({"response": {"docs": docs}}).encode()
    return patch("plein.gateways.source.call", return_value=Answer(status, body))


def doc(**changes) -> dict[str, object]:
    standard = {
        "type": "adres",
        "huis_nlt": "2",
        "postcode": "7811XA",
        "centroide_ll": "POINT(6.8857 52.7921)",
        "score": 14.2,
    }
    return standard | changes


@pytest.mark.parametrize("known", known_addresses(), ids=lambda known: known.door)
def test_every_address_of_the_demo_is_where_the_demo_says(register, known):
    assert register.find(known.address) == Found(known.point)


@pytest.mark.parametrize("number", ["3", "22", "2 A"])
def test_another_door_in_the_street_is_not_found(register, number):
    assert register.find(Address("7811 XA", number)) == NothingFound()


@pytest.mark.parametrize("fault", ["empty", "several", "other_person"])
def test_nothing_is_guessed(sources: Sources, register, fault: str):
    with sources.ill(fault, source="locatieserver"):
        assert register.find(BATH) == NothingFound()


@pytest.mark.parametrize("fault", ["down", "failed", "busy", "cut"])
def test_a_register_without_an_answer_is_unreachable(sources: Sources, register, fault: str):
    with sources.ill(fault, source="locatieserver"), pytest.raises(SourceUnreachable):
        register.find(BATH)


def test_a_slow_register_is_given_up_in_time(sources: Sources, register):
    with sources.ill("slow", source="locatieserver"), pytest.raises(SourceUnreachable):
        register.find(BATH, timeout=0.3)


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ("wrong", Reason.SCHEMA),
        ("truncated", Reason.SCHEMA),
        ("bomb", Reason.SCHEMA),
        ("partial", Reason.SCHEMA),
        ("flood", Reason.TOO_LARGE),
        ("markup", Reason.MARKUP),
    ],
)
def test_an_answer_that_is_no_answer_is_refused(sources: Sources, register, fault, reason):
    with sources.ill(fault, source="locatieserver"), pytest.raises(AnswerRefused) as refused:
        register.find(BATH)

    assert refused.value.reason is reason


@pytest.mark.parametrize(
    "centroid",
    [
        "",
        "POINT(6.8857)",
        "POINT(52.7921 6.8857)",  # the other way round: in the sea near Somalia
        "POINT(0 0)",
        "POINT(6.8857 52.7921 3)",
        "POINT(1e0 52.7921)",
        "POINT(NaN 52.7921)",
        "MULTIPOINT(6.8857 52.7921)",
    ],
)
def test_a_point_that_is_not_in_the_country_is_refused(centroid: str):
    with said(doc(centroide_ll=centroid)), pytest.raises(AnswerRefused):
        ELSEWHERE.find(BATH)


def test_the_highest_score_counts_for_nothing():
    with said(doc(huis_nlt="3", score=99.0), doc(type="weg", score=98.0)):
        assert ELSEWHERE.find(BATH) == NothingFound()


def test_the_same_door_twice_at_one_point_is_one_door():
    with said(doc(), doc()):
        assert ELSEWHERE.find(BATH) == Found(Point(52.7921, 6.8857))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200), st.sampled_from([200, 204, 400, 403, 404, 500, 503]))
def test_whatever_is_said_there_is_an_end(body: bytes, status: int):
    with patch("plein.gateways.source.call", return_value=Answer(status, body)):
        try:
            assert ELSEWHERE.find(BATH) == NothingFound()
        except (AnswerRefused, SourceUnreachable):
            pass


def test_only_postcode_and_number_are_asked_and_no_error_tells_them():
    home = next(each.address for each in known_addresses() if each.street == "Proefstraat")

    with said(status=403) as call, pytest.raises(AnswerRefused) as refused:
        ELSEWHERE.find(home)

    method, url = call.call_args.args
    assert (method, call.call_args.kwargs["content"]) == ("GET", b"")
    assert url == (
        "http://localhost/free?q=7812ZZ+31&fq=type%3Aadres"
        "&fl=type%2Chuis_nlt%2Cpostcode%2Ccentroide_ll&rows=20"
    )
    told = repr(refused.value) + "".join(traceback.format_exception(refused.value))
    assert "7812" not in told


@pytest.mark.parametrize(
    ("street", "number"),
    [
        ("Waterweg 2", "2"),
        ("Plein 1945 12", "12"),
        ("2e Dwarsweg 14 a", "14 a"),
        ("Kade 7 bis", "7 bis"),
        ("Lange Straat 12A-3", "12A-3"),
    ],
)
def test_a_street_ends_in_its_number(street: str, number: str):
    assert Address.in_street(street, "7811 XA") == Address("7811 XA", number)


def test_a_street_without_a_number_is_no_address():
    assert Address.in_street("Plein zonder nummer", "7811 XA") is None


@pytest.mark.parametrize(
    ("typed", "registered", "same"),
    [
        ("12 a 3", "12A-3", True),
        ("12a3", "12A-3", True),
        ("7-9", "79", False),
        ("12", "12A", False),
    ],
)
def test_a_number_is_the_same_however_it_is_written(typed: str, registered: str, same: bool):
    assert Address("7811 xa", typed).is_at("7811XA", registered) is same


def test_neither_a_point_nor_an_address_tells_itself():
    assert "52" not in f"{Point(52.7921, 6.8857)}"
    assert "7811" not in f"{BATH!r}"
