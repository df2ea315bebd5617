"""Controleren: a shop looks once, sees what was chosen, and learns nothing else."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from plein.identity.models import Tries
from plein.vault.actions.credential_states import revoke_credential, suspend_credential
from plein.vault.models import Showing
from plein.web.public.checking import MOST_TRIES
from tests.cast import TESTS
from tests.vault.conftest import from_source, katja, vault  # noqa: F401 - fixtures
from tests.vault.verklaringen import PASS, code_for, made
from tests.web.conftest import url


@pytest.fixture
def credential(vault, from_source):
    from_source(
        minimabudgetten=PASS,
        geboortedatum="1998-03-01",
        naam_voornamen="Katharina",
        naam_geslachtsnaam="Jansen",
        gemeente_inschrijving="Emmen",
    )
    return made(vault, at=timezone.now())


@pytest.fixture
def shop(emmen) -> Client:
    return Client(HTTP_HOST="emmen.localhost")


def code_of_now(credential, names=("pas_geldig",)) -> str:
    return code_for(credential, names, at=timezone.now())


def check(shop, code):
    response = shop.post(url("checking"), {"code": code})
    return response, re.sub(r"\s+", " ", response.content.decode())


def test_a_shop_sees_yes_the_kind_the_answer_and_until_when(shop, credential):
    response, page = check(shop, code_of_now(credential))

    assert response.status_code == 200
    assert "Geldig: ja" in page
    assert "Pasbewijs van gemeente Emmen." in page
    assert re.findall(r"<dt[^>]*>([^<]*)</dt>", page) == ["Pas is geldig"]
    assert "De verklaring geldt tot en met" in page


def test_a_shop_sees_no_name_and_no_number(shop, credential):
    _response, page = check(shop, code_of_now(credential))

    hidden = ["Katharina", "Jansen", "1998", "999990032", str(credential.pk)]
    assert [word for word in hidden if word in page] == []


def test_a_name_is_seen_only_where_the_resident_chose_it(shop, vault, credential):
    own = made(vault, "inwonerverklaring", at=timezone.now())

    _response, page = check(shop, code_of_now(own, ["woont_in_gemeente", "naam_voornamen"]))

    assert "Katharina" in page
    assert "Jansen" not in page


def test_a_second_look_is_refused_kindly(shop, credential):
    code = code_of_now(credential)
    check(shop, code)

    response, page = check(shop, code)

    assert response.status_code == 422
    assert "Deze code is al een keer gebruikt" in page
    assert "Pas is geldig" not in page


def test_an_old_code_is_refused_kindly(shop, credential):
    code = code_for(credential, at=timezone.now() - timedelta(minutes=5))

    response, page = check(shop, code)

    assert response.status_code == 422
    assert "Deze code is te oud" in page


@pytest.mark.parametrize("stop", [suspend_credential, revoke_credential])
def test_what_was_stopped_says_no_and_nothing_else(shop, credential, stop):
    code = code_of_now(credential)
    stop(credential, by=TESTS, at=timezone.now())

    response, page = check(shop, code)

    assert response.status_code == 200
    assert "Geldig: nee" in page
    assert "Pasbewijs" not in page


def test_opening_the_address_in_the_picture_does_not_use_the_code_up(shop, credential):
    code = code_of_now(credential)

    page = shop.get(url("checking"), {"code": code}).content.decode()

    assert f'value="{code}"' in page
    assert Showing.objects.get().used_at is None


def test_the_camera_may_fill_in_the_whole_address(shop, credential):
    code = code_of_now(credential)

    _response, page = check(shop, f"http://emmen.localhost:8000/controleren/?code={code}")

    assert "Geldig: ja" in page


@pytest.mark.parametrize("code", ["", "ABCD-EFGH", "<script>alert(1)</script>", "x" * 5000])
def test_a_wrong_code_says_what_to_do(shop, code):
    response, page = check(shop, code)

    assert response.status_code == 422
    assert "<script>alert" not in page
    assert "code" in page


def test_guessing_stops_also_for_a_right_code(shop, credential):
    code = code_of_now(credential)
    for _try in range(MOST_TRIES):
        check(shop, "ABCD-EFGH")

    _response, page = check(shop, code)

    assert "te veel verkeerde codes" in page
    assert Showing.objects.get().used_at is None


def test_a_used_code_is_no_guess(shop, credential):
    code = code_of_now(credential)
    for _look in range(MOST_TRIES + 5):
        check(shop, code)

    assert not Tries.objects.exists()


def test_the_address_of_the_internet_is_not_kept_readable(shop):
    check(shop, "ABCD-EFGH")

    assert "127.0.0.1" not in Tries.objects.get().who


def test_the_answer_is_not_stored(shop, credential):
    response, _page = check(shop, code_of_now(credential))

    assert response.headers["Cache-Control"] == "no-store"
