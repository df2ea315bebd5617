"""A code cannot be guessed: ten wrong ones, and the till waits."""

from datetime import timedelta

from plein.identity.models import Tries
from plein.tenants.scope import within
from tests.web.provider.conftest import TILL, code

WRONG = {"code": "ABCD-EFGH"}


def guess(till, times: int) -> None:
    for _try in range(times):
        till.post(TILL, WRONG)


def test_after_nine_wrong_codes_a_right_one_works(till, pickup):
    guess(till, 9)

    assert till.post(TILL, {"code": code(pickup)}).status_code == 302


def test_after_ten_even_a_right_one_waits_and_hears_until_when(till, pickup):
    guess(till, 10)

    page = till.post(TILL, {"code": code(pickup)})

    assert page.status_code == 422
    assert "te vaak een verkeerde code in. Probeer het om 12.11 uur" in page.content.decode()
    assert f'value="{code(pickup)}"' in page.content.decode()


def test_at_the_time_it_named_the_till_works_again(till, pickup, noon):
    guess(till, 10)
    noon.shift(timedelta(minutes=11))

    assert till.post(TILL, {"code": code(pickup)}).status_code == 302


def test_a_code_that_is_too_short_is_a_slip_and_no_guess(till, pickup):
    for _try in range(12):
        till.post(TILL, {"code": "ABC"})

    assert not Tries.objects.exists()


def test_who_guesses_does_not_stop_another_shop(till, mo, pickup):
    guess(till, 10)

    assert "kennen wij niet" in mo.post(TILL, WRONG).content.decode()


def test_guesses_in_another_municipality_count_too(till, in_buren, buren, pickup):
    with within(buren):
        for _try in range(10):
            till.post(TILL, WRONG, headers={"host": "buren.localhost"})

    assert "te vaak" in till.post(TILL, {"code": code(pickup)}).content.decode()
