"""Whatever a source sends: a typed answer, or a refusal. Never another error."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sources import KATJA, KNOWN, NAMES, Sources, asks

from plein.gateways.answers import AnswerRefused, Found, NothingFound, SourceUnreachable
from plein.gateways.back_channel import Answer, call

NOWHERE = asks("http://localhost")
every_source = pytest.mark.parametrize("name", NAMES)
often = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

texts = st.text(max_size=12)
scalars = st.none() | st.booleans() | st.integers() | st.floats() | texts
documents = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)


@contextmanager
def source_that_says(body: bytes, status: int = 200) -> Iterator[None]:
    with patch("plein.gateways.source.call", return_value=Answer(status, body)):
        yield


def demand_an_end(name: str, body: bytes, status: int = 200) -> None:
    with source_that_says(body, status):
        try:
            found = NOWHERE[name](KNOWN.get(name, KATJA))
        except (AnswerRefused, SourceUnreachable):
            return
    assert isinstance(found, Found | NothingFound)


@every_source
@often
@given(body=st.binary(max_size=300), status=st.sampled_from([200, 201, 204, 400, 403, 500, 503]))
def test_any_bytes(name: str, body: bytes, status: int):
    demand_an_end(name, body, status)


@every_source
@often
@given(document=documents)
def test_any_json(name: str, document: object):
    demand_an_end(name, json.dumps(document).encode())


@pytest.fixture(scope="module")
def honest(sources: Sources) -> dict[str, bytes]:
    """The last answer in each conversation with a source that is well."""
    heard: dict[str, bytes] = {}
    for name, ask in asks(sources.url).items():

        def listen(*args, name=name, **kwargs) -> Answer:
            answer = call(*args, **kwargs)
            heard[name] = answer.body
            return answer

        with patch("plein.gateways.source.call", side_effect=listen):
            ask(KNOWN.get(name, KATJA))
    return heard


@every_source
@often
@given(data=st.data())
def test_an_honest_answer_with_some_bytes_changed(honest, name: str, data: st.DataObject):
    body = honest[name]
    start = data.draw(st.integers(0, len(body)))
    end = data.draw(st.integers(start, min(len(body), start + 40)))

    changed = body[:start] + data.draw(st.binary(max_size=20)) + body[end:]

    demand_an_end(name, changed)


@every_source
@often
@given(data=st.data())
def test_an_honest_answer_with_one_value_changed(honest, name: str, data: st.DataObject):
    if name.startswith("suwinet"):
        changed = _with_another_text(honest[name], data)
    else:
        changed = json.dumps(_with_another_value(json.loads(honest[name]), data)).encode()

    demand_an_end(name, changed)


def _with_another_value(document: object, data: st.DataObject) -> object:
    """Walk down at random, and put something else there."""
    if isinstance(document, dict) and document and data.draw(st.booleans()):
        key = data.draw(st.sampled_from(sorted(document)))
        return document | {key: _with_another_value(document[key], data)}
    if isinstance(document, list) and document and data.draw(st.booleans()):
        index = data.draw(st.integers(0, len(document) - 1))
        inner = _with_another_value(document[index], data)
        return [*document[:index], inner, *document[index + 1 :]]
    return data.draw(documents)


def _with_another_text(body: bytes, data: st.DataObject) -> bytes:
    """Between two tags, or instead of some of them."""
    pieces = body.split(b">")
    index = data.draw(st.integers(0, len(pieces) - 1))
    new = data.draw(st.sampled_from([b"", b"1", b"-", b"20260231<", b"&amp;", b"&x;", b"<a/>"]))
    pieces[index] = new + pieces[index][data.draw(st.integers(0, 3)) :]
    return b">".join(pieces)
