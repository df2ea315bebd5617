"""A resident types the code of a letter, and has a budget."""

from datetime import date

import pytest

from plein.webshop.actions.activating import make_codes
from plein.webshop.models import Grant
from tests.cast import NOON
from tests.web.conftest import url


@pytest.fixture
def letter(kindpakket, bas):
    until = date(2099, 1, 1)
    ((_reference, code),) = make_codes(
        kindpakket, ["brief-1"], cents=5_000, valid_until=until, by=bas, at=NOON
    )
    return code


def test_the_code_of_a_letter_gives_the_chosen_child_a_budget(fatima, lina, letter, signed_in):
    client = signed_in(fatima)

    page = client.post(url("activation"), {"code": letter, "member": str(lina.pk)}, follow=True)

    assert "U hebt een budget: Kindpakket" in page.content.decode()
    assert Grant.objects.get().member == lina


def test_who_it_is_for_is_asked_and_the_code_stays_typed(fatima, letter, signed_in):
    page = signed_in(fatima).post(url("activation"), {"code": letter})

    assert page.status_code == 422
    assert "Kies voor wie het budget is." in page.content.decode()
    assert letter in page.content.decode()
    assert not Grant.objects.exists()


def test_a_member_of_another_household_cannot_be_chosen(fatima, neighbours, letter, signed_in):
    (neighbour,) = neighbours(1)
    stranger = neighbour.memberships.get()

    page = signed_in(fatima).post(url("activation"), {"code": letter, "member": str(stranger.pk)})

    assert page.status_code == 422
    assert not Grant.objects.exists()


def test_a_used_code_says_so(fatima, lina, letter, signed_in):
    client = signed_in(fatima)
    for _time in range(2):
        page = client.post(url("activation"), {"code": letter, "member": str(lina.pk)}, follow=True)

    assert "Deze code is al gebruikt" in page.content.decode()
    assert Grant.objects.count() == 1


def test_codes_cannot_be_guessed(fatima, lina, letter, signed_in):
    client = signed_in(fatima)
    for guess in range(10):
        wrong = {"code": f"ZZZZ-ZZZ{guess}", "member": str(lina.pk)}
        assert "kennen wij niet" in client.post(url("activation"), wrong).content.decode()

    page = client.post(url("activation"), {"code": letter, "member": str(lina.pk)})

    assert "te vaak een verkeerde code" in page.content.decode()
    assert not Grant.objects.exists()


def test_the_page_takes_few_queries(fatima, letter, signed_in, django_assert_max_num_queries):
    client = signed_in(fatima)

    with django_assert_max_num_queries(12):
        assert client.get(url("activation")).status_code == 200
