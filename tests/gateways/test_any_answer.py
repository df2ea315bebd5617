"""Whatever a source sends: a typed answer, or a refusal. Never another error."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, repeat
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sources import KATJA, KNOWN, NAMES, Sources, asks

from plein.gateways.answers import AnswerRefused, Found, NothingFound, SourceUnreachable
from plein.gateways.back_channel import Answer, call

NOWHERE = asks("http://localhost")
# Organisations with claims share one interface: one of them speaks for all.
ONE_OF_EACH = [name for name in NAMES if not name.startswith("vorderingen") or "cjib" in name]
every_source = pytest.mark.parametrize("name", ONE_OF_EACH)
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
def source_that_says(*answers: Answer) -> Iterator[None]:
    """These in turn, and the last one for ever after."""
    each = chain(answers, repeat(answers[-1]))
    with patch("plein.gateways.source.call", side_effect=lambda *_, **__: next(each)):
        yield


def demand_an_end(name: str, body: bytes, status: int = 200, after: Sequence[bytes] = ()) -> None:
    """`after` are the answers to the questions that some sources want first."""
    with source_that_says(*(Answer(200, one) for one in after), Answer(status, body)):
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
def honest(sources: Sources) -> dict[str, list[bytes]]:
    """The answers in a conversation with each source, when it is well."""
    heard: dict[str, list[bytes]] = {name: [] for name in ONE_OF_EACH}
    for name in ONE_OF_EACH:

        def listen(*args, name=name, **kwargs) -> Answer:
            answer = call(*args, **kwargs)
            heard[name].append(answer.body)
            return answer

        with patch("plein.gateways.source.call", side_effect=listen):
            asks(sources.url)[name](KNOWN.get(name, KATJA))
    return heard


@every_source
@often
@given(data=st.data())
def test_an_honest_answer_with_some_bytes_changed(honest, name: str, data: st.DataObject):
    *before, body = honest[name]
    start = data.draw(st.integers(0, len(body)))
    end = data.draw(st.integers(start, min(len(body), start + 40)))

    changed = body[:start] + data.draw(st.binary(max_size=20)) + body[end:]

    demand_an_end(name, changed, after=before)


@every_source
@often
@given(data=st.data())
def test_an_honest_answer_with_one_value_changed(honest, name: str, data: st.DataObject):
    *before, body = honest[name]

    if name.startswith("suwinet"):
        changed = _with_another_text(body, data)
    else:
        changed = json.dumps(_with_another_value(json.loads(body), data)).encode()

    demand_an_end(name, changed, after=before)


@every_source
def test_the_honest_answer_itself_is_read(honest, name: str):
    with source_that_says(*(Answer(200, body) for body in honest[name])):
        assert isinstance(NOWHERE[name](KNOWN.get(name, KATJA)), Found)


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
