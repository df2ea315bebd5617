"""Calls that cannot hang, wander off or flood us, against a server that tries."""

from time import monotonic

import pytest

from plein.gateways.back_channel import (
    Answer,
    CallFailed,
    TooLarge,
    Unreachable,
    UnsafeAddress,
    call,
    is_safe,
)
from plein.gateways.deadline import Deadline


def ask(url: str, *, seconds: float = 2) -> Answer:
    return call("GET", url, deadline=Deadline.after(seconds), largest=100_000)


def test_a_name_below_localhost_is_this_machine(bad_server: str):
    answer = ask(bad_server + "/fine")

    assert answer.body.startswith(b'{"host": "bad.localhost:')


@pytest.mark.parametrize("path", ["elsewhere", "cut"])
def test_a_redirect_or_half_an_answer_is_no_answer(bad_server: str, path: str):
    with pytest.raises(Unreachable):
        ask(f"{bad_server}/{path}")


def test_a_flood_is_stopped(bad_server: str):
    with pytest.raises(TooLarge):
        ask(bad_server + "/flood")


def test_a_fault_is_an_answer_for_the_caller_to_read(bad_server: str):
    assert ask(bad_server + "/ill") == Answer(500, b"a fault")


@pytest.mark.parametrize("path", ["drip", "drip_headers"])
def test_an_answer_that_drips_ends_in_time(bad_server: str, path: str):
    begun = monotonic()

    with pytest.raises(Unreachable):
        ask(f"{bad_server}/{path}", seconds=0.2)

    assert monotonic() - begun < 0.6


def test_nothing_is_asked_when_the_time_is_over(bad_server: str):
    with pytest.raises(Unreachable):
        ask(bad_server + "/fine", seconds=-1)


def test_a_server_that_is_not_there_is_unreachable():
    with pytest.raises(Unreachable):
        ask("http://localhost:1/", seconds=1)


def test_a_proxy_is_not_for_calls_on_this_machine(bad_server: str, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://localhost:1")
    monkeypatch.delenv("no_proxy", raising=False)

    assert ask(bad_server + "/fine").status == 200


SAFE = ["https://digid.example", "http://localhost:8010", "http://emmen.localhost"]
UNSAFE = [
    "http://digid.example",
    "http://localhost.example",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "http://[bad",
    "",
]


@pytest.mark.parametrize("url", SAFE)
def test_encrypted_or_on_this_machine_is_safe(url: str):
    assert is_safe(url)


@pytest.mark.parametrize("url", UNSAFE)
def test_what_leaves_this_machine_is_encrypted(url: str):
    assert not is_safe(url)
    with pytest.raises(UnsafeAddress):
        ask(url)


@pytest.mark.parametrize("url", ["https://", "https://a b.example/", "https://x:99999/"])
def test_an_address_that_cannot_be_is_a_failed_call(url: str):
    with pytest.raises(CallFailed):
        ask(url)
