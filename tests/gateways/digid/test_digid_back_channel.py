"""What goes wrong on the line to the identity provider becomes a refusal to sign in."""

import pytest

from plein.gateways.digid.back_channel import call
from plein.gateways.digid.types import DigidUnreachable, SignInRefused


def test_an_object_is_read(bad_server: str):
    answer = call("GET", bad_server + "/fine", timeout=2)

    assert answer.json()["host"].startswith("bad.localhost:")


@pytest.mark.parametrize("path", ["elsewhere", "flood", "cut", "ill"])
def test_what_does_not_answer_is_unreachable(bad_server: str, path: str):
    with pytest.raises(DigidUnreachable):
        call("GET", f"{bad_server}/{path}", timeout=2)


@pytest.mark.parametrize("path", ["words", "deep"])
def test_an_answer_that_is_no_object_is_refused(bad_server: str, path: str):
    answer = call("GET", f"{bad_server}/{path}", timeout=2)

    with pytest.raises(SignInRefused):
        answer.json()


def test_an_address_that_is_not_safe_is_refused():
    with pytest.raises(SignInRefused):
        call("GET", "http://digid.example", timeout=2)
