"""What holds for every source: each form of answer, and each way to fail, over real HTTP."""

import traceback
import tracemalloc
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler
from threading import Thread
from time import monotonic

import pytest
from bad_server import QuietServer
from sources import EMPTY, KATJA, KNOWN, NAMES, NOBODY, SLOW_SECONDS, Sources, asks

from plein.gateways.answers import (
    AnswerRefused,
    Found,
    NothingFound,
    Reason,
    SourceUnreachable,
)

every_source = pytest.mark.parametrize("name", NAMES)
MEGABYTE = 1024 * 1024


def known(name: str):
    return KNOWN.get(name, KATJA)


@every_source
def test_a_source_tells_what_it_knows(sources: Sources, name: str):
    found = asks(sources.url)[name](known(name))

    assert isinstance(found, Found)
    assert found.warnings == ()


@pytest.mark.parametrize("name", [*NAMES, *sorted(EMPTY)])
def test_of_somebody_unknown_nothing_is_found(sources: Sources, name: str):
    assert asks(sources.url)[name](NOBODY) == NothingFound()


@every_source
def test_a_source_can_know_nothing(sources: Sources, name: str):
    with sources.ill("empty", source=name):
        assert asks(sources.url)[name](known(name)) == NothingFound()


@every_source
def test_a_warning_comes_along_with_what_was_found(sources: Sources, name: str):
    with sources.ill("warning", source=name):
        found = asks(sources.url)[name](known(name))

    assert isinstance(found, Found)
    assert len(found.warnings) == 1


@every_source
def test_an_answer_that_is_not_complete_is_still_an_answer(sources: Sources, name: str):
    with sources.ill("partial", source=name):
        found = asks(sources.url)[name](known(name))

    assert isinstance(found, Found)


@every_source
@pytest.mark.parametrize("fault", ["down", "cut", "busy", "failed"])
def test_a_source_that_does_not_answer_is_unreachable(sources: Sources, name: str, fault: str):
    with sources.ill(fault, source=name), pytest.raises(SourceUnreachable) as refused:
        asks(sources.url)[name](known(name))

    assert known(name).reveal() not in _everything_said_by(refused.value)


@every_source
def test_a_slow_source_is_given_up_in_time(sources: Sources, name: str):
    begun = monotonic()

    with sources.ill("slow", source=name), pytest.raises(SourceUnreachable):
        asks(sources.url)[name](known(name), timeout=0.3)

    assert monotonic() - begun < 0.3 + 0.5


@every_source
@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ("wrong", Reason.SCHEMA),
        ("truncated", Reason.SCHEMA),
        ("bomb", Reason.SCHEMA),
        ("flood", Reason.TOO_LARGE),
        ("other_person", Reason.OTHER_PERSON),
    ],
)
def test_a_hostile_answer_is_refused(sources: Sources, name: str, fault: str, reason: Reason):
    with sources.ill(fault, source=name), pytest.raises(AnswerRefused) as refused:
        asks(sources.url)[name](known(name))

    assert refused.value.reason is reason
    assert known(name).reveal() not in _everything_said_by(refused.value)


@every_source
def test_markup_in_a_value_is_refused(sources: Sources, name: str):
    with sources.ill("markup", source=name), pytest.raises(AnswerRefused) as refused:
        asks(sources.url)[name](known(name))

    # The income has no words of its own: a script there is no status that we know.
    expected = Reason.SCHEMA if name == "inkomen" else Reason.MARKUP
    assert refused.value.reason is expected
    assert "script" not in _everything_said_by(refused.value)


@pytest.mark.parametrize("name", ["brp", "suwinet/uwv"])
@pytest.mark.parametrize("fault", ["flood", "bomb"])
def test_a_hostile_answer_does_not_fill_our_memory(sources: Sources, name: str, fault: str):
    ask = asks(sources.url)[name]
    tracemalloc.start()

    with sources.ill(fault, source=name), pytest.raises(AnswerRefused):
        ask(KATJA)

    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8 * MEGABYTE


def test_one_slow_and_one_broken_source_do_not_keep_the_others(sources: Sources):
    sources.switch("slow", source="suwinet/svb")
    sources.switch("down", source="inkomen")
    all_asks = asks(sources.url)
    others = [name for name in all_asks if name not in {"suwinet/svb", "inkomen"}]
    begun = monotonic()

    try:
        with ThreadPoolExecutor(len(all_asks)) as pool:
            late = pool.submit(all_asks["suwinet/svb"], KATJA)
            gone = pool.submit(all_asks["inkomen"], KATJA)
            answers = [pool.submit(all_asks[name], KATJA) for name in others]
            for answer in answers:
                assert isinstance(answer.result(), Found | NothingFound)
            assert monotonic() - begun < SLOW_SECONDS
            assert isinstance(gone.exception(), SourceUnreachable)
            assert isinstance(late.result(), Found)
    finally:
        sources.switch("normal")


class Listener(BaseHTTPRequestHandler):
    heard: list[str]

    def do_POST(self) -> None:
        self.heard.append(f"{self.path} {self.headers}")
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(400)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def listener() -> Iterator[tuple[str, list[str]]]:
    heard: list[str] = []
    server = QuietServer(("127.0.0.1", 0), type("Ear", (Listener,), {"heard": heard}))
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://localhost:{server.server_port}", heard
    server.shutdown()
    server.server_close()


@every_source
def test_the_number_of_a_person_is_in_no_address_and_no_header(listener, name: str):
    url, heard = listener

    with pytest.raises(AnswerRefused) as refused:
        asks(url)[name](KATJA)

    assert refused.value.reason is Reason.STATUS
    assert len(heard) == 1
    assert KATJA.reveal() not in heard[0]
    assert KATJA.reveal() not in _everything_said_by(refused.value)


def _everything_said_by(problem: BaseException) -> str:
    return repr(problem) + "".join(traceback.format_exception(problem))
