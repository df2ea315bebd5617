"""What a wallet posted waits, sealed, for one browser and one time."""

from base64 import b64decode

import pytest
from django.db import connection

from plein.tenants.scope import within
from plein.web.resident.wallet_answers import expect, put, take

FORM = {"state": "s1", "vp_token": '{"pid": ["een lang geheim"]}'}


@pytest.fixture
def code(emmen) -> str:
    expect("s1")
    return put(FORM)


def test_it_is_taken_once(code):
    assert take("s1", code) == FORM
    assert take("s1", code) == {}


def test_after_it_was_taken_nothing_more_is_put(code):
    take("s1", code)

    assert put(FORM) is None


def test_a_wrong_code_takes_nothing_and_ends_it(code):
    assert take("s1", "x") == {}
    assert take("s1", code) == {}


def test_another_municipality_takes_nothing(code, buren):
    with within(buren):
        assert take("s1", code) == {}


def test_only_what_belongs_to_the_answer_is_kept(emmen):
    expect("s1")

    assert take("s1", put(FORM | {"extra": "x" * 1000})) == FORM


def test_no_answer_is_readable_in_the_database(code):
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key, value FROM plein_cache")
        rows = cursor.fetchall()

    kept = b"".join(key.encode() + b64decode(value) for key, value in rows)
    assert len(kept) > 100
    assert b"geheim" not in kept
