"""Staff see how fresh each text is, in words, the oldest first."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from plein.content.library import items
from plein.kernel.clock import local_day
from plein.web.doors import DESK

ADDRESS = reverse("desk-information", "plein.web.desk.urls")


def aged(monkeypatch, **ages: int) -> None:
    today = local_day(timezone.now())
    made = {
        key: item.model_copy(update={"reviewed_on": today - timedelta(ages.get(key, 0))})
        for key, item in items().items()
    }
    monkeypatch.setattr("plein.web.desk.municipality.information.items", lambda: made)


def test_each_text_says_its_state_in_words(
    wim, at_work, monkeypatch, django_assert_max_num_queries
):
    aged(monkeypatch, kinderbijslag=200, huurtoeslag=400)
    wims = at_work(wim.account, DESK)

    with django_assert_max_num_queries(12):
        page = wims.get(ADDRESS).content.decode()

    assert "Oranje: kijk dit na: 1" in page
    assert "Rood: niet meer te zien: 1" in page
    assert f"Groen: actueel: {len(items()) - 2}" in page
    assert page.index("Vraag huurtoeslag aan voor uw woning") < page.index(
        "Vraag kinderbijslag aan"
    )
    assert "/informatie/verhuizen/huurtoeslag/" not in page
    assert "/informatie/kind-krijgen/kinderbijslag/" in page


def test_who_may_not_edit_texts_does_not_come_in(sam, at_work):
    assert at_work(sam.account, DESK).get(ADDRESS).status_code == 403
