"""Values of a source are judged before they are read."""

import pytest
from pydantic import ValidationError

from plein.gateways.answers import AnswerRefused, Reason
from plein.gateways.shape import Burgerservicenummer, Cents, Shape, Text, read_json


class Example(Shape):
    name: Text = ""
    bsn: Burgerservicenummer | None = None
    cents: Cents = 0


@pytest.mark.parametrize("name", ["Zoë van 't Hof", "Ḥaddād", "سمير", "Łukasz & zonen", ""])
def test_names_from_everywhere_are_welcome(name: str):
    assert Example(name=name).name == name


@pytest.mark.parametrize(
    "name", ["<b>", "a>b", "a\\u0000b", "a\\nb", "\\u202eoiraM", "a\\u2028b", "\\ufffe"]
)
def test_markup_and_signs_that_cannot_be_seen_are_refused(name: str):
    with pytest.raises(AnswerRefused) as refused:
        read_json(Example, f'{{"name": "{name}"}}'.encode())

    assert refused.value.reason is Reason.MARKUP


@pytest.mark.parametrize(
    "body",
    [
        b'{"name": 3}',
        b'{"cents": "3"}',
        b'{"cents": 3.5}',
        b'{"cents": true}',
        b'{"cents": 10000000000001}',
        b'{"bsn": "999900019"}',
        b'{"bsn": "9999.00.018"}',
        b'{"bsn": 999900018}',
        b'{"name": "\\ud800"}',
        b'{"name": "' + b"a" * 401 + b'"}',
        b"[]",
        b"",
        b"NaN",
        b"[" * 100_000,
    ],
)
def test_another_type_or_length_is_refused(body: bytes):
    with pytest.raises(AnswerRefused) as refused:
        read_json(Example, body)

    assert refused.value.reason is Reason.SCHEMA


def test_what_we_do_not_know_is_dropped():
    assert read_json(Example, b'{"name": "Katja", "religion": "<b>"}').name == "Katja"


def test_its_text_shows_nothing():
    found = read_json(Example, b'{"name": "Katja", "bsn": "999900018"}')

    assert repr(found) == str(found) == f"{found}" == "Example(…)"


def test_nobody_can_change_it():
    found = read_json(Example, b'{"name": "Katja"}')

    with pytest.raises(ValidationError):
        found.name = "Jan"
