"""Taking over awards, as the functional manager meets it."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from plein.payments.models import Award
from plein.web.doors import DESK
from tests.cast import BSN_OF
from tests.payments.test_award_import import GOOD, file_of

TOTALS = {"rows": "1", "reserve": "425,82", "pays": "1.348,49"}


def url(name):
    return reverse(name, "plein.web.desk.urls")


@pytest.fixture
def desk(wim, at_work):
    return at_work(wim.account, DESK)


def upload(desk, *rows, month="2026-11-01"):
    given = SimpleUploadedFile("uitkeringen.csv", file_of(*rows))
    return desk.post(url("desk-awards-import"), {"file": given, "month": month})


def confirm(desk, page, **changes):
    hidden = {"token": page.context["token"], "month": "2026-11-01"}
    return desk.post(url("desk-awards-import-confirm"), hidden | TOTALS | changes, follow=True)


@pytest.fixture(autouse=True)
def in_november(monkeypatch):
    monkeypatch.setattr(
        "plein.web.desk.payments_import.pages.month_of", lambda _day: date(2026, 11, 1)
    )


def test_a_good_file_is_shown_first_and_taken_over_with_its_totals(desk):
    page = upload(desk, GOOD)
    words = page.content.decode()
    assert "Er is nog niets veranderd" in words
    assert "€\N{NO-BREAK SPACE}1.348,49" in words
    assert Award.objects.count() == 0

    done = confirm(desk, page)

    assert "Overgenomen: 1 uitkeringen" in done.content.decode()
    assert Award.objects.get().number == "U-1"
    assert BSN_OF["katja"] not in words + done.content.decode()


def test_other_totals_are_refused_at_their_field(desk):
    page = upload(desk, GOOD)

    again = confirm(desk, page, reserve="400,00")

    assert again.status_code == 422
    assert "Dit is anders dan in het bestand" in again.content.decode()
    assert Award.objects.count() == 0
    assert "Overgenomen: 1" in confirm(desk, again).content.decode()


def test_totals_that_are_empty_are_asked_again(desk):
    again = confirm(desk, upload(desk, GOOD), pays="")

    assert again.status_code == 422
    assert Award.objects.count() == 0


def test_wrong_rows_are_each_reported_and_nothing_changes(desk):
    page = upload(desk, GOOD | {"iban": "NL00", "start": "gisteren"})

    words = page.content.decode()
    assert page.status_code == 422
    assert "Dit rekeningnummer klopt niet" in words
    assert "Schrijf dag, maand en jaar" in words
    assert Award.objects.count() == 0


def test_the_same_file_again_says_that_nothing_changes(desk):
    confirm(desk, upload(desk, GOOD))

    words = upload(desk, GOOD).content.decode()

    assert "zijn al overgenomen" in words
    assert "Neem alles over" not in words


def test_the_file_of_another_month_or_person_does_not_open(desk, at_work, tom):
    page = upload(desk, GOOD)
    tom.roles = ["functioneel-beheerder"]
    tom.save()

    for client, month in ((desk, "2026-12-01"), (desk, "x"), (at_work(tom.account, DESK), None)):
        done = confirm(client, page, month=month or "2026-11-01")
        assert "Kies het bestand opnieuw" in done.content.decode()
    assert Award.objects.count() == 0


def test_the_example_is_a_file_that_can_be_taken_over(desk):
    example = desk.get(url("desk-awards-import-example")).content

    given = SimpleUploadedFile("voorbeeld.csv", example)
    page = desk.post(url("desk-awards-import"), {"file": given, "month": "2026-11-01"})

    assert page.status_code == 200
    assert len(page.context["plan"].new) == 2


def test_who_pays_may_not_take_over(ingrid, at_work):
    assert at_work(ingrid.account, DESK).get(url("desk-awards-import")).status_code == 403
