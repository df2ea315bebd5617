"""At the till: the product and its state, handed over once, and undone the same day."""

from datetime import timedelta

import pytest

from plein.webshop.actions.orders import cancel_line, expire_line
from plein.webshop.models import LineStatus, OrderLine
from tests.cast import NOON, TESTS, TODAY
from tests.web.provider.conftest import TILL, code, url


def text(page) -> str:
    return " ".join(page.content.decode().split())


@pytest.mark.parametrize("typed", [str.lower, str.upper, lambda code: code.replace("-", " ")])
def test_a_code_in_any_writing_shows_product_number_and_ages(
    till, ordered, product_for, kindpakket, typed
):
    lessons = product_for(kindpakket.scheme, title="Judoles", age_from=6, age_until=18)
    pickup = ordered(2, version=lessons)

    page = text(till.post(TILL, {"code": typed(code(pickup))}, follow=True))

    for shown in ("Deze code is goed", "2 × Judoles", "6 tot en met 17 jaar", "klaar", "€ 190,00"):
        assert shown in page


def test_geef_mee_hands_over_and_leads_to_a_page_that_says_so(till, pickup):
    page = till.post(url("till-give", pickup.pk), follow=True)

    assert page.redirect_chain == [(url("till-done", pickup.pk), 302)]
    assert "Het is meegegeven" in text(page)
    assert OrderLine.objects.get().status == LineStatus.HANDED_OVER


def test_no_code_stands_in_an_address(till, pickup):
    found = till.post(TILL, {"code": code(pickup)})

    assert found.url == url("till-pickup", pickup.pk)


def test_a_double_click_hands_over_once_and_says_it_went_well(till, pickup, de_plons):
    pages = [till.post(url("till-give", pickup.pk), follow=True) for _click in range(2)]

    assert all("Het is meegegeven" in text(page) for page in pages)
    de_plons.payable.refresh_from_db()
    assert de_plons.payable.balance == 9_500


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "Vul de code in"),
        ("ABC", "Een code heeft 8 letters en cijfers"),
        ("A" * 41, "Een code heeft 8 letters en cijfers"),
        ("ABCD-EFGH", "Deze code kennen wij niet"),
    ],
)
def test_a_wrong_code_is_explained_at_the_field_and_kept(till, pickup, typed, says):
    page = till.post(TILL, {"code": typed})

    assert page.status_code == 422
    assert says in text(page)
    assert f'value="{typed}"' in text(page)
    assert 'aria-describedby="id_code_helptext id_code_error"' in text(page)


def test_a_form_without_a_code_is_refused(till):
    assert till.post(TILL).status_code == 422


def test_a_code_that_was_used_today_warns_and_offers_to_undo(till, pickup):
    till.post(url("till-give", pickup.pk))

    page = text(till.post(TILL, {"code": code(pickup)}, follow=True))

    assert "Geef niets mee" in page
    assert "al opgehaald op 24 november 2026, 12.00 uur" in page
    assert "Draai terug" in page
    assert "Geef mee" not in page


def test_a_code_that_was_used_yesterday_cannot_be_undone(till, pickup, noon, yara_signs_in):
    till.post(url("till-give", pickup.pk))
    noon.shift(timedelta(hours=12))
    till = yara_signs_in()

    page = text(till.get(url("till-pickup", pickup.pk)))

    assert "Draai terug" not in page


def test_a_cancelled_code_says_so(till, pickup):
    cancel_line(pickup.lines.get(), by=TESTS, at=NOON)

    page = text(till.post(TILL, {"code": code(pickup)}, follow=True))

    assert "geannuleerd</span>" in page
    assert "Geef mee" not in page


def test_an_expired_code_says_until_when_it_was_good(till, pickup):
    type(pickup).objects.update(valid_until=TODAY)

    page = text(till.post(TILL, {"code": code(pickup)}, follow=True))

    assert "was geldig tot en met maandag 23 november 2026" in page
    assert "verlopen</span>" in page
    assert "Geef mee" not in page


def test_a_code_still_works_on_its_last_day(till, pickup):
    type(pickup).objects.update(valid_until=TODAY + timedelta(days=1))

    assert "Deze code is goed" in text(till.get(url("till-pickup", pickup.pk)))


def test_a_code_whose_time_was_closed_at_night_says_so_too(till, pickup):
    type(pickup).objects.update(valid_until=TODAY)
    expire_line(pickup.lines.get(), by=TESTS, at=NOON)

    assert "was geldig tot en met" in text(till.get(url("till-pickup", pickup.pk)))


def test_giving_an_expired_code_is_refused(till, pickup):
    type(pickup).objects.update(valid_until=TODAY)

    page = till.post(url("till-give", pickup.pk), follow=True)

    assert "Deze code was geldig tot" in text(page)
    assert OrderLine.objects.get().status == LineStatus.RESERVED


def test_giving_a_cancelled_order_hands_nothing_over(till, pickup):
    cancel_line(pickup.lines.get(), by=TESTS, at=NOON)

    page = till.post(url("till-give", pickup.pk), follow=True)

    assert "al gebruikt of geannuleerd" in text(page)
    assert "Het is meegegeven" not in text(page)


def test_what_is_cancelled_stands_apart_from_what_is_ready(till, ordered):
    pickup = ordered(2)
    cancel_line(pickup.lines.first(), by=TESTS, at=NOON)

    page = text(till.get(url("till-pickup", pickup.pk)))

    assert page.index("1 × Zwemles") < page.index("Niet meegeven") < page.rindex("1 × Zwemles")


def test_undo_works_the_same_day_up_to_midnight(till, pickup, noon, yara_signs_in):
    till.post(url("till-give", pickup.pk))
    noon.shift(timedelta(hours=11, minutes=59))
    till = yara_signs_in()

    page = till.post(url("till-undo", pickup.pk), follow=True)

    assert "teruggedraaid. De code werkt weer." in text(page)
    assert "Deze code is goed" in text(page)


def test_undo_is_refused_the_next_day(till, pickup, noon, yara_signs_in):
    till.post(url("till-give", pickup.pk))
    noon.shift(timedelta(hours=12))
    till = yara_signs_in()

    page = till.post(url("till-undo", pickup.pk), follow=True)

    assert "alleen op dezelfde dag" in text(page)
    assert OrderLine.objects.get().status == LineStatus.HANDED_OVER


def test_the_done_page_of_something_that_waits_leads_to_the_order(till, pickup):
    assert till.get(url("till-done", pickup.pk)).url == url("till-pickup", pickup.pk)
